import { and, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { cases, places } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

const DAY_MS = 86_400_000;

export type OutstandingCounts = { held: number; overdue: number; dueToday: number; next7: number; termUnknown: number; whereaboutsUnknown: number };
export type PlaceCounts = { placeId: string; nameKk: string; nameRu: string; nameEn: string; held: number; overdue: number };

const MOST_PLACES = 20;

/** Those still inside, counted in one pass over the covering index `cases_place`: all together, and by place with most first. */
export async function countOutstanding(tx: Reader, scope: Scope, now: number, endOfToday: number): Promise<{ counts: OutstandingCounts; byPlace: PlaceCounts[] }> {
  const when = (condition: ReturnType<typeof sql>) => sql`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
  const rows = await tx
    .select({
      placeId: cases.placeId,
      held: sql`count(*)`.mapWith(Number),
      overdue: when(sql`${cases.dueSort} <= ${now}`),
      dueToday: when(sql`${cases.dueSort} > ${now} and ${cases.watchFrom} < ${endOfToday}`),
      next7: when(sql`${cases.dueSort} > ${now} and ${cases.watchFrom} >= ${endOfToday} and ${cases.watchFrom} < ${endOfToday + 7 * DAY_MS}`),
      termUnknown: when(sql`${cases.expectedBasis} not in ('computed', 'override')`),
      whereaboutsUnknown: when(sql`${cases.state} = 'whereabouts_unknown'`),
    })
    .from(cases)
    .where(and(eq(cases.outstanding, true), within(scope, cases.teamId)))
    // By team as well, because that is the order of the index: nothing has to be sorted.
    .groupBy(cases.teamId, cases.placeId);
  const counts: OutstandingCounts = { held: 0, overdue: 0, dueToday: 0, next7: 0, termUnknown: 0, whereaboutsUnknown: 0 };
  for (const row of rows) for (const name of Object.keys(counts) as (keyof OutstandingCounts)[]) counts[name] += row[name];
  return { counts, byPlace: await placesOf(tx, rows) };
}

async function placesOf(tx: Reader, rows: readonly { placeId: string; held: number; overdue: number }[]): Promise<PlaceCounts[]> {
  const named = await tx.select({ placeId: places.id, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn }).from(places);
  const sum = (placeId: string, name: "held" | "overdue") => rows.reduce((total, row) => total + (row.placeId === placeId ? row[name] : 0), 0);
  return named
    .map((place) => ({ ...place, held: sum(place.placeId, "held"), overdue: sum(place.placeId, "overdue") }))
    .filter((place) => place.held > 0)
    .sort((a, b) => b.held - a.held || (a.nameEn < b.nameEn ? -1 : 1))
    .slice(0, MOST_PLACES);
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
