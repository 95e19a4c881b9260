import { and, eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  allegationPerpetrators,
  allegationResponses,
  allegations,
  cases,
  complaints,
  countPlaces,
  counts,
  custodyMoments,
  eventInstitutions,
  eventSites,
  institutionNames,
  institutions,
  orders,
  organisations,
  placeNames,
  places,
} from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import type { ReferenceKind } from "@/lib/model/reference-kinds";
import type { Scope } from "./scope";

/** A column that names an institution or a place: how it moves to another one, and what is told of that. */
export type Reference = {
  table: PgTable;
  column: PgColumn;
  /** What a preview counts it as; absent for what nobody would call a record. */
  kind?: ReferenceKind;
  /** `record`, `team_id` (null: of no team) and `case_id` (null: of no case) of everything that names `id`. */
  rows?: (id: string) => SQL;
  /** Columns that may stand only once together with this one: a second row is dropped. */
  once?: readonly PgColumn[];
};

const none = sql`cast(null as text)`;
const ofCases = (column: PgColumn) => (id: string) => sql`select id as record, team_id as team_id, id as case_id from cases where ${sql.identifier(column.name)} = ${id}`;
const ofAllegations = (joined: SQL, where: SQL) => (id: string) =>
  sql`select a.id as record, a.team_id as team_id, ac.case_id as case_id from allegations a ${joined} left join allegation_cases ac on ac.allegation_id = a.id where ${where} = ${id}`;

/** Every column that names an institution. A test reads the schema and finds one that is missing here. */
export const institutionReferences: readonly Reference[] = [
  { table: cases, column: cases.heldAtId, kind: "cases", rows: ofCases(cases.heldAtId) },
  { table: cases, column: cases.lastHeldAtId, kind: "cases", rows: ofCases(cases.lastHeldAtId) },
  { table: cases, column: cases.agencyId, kind: "cases", rows: ofCases(cases.agencyId) },
  { table: cases, column: cases.courtId, kind: "cases", rows: ofCases(cases.courtId) },
  {
    table: custodyMoments,
    column: custodyMoments.institutionId,
    kind: "moments",
    rows: (id) => sql`select m.id as record, c.team_id as team_id, c.id as case_id from custody_moments m join cases c on c.id = m.case_id where m.institution_id = ${id}`,
  },
  {
    table: orders,
    column: orders.courtId,
    kind: "orders",
    rows: (id) => sql`select o.id as record, o.team_id as team_id, oc.case_id as case_id from orders o left join order_cases oc on oc.order_id = o.id where o.court_id = ${id}`,
  },
  {
    table: allegationPerpetrators,
    column: allegationPerpetrators.institutionId,
    kind: "allegations",
    rows: ofAllegations(sql`join allegation_perpetrators p on p.allegation_id = a.id`, sql`p.institution_id`),
  },
  {
    table: allegationResponses,
    column: allegationResponses.institutionId,
    kind: "allegations",
    rows: ofAllegations(sql`join allegation_responses r on r.allegation_id = a.id`, sql`r.institution_id`),
  },
  { table: complaints, column: complaints.institutionId, kind: "allegations", rows: ofAllegations(sql`join complaints k on k.allegation_id = a.id`, sql`k.institution_id`) },
  {
    table: eventInstitutions,
    column: eventInstitutions.institutionId,
    kind: "events",
    rows: (id) => sql`select e.id as record, e.team_id as team_id, ${none} as case_id from event_institutions ei join events e on e.id = ei.event_id where ei.institution_id = ${id}`,
    once: [eventInstitutions.eventId, eventInstitutions.role],
  },
  { table: counts, column: counts.institutionId, kind: "counts", rows: (id) => sql`select id as record, team_id as team_id, ${none} as case_id from counts where institution_id = ${id}` },
  { table: institutions, column: institutions.parentId, kind: "institutions", rows: (id) => sql`select id as record, ${none} as team_id, ${none} as case_id from institutions where parent_id = ${id} and merged_into_id is null` },
  { table: institutions, column: institutions.mergedIntoId },
  { table: institutionNames, column: institutionNames.institutionId, once: [institutionNames.nameKey] },
];

/** Every column that names a place. */
export const placeReferences: readonly Reference[] = [
  { table: cases, column: cases.placeId, kind: "cases", rows: ofCases(cases.placeId) },
  { table: allegations, column: allegations.placeId, kind: "allegations", rows: ofAllegations(sql``, sql`a.place_id`) },
  {
    table: eventSites,
    column: eventSites.placeId,
    kind: "events",
    rows: (id) => sql`select e.id as record, e.team_id as team_id, ${none} as case_id from event_sites s join events e on e.id = s.event_id where s.place_id = ${id}`,
  },
  {
    table: countPlaces,
    column: countPlaces.placeId,
    kind: "counts",
    rows: (id) => sql`select k.id as record, k.team_id as team_id, ${none} as case_id from count_places kp join counts k on k.id = kp.count_id where kp.place_id = ${id}`,
    once: [countPlaces.countId],
  },
  { table: institutions, column: institutions.placeId, kind: "institutions", rows: (id) => sql`select id as record, ${none} as team_id, ${none} as case_id from institutions where place_id = ${id} and merged_into_id is null` },
  { table: places, column: places.parentId, kind: "places", rows: (id) => sql`select id as record, ${none} as team_id, ${none} as case_id from places where parent_id = ${id} and merged_into_id is null` },
  { table: places, column: places.mergedIntoId },
  { table: placeNames, column: placeNames.placeId, once: [placeNames.nameKey] },
  { table: organisations, column: organisations.defaultPlaceId },
];

/** What a merge would move, by kind, as far as it lies in the scope or belongs to no team. */
export async function countReferences(tx: Reader, scope: Scope, references: readonly Reference[], id: string): Promise<Partial<Record<ReferenceKind, number>>> {
  const counted: Partial<Record<ReferenceKind, number>> = {};
  const mine = scope.teamIds.length ? sql`team_id in (${sql.join(scope.teamIds.map((team) => sql`${team}`), sql`, `)})` : sql`1 = 0`;
  for (const kind of new Set(references.flatMap((reference) => reference.kind ?? []))) {
    const parts = references.flatMap((reference) => (reference.kind === kind && reference.rows ? [reference.rows(id)] : []));
    const [row] = await tx.select({ n: sql<number>`count(distinct record)` }).from(sql`(${sql.join(parts, sql` union all `)}) as named`).where(sql`team_id is null or ${mine}`);
    counted[kind] = Number(row?.n ?? 0);
  }
  return counted;
}

/** Every case that a merge touches, whoever may see it. */
export async function casesNaming(tx: Reader, references: readonly Reference[], id: string): Promise<string[]> {
  const parts = references.flatMap(({ rows }) => (rows ? [rows(id)] : []));
  const found = await tx.selectDistinct({ caseId: sql<string>`case_id` }).from(sql`(${sql.join(parts, sql` union all `)}) as named`).where(sql`case_id is not null`).orderBy(sql`case_id`);
  return found.map(({ caseId }) => caseId);
}

/** Whether any record of any team names it. */
export async function isNamedByRecords(tx: Reader, references: readonly Reference[], id: string): Promise<boolean> {
  const parts = references.flatMap(({ rows }) => (rows ? [rows(id)] : []));
  const found = await tx.select({ one: sql`1`.as("one") }).from(sql`(${sql.join(parts, sql` union all `)}) as named`).where(sql`team_id is not null`).limit(1);
  return found.length > 0;
}

/** Makes everything that names `from` name `to`. What would then stand twice stands once. */
export async function moveReferences(tx: Tx, references: readonly Reference[], from: string, to: string): Promise<void> {
  for (const { table, column, once } of references) {
    if (once) await tx.delete(table).where(and(eq(column, from), alreadyThere(table, column, once, to)));
    const [key] = Object.entries(getTableColumns(table)).find(([, each]) => each === column) ?? [];
    if (key === undefined) throw new Error("a reference names a column of its own table");
    await tx.update(table).set({ [key]: to }).where(eq(column, from));
  }
}

function alreadyThere(table: PgTable, column: PgColumn, once: readonly PgColumn[], to: string): SQL {
  const same = once.map((each) => sql`kept.${sql.identifier(each.name)} = ${each}`);
  return sql`exists (select 1 from ${table} as kept where kept.${sql.identifier(column.name)} = ${to} and ${sql.join(same, sql` and `)})`;
}

/** Two sites of one event in one place become one, which names both spots. */
export async function joinSites(tx: Tx, placeId: string): Promise<void> {
  const sites = await tx.select().from(eventSites).where(eq(eventSites.placeId, placeId)).orderBy(eventSites.id);
  for (const eventId of new Set(sites.map((site) => site.eventId))) {
    const [first, ...others] = sites.filter((site) => site.eventId === eventId);
    if (!first || others.length === 0) continue;
    const spots = [...new Set([first, ...others].map(({ spot }) => spot).filter(Boolean))].join("; ");
    await tx.update(eventSites).set({ spot: spots }).where(eq(eventSites.id, first.id));
    for (const other of others) await tx.delete(eventSites).where(eq(eventSites.id, other.id));
  }
}
