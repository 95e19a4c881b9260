import { and, asc, eq, gte, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import { cases, people } from "@/db/schema";
import type { Reader } from "@/db/store";
import type { CustodyFlows } from "@/lib/model/custody-days";
import { amongMeant, meantCases, type CaseMatch, type CaseRow } from "./cases";

const DAY_MS = 86_400_000;
const counted = sql`count(*)`.mapWith(Number);

/** Instants in epoch milliseconds, `until` exclusive; null = open. */
export type Period = { from: number | null; until: number | null };

const within = (column: typeof cases.custodyFrom | typeof cases.custodyTo, { from, until }: Period): SQL | undefined =>
  from === null && until === null ? undefined : and(isNotNull(column), from === null ? undefined : gte(column, from), until === null ? undefined : lt(column, until));

export type BegunGroup = { kind: string; placeId: string; sex: string; state: string; outstanding: boolean; verdict: string | null; overdue: boolean; due: boolean; count: number };
export type TermGroup = { courtId: string | null; kind: string; term: string | null; count: number };
export type LeftGroup = { state: string; verdict: string | null; count: number };

/**
 * Cases whose first known moment of custody lies in the period (all that are meant, where it is open on both sides), in groups of what figures are
 * told by; `overdue` and `due` stand for the comparison with `now`, as `custodyStatus` makes it.
 */
export async function countBegun(tx: Reader, match: CaseMatch, period: Period, now: number): Promise<BegunGroup[]> {
  const { source, where } = meantCases(match);
  const past = (column: SQL) => sql`case when ${column} then 1 else 0 end`;
  const group = {
    kind: sql<string>`${cases.detentionKind}`,
    placeId: sql<string>`${cases.placeId}`,
    sex: sql<string>`${people.sex}`,
    state: sql<string>`${cases.state}`,
    outstanding: sql<unknown>`${cases.outstanding}`,
    verdict: sql<string | null>`${cases.verdict}`,
    overdue: past(sql`${cases.outstanding} and ${cases.dueSort} <= ${now}`).as("past_due"),
    due: past(sql`${cases.outstanding} and ${cases.watchFrom} <= ${now}`).as("past_watch"),
  };
  const rows = await tx
    .select({ ...group, count: counted })
    .from(source)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(where, within(cases.custodyFrom, period)))
    .groupBy(cases.detentionKind, cases.placeId, people.sex, cases.state, cases.outstanding, cases.verdict, sql`past_due`, sql`past_watch`);
  return rows.map((row) => ({ ...row, outstanding: Number(row.outstanding) === 1, overdue: Number(row.overdue) === 1, due: Number(row.due) === 1 }));
}

/** The same cases: how many people they are of, of how many the counting is not confirmed, and by court, kind and term as ordered (null = not known). */
export async function countBegunDetails(tx: Reader, match: CaseMatch, period: Period): Promise<{ people: number; unconfirmed: number; terms: TermGroup[] }> {
  const { source, where } = meantCases(match);
  const condition = and(where, within(cases.custodyFrom, period));
  const [sums] = await tx
    .select({ people: sql`count(distinct ${cases.personId})`.mapWith(Number), unconfirmed: sql`coalesce(sum(case when ${cases.expectedBasis} = 'computed' and not ${cases.countingConfirmed} then 1 else 0 end), 0)`.mapWith(Number) })
    .from(source)
    .where(condition);
  const terms = await tx
    .select({ courtId: sql<string | null>`${cases.courtId}`, kind: sql<string>`${cases.detentionKind}`, term: sql<string | null>`${cases.termText}`, count: counted })
    .from(source)
    .where(condition)
    .groupBy(cases.courtId, cases.detentionKind, cases.termText);
  return { people: sums?.people ?? 0, unconfirmed: sums?.unconfirmed ?? 0, terms };
}

/** The same cases one by one, in the order of their references; at most `limit`. */
export const listBegun = (tx: Reader, match: CaseMatch, period: Period, limit: number): Promise<CaseRow[]> =>
  tx.select().from(cases).where(and(amongMeant(match), within(cases.custodyFrom, period))).orderBy(asc(cases.reference)).limit(limit);

/** Cases of whose beginning nothing is known; no period can take them in. */
export async function countUndated(tx: Reader, match: CaseMatch): Promise<{ all: number; outstanding: number; releasedUndated: number }> {
  const { source, where } = meantCases(match);
  const sumOf = (condition: SQL | undefined) => sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);
  const undated = isNull(cases.custodyFrom);
  const [row] = await tx
    .select({ all: sumOf(undated), outstanding: sumOf(and(undated, eq(cases.outstanding, true))), releasedUndated: sumOf(and(eq(cases.outstanding, false), isNull(cases.custodyTo))) })
    .from(source)
    .where(where);
  return row ?? { all: 0, outstanding: 0, releasedUndated: 0 };
}

/** Those who went out of custody in the period, by how and how that stands to the reading of their term. */
export async function countLeft(tx: Reader, match: CaseMatch, period: Period): Promise<LeftGroup[]> {
  const { source, where } = meantCases(match);
  return tx
    .select({ state: sql<string>`${cases.state}`, verdict: sql<string | null>`${cases.verdict}`, count: counted })
    .from(source)
    .where(and(where, eq(cases.outstanding, false), within(cases.custodyTo, period)))
    .groupBy(cases.state, cases.verdict);
}

export async function countHeld(tx: Reader, match: CaseMatch): Promise<number> {
  const { source, where } = meantCases(match);
  const [row] = await tx.select({ count: counted }).from(source).where(and(where, eq(cases.outstanding, true)));
  return row?.count ?? 0;
}

/** How many came into and went out of custody on each day of the period, numbered from 1970 after adding `offset` milliseconds; the same as `custodyFlows` counts for a scope. */
export async function flowsOfMeant(tx: Reader, match: CaseMatch, from: number, until: number, offset: number): Promise<CustodyFlows> {
  const { source, where } = meantCases(match);
  const perDay = async (column: typeof cases.custodyFrom | typeof cases.custodyTo) => {
    const day = sql<number>`cast((${column} + ${offset}) / ${DAY_MS} as integer)`.as("day");
    const rows = await tx.select({ day, count: counted }).from(source).where(and(where, within(column, { from, until }))).groupBy(sql`day`);
    return new Map(rows.map((row) => [Number(row.day), row.count]));
  };
  return { entered: await perDay(cases.custodyFrom), left: await perDay(cases.custodyTo) };
}
