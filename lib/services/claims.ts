import "server-only";
import { listCaseClaims, listEventClaims, listSourceClaims, namesOfRecords, type ClaimRow, type NamedRecords } from "@/db/queries/claims";
import { findEvent, listSites } from "@/db/queries/events";
import { findSource } from "@/db/queries/sources";
import { store, type Reader } from "@/db/store";
import { disputed, verdictOf, type ClaimVerdict } from "@/lib/model/claim-compare";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { requireCase } from "./case-access";
import { recordedOfCase, type Recorded } from "./claim-recorded";
import { namesRecord } from "./claim-values";
import { isMasked, shownClaim, shownSource } from "./source-mask";

type Listed = Awaited<ReturnType<typeof listCaseClaims>>[number];

/** A claim as a page shows it: with its source as far as it may be seen, whether others contradict it, and how it stands to the record. */
export type ShownClaim = ReturnType<typeof shown> & { disputed: boolean; verdict: ClaimVerdict };

function shown(actor: Actor, { claim, source }: Listed) {
  return { ...shownClaim(isMasked(actor, source), claim), source: shownSource(actor, { ...source, author: "", language: "other", textSha256: "" }) };
}

export type Claims = { claims: ShownClaim[]; /** What the record itself holds, by fact and kind of value. */ recorded: Recorded; /** Names behind the ids among the values. */ names: NamedRecords };

/** What sources say of a case, fact by fact, compared with each other and with what the record holds. */
export async function getCaseClaims(actor: Actor, caseId: string): Promise<Claims> {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  const listed = await listCaseClaims(read, caseId);
  return listed.length === 0 ? { claims: [], recorded: [], names: {} } : compared(read, actor, listed, await recordedOfCase(read, actor, row), row.zone);
}

/** What sources say of an event. */
export async function getEventClaims(actor: Actor, eventId: string): Promise<Claims> {
  const { read } = await store();
  const row = await findEvent(read, actor, eventId);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.read", row);
  const sites = (await listSites(read, [eventId])).map(({ placeId }) => placeId);
  const recorded = [
    { field: "event", valueKind: "when", values: row.start === null ? [] : [row.start] },
    ...["event", "place"].map((field) => ({ field, valueKind: "place", values: sites })),
  ] as Recorded;
  return compared(read, actor, await listEventClaims(read, eventId), recorded, row.zone);
}

async function compared(read: Reader, actor: Actor, listed: readonly Listed[], recorded: Recorded, zone: string): Promise<Claims> {
  const against = new Set(disputed(listed.map(({ claim }) => claim).filter(({ withdrawn }) => withdrawn === null), zone).map(({ id }) => id));
  const claims = listed.map((each) => ({ ...shown(actor, each), disputed: against.has(each.claim.id), verdict: verdict(each.claim, recorded, zone) }));
  const ids = [...claims.filter(({ valueKind }) => namesRecord(valueKind)).map(({ value }) => value), ...recorded.filter(({ valueKind }) => namesRecord(valueKind)).flatMap(({ values }) => values)];
  return { claims, recorded, names: await namesOfRecords(read, actor, ids) };
}

function verdict({ field, valueKind, value }: ClaimRow, recorded: Recorded, zone: string): ClaimVerdict {
  const held = recorded.find((each) => each.field === field && each.valueKind === valueKind)?.values;
  if (valueKind !== "name" || held === undefined || held.length === 0 || value === "") return verdictOf({ valueKind, value }, held, zone);
  // A name may be given in part or in another spelling.
  const words = foldName(value).split(" ");
  return held.some((name) => within(words, foldName(name).split(" "))) ? "agrees" : "differs";
}

const within = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));

/** What was taken from a source, in the order of its text, each with the case or event that it is about, if that is said. */
export async function getSourceClaims(actor: Actor, sourceId: string) {
  const { read } = await store();
  const source = await findSource(read, actor, sourceId);
  if (!source) throw new AppError("not_found");
  allow(actor, "source.read", source);
  const masked = isMasked(actor, source);
  const claims = (await listSourceClaims(read, actor, sourceId)).map(({ claim, about }) => ({ ...shownClaim(masked, claim), about }));
  return { claims, names: await namesOfRecords(read, actor, claims.filter(({ valueKind }) => namesRecord(valueKind)).map(({ value }) => value)) };
}
