import { and, asc, eq, gt, inArray, lte, sql, type SQL } from "drizzle-orm";
import { caseClocks, cases, releaseEstimates } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type ClockRow = typeof caseClocks.$inferInsert;

/** Makes these the clocks of a case. */
export async function putClocks(tx: Tx, caseId: string, rows: ClockRow[]): Promise<void> {
  await tx.delete(caseClocks).where(eq(caseClocks.caseId, caseId));
  if (rows.length) await tx.insert(caseClocks).values(rows);
}

/** Further limits than these pass in two days only where thousands were taken at once; nobody reads on. */
const MOST_FOUND = 2000;

/** Limits that pass after `after` and not after `until`, in instants; read from the index `case_clocks_next` alone. */
const passing = (scope: Scope, after: number, until: number): SQL | undefined =>
  and(within(scope, caseClocks.teamId), eq(caseClocks.kind, "limit"), gt(caseClocks.at, after), lte(caseClocks.at, until));

/** A selection of `case_id` with `next_at`, the limit that passes first, soonest first. */
export const casesWithLimits = (scope: Scope, after: number, until: number): SQL =>
  sql`(select ${caseClocks.caseId} as case_id, min(${caseClocks.at}) as next_at from ${caseClocks} where ${passing(scope, after, until)} group by ${caseClocks.caseId} order by next_at limit ${MOST_FOUND})`;

export async function countCasesWithLimits(tx: Reader, scope: Scope, after: number, until: number): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(distinct ${caseClocks.caseId})` }).from(caseClocks).where(passing(scope, after, until));
  return Number(row?.n ?? 0);
}

/** Limits of these cases that pass after an instant, soonest first. */
export const listLimits = (tx: Reader, caseIds: readonly string[], after: number) =>
  tx
    .select({ caseId: caseClocks.caseId, ruleId: caseClocks.ruleId, from: caseClocks.from, at: caseClocks.at })
    .from(caseClocks)
    .where(and(inArray(caseClocks.caseId, [...caseIds]), eq(caseClocks.kind, "limit"), gt(caseClocks.at, after)))
    .orderBy(asc(caseClocks.at), asc(caseClocks.ruleId));

/** The stored answers that these cases stand on. */
export const listAnswers = (tx: Reader, caseIds: readonly string[]) =>
  tx
    .select({ caseId: cases.id, answer: releaseEstimates.answer })
    .from(cases)
    .innerJoin(releaseEstimates, eq(releaseEstimates.id, cases.estimateId))
    .where(inArray(cases.id, [...caseIds]));
