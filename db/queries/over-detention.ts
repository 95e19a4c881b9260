import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cases, institutions, people, places } from "@/db/schema";
import type { Reader } from "@/db/store";
import { knownReading, type OverView } from "@/lib/model/over-detention";
import { caseNaming } from "./case-naming";
import { namingOf } from "./institution-naming";
import { within, type Scope } from "./scope";

/** Which cases are meant, `among` only of those that it takes in; instants in epoch milliseconds, `until` exclusive, of the release or of now for those still inside. */
export type OverMatch = { scope: Scope; view: OverView; now: number; from: number | null; until: number | null; only?: OverOnly; among?: SQL };
/** One place of detention, one court or one place. */
export type OverOnly = { facility: string } | { court: string } | { place: string };

/** What people are held too long by: whole minutes at least; at most, of those where that is known; and how many cases it is not known of. */
export type OverTotals = { count: number; inside: number; least: number; most: number; mostUnknown: number };
export type OverGroup = OverTotals & { key: string | null };

const facility = sql`coalesce(${cases.lastHeldAtId}, ${cases.heldAtId})`;
const minutesSince = (now: number, since: SQL): SQL => sql`((cast(${now} as bigint) - ${since}) / 60000)`;
/** The end of a day stands as it is; a moment known to the minute lasts until the next one, but time is counted from it. */
const endOfReading = sql`case when ${cases.dueSort} % 900000 = 0 then ${cases.dueSort} else ${cases.dueSort} - 60000 end`;

/** Those released after the latest reading, read from the index `cases_over`. */
function late({ scope, from, until, among }: OverMatch): SQL {
  const period = and(from === null ? undefined : sql`${cases.custodyTo} >= ${from}`, until === null ? undefined : sql`${cases.custodyTo} < ${until}`);
  return sql`select id, reference, 0 as held, coalesce(over_kind, 'term') as kind, over_minutes as least, over_minutes_most as most, ${facility} as facility, court_id as court, place_id as place from ${cases} where ${and(within(scope, cases.teamId), sql`${cases.overMinutes} > 0`, eq(cases.outstanding, false), period, among)}`;
}

/** Those still held past every reading, counted to now; the same sum as `overHeld` in lib/model/over-detention.ts. */
function inside({ scope, now, among }: OverMatch): SQL {
  const least = sql`${minutesSince(now, endOfReading)} + coalesce(over_minutes, 0)`;
  const most = sql`case when over_minutes is not null and over_minutes_most is null then null else ${minutesSince(now, sql`${cases.watchFrom}`)} + coalesce(over_minutes_most, 0) end`;
  const held = and(within(scope, cases.teamId), eq(cases.outstanding, true), sql`${cases.dueSort} <= ${now}`, inArray(cases.expectedBasis, ["computed", "override"]), among);
  return sql`select id, reference, 1 as held, coalesce(over_kind, 'term') as kind, ${least} as least, ${most} as most, ${facility} as facility, court_id as court, place_id as place from ${cases} where ${held}`;
}

/** Rows of everybody meant: id, reference, held (1 or 0), kind, least, most, facility, court, place. */
function over(match: OverMatch): SQL {
  if (!match.only) return everybodyOver(match);
  const [[column = "", id] = []] = Object.entries(match.only);
  return sql`(select * from ${everybodyOver(match)} where ${sql.identifier(column)} = ${id}) as over_here`;
}

function everybodyOver(match: OverMatch): SQL {
  const { view, now, from, until } = match;
  const nowIsMeant = (from === null || from <= now) && (until === null || now < until);
  const parts = [...(view === "inside" ? [] : [late(match)]), ...(view === "late" || !nowIsMeant ? [] : [inside(match)])];
  return parts.length === 0 ? sql`(${late(match)} and 1 = 0) as over_held` : sql`(${sql.join(parts, sql` union all `)}) as over_held`;
}

const summed = {
  count: sql`count(*)`.mapWith(Number),
  inside: sql`coalesce(sum(held), 0)`.mapWith(Number),
  least: sql`coalesce(sum(least), 0)`.mapWith(Number),
  most: sql`coalesce(sum(most), 0)`.mapWith(Number),
  mostUnknown: sql`coalesce(sum(case when most is null then 1 else 0 end), 0)`.mapWith(Number),
};

export async function sumOver(tx: Reader, match: OverMatch): Promise<OverTotals> {
  const [row] = await tx.select(summed).from(over(match));
  return row ?? { count: 0, inside: 0, least: 0, most: 0, mostUnknown: 0 };
}

/** The same by place of detention, by court or by what was over; the most minutes first. */
export async function sumOverBy(tx: Reader, match: OverMatch, by: "facility" | "court" | "kind", limit: number): Promise<OverGroup[]> {
  const key = { facility: sql<string | null>`facility`, court: sql<string | null>`court`, kind: sql<string | null>`kind` }[by];
  return tx.select({ key, ...summed }).from(over(match)).groupBy(key).orderBy(sql`sum(least) desc`, key).limit(limit);
}

/** A case with what was over in it; whole minutes, `most` null where it is not known. */
export type OverRow = { id: string; reference: string; kind: string; least: number; most: number | null };
const found = { id: sql<string>`id`, reference: sql<string>`reference`, kind: sql<string>`kind`, least: sql`least`.mapWith(Number), most: sql`most`.mapWith(Number) };

const lastHeldAt = alias(institutions, "last_held_at");
const court = alias(institutions, "court");

/** One page of cases, the longest first. */
export async function pageOfOver(tx: Reader, match: OverMatch, limit: number, offset: number) {
  return withDetails(tx, await tx.select(found).from(over(match)).orderBy(sql`least desc`, sql`reference asc`).limit(limit).offset(offset));
}

/** The next rows of an export, without what is told of the case, after the last one of the batch before. */
export function listOverAfter(tx: Reader, match: OverMatch, after: Pick<OverRow, "least" | "reference"> | undefined, limit: number): Promise<OverRow[]> {
  const further = after ? sql`(least < ${after.least} or (least = ${after.least} and reference > ${after.reference}))` : undefined;
  return tx.select(found).from(over(match)).where(further).orderBy(sql`least desc`, sql`reference asc`).limit(limit);
}

export type OverCase = Awaited<ReturnType<typeof withDetails>>[number];

async function withDetails(tx: Reader, rows: readonly OverRow[]) {
  if (rows.length === 0) return [];
  const details = await tx
    .select({
      ...caseNaming,
      zone: cases.zone,
      outstanding: cases.outstanding,
      releasedText: cases.releasedText,
      watchFrom: cases.watchFrom,
      dueSort: cases.dueSort,
      expectedBasis: cases.expectedBasis,
      countingConfirmed: cases.countingConfirmed,
      detentionKind: cases.detentionKind,
      facility: namingOf(lastHeldAt),
      court: namingOf(court),
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(lastHeldAt, sql`${lastHeldAt.id} = ${facility}`)
    .leftJoin(court, eq(court.id, cases.courtId))
    .where(inArray(cases.id, rows.map(({ id }) => id)));
  const known = new Map(details.map((detail) => [detail.id, detail]));
  return rows.flatMap((row) => {
    const detail = known.get(row.id);
    return detail ? [{ ...detail, dueSort: knownReading(detail.dueSort), reference: row.reference, overKind: row.kind, least: row.least, most: row.most }] : [];
  });
}
