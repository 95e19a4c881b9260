import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findCases } from "@/db/queries/cases";
import { bindOrder, findOrder, institutionNames, listOrderCases, listOrders, type Binding, type OrderRow } from "@/db/queries/custody";
import { orders } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { OrderValues } from "@/lib/model/order";
import { LIFE, termOf } from "@/lib/model/ordered-term";
import { can, type Actor } from "@/lib/model/permissions";
import { termUnits } from "@/lib/model/term";
import { boundsOf } from "@/lib/model/uncertain-date";
import { allow } from "./allow";
import { refuseBadDate, requireCase, requireCases } from "./case-access";
import { refreshCaseText } from "./case-texts";
import { followRecorded } from "./claim-edits";
import { now, realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { changesOf, write, type Log } from "./write";

type OrderFields = Omit<OrderValues, "caseIds" | "ownTerms">;

const told = ["kind", "court", "judge", "date", "articles", "term", "ownTerm", "countFrom", "countFromWhen", "relation", "servedShare", "note"] as const;

/** Records a ruling that binds one or several cases and recomputes each of them. */
export const recordOrder = (actor: Actor, { caseIds, ownTerms, ...input }: OrderValues, meta: FormMeta = {}): Promise<{ orderId: string; caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const [first, ...others] = await requireCases(tx, actor, "case.write", caseIds);
      allow(actor, "order.write", first);
      await checkOrder(tx, actor, input, first.zone);
      const bindings = bindingsOf([first, ...others].map((row) => row.id), ownTerms);
      const id = randomUUID();
      const at = realNow();
      const columns = await columnsOf(tx, log, input, first.zone, first.placeId);
      await tx.insert(orders).values({ id, teamId: first.teamId, zone: first.zone, ...columns, createdAt: at, updatedAt: at });
      await bindOrder(tx, id, bindings);
      for (const { caseId, ownTerm } of bindings) {
        await log("order.recorded", { subject: ["order", id], caseId, version: [null, 1], changes: changesOf(undefined, { ...input, ownTerm }, told) });
      }
      await refreshCases(tx, log, caseIds);
      await followRecorded(tx, log, actor, meta.claim, { caseIds });
      return { orderId: id, caseIds };
    },
    meta.submission,
  );

/** Corrects a ruling and which cases it binds; every case bound before or after is recomputed. */
export const updateOrder = (actor: Actor, input: OrderValues & { orderId: string }, meta: FormMeta): Promise<{ orderId: string; caseIds: string[] }> =>
  write(actor, (tx, log) => updateOrderIn(tx, log, actor, input, meta.version), meta.submission);

/** The same as part of the caller's transaction; `seen` is the version that the change was made from. */
export async function updateOrderIn(tx: Tx, log: Log, actor: Actor, { orderId, caseIds, ownTerms, ...input }: OrderValues & { orderId: string }, seen: number | undefined): Promise<{ orderId: string; caseIds: string[] }> {
  const before = await requireOrder(tx, actor, orderId);
  const [first, ...others] = await requireCases(tx, actor, "case.write", caseIds);
  await checkOrder(tx, actor, input, before.zone, orderId);
  const bound = await boundBy(tx, actor, orderId);
  const shown = await editableOrder(tx, before);
  const saved = { version: before.version, values: shown };
  const version = seenVersion(seen, saved);
  const changed = await tx
    .update(orders)
    .set({ ...(await columnsOf(tx, log, input, before.zone, first.placeId)), version: version + 1, updatedAt: realNow() })
    .where(and(eq(orders.id, orderId), eq(orders.version, version)))
    .returning({ id: orders.id });
  if (changed.length === 0) throw new AppError("conflict", { current: saved });
  // Cases of a team that the actor is not in stay bound whatever the form, which cannot show them, sends.
  const bindings = [...bindingsOf([first, ...others].map((row) => row.id), ownTerms), ...bound.hidden];
  await bindOrder(tx, orderId, bindings);
  const termIn = (list: readonly Binding[], caseId: string) => list.find((each) => each.caseId === caseId)?.ownTerm ?? null;
  const was = [...bound.visible, ...bound.hidden];
  const touched = [...new Set([...was, ...bindings].map(({ caseId }) => caseId))];
  for (const caseId of touched) {
    const changes = changesOf({ ...shown, term: before.term, ownTerm: termIn(was, caseId) }, { ...input, ownTerm: termIn(bindings, caseId) }, told);
    await log("order.updated", { subject: ["order", orderId], caseId, version: [version, version + 1], changes });
  }
  await refreshCases(tx, log, touched);
  return { orderId, caseIds };
}

/** Takes a ruling back with a reason: it stays in the record and no longer counts. */
export const withdrawOrder = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireOrder(tx, actor, recordId);
      const bound = (await listOrderCases(tx, recordId)).map(({ caseId }) => caseId);
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

/** Who is bound, each with a term of their own where the form names one; a term for somebody who is not bound is dropped. */
const bindingsOf = (caseIds: readonly string[], ownTerms: OrderValues["ownTerms"]): Binding[] =>
  caseIds.map((caseId) => ({ caseId, ownTerm: ownTerms.find((each) => each.caseId === caseId)?.term ?? null }));

/** What a ruling must satisfy besides being readable: dates that can be, and an order of the same team to refer to. */
export async function checkOrder(tx: Reader, actor: Actor, input: OrderFields, zone: string, orderId: string | null = null): Promise<void> {
  refuseBadDate("date", input.date, zone);
  refuseBadDate("countFromWhen", input.countFromWhen, zone);
  if (input.countFrom === "written" && input.countFromWhen === null) throw refuse("countFromWhen", "required");
  const earliest = input.date === null ? null : boundsOf(input.date, zone).earliest;
  if (earliest !== null && earliest > now()) throw refuse("date", "date_in_future");
  if (input.relatesToId === null) return;
  const other = await findOrder(tx, input.relatesToId);
  if (!other || other.id === orderId || !can(actor, "order.write", other)) throw refuse("relatesToId", "unknown_option");
}

/** The cases that a ruling binds: those that the actor may see, and the others. */
export async function boundBy(tx: Reader, actor: Actor, orderId: string): Promise<{ visible: Binding[]; hidden: Binding[] }> {
  const bound = await listOrderCases(tx, orderId);
  const visible = new Set((await findCases(tx, actor, bound.map(({ caseId }) => caseId))).map((row) => row.id));
  return { visible: bound.filter(({ caseId }) => visible.has(caseId)), hidden: bound.filter(({ caseId }) => !visible.has(caseId)) };
}

async function requireOrder(tx: Reader, actor: Actor, id: string): Promise<OrderRow> {
  const row = await findOrder(tx, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  allow(actor, "order.write", row);
  return row;
}

async function columnsOf(tx: Tx, log: Log, { court, ...input }: OrderFields, zone: string, placeId: string) {
  return {
    ...input,
    countFromWhen: input.countFrom === "written" ? input.countFromWhen : null,
    courtId: await institutionNamed(tx, log, "court", court, placeId),
    earliest: input.date === null ? null : boundsOf(input.date, zone).earliest,
  };
}

/** A ruling as its edit form shows it. */
export async function editableOrder(tx: Reader, row: OrderRow): Promise<Record<string, string>> {
  const names = await institutionNames(tx, row.courtId ? [row.courtId] : []);
  return {
    kind: row.kind,
    court: names.get(row.courtId ?? "") ?? "",
    judge: row.judge,
    date: row.date ?? "",
    articles: row.articles,
    ...termBoxes(row.term),
    countFrom: row.countFrom,
    countFromWhen: row.countFromWhen ?? "",
    relation: row.relation,
    relatesToId: row.relatesToId ?? "",
    servedShare: row.servedShare ?? "",
    note: row.note,
  };
}

/** One unit goes into the two boxes of the form; anything longer stands in the first as it is stored, and is read back from there. */
function termBoxes(text: string | null): Record<string, string> {
  const term = termOf(text);
  const [only, ...more] = term === null || term === LIFE ? [] : termUnits.filter((unit) => term[unit] !== undefined);
  if (only === undefined || more.length > 0 || term === LIFE || term === null) return { "term.amount": text ?? "", "term.unit": "d" };
  return { "term.amount": String(term[only]), "term.unit": only };
}

export type EditableOrder = { id: string; version: number; bound: Binding[]; values: Record<string, string> };

export async function getEditableOrder(actor: Actor, id: string): Promise<EditableOrder> {
  const { read } = await store();
  const row = await requireOrder(read, actor, id);
  return { id: row.id, version: row.version, bound: (await boundBy(read, actor, id)).visible, values: await editableOrder(read, row) };
}

/** The rulings of a case that count, oldest first. */
export async function getCaseOrders(actor: Actor, caseId: string): Promise<{ id: string; kind: string; date: string | null }[]> {
  const { read } = await store();
  await requireCase(read, actor, "case.read", caseId);
  return (await listOrders(read, caseId)).filter(({ order }) => order.withdrawn === null).map(({ order: { id, kind, date } }) => ({ id, kind, date }));
}
