import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { allegationActs, allegationPerpetrators, allegations, cases, eventInstitutions, eventSites, events, people, sources } from "@/db/schema";
import type { Reader } from "@/db/store";
import { casesOfInstitution } from "./institution-cases";
import { alsoWithin, within, type Scope } from "./scope";

/** How many people are held now in each of these institutions, as far as the scope reaches. */
export async function countHeldIn(tx: Reader, scope: Scope, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: cases.heldAtId, n: sql`count(*)`.mapWith(Number) })
    .from(cases)
    .where(and(inArray(cases.heldAtId, [...ids]), eq(cases.outstanding, true), alsoWithin(scope, cases.teamId)))
    .groupBy(cases.heldAtId);
  return new Map(rows.flatMap(({ id, n }) => (id === null ? [] : [[id, n] as const])));
}

/** How many people are inside now in each place. */
export async function countInsideByPlace(tx: Reader, scope: Scope): Promise<Map<string, number>> {
  const rows = await tx.select({ id: cases.placeId, n: sql`count(*)`.mapWith(Number) }).from(cases).where(and(within(scope, cases.teamId), eq(cases.outstanding, true))).groupBy(cases.placeId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

const alleged = {
  id: allegations.id,
  act: allegationActs.act,
  attributedTo: allegations.attributedTo,
  verification: allegations.verification,
  response: allegations.response,
  guard: { teamId: sources.teamId, confidentiality: sources.confidentiality },
};

/** Acts alleged against an institution, each with who alleges it and what the authority answered; those taken back do not count. */
export const listActsAlleged = (tx: Reader, scope: Scope, institutionId: string, limit: number) =>
  tx
    .select(alleged)
    .from(allegations)
    .innerJoin(allegationActs, eq(allegationActs.allegationId, allegations.id))
    .leftJoin(sources, eq(sources.id, allegations.sourceId))
    .where(
      and(
        inArray(allegations.id, tx.select({ id: allegationPerpetrators.allegationId }).from(allegationPerpetrators).where(eq(allegationPerpetrators.institutionId, institutionId))),
        isNull(allegations.withdrawn),
        within(scope, allegations.teamId),
      ),
    )
    .orderBy(desc(allegations.createdAt), asc(allegations.id), asc(allegationActs.position))
    .limit(limit);

/** The same for what is alleged to have happened in a place, or to people of cases there. */
export const listActsAllegedIn = (tx: Reader, scope: Scope, placeId: string, limit: number) =>
  tx
    .select(alleged)
    .from(allegations)
    .innerJoin(allegationActs, eq(allegationActs.allegationId, allegations.id))
    .leftJoin(sources, eq(sources.id, allegations.sourceId))
    .where(
      and(
        or(
          eq(allegations.placeId, placeId),
          and(isNull(allegations.placeId), sql`exists (select 1 from allegation_cases ac join cases c on c.id = ac.case_id where ac.allegation_id = ${allegations.id} and c.place_id = ${placeId})`),
        ),
        isNull(allegations.withdrawn),
        within(scope, allegations.teamId),
      ),
    )
    .orderBy(desc(allegations.createdAt), asc(allegations.id), asc(allegationActs.position))
    .limit(limit);

const told = { id: events.id, kind: events.kind, title: events.title, start: events.start, end: events.end };

export const listEventsOfInstitution = (tx: Reader, scope: Scope, institutionId: string, limit: number) =>
  tx
    .selectDistinct({ ...told, startEarliest: events.startEarliest })
    .from(eventInstitutions)
    .innerJoin(events, eq(events.id, eventInstitutions.eventId))
    .where(and(eq(eventInstitutions.institutionId, institutionId), alsoWithin(scope, events.teamId)))
    .orderBy(desc(events.startEarliest), asc(events.id))
    .limit(limit);

export const listEventsInPlace = (tx: Reader, scope: Scope, placeId: string, limit: number) =>
  tx
    .selectDistinct({ ...told, startEarliest: events.startEarliest })
    .from(eventSites)
    .innerJoin(events, eq(events.id, eventSites.eventId))
    .where(and(eq(eventSites.placeId, placeId), alsoWithin(scope, events.teamId)))
    .orderBy(desc(events.startEarliest), asc(events.id))
    .limit(limit);

/** Named people whose cases it held, took or ordered. */
export const listPeopleOfInstitution = (tx: Reader, scope: Scope, institutionId: string, limit: number) =>
  tx
    .selectDistinct({ id: people.id, displayName: people.displayName })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(sql`${cases.id} in (select case_id from ${casesOfInstitution(institutionId)} as named)`, ne(people.displayName, ""), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(limit);

/** People who say that they belong to something, newest first. */
export const listAffiliated = (tx: Reader, scope: Scope, limit: number) =>
  tx
    .select({ id: people.id, displayName: people.displayName, affiliation: people.affiliation })
    .from(people)
    .where(and(within(scope, people.teamId), ne(people.affiliation, ""), ne(people.displayName, "")))
    .orderBy(desc(people.createdAt), asc(people.id))
    .limit(limit);

export const listPeopleInPlace = (tx: Reader, scope: Scope, placeId: string, limit: number) =>
  tx
    .selectDistinct({ id: people.id, displayName: people.displayName })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(cases.placeId, placeId), ne(people.displayName, ""), within(scope, cases.teamId)))
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(limit);
