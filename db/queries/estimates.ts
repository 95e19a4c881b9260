import { and, count, desc, eq, isNull } from "drizzle-orm";
import { releaseEstimates, releaseOverrides, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type OverrideRow = typeof releaseOverrides.$inferSelect;
export type EstimateRow = typeof releaseEstimates.$inferSelect;

export const insertOverride = (tx: Tx, row: typeof releaseOverrides.$inferInsert) => tx.insert(releaseOverrides).values(row);

/** The override of a case that nobody and nothing has ended; there is at most one. */
export async function openOverride(tx: Reader, caseId: string): Promise<OverrideRow | undefined> {
  const [row] = await tx.select().from(releaseOverrides).where(and(eq(releaseOverrides.caseId, caseId), isNull(releaseOverrides.ended)));
  return row;
}

export async function findOverride(tx: Reader, id: string): Promise<OverrideRow | undefined> {
  const [row] = await tx.select().from(releaseOverrides).where(eq(releaseOverrides.id, id));
  return row;
}

/** The newest override of a case with the name of its author, whether it stands or not. */
export async function latestOverride(tx: Reader, caseId: string): Promise<{ override: OverrideRow; author: string } | undefined> {
  const [row] = await tx
    .select({ override: releaseOverrides, author: users.name })
    .from(releaseOverrides)
    .innerJoin(users, eq(users.id, releaseOverrides.authorId))
    .where(eq(releaseOverrides.caseId, caseId))
    .orderBy(desc(releaseOverrides.createdAt), desc(releaseOverrides.id))
    .limit(1);
  return row;
}

export const endOverride = (tx: Tx, { id, version }: Pick<OverrideRow, "id" | "version">, ended: string, at: number) =>
  tx.update(releaseOverrides).set({ ended, endedAt: at, version: version + 1, updatedAt: at }).where(eq(releaseOverrides.id, id));

const withOverride = (tx: Reader) =>
  tx
    .select({ estimate: releaseEstimates, override: releaseOverrides, author: users.name })
    .from(releaseEstimates)
    .leftJoin(releaseOverrides, eq(releaseOverrides.id, releaseEstimates.overrideId))
    .leftJoin(users, eq(users.id, releaseOverrides.authorId));

/** The newest estimates of a case with the date set by hand that stood in their place, newest first. */
export const listEstimates = (tx: Reader, caseId: string, limit: number) =>
  withOverride(tx).where(eq(releaseEstimates.caseId, caseId)).orderBy(desc(releaseEstimates.at), desc(releaseEstimates.id)).limit(limit);

export async function findEstimate(tx: Reader, caseId: string, id: string) {
  const [row] = await withOverride(tx).where(and(eq(releaseEstimates.id, id), eq(releaseEstimates.caseId, caseId)));
  return row;
}

/** How often the estimate of a case was made: grows with every change of its facts or of what was set by hand. */
export async function countEstimates(tx: Reader, caseId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(releaseEstimates).where(eq(releaseEstimates.caseId, caseId));
  return Number(row?.n ?? 0);
}
