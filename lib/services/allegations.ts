import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { bindAllegation, findAllegation, findInstitution, insertAllegation, listActs, listAllegationCases, listInstitutionsNamed, listVictims, type AllegationRow } from "@/db/queries/allegations";
import { findSource } from "@/db/queries/sources";
import { allegations } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { AllegationValues } from "@/lib/model/allegation";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { refuseBadDate, requireCases } from "./case-access";
import { followRecorded } from "./claim-edits";
import { now, realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { isMasked, shownAllegation } from "./source-mask";
import { changesOf, write, type Log } from "./write";

const own = ["when", "whereText", "description", "victimScope", "attributedTo", "perpetrator", "injuries", "verification", "response", "responseWhen", "responseNote"] as const;
const told = ["acts", "victimScope", "when", "whereText", "description", "attributedTo", "source", "agency", "perpetrator", "injuries", "verification", "response", "responseWhen", "responseNote"] as const;

/** Records alleged abuse for the cases among which the victims are. Without who alleges it there is no allegation. */
export const recordAllegation = (actor: Actor, input: AllegationValues, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const [first, ...others] = await requireCases(tx, actor, "case.write", input.caseIds);
      allow(actor, "allegation.write", first);
      const id = randomUUID();
      const at = realNow();
      const { row, shown } = await checked(tx, log, actor, input, first);
      await insertAllegation(tx, { id, teamId: first.teamId, zone: first.zone, ...row, createdAt: at, updatedAt: at });
      await bindAllegation(tx, id, input.acts, input.caseIds);
      for (const { id: caseId } of [first, ...others]) {
        await log("allegation.recorded", { subject: ["allegation", id], caseId, version: [null, 1], changes: changesOf(undefined, shown, told) });
      }
      await followRecorded(tx, log, actor, meta.claim, { caseIds: input.caseIds });
      return { allegationId: id };
    },
    meta.submission,
  );

/** Corrects an allegation and which cases it concerns; every case concerned before or after notes it. */
export const updateAllegation = (actor: Actor, { allegationId, ...input }: AllegationValues & { allegationId: string }, meta: FormMeta): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAllegation(tx, actor, allegationId);
      const [first] = await requireCases(tx, actor, "case.write", input.caseIds);
      const current = await editable(tx, actor, before);
      const { row, shown } = await checked(tx, log, actor, input, { ...before, placeId: first.placeId });
      const saved = { version: before.version, values: { ...current.values, acts: current.acts.join("; "), caseIds: current.caseIds.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(allegations)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(allegations.id, allegationId), eq(allegations.version, version)))
        .returning({ id: allegations.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await bindAllegation(tx, allegationId, input.acts, [...input.caseIds, ...current.hiddenIds]);
      const changes = changesOf({ ...current.values, acts: current.acts, source: current.sourceTitle }, shown, told);
      for (const caseId of new Set([...current.caseIds, ...input.caseIds, ...current.hiddenIds])) {
        await log("allegation.updated", { subject: ["allegation", allegationId], caseId, version: [version, version + 1], changes });
      }
      return { allegationId };
    },
    meta.submission,
  );

/** Takes an allegation back with a reason: it stays in the record, struck through. */
export const withdrawAllegation = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAllegation(tx, actor, recordId);
      const [changed] = await tx
        .update(allegations)
        .set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() })
        .where(and(eq(allegations.id, recordId), eq(allegations.version, before.version)))
        .returning({ id: allegations.id });
      if (!changed) throw new AppError("not_found");
      for (const caseId of await listAllegationCases(tx, recordId)) {
        await log("allegation.withdrawn", { subject: ["allegation", recordId], caseId, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      }
      return { allegationId: recordId };
    },
    meta.submission,
  );

/** The row of an allegation and what the history tells of it, or the reason why not. */
async function checked(tx: Tx, log: Log, actor: Actor, { caseIds: _caseIds, acts, agency, ...input }: AllegationValues, { teamId, zone, placeId }: { teamId: string; zone: string; placeId: string }) {
  const earliest = checkPast("when", input.when, zone);
  checkPast("responseWhen", input.responseWhen, zone);
  const source = input.sourceId === null ? undefined : await findSource(tx, actor, input.sourceId);
  if (input.sourceId !== null && source?.teamId !== teamId) throw refuse("sourceId", "unknown_option");
  const agencyId = await agencyNamed(tx, log, agency, placeId);
  return { row: { ...input, agencyId, earliest }, shown: { ...input, acts, agency, source: source?.title ?? "" } };
}

/** What is alleged or asked has happened: it cannot lie wholly in the future. Answers its earliest instant. */
function checkPast(field: string, value: string | null, zone: string): number | null {
  refuseBadDate(field, value, zone);
  const earliest = value === null ? null : boundsOf(value, zone).earliest;
  if (earliest !== null && earliest > now()) throw refuse(field, "date_in_future");
  return earliest;
}

/** A body that is already known under this name, whatever its kind: a station that took people in is not recorded twice. */
async function agencyNamed(tx: Tx, log: Log, name: string, placeId: string): Promise<string | null> {
  const known = await listInstitutionsNamed(tx, foldName(name));
  const best = known.find(({ kind }) => kind === "police") ?? known.find(({ kind }) => kind === "facility" || kind === "agency");
  return best?.id ?? institutionNamed(tx, log, "agency", name, placeId);
}

async function requireAllegation(tx: Reader, actor: Actor, id: string): Promise<AllegationRow> {
  const row = await findAllegation(tx, actor, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  allow(actor, "allegation.write", row);
  return row;
}

/** An allegation as the edit form shows it. */
async function editable(tx: Reader, actor: Actor, row: AllegationRow) {
  const agency = await findInstitution(tx, row.agencyId);
  const source = row.sourceId === null ? undefined : await findSource(tx, actor, row.sourceId);
  const values: Record<string, string> = { ...Object.fromEntries(own.map((name) => [name, row[name] ?? ""])), sourceId: row.sourceId ?? "", agency: agency?.name ?? "" };
  const bound = await listAllegationCases(tx, row.id);
  const caseIds = (await listVictims(tx, actor, row.id)).map((victim) => victim.id);
  // Cases of a team that the actor is not in stay bound whatever the form, which cannot show them, sends.
  const hiddenIds = bound.filter((id) => !caseIds.includes(id));
  return { values, acts: await listActs(tx, row.id), caseIds, hiddenIds, sourceTitle: source?.title ?? "" };
}

export async function getEditableAllegation(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireAllegation(read, actor, id);
  const { values, acts, caseIds } = await editable(read, actor, row);
  return { id, version: row.version, zone: row.zone, values, acts, caseIds };
}

/** An allegation with its acts, injuries only for those who record, the cases among which the victims are, and whose answer it waits for. */
export async function getAllegationPage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findAllegation(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "case.read", row);
  const agency = await findInstitution(read, row.agencyId);
  const source = row.sourceId === null ? undefined : await findSource(read, actor, row.sourceId);
  const mayRecord = can(actor, "allegation.write", row);
  return {
    facts: shownAllegation(isMasked(actor, source), { allegation: mayRecord ? row : { ...row, injuries: "" }, acts: await listActs(read, id), caseCount: (await listAllegationCases(read, id)).length, agency: agency?.name ?? null, agencyKind: agency?.kind ?? null, source: source?.title ?? null }),
    victims: await listVictims(read, actor, id),
    mayWrite: row.withdrawn === null && mayRecord,
  };
}
