import "server-only";
import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { findMoment, institutionNames, type MomentRow } from "@/db/queries/custody";
import { custodyMoments } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { MomentValues, Withdrawal } from "@/lib/model/case";
import { AppError, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { InstitutionKind, MomentKind } from "@/lib/model/vocabularies";
import { checkPast, requireCase, requireCases } from "./case-access";
import { refreshCaseText } from "./case-texts";
import { followRecorded } from "./claim-edits";
import { now, realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { momentFieldNames, recordMomentRow } from "./moment-rows";
import { changesOf, write, type Log } from "./write";

/** What kind of institution a moment happens at. */
const institutionKind = (kind: MomentKind): InstitutionKind => (kind === "seized" || kind === "delivered" || kind === "protocol" ? "police" : kind === "ruling" ? "court" : "facility");

/** A custody moment for one case or several at once: seized, transferred, still inside, released … */
export const recordMoment = (actor: Actor, { caseIds, institution, ...values }: MomentValues & { caseIds: string[] }, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      await recordMomentIn(tx, log, actor, { caseIds, institution, ...values });
      await followRecorded(tx, log, actor, meta.claim, { caseIds });
      return { caseIds };
    },
    meta.submission,
  );

/** The same as part of the caller's transaction. */
export async function recordMomentIn(tx: Tx, log: Log, actor: Actor, { caseIds, institution, ...values }: MomentValues & { caseIds: string[] }): Promise<void> {
  for (const row of await requireCases(tx, actor, "case.write", caseIds)) {
    checkPast("when", values.when, row.zone);
    const institutionId = await institutionNamed(tx, log, institutionKind(values.kind), institution, row.placeId);
    await recordMomentRow(tx, log, row.id, row.zone, { ...values, releaseKind: values.kind === "released" ? values.releaseKind : null, institutionId }, institution);
    await refreshEstimate(tx, log, row.id);
    await refreshCaseText(tx, row.id);
  }
}

/** Corrects a moment; the earlier version stays in the history. */
export const updateMoment = (actor: Actor, input: MomentValues & { momentId: string }, meta: FormMeta): Promise<{ caseIds: string[] }> =>
  write(actor, (tx, log) => updateMomentIn(tx, log, actor, input, meta.version), meta.submission);

/** The same as part of the caller's transaction; `seen` is the version that the change was made from. */
export async function updateMomentIn(tx: Tx, log: Log, actor: Actor, { momentId, institution, ...values }: MomentValues & { momentId: string }, seen: number | undefined): Promise<{ caseIds: string[] }> {
  const before = await requireMoment(tx, momentId);
  const row = await requireCase(tx, actor, "case.write", before.caseId);
  checkPast("when", values.when, row.zone);
  const institutionId = await institutionNamed(tx, log, institutionKind(values.kind), institution, row.placeId);
  const shown = await editableMoment(tx, before);
  const saved = { version: before.version, values: shown };
  const version = seenVersion(seen, saved);
  const bounds = values.when === null ? { earliest: null, latest: null } : boundsOf(values.when, row.zone);
  const changed = await tx
    .update(custodyMoments)
    .set({ ...values, ...bounds, institutionId, releaseKind: values.kind === "released" ? values.releaseKind : null, version: version + 1, updatedAt: realNow() })
    .where(and(eq(custodyMoments.id, momentId), eq(custodyMoments.version, version)))
    .returning({ id: custodyMoments.id });
  if (changed.length === 0) throw new AppError("conflict", { current: saved });
  await log("moment.updated", { subject: ["moment", momentId], caseId: row.id, version: [version, version + 1], changes: changesOf(shown, { ...values, institution }, momentFieldNames) });
  await refreshEstimate(tx, log, row.id);
  await refreshCaseText(tx, row.id);
  return { caseIds: [row.id] };
}

/** Takes a moment back with a reason: it stays in the record and no longer counts. */
export const withdrawMoment = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireMoment(tx, recordId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      await tx.update(custodyMoments).set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() }).where(eq(custodyMoments.id, recordId));
      await log("moment.withdrawn", { subject: ["moment", recordId], caseId: row.id, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      await refreshEstimate(tx, log, row.id);
      await refreshCaseText(tx, row.id);
      return { caseIds: [row.id] };
    },
    meta.submission,
  );

/** The domain's now as a wall clock of the zone shows it, to the minute (EDTF). */
export const localNow = (zone: string): string => Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });

/** A moment as its edit form shows it. */
export async function getEditableMoment(actor: Actor, id: string): Promise<{ id: string; caseId: string; version: number; values: Record<string, string> }> {
  const { read } = await store();
  const moment = await requireMoment(read, id);
  await requireCase(read, actor, "case.write", moment.caseId);
  return { id, caseId: moment.caseId, version: moment.version, values: await editableMoment(read, moment) };
}

async function requireMoment(tx: Reader, id: string): Promise<MomentRow> {
  const row = await findMoment(tx, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  return row;
}

export async function editableMoment(tx: Reader, row: MomentRow): Promise<Record<(typeof momentFieldNames)[number], string>> {
  const names = await institutionNames(tx, row.institutionId ? [row.institutionId] : []);
  return { kind: row.kind, when: row.when ?? "", institution: names.get(row.institutionId ?? "") ?? "", releaseKind: row.releaseKind ?? "unknown", note: row.note };
}
