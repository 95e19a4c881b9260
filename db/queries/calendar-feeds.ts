import { and, count, desc, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type FeedRow = typeof calendarFeeds.$inferSelect;

export const insertFeed = (tx: Tx, row: typeof calendarFeeds.$inferInsert) => tx.insert(calendarFeeds).values(row);

/** One person's own addresses, newest first, also those that were revoked. */
export const listFeedsOf = (tx: Reader, userId: string): Promise<FeedRow[]> => tx.select().from(calendarFeeds).where(eq(calendarFeeds.userId, userId)).orderBy(desc(calendarFeeds.createdAt)).limit(50);

export async function countLiveFeeds(tx: Reader, userId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(calendarFeeds).where(and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt)));
  return row?.n ?? 0;
}

/** The address that answers to this token; undefined once it was revoked. */
export async function findLiveFeed(tx: Reader, tokenHash: string): Promise<FeedRow | undefined> {
  const [row] = await tx.select().from(calendarFeeds).where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt)));
  return row;
}

/** Ends one person's own address; false where it is not theirs or has ended before. */
export async function endFeed(tx: Tx, userId: string, id: string, at: number): Promise<boolean> {
  return (await tx.update(calendarFeeds).set({ revokedAt: at }).where(and(eq(calendarFeeds.id, id), eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt))).returning({ id: calendarFeeds.id })).length > 0;
}

/** Ends every address of a person that still answers; their ids. */
export const endFeedsOf = async (tx: Tx, userId: string, at: number): Promise<string[]> =>
  (await tx.update(calendarFeeds).set({ revokedAt: at }).where(and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt))).returning({ id: calendarFeeds.id })).map(({ id }) => id);

export const touchFeed = (tx: Tx, id: string, at: number) => tx.update(calendarFeeds).set({ readAt: at }).where(eq(calendarFeeds.id, id));
