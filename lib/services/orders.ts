import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findCases } from "@/db/queries/cases";
import { bindOrder, findOrder, institutionNames, listOrderCases, type OrderRow } from "@/db/queries/custody";
import { orders } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { OrderValues } from "@/lib/model/order";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { allow } from "./allow";
import { refuseBadDate, requireCases } from "./case-access";
import { refreshCaseText } from "./case-texts";
import { now, realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { changesOf, write, type Log } from "./write";

const told = ["kind", "court", "judge", "date", "articles", "term", "countFrom", "countFromWhen", "note"] as const;

/** Records a ruling that binds one or several cases and recomputes each of them. */
export const recordOrder = (actor: Actor, { caseIds, ...input }: OrderValues, meta: FormMeta = {}): Promise<{ orderId: string; caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const [first, ...others] = await requireCases(tx, actor, "case.write", caseIds);
      allow(actor, "order.write", first);
      checkOrder(input, first.zone);
      const id = randomUUID();
      const at = realNow();
      const columns = await columnsOf(tx, log, input, first.zone, first.placeId);
      await tx.insert(orders).values({ id, teamId: first.teamId, zone: first.zone, ...columns, createdAt: at, updatedAt: at });
      await bindOrder(tx, id, [first, ...others].map((row) => row.id));
      for (const row of [first, ...others]) {
        await log("order.recorded", { subject: ["order", id], caseId: row.id, version: [null, 1], changes: changesOf(undefined, shownOrder(input), told) });
      }
      await refreshCases(tx, log, caseIds);
      return { orderId: id, caseIds };
    },
    meta.submission,
  );

/** Corrects a ruling and which cases it binds; every case bound before or after is recomputed. */
export const updateOrder = (actor: Actor, { orderId, caseIds, ...input }: OrderValues & { orderId: string }, meta: FormMeta): Promise<{ orderId: string; caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireOrder(tx, actor, orderId);
      const [first, ...others] = await requireCases(tx, actor, "case.write", caseIds);
      checkOrder(input, before.zone);
      const bound = await boundBy(tx, actor, orderId);
      const shown = await editableOrder(tx, before);
      const saved = { version: before.version, values: shown };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(orders)
        .set({ ...(await columnsOf(tx, log, input, before.zone, first.placeId)), version: version + 1, updatedAt: realNow() })
        .where(and(eq(orders.id, orderId), eq(orders.version, version)))
        .returning({ id: orders.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      // Cases of a team that the actor is not in stay bound whatever the form, which cannot show them, sends.
      await bindOrder(tx, orderId, [...[first, ...others].map((row) => row.id), ...bound.hidden]);
      const touched = [...new Set([...bound.visible, ...caseIds, ...bound.hidden])];
      for (const caseId of touched) {
        await log("order.updated", { subject: ["order", orderId], caseId, version: [version, version + 1], changes: changesOf(shownStored(before, shown), shownOrder(input), told) });
      }
      await refreshCases(tx, log, touched);
      return { orderId, caseIds };
    },
    meta.submission,
  );

/** Takes a ruling back with a reason: it stays in the record and no longer counts. */
export const withdrawOrder = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireOrder(tx, actor, recordId);
      const bound = await listOrderCases(tx, recordId);
      await tx.update(orders).set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() }).where(eq(orders.id, recordId));
      for (const caseId of bound) {
        await log("order.withdrawn", { subject: ["order", recordId], caseId, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      }
      await refreshCases(tx, log, bound);
      return { caseIds: bound };
    },
    meta.submission,
  );

async function refreshCases(tx: Tx, log: Log, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    await refreshEstimate(tx, log, caseId);
    await refreshCaseText(tx, caseId);
  }
}

/** What the dates of a ruling must satisfy besides being readable. */
export function checkOrder(input: Omit<OrderValues, "caseIds">, zone: string): void {
  refuseBadDate("date", input.date, zone);
  refuseBadDate("countFromWhen", input.countFromWhen, zone);
  if (input.countFrom === "written" && input.countFromWhen === null) throw refuse("countFromWhen", "required");
  const earliest = input.date === null ? null : boundsOf(input.date, zone).earliest;
  if (earliest !== null && earliest > now()) throw refuse("date", "date_in_future");
}

/** The cases that a ruling binds: those that the actor may see, and the others. */
async function boundBy(tx: Reader, actor: Actor, orderId: string): Promise<{ visible: string[]; hidden: string[] }> {
  const bound = await listOrderCases(tx, orderId);
  const visible = (await findCases(tx, actor, bound)).map((row) => row.id);
  return { visible, hidden: bound.filter((id) => !visible.includes(id)) };
}

async function requireOrder(tx: Reader, actor: Actor, id: string): Promise<OrderRow> {
  const row = await findOrder(tx, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  allow(actor, "order.write", row);
  return row;
}

async function columnsOf(tx: Tx, log: Log, { court, term, ...input }: Omit<OrderValues, "caseIds">, zone: string, placeId: string) {
  return {
    ...input,
    countFromWhen: input.countFrom === "written" ? input.countFromWhen : null,
    courtId: await institutionNamed(tx, log, "court", court, placeId),
    termAmount: term?.amount ?? null,
    termUnit: term?.unit ?? null,
    earliest: input.date === null ? null : boundsOf(input.date, zone).earliest,
  };
}

const shownOrder = (input: Omit<OrderValues, "caseIds">) => ({ ...input, term: input.term ? `${input.term.amount} ${input.term.unit}` : "" });
const shownStored = (row: OrderRow, shown: Record<string, string>) => ({ ...shown, term: row.termAmount === null ? "" : `${row.termAmount} ${row.termUnit ?? ""}` });

/** A ruling as its edit form shows it. */
async function editableOrder(tx: Reader, row: OrderRow): Promise<Record<string, string>> {
  const names = await institutionNames(tx, row.courtId ? [row.courtId] : []);
  return {
    kind: row.kind,
    court: names.get(row.courtId ?? "") ?? "",
    judge: row.judge,
    date: row.date ?? "",
    articles: row.articles,
    "term.amount": row.termAmount === null ? "" : String(row.termAmount),
    "term.unit": row.termUnit ?? "d",
    countFrom: row.countFrom,
    countFromWhen: row.countFromWhen ?? "",
    note: row.note,
  };
}

export async function getEditableOrder(actor: Actor, id: string): Promise<{ id: string; version: number; caseIds: string[]; values: Record<string, string> }> {
  const { read } = await store();
  const row = await requireOrder(read, actor, id);
  return { id: row.id, version: row.version, caseIds: (await boundBy(read, actor, id)).visible, values: await editableOrder(read, row) };
}
