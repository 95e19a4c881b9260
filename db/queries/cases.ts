import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, notInArray, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseCounters, cases, caseTexts, events, institutions, people, places, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import type { CaseSort } from "@/lib/model/case-query";
import { casesWithLimits } from "./clocks";
import { casesOfInstitution } from "./institution-cases";
import { namingOf } from "./institution-naming";
import { alsoWithin, within, type Scope } from "./scope";
import { matchingCases } from "./search";

export type CaseRow = typeof cases.$inferSelect;

export const insertCases = (tx: Tx, rows: (typeof cases.$inferInsert)[]) => tx.insert(cases).values(rows);

export async function findCase(tx: Reader, scope: Scope, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx.select().from(cases).where(and(eq(cases.id, id), within(scope, cases.teamId)));
  return row;
}

export const findCases = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.select().from(cases).where(and(inArray(cases.id, [...ids]), alsoWithin(scope, cases.teamId))).orderBy(asc(cases.reference));

/** The next human number of a place and year, such as `ALA-2019-0042`. */
export async function nextReference(tx: Tx, prefix: string): Promise<string> {
  const [row] = await tx
    .insert(caseCounters)
    .values({ prefix, last: 1 })
    .onConflictDoUpdate({ target: caseCounters.prefix, set: { last: sql`${caseCounters.last} + 1` } })
    .returning({ last: caseCounters.last });
  return referenceOf(prefix, row?.last ?? 1);
}

/** The number before the first of `count` new ones of this prefix. */
export async function reserveReferences(tx: Tx, prefix: string, count: number): Promise<number> {
  const [row] = await tx
    .insert(caseCounters)
    .values({ prefix, last: count })
    .onConflictDoUpdate({ target: caseCounters.prefix, set: { last: sql`${caseCounters.last} + ${count}` } })
    .returning({ last: caseCounters.last });
  return (row?.last ?? count) - count;
}

export const referenceOf = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(4, "0")}`;

export const putCaseText = (tx: Tx, caseId: string, body: string) =>
  tx.insert(caseTexts).values({ caseId, body }).onConflictDoUpdate({ target: caseTexts.caseId, set: { body } });

/** Filters of the list, all of them optional; instants in milliseconds. */
export type CaseFilter = {
  q?: string;
  /** `true`: those still inside; `false`: those who are out. */
  outstanding?: boolean;
  state?: string;
  placeId?: string;
  detentionKind?: string;
  eventId?: string;
  personId?: string;
  /** Held there, taken by it or ordered by it, now or once. */
  institutionId?: string;
  ownerId?: string;
  /** No release can be computed (no term, or no beginning, is known), and nobody has set one by hand. */
  notComputed?: boolean;
  /** Expected to be free at the latest by this instant. */
  dueBy?: number;
  /** Not yet past the latest reading at this instant. */
  notPast?: number;
  /** The window of release has opened, or opens, before this instant. */
  opensBefore?: number;
  opensFrom?: number;
  /** In custody at some time between these instants, as far as is known: taken before the second, and not out before the first. */
  heldFrom?: number;
  heldBefore?: number;
  /** A limit of detention that still runs passes after the first instant and not after the second. */
  limitWithin?: readonly [after: number, until: number];
};

/** Which cases are meant: in whose scope, inside or out or both, with what, and found by what; `soonest` where what was found has an order of urgency of its own. */
export type CaseMatch = { scope: Scope; outstanding: boolean | undefined; where: SQL | undefined; found: SQL | undefined; soonest?: boolean };

export function caseMatch(scope: Scope, filter: CaseFilter, dialect: "sqlite" | "postgres"): CaseMatch {
  const limits = filter.limitWithin && casesWithLimits(scope, ...filter.limitWithin);
  const found = foundBy(filter, dialect);
  const where = and(
    limits && found ? sql`${cases.id} in (select case_id from ${limits} as limited)` : undefined,
    filter.state === undefined ? undefined : eq(cases.state, filter.state),
    filter.placeId === undefined ? undefined : eq(cases.placeId, filter.placeId),
    filter.detentionKind === undefined ? undefined : eq(cases.detentionKind, filter.detentionKind),
    filter.eventId === undefined || !(filter.q || filter.personId) ? undefined : sql`${cases.id} in (select case_id from case_events where event_id = ${filter.eventId})`,
    filter.personId === undefined ? undefined : eq(cases.personId, filter.personId),
    filter.institutionId !== undefined && filter.q ? sql`${cases.id} in (select case_id from ${casesOfInstitution(filter.institutionId)} as named)` : undefined,
    filter.ownerId === undefined ? undefined : eq(cases.ownerId, filter.ownerId),
    filter.notComputed ? notInArray(cases.expectedBasis, ["computed", "override"]) : undefined,
    filter.dueBy === undefined ? undefined : lte(cases.dueSort, filter.dueBy),
    filter.notPast === undefined ? undefined : gt(cases.dueSort, filter.notPast),
    filter.opensBefore === undefined ? undefined : lt(cases.watchFrom, filter.opensBefore),
    filter.opensFrom === undefined ? undefined : gte(cases.watchFrom, filter.opensFrom),
    filter.heldFrom === undefined ? undefined : or(isNull(cases.custodyTo), gt(cases.custodyTo, filter.heldFrom)),
    filter.heldBefore === undefined ? undefined : or(isNull(cases.custodyFrom), lt(cases.custodyFrom, filter.heldBefore)),
  );
  return { scope, outstanding: filter.outstanding, where, found: found ?? limits, ...(limits && !found ? { soonest: true } : {}) };
}

/** Those past their latest reading at this instant. */
export const pastReading = (at: number): SQL => lte(cases.dueSort, at);
/** Those of one place. */
export const inPlace = (placeId: string): SQL => eq(cases.placeId, placeId);

/** A selection of `case_id` that leaves few cases; the one to begin with, because it is narrower than any team. */
function foundBy({ q, personId, eventId, institutionId }: CaseFilter, dialect: "sqlite" | "postgres"): SQL | undefined {
  if (q) return matchingCases(q, dialect);
  if (institutionId !== undefined) return casesOfInstitution(institutionId);
  if (personId !== undefined) return sql`(select id as case_id from cases where person_id = ${personId})`;
  return eventId === undefined ? undefined : sql`(select distinct case_id from case_events where event_id = ${eventId})`;
}

const heldAt = alias(institutions, "held_at");
const agency = alias(institutions, "agency");
const owner = alias(users, "owner");

const listed = {
  id: cases.id,
  reference: cases.reference,
  personId: cases.personId,
  personName: people.displayName,
  identification: people.identification,
  sex: people.sex,
  slot: cases.slot,
  slotCount: cases.slotCount,
  detentionKind: cases.detentionKind,
  priority: cases.priority,
  placeKk: places.nameKk,
  placeRu: places.nameRu,
  placeEn: places.nameEn,
  zone: cases.zone,
  state: cases.state,
  outstanding: cases.outstanding,
  heldAt: namingOf(heldAt),
  agency: namingOf(agency),
  lawyer: cases.lawyer,
  seizedText: cases.seizedText,
  custodyFrom: cases.custodyFrom,
  custodyTo: cases.custodyTo,
  releasedText: cases.releasedText,
  releaseKind: cases.releaseKind,
  termText: cases.termText,
  expectedFrom: cases.expectedFrom,
  expectedTo: cases.expectedTo,
  watchFrom: cases.watchFrom,
  expectedBasis: cases.expectedBasis,
  expectedKind: cases.expectedKind,
  countingConfirmed: cases.countingConfirmed,
  statedDiffers: cases.statedDiffers,
  verdict: cases.verdict,
  dueSort: cases.dueSort,
  ownerName: owner.name,
  eventTitle: events.title,
  version: cases.version,
};

const listing = (tx: Reader) =>
  tx
    .select(listed)
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(heldAt, eq(heldAt.id, cases.heldAtId))
    .leftJoin(agency, eq(agency.id, cases.agencyId))
    .leftJoin(owner, eq(owner.id, cases.ownerId))
    .leftJoin(events, eq(events.id, cases.eventId));

/**
 * One page of cases, and how many match, counting at most `most` of them. References are found from an index alone first, so that the joins
 * are made for the page and not for the table.
 */
export async function pageOfCases(tx: Reader, match: CaseMatch, { sort, limit, offset, most }: { sort: CaseSort; limit: number; offset: number; most: number }): Promise<{ rows: ListedCase[]; counted: number }> {
  if (match.found) {
    const all = await orderedReferences(tx, match, { sort, limit: Math.max(most, offset + limit), offset: 0 });
    return { rows: await listByReferences(tx, all.slice(offset, offset + limit)), counted: Math.min(all.length, most) };
  }
  const references = await orderedReferences(tx, match, { sort, limit, offset });
  const counted = offset === 0 && references.length < limit ? references.length : await countCases(tx, match, most);
  return { rows: await listByReferences(tx, references), counted };
}

export type ListedCase = Awaited<ReturnType<typeof listByReferences>>[number];

async function listByReferences(tx: Reader, references: readonly string[]) {
  const rows = references.length ? await listing(tx).where(inArray(cases.reference, [...references])) : [];
  const known = new Map(rows.map((row) => [row.reference, row]));
  return references.flatMap((reference) => known.get(reference) ?? []);
}

/** These cases as lists show them, in the order of their references. */
export const listCasesById = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<ListedCase[]> =>
  ids.length ? listing(tx).where(and(inArray(cases.id, [...ids]), alsoWithin(scope, cases.teamId))).orderBy(asc(cases.reference)) : Promise.resolve([]);

export async function findListedCase(tx: Reader, scope: Scope, id: string): Promise<ListedCase | undefined> {
  const [row] = await listing(tx).where(and(eq(cases.id, id), within(scope, cases.teamId)));
  return row;
}

/** The next rows of an export, in the list's own order, after the last row of the batch before. */
export const listCasesAfter = async (tx: Reader, match: CaseMatch, after: { dueSort: number; reference: string } | undefined, outstanding: boolean, limit: number): Promise<ListedCase[]> =>
  listByReferences(tx, await referencesAfter(tx, match, after, outstanding, limit));

/** The references of these rows alone. */
export async function referencesAfter(tx: Reader, match: CaseMatch, after: { dueSort: number; reference: string } | undefined, outstanding: boolean, limit: number): Promise<string[]> {
  if (match.outstanding === !outstanding) return [];
  // A row comparison is a seek in the index of urgency; the same written with OR would read the index from its start for every batch.
  const further = after ? sql`(${cases.dueSort}, ${cases.reference}) > (${after.dueSort}, ${after.reference})` : undefined;
  return orderedReferences(tx, { ...match, soonest: false, outstanding, where: and(match.where, further) }, { sort: "urgency", limit, offset: 0 });
}

async function countCases(tx: Reader, match: CaseMatch, most: number): Promise<number> {
  const counted = tx.select({ one: sql`1`.as("one") }).from(sourceOf(match)).where(conditionsOf(match)).limit(most).as("counted");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(counted);
  return Number(row?.n ?? 0);
}

/** CROSS JOIN, because SQLite keeps its order: what was found is looked up, instead of everything else being compared with it. */
export const sourceOf = ({ found }: CaseMatch): SQL => (found ? sql`${found} as found cross join ${cases}` : sql`${cases}`);

/** The rows of a match, inside its scope. */
export const conditionsOf = ({ scope, outstanding, where, found }: CaseMatch): SQL | undefined =>
  and(found ? sql`${cases.id} = found.case_id` : undefined, within(scope, cases.teamId), outstanding === undefined ? undefined : eq(cases.outstanding, outstanding), where);

/** Where figures about the cases that are meant come from, and on what condition; `cases` is among it. */
export const meantCases = (match: CaseMatch): { source: SQL; where: SQL | undefined } => ({ source: sourceOf(match), where: conditionsOf(match) });

/** The condition on a row of `cases` that it is one of those meant. */
export const amongMeant = (match: CaseMatch): SQL => sql`${cases.id} in (select ${cases.id} from ${sourceOf(match)} where ${conditionsOf(match) ?? sql`1 = 1`})`;

const orders = {
  urgency: sql`outstanding desc, due_sort asc, reference asc`,
  recent: sql`created_at desc, reference desc`,
} as const satisfies Record<CaseSort, SQL>;
const keys = { urgency: sql`outstanding, due_sort`, recent: sql`created_at` } as const satisfies Record<CaseSort, SQL>;

/**
 * References of one page in order. An index can only be read in order for one team, and in the order of urgency only for those inside or
 * those out; so each such part gives its own first rows, and these few are merged. The cost follows the page, not the table.
 */
async function orderedReferences(tx: Reader, match: CaseMatch, { sort, limit, offset }: { sort: CaseSort; limit: number; offset: number }): Promise<string[]> {
  const { scope, outstanding, where, found, soonest } = match;
  const order = soonest && sort === "urgency" ? sql`found.next_at asc, reference asc` : orders[sort];
  const sides = sort === "recent" ? [outstanding] : outstanding === undefined ? [true, false] : [outstanding];
  const parts = scope.teamIds.flatMap((teamId) =>
    sides.map((side) => {
      const only = and(eq(cases.teamId, teamId), side === undefined ? undefined : eq(cases.outstanding, side), where);
      return sql`select * from (select reference, ${keys[sort]} from ${cases} where ${only} order by ${orders[sort]} limit ${limit + offset}) as part`;
    }),
  );
  const source = found || parts.length === 0 ? sourceOf(match) : sql`(${sql.join(parts, sql` union all `)}) as parts`;
  const rows = await tx
    .select({ reference: sql<string>`reference` })
    .from(source)
    .where(found || parts.length === 0 ? conditionsOf(match) : undefined)
    .orderBy(order)
    .limit(limit)
    .offset(offset);
  return rows.map((row) => row.reference);
}

/** Cases entered in one step with this one, bound by the same rulings (`boundCases`), or of one of its events; the nearest first, at most `limit`. */
export async function listGroup(tx: Reader, scope: Scope, row: Pick<CaseRow, "id" | "groupId">, boundCases: readonly string[], limit: number) {
  const ids = async (where: SQL) => (await tx.select({ id: cases.id }).from(cases).where(and(where, alsoWithin(scope, cases.teamId))).limit(limit)).map((found) => found.id);
  const together = row.groupId === null ? [] : await ids(eq(cases.groupId, row.groupId));
  const sameEvent = await ids(sql`${cases.id} in (select case_id from case_events where event_id in (select event_id from case_events where case_id = ${row.id}))`);
  const nearest = [...new Set([row.id, ...together, ...boundCases, ...sameEvent])].slice(0, limit);
  return listing(tx).where(and(inArray(cases.id, nearest), alsoWithin(scope, cases.teamId))).orderBy(asc(cases.reference));
}
