import "server-only";
import { findAllegation, type AllegationRow } from "@/db/queries/allegations";
import { institutionsNamed } from "@/db/queries/institution-naming";
import { findSource } from "@/db/queries/sources";
import { findUser } from "@/db/queries/users";
import type { Reader, Tx } from "@/db/store";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { institutionNamed } from "./institutions";
import type { Log } from "./write";

/** An allegation that counts, for somebody who may change it. */
export async function requireAllegation(tx: Reader, actor: Actor, id: string): Promise<AllegationRow> {
  const row = await findAllegation(tx, actor, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  allow(actor, "allegation.write", row);
  return row;
}

/** Refuses a later step that ends before the earlier one can have begun. */
export function checkOrderOf(earlier: string | null, later: string | null, field: string, zone: string): void {
  if (earlier === null || later === null) return;
  const [began, ended] = [boundsOf(earlier, zone).earliest, boundsOf(later, zone).latest];
  if (began !== null && ended !== null && ended <= began) throw refuse(field, "end_before_start");
}

/** The source of this id, which must belong to the team; undefined where none is given. */
export async function sourceFor(tx: Reader, actor: Actor, sourceId: string | null, teamId: string, field = "sourceId"): Promise<{ title: string } | undefined> {
  if (sourceId === null) return undefined;
  const source = await findSource(tx, actor, sourceId);
  if (source?.teamId !== teamId) throw refuse(field, "unknown_option");
  return source;
}

/** A body that is already known under this name, whatever its kind: a station that took people in is not recorded twice. */
export async function bodyNamed(tx: Tx, log: Log, name: string, placeId: string | null): Promise<string | null> {
  const known = await institutionsNamed(tx, foldName(name));
  const best = known.find(({ kind }) => kind === "police") ?? known.find(({ kind }) => kind === "facility" || kind === "agency") ?? known.find(({ kind }) => kind === "court");
  return best?.id ?? institutionNamed(tx, log, SAYS_POLICE.test(name) ? "police" : "agency", name, placeId);
}

/** A new body that calls itself police in one of the three languages is one. */
const SAYS_POLICE = /полици|police/iu;

/** The account of whoever reviews; null for the command line, which has none. */
export const reviewerOf = async (tx: Reader, actor: Actor): Promise<string | null> => (await findUser(tx, actor.userId))?.id ?? null;

/** Notes what happened to an allegation in every case that it concerns, and once where it concerns none. */
export async function logOn(log: Log, caseIds: Iterable<string>, action: string, entry: Omit<Parameters<Log>[1], "caseId">): Promise<void> {
  const all = [...new Set(caseIds)];
  for (const caseId of all.length ? all : [undefined]) await log(action, { ...entry, ...(caseId === undefined ? {} : { caseId }) });
}
