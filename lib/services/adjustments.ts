import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findAdjustment, type AdjustmentRow } from "@/db/queries/custody";
import { adjustments } from "@/db/schema";
import { store, type Reader } from "@/db/store";
import type { AdjustmentValues } from "@/lib/model/adjustment";
import type { Withdrawal } from "@/lib/model/case";
import { isCredit } from "@/lib/model/credit";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { precisionOf } from "@/lib/model/uncertain-date";
import { refuseBadDate, requireCase, requireCases } from "./case-access";
import { realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const told = ["kind", "from", "to", "days", "ratio", "authority", "note"] as const;

/** Records time that counts towards a term, or that does not count, for one case or several. */
export const recordAdjustment = (actor: Actor, { caseIds, ...input }: AdjustmentValues & { caseIds: string[] }, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      for (const row of await requireCases(tx, actor, "case.write", caseIds)) {
        check(input, row.zone);
        const id = randomUUID();
        const at = realNow();
        await tx.insert(adjustments).values({ id, caseId: row.id, ...input, createdAt: at, updatedAt: at });
        await log("adjustment.recorded", { subject: ["adjustment", id], caseId: row.id, version: [null, 1], changes: changesOf(undefined, input, told) });
        await refreshEstimate(tx, log, row.id);
      }
      return { caseIds };
    },
    meta.submission,
  );

export const updateAdjustment = (actor: Actor, { adjustmentId, ...input }: AdjustmentValues & { adjustmentId: string }, meta: FormMeta): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAdjustment(tx, adjustmentId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      check(input, row.zone);
      const saved = { version: before.version, values: editable(before) };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(adjustments)
        .set({ ...input, version: version + 1, updatedAt: realNow() })
        .where(and(eq(adjustments.id, adjustmentId), eq(adjustments.version, version)))
        .returning({ id: adjustments.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await log("adjustment.updated", { subject: ["adjustment", adjustmentId], caseId: row.id, version: [version, version + 1], changes: changesOf(before, input, told) });
      await refreshEstimate(tx, log, row.id);
      return { caseIds: [row.id] };
    },
    meta.submission,
  );

export const withdrawAdjustment = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireAdjustment(tx, recordId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      await tx.update(adjustments).set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() }).where(eq(adjustments.id, recordId));
      await log("adjustment.withdrawn", { subject: ["adjustment", recordId], caseId: row.id, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      await refreshEstimate(tx, log, row.id);
      return { caseIds: [row.id] };
    },
    meta.submission,
  );

export async function getEditableAdjustment(actor: Actor, id: string): Promise<{ id: string; caseId: string; version: number; values: Record<string, string> }> {
  const { read } = await store();
  const row = await requireAdjustment(read, id);
  await requireCase(read, actor, "case.write", row.caseId);
  return { id, caseId: row.caseId, version: row.version, values: editable(row) };
}

/** Days can only be counted between dates that are known to the day; without dates, a number of days must be given, never both. */
function check(input: AdjustmentValues, zone: string): void {
  for (const field of ["from", "to"] as const) {
    const value = input[field];
    refuseBadDate(field, value, zone);
    if (value !== null && (value.includes("~") || !["day", "minute"].includes(precisionOf(value)))) throw refuse(field, "exact_day_needed");
  }
  const { from, to, days } = input;
  if (from === null && to === null) {
    if (days === null) throw refuse("from", "dates_or_days");
  } else {
    if (days !== null) throw refuse("days", "dates_or_days");
    if (from === null || to === null) throw refuse(from === null ? "from" : "to", "required");
    if (to < from.slice(0, to.length)) throw refuse("to", "end_before_start");
  }
  if (input.ratio !== null && !isCredit(input.kind)) throw refuse("ratio", "ratio_of_credit");
}

async function requireAdjustment(tx: Reader, id: string): Promise<AdjustmentRow> {
  const row = await findAdjustment(tx, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  return row;
}

const editable = (row: AdjustmentRow): Record<string, string> => ({
  kind: row.kind,
  from: row.from ?? "",
  to: row.to ?? "",
  days: row.days === null ? "" : String(row.days),
  ratio: row.ratio ?? "",
  authority: row.authority,
  note: row.note,
});
