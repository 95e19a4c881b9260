import { and, asc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { cases, places } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

const DAY_MS = 86_400_000;

export type OutstandingCounts = { held: number; overdue: number; dueToday: number; next7: number; termUnknown: number; whereaboutsUnknown: number };

/** The strip of counts, read from the covering index `cases_urgency` in one pass over those still inside. */
export async function countOutstanding(tx: Reader, scope: Scope, now: number, endOfToday: number): Promise<OutstandingCounts> {
  const when = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
  const [row] = await tx
    .select({
      held: sql<number>`count(*)`,
      overdue: when(sql`${cases.dueSort} <= ${now}`),
      dueToday: when(sql`${cases.dueSort} > ${now} and ${cases.expectedFrom} < ${endOfToday}`),
      next7: when(sql`${cases.dueSort} > ${now} and ${cases.expectedFrom} >= ${endOfToday} and ${cases.expectedFrom} < ${endOfToday + 7 * DAY_MS}`),
      termUnknown: when(sql`${cases.expectedBasis} <> 'computed'`),
      whereaboutsUnknown: when(sql`${cases.state} = 'whereabouts_unknown'`),
    })
    .from(cases)
    .where(and(eq(cases.outstanding, true), within(scope, cases.teamId)));
  const number = (value: number | undefined) => Number(value ?? 0);
  return {
    held: number(row?.held),
    overdue: number(row?.overdue),
    dueToday: number(row?.dueToday),
    next7: number(row?.next7),
    termUnknown: number(row?.termUnknown),
    whereaboutsUnknown: number(row?.whereaboutsUnknown),
  };
}

/** Those still inside by place, most first, with how many of them are overdue. */
export async function outstandingByPlace(tx: Reader, scope: Scope, now: number) {
  const grouped = tx
    .select({
      placeId: cases.placeId,
      held: sql<number>`count(*)`.as("held"),
      overdue: sql<number>`sum(case when ${cases.dueSort} <= ${now} then 1 else 0 end)`.as("overdue"),
    })
    .from(cases)
    .where(and(eq(cases.outstanding, true), within(scope, cases.teamId)))
    .groupBy(cases.placeId)
    .as("grouped");
  const rows = await tx
    .select({ placeId: places.id, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn, held: grouped.held, overdue: grouped.overdue })
    .from(grouped)
    .innerJoin(places, eq(places.id, grouped.placeId))
    .orderBy(sql`${grouped.held} desc`, asc(places.nameEn))
    .limit(20);
  return rows.map((row) => ({ ...row, held: Number(row.held), overdue: Number(row.overdue) }));
}

/** How many came into and went out of custody on each day since `from`; days are numbered from 1970 after adding `offset` milliseconds. */
export async function custodyFlows(tx: Reader, scope: Scope, from: number, until: number, offset: number): Promise<{ entered: Map<number, number>; left: Map<number, number> }> {
  const perDay = async (column: typeof cases.custodyFrom | typeof cases.custodyTo) => {
    const day = sql<number>`cast((${column} + ${offset}) / ${DAY_MS} as integer)`.as("day");
    const rows = await tx
      .select({ day, n: sql<number>`count(*)` })
      .from(cases)
      .where(and(isNotNull(column), gte(column, from), lt(column, until), within(scope, cases.teamId)))
      .groupBy(sql`day`);
    return new Map(rows.map((row) => [Number(row.day), Number(row.n)]));
  };
  return { entered: await perDay(cases.custodyFrom), left: await perDay(cases.custodyTo) };
}
