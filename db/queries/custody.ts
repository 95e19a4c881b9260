import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { adjustments, custodyMoments, institutions, orderCases, orders, releaseEstimates, sources, statedReleases } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { namingOf } from "./institution-naming";

export type MomentRow = typeof custodyMoments.$inferSelect;
export type StatedRow = typeof statedReleases.$inferSelect;
export type AdjustmentRow = typeof adjustments.$inferSelect;
export type OrderRow = typeof orders.$inferSelect;

export const insertMoments = (tx: Tx, rows: (typeof custodyMoments.$inferInsert)[]) => tx.insert(custodyMoments).values(rows);
export const insertStated = (tx: Tx, rows: (typeof statedReleases.$inferInsert)[]) => tx.insert(statedReleases).values(rows);

export async function findMoment(tx: Reader, id: string): Promise<MomentRow | undefined> {
  const [row] = await tx.select().from(custodyMoments).where(eq(custodyMoments.id, id));
  return row;
}

export async function findStated(tx: Reader, id: string): Promise<StatedRow | undefined> {
  const [row] = await tx.select().from(statedReleases).where(eq(statedReleases.id, id));
  return row;
}

/** Moments of a case in time order, with the institution; those taken back come too and say so. */
export const listMoments = (tx: Reader, caseId: string) =>
  tx
    .select({ moment: custodyMoments, institution: namingOf(institutions) })
    .from(custodyMoments)
    .leftJoin(institutions, eq(institutions.id, custodyMoments.institutionId))
    .where(eq(custodyMoments.caseId, caseId))
    .orderBy(asc(custodyMoments.earliest), asc(custodyMoments.createdAt));

/** Always in the same order: the frozen facts of two estimates are compared as text. */
export const listCountingMoments = (tx: Reader, caseId: string): Promise<MomentRow[]> =>
  tx.select().from(custodyMoments).where(and(eq(custodyMoments.caseId, caseId), isNull(custodyMoments.withdrawn))).orderBy(asc(custodyMoments.earliest), asc(custodyMoments.createdAt), asc(custodyMoments.id));

export const listAdjustments = (tx: Reader, caseId: string): Promise<AdjustmentRow[]> =>
  tx.select().from(adjustments).where(eq(adjustments.caseId, caseId)).orderBy(asc(adjustments.createdAt), asc(adjustments.id));

export async function findAdjustment(tx: Reader, id: string): Promise<AdjustmentRow | undefined> {
  const [row] = await tx.select().from(adjustments).where(eq(adjustments.id, id));
  return row;
}

/** What sources state about the release of a case, with the title of each source and what guards it. */
export const listStated = (tx: Reader, caseId: string) =>
  tx
    .select({ stated: statedReleases, source: sources.title, guard: { teamId: sources.teamId, confidentiality: sources.confidentiality } })
    .from(statedReleases)
    .leftJoin(sources, eq(sources.id, statedReleases.sourceId))
    .where(eq(statedReleases.caseId, caseId))
    .orderBy(asc(statedReleases.createdAt), asc(statedReleases.id));

/** Orders that bind a case, oldest first, with the court. */
export const listOrders = (tx: Reader, caseId: string) =>
  tx
    .select({ order: orders, court: namingOf(institutions), ownTerm: orderCases.ownTerm })
    .from(orderCases)
    .innerJoin(orders, eq(orders.id, orderCases.orderId))
    .leftJoin(institutions, eq(institutions.id, orders.courtId))
    .where(eq(orderCases.caseId, caseId))
    .orderBy(asc(orders.earliest), asc(orders.createdAt), asc(orders.id));

export async function findOrder(tx: Reader, id: string): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, id));
  return row;
}

/** One person bound by a ruling, with a term of their own where it differs. */
export type Binding = { caseId: string; ownTerm: string | null };

export const listOrderCases = (tx: Reader, orderId: string): Promise<Binding[]> =>
  tx.select({ caseId: orderCases.caseId, ownTerm: orderCases.ownTerm }).from(orderCases).where(eq(orderCases.orderId, orderId));

/** Makes an order bind exactly these cases. */
export async function bindOrder(tx: Tx, orderId: string, bindings: readonly Binding[]): Promise<void> {
  await tx.delete(orderCases).where(eq(orderCases.orderId, orderId));
  await tx.insert(orderCases).values(bindings.map((binding) => ({ orderId, ...binding })));
}

export async function latestEstimate(tx: Reader, caseId: string): Promise<typeof releaseEstimates.$inferSelect | undefined> {
  const [row] = await tx.select().from(releaseEstimates).where(eq(releaseEstimates.caseId, caseId)).orderBy(desc(releaseEstimates.at), desc(releaseEstimates.id)).limit(1);
  return row;
}

export const insertEstimate = (tx: Tx, row: typeof releaseEstimates.$inferInsert) => tx.insert(releaseEstimates).values(row);

/** Institutions by their ids, named as they were recorded: what a form shows and reads again. */
export const institutionNames = async (tx: Reader, ids: string[]): Promise<Map<string, string>> =>
  new Map(ids.length ? (await tx.select({ id: institutions.id, name: institutions.name }).from(institutions).where(inArray(institutions.id, ids))).map((row) => [row.id, row.name]) : []);
