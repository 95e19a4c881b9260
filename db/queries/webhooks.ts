import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { webhookDeliveries, webhooks, webhookSubscriptions } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type WebhookRow = typeof webhooks.$inferSelect;
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** Those that somebody added and nobody took away. */
export const listWebhookRows = (tx: Reader): Promise<WebhookRow[]> => tx.select().from(webhooks).where(isNull(webhooks.removedAt)).orderBy(asc(webhooks.createdAt), asc(webhooks.id));

export async function findWebhook(tx: Reader, id: string): Promise<WebhookRow | undefined> {
  const [row] = await tx.select().from(webhooks).where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)));
  return row;
}

export const subscriptionsOf = async (tx: Reader, webhookId: string): Promise<string[]> =>
  (await tx.select({ event: webhookSubscriptions.event }).from(webhookSubscriptions).where(eq(webhookSubscriptions.webhookId, webhookId))).map(({ event }) => event);

export async function insertWebhook(tx: Tx, row: typeof webhooks.$inferInsert, events: readonly string[]): Promise<void> {
  await tx.insert(webhooks).values(row);
  await tx.insert(webhookSubscriptions).values(events.map((event) => ({ webhookId: row.id, event })));
}

export const updateWebhook = (tx: Tx, id: string, values: Partial<WebhookRow>) => tx.update(webhooks).set(values).where(eq(webhooks.id, id));

export async function addDeliveries(tx: Tx, rows: (typeof webhookDeliveries.$inferInsert)[]): Promise<void> {
  if (rows.length) await tx.insert(webhookDeliveries).values(rows);
}

/** The first of those that wait, in the order in which things happened. */
export async function nextDelivery(tx: Reader, webhookId: string): Promise<DeliveryRow | undefined> {
  const [row] = await tx
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, "waiting")))
    .orderBy(asc(webhookDeliveries.seq), asc(webhookDeliveries.event))
    .limit(1);
  return row;
}

export async function findDelivery(tx: Reader, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id));
  return row;
}

export const updateDelivery = (tx: Tx, id: string, values: Partial<DeliveryRow>) => tx.update(webhookDeliveries).set(values).where(eq(webhookDeliveries.id, id));

/** How many wait, and the newest of those that were given up. */
export async function standingOf(tx: Reader, webhookId: string, most: number): Promise<{ waiting: number; parked: DeliveryRow[]; last: DeliveryRow | undefined }> {
  const of = (state: string) => and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.state, state));
  const [waiting] = await tx.select({ n: count() }).from(webhookDeliveries).where(of("waiting"));
  const parked = await tx.select().from(webhookDeliveries).where(of("parked")).orderBy(desc(webhookDeliveries.seq)).limit(most);
  const [last] = await tx.select().from(webhookDeliveries).where(and(eq(webhookDeliveries.webhookId, webhookId), isNotNull(webhookDeliveries.lastAt))).orderBy(desc(webhookDeliveries.lastAt)).limit(1);
  return { waiting: waiting?.n ?? 0, parked, last };
}

export const forgetDelivered = (tx: Tx, before: number) => tx.delete(webhookDeliveries).where(and(eq(webhookDeliveries.state, "done"), lt(webhookDeliveries.lastAt, before)));
export const dropDeliveries = (tx: Tx, webhookId: string) => tx.delete(webhookDeliveries).where(and(eq(webhookDeliveries.webhookId, webhookId), inArray(webhookDeliveries.state, ["waiting", "parked"])));
