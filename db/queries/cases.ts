import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseCounters, cases, caseTexts, events, institutions, people, places, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import type { CaseSort } from "@/lib/model/case-query";
import { within, type Scope } from "./scope";
import { matchingCases } from "./search";

export type CaseRow = typeof cases.$inferSelect;

export const insertCases = (tx: Tx, rows: (typeof cases.$inferInsert)[]) => tx.insert(cases).values(rows);

export async function findCase(tx: Reader, scope: Scope, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx.select().from(cases).where(and(eq(cases.id, id), within(scope, cases.teamId)));
  return row;
}

export const findCases = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<CaseRow[]> =>
  tx.select().from(cases).where(and(inArray(cases.id, [...ids]), within(scope, cases.teamId))).orderBy(asc(cases.reference));

/** The next human number of a place and year, such as `ALA-2019-0042`. */
export async function nextReference(tx: Tx, prefix: string): Promise<string> {
  const [row] = await tx
    .insert(caseCounters)
    .values({ prefix, last: 1 })
    .onConflictDoUpdate({ target: caseCounters.prefix, set: { last: sql`${caseCounters.last} + 1` } })
    .returning({ last: caseCounters.last });
  return `${prefix}-${String(row?.last ?? 1).padStart(4, "0")}`;
}

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
  ownerId?: string;
  /** No release can be computed: no term, or no beginning, is known. */
  notComputed?: boolean;
  /** Expected to be free at the latest by this instant. */
  dueBy?: number;
  /** Not yet past the latest reading at this instant. */
  notPast?: number;
  /** The window of release has opened, or opens, before this instant. */
  opensBefore?: number;
  opensFrom?: number;
};

export function caseConditions(scope: Scope, filter: CaseFilter, dialect: "sqlite" | "postgres"): SQL | undefined {
  return and(
    within(scope, cases.teamId),
    filter.outstanding === undefined ? undefined : eq(cases.outstanding, filter.outstanding),
    filter.state === undefined ? undefined : eq(cases.state, filter.state),
    filter.placeId === undefined ? undefined : eq(cases.placeId, filter.placeId),
    filter.detentionKind === undefined ? undefined : eq(cases.detentionKind, filter.detentionKind),
    filter.eventId === undefined ? undefined : eq(cases.eventId, filter.eventId),
    filter.personId === undefined ? undefined : eq(cases.personId, filter.personId),
    filter.ownerId === undefined ? undefined : eq(cases.ownerId, filter.ownerId),
    filter.notComputed ? ne(cases.expectedBasis, "computed") : undefined,
    filter.dueBy === undefined ? undefined : lte(cases.dueSort, filter.dueBy),
    filter.notPast === undefined ? undefined : gt(cases.dueSort, filter.notPast),
    filter.opensBefore === undefined ? undefined : lt(cases.expectedFrom, filter.opensBefore),
    filter.opensFrom === undefined ? undefined : gte(cases.expectedFrom, filter.opensFrom),
    filter.q ? inArray(cases.id, matchingCases(filter.q, dialect)) : undefined,
  );
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
  heldAt: heldAt.name,
  agency: agency.name,
  lawyer: cases.lawyer,
  seizedText: cases.seizedText,
  custodyFrom: cases.custodyFrom,
  custodyTo: cases.custodyTo,
  releasedText: cases.releasedText,
  releaseKind: cases.releaseKind,
  termText: cases.termText,
  expectedFrom: cases.expectedFrom,
  expectedTo: cases.expectedTo,
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

export type ListedCase = Awaited<ReturnType<typeof listCases>>[number];

/** One page of cases. Ids are found from an index alone first, so that the joins are made for the page and not for the table. */
export async function listCases(tx: Reader, where: SQL | undefined, { sort, limit, offset }: { sort: CaseSort; limit: number; offset: number }) {
  const order = sort === "recent" ? [desc(cases.createdAt), desc(cases.id)] : [desc(cases.outstanding), asc(cases.dueSort), asc(cases.reference)];
  const page = await tx.select({ id: cases.id }).from(cases).where(where).orderBy(...order).limit(limit).offset(offset);
  const rows = page.length ? await listing(tx).where(inArray(cases.id, page.map((row) => row.id))) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id }) => byId.get(id) ?? []);
}

export async function findListedCase(tx: Reader, scope: Scope, id: string): Promise<ListedCase | undefined> {
  const [row] = await listing(tx).where(and(eq(cases.id, id), within(scope, cases.teamId)));
  return row;
}

/** The next rows of an export, in the list's own order, after the last row of the batch before. */
export function listCasesAfter(tx: Reader, where: SQL | undefined, after: { dueSort: number; reference: string } | undefined, outstanding: boolean, limit: number) {
  // A row comparison is a seek in the index of urgency; the same written with OR would read the index from its start for every batch.
  const further = after ? sql`(${cases.dueSort}, ${cases.reference}) > (${after.dueSort}, ${after.reference})` : undefined;
  return listing(tx).where(and(where, eq(cases.outstanding, outstanding), further)).orderBy(asc(cases.dueSort), asc(cases.reference)).limit(limit);
}

/** How many match, counting at most `most` of them. */
export async function countCases(tx: Reader, where: SQL | undefined, most: number): Promise<number> {
  const found = tx.select({ id: cases.id }).from(cases).where(where).limit(most).as("found");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(found);
  return Number(row?.n ?? 0);
}

export const listGroup = (tx: Reader, scope: Scope, row: Pick<CaseRow, "id" | "groupId" | "eventId">, orderIds: readonly string[], boundCases: readonly string[]) =>
  listing(tx)
    .where(
      and(
        within(scope, cases.teamId),
        or(
          eq(cases.id, row.id),
          row.groupId === null ? undefined : eq(cases.groupId, row.groupId),
          row.eventId === null ? undefined : and(isNotNull(cases.eventId), eq(cases.eventId, row.eventId)),
          orderIds.length && boundCases.length ? inArray(cases.id, [...boundCases]) : undefined,
        ),
      ),
    )
    .orderBy(asc(cases.reference))
    .limit(200);
