import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cases, citations, events, institutionNames, institutions, people, personNames, places, sources } from "@/db/schema";
import type { Reader } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type ClaimRow = typeof citations.$inferSelect;

const MOST_OF_SAME_WORDS = 200;

const source = {
  id: sources.id,
  teamId: sources.teamId,
  kind: sources.kind,
  title: sources.title,
  publisher: sources.publisher,
  url: sources.url,
  published: sources.published,
  confidentiality: sources.confidentiality,
  reliability: sources.reliability,
};

/** What sources say of a case, oldest first, those taken back too; each with its source and what guards it. */
export const listCaseClaims = (tx: Reader, caseId: string) =>
  tx.select({ claim: citations, source }).from(citations).innerJoin(sources, eq(sources.id, citations.sourceId)).where(eq(citations.caseId, caseId)).orderBy(asc(citations.createdAt), asc(citations.id));

/** The same of an event. */
export const listEventClaims = (tx: Reader, eventId: string) =>
  tx.select({ claim: citations, source }).from(citations).innerJoin(sources, eq(sources.id, citations.sourceId)).where(eq(citations.eventId, eventId)).orderBy(asc(citations.createdAt), asc(citations.id));

/** What was taken from a source, in the order of its text, with the case or event that may be seen; of others nothing. */
export const listSourceClaims = (tx: Reader, scope: Scope, sourceId: string) =>
  tx
    .select({
      claim: citations,
      about: { reference: cases.reference, slot: cases.slot, slotCount: cases.slotCount, displayName: people.displayName, sex: people.sex, event: events.title },
    })
    .from(citations)
    .leftJoin(cases, eq(cases.id, citations.caseId))
    .leftJoin(people, eq(people.id, cases.personId))
    .leftJoin(events, eq(events.id, citations.eventId))
    .where(and(eq(citations.sourceId, sourceId), or(isNull(citations.caseId), alsoWithin(scope, cases.teamId)), or(isNull(citations.eventId), alsoWithin(scope, events.teamId))))
    .orderBy(sql`case when ${citations.start} is null then 1 else 0 end`, asc(citations.start), asc(citations.createdAt), asc(citations.id));

/** The claims of a case (or an event) that count, of one fact. */
export const listRivals = (tx: Reader, claim: Pick<ClaimRow, "caseId" | "eventId" | "field">): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(citations)
    .where(and(eq(citations.field, claim.field), isNull(citations.withdrawn), claim.caseId !== null ? eq(citations.caseId, claim.caseId) : claim.eventId !== null ? eq(citations.eventId, claim.eventId) : sql`1 = 0`));

/** This claim about a case and those that say the same with the same words about others. */
export const listSameClaims = (tx: Reader, { sourceId, field, valueKind, value, quote, start }: ClaimRow): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(citations)
    .where(
      and(
        eq(citations.sourceId, sourceId),
        eq(citations.field, field),
        eq(citations.valueKind, valueKind),
        eq(citations.value, value),
        eq(citations.quote, quote),
        start === null ? isNull(citations.start) : eq(citations.start, start),
        isNull(citations.withdrawn),
        isNotNull(citations.caseId),
      ),
    );

/** Cases that a quotation of this case was accepted for as well, of whatever team. */
export async function listCasesOfSameWords(tx: Reader, caseId: string): Promise<string[]> {
  const other = alias(citations, "other");
  const rows = await tx
    .selectDistinct({ id: other.caseId })
    .from(citations)
    .innerJoin(other, and(eq(other.sourceId, citations.sourceId), eq(other.quote, citations.quote), eq(other.start, citations.start), isNull(other.withdrawn), isNotNull(other.caseId)))
    .where(and(eq(citations.caseId, caseId), isNull(citations.withdrawn)))
    .limit(MOST_OF_SAME_WORDS);
  return rows.flatMap(({ id }) => (id === null || id === caseId ? [] : [id]));
}

export type NamedRecords = Record<string, { kk: string; ru: string; en: string }>;

/** The names of the places, institutions and people (of this scope) behind these ids, in each language. */
export async function namesOfRecords(tx: Reader, scope: Scope, ids: readonly string[]): Promise<NamedRecords> {
  const wanted = [...new Set(ids)].filter(Boolean);
  if (wanted.length === 0) return {};
  const [foundPlaces, bodies, persons] = [
    await tx.select({ id: places.id, kk: places.nameKk, ru: places.nameRu, en: places.nameEn }).from(places).where(inArray(places.id, wanted)),
    await tx.select({ id: institutions.id, name: institutions.name, kk: institutions.nameKk, ru: institutions.nameRu, en: institutions.nameEn }).from(institutions).where(inArray(institutions.id, wanted)),
    await tx.select({ id: people.id, name: people.displayName }).from(people).where(and(inArray(people.id, wanted), alsoWithin(scope, people.teamId))),
  ];
  return Object.fromEntries([
    ...foundPlaces.map(({ id, ...names }) => [id, names] as const),
    ...bodies.map(({ id, name, kk, ru, en }) => [id, { kk: kk || name, ru: ru || name, en: en || name }] as const),
    ...persons.map(({ id, name }) => [id, { kk: name, ru: name, en: name }] as const),
  ]);
}

/** Every name of every place, institution and person (of this scope; the newest names), by the id of the record. */
export async function listKnownNames(tx: Reader, scope: Scope, mostPeople: number) {
  const bodies = await tx.select({ id: institutions.id, kind: institutions.kind, name: institutions.name, kk: institutions.nameKk, ru: institutions.nameRu, en: institutions.nameEn }).from(institutions).where(isNull(institutions.mergedIntoId));
  return {
    places: await tx.select({ id: places.id, kk: places.nameKk, ru: places.nameRu, en: places.nameEn }).from(places).where(isNull(places.mergedIntoId)),
    bodies,
    bodyNames: await tx.select({ id: institutionNames.institutionId, text: institutionNames.text }).from(institutionNames),
    personNames: await tx.select({ id: people.id, text: personNames.text }).from(personNames).innerJoin(people, eq(people.id, personNames.personId)).where(within(scope, people.teamId)).limit(mostPeople),
  };
}
