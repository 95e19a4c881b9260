import { and, asc, countDistinct, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { caseEvents, cases, eventInstitutions, eventParticipants, events, eventSites, eventSources, institutions, people, places, sources } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type EventRow = typeof events.$inferSelect;
export type SiteRow = typeof eventSites.$inferSelect;

export const insertEvent = (tx: Tx, row: typeof events.$inferInsert) => tx.insert(events).values(row);

export async function findEvent(tx: Reader, scope: Scope, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.select().from(events).where(and(eq(events.id, id), within(scope, events.teamId)));
  return row;
}

/** Filters of the list, all of them optional; instants in milliseconds. */
export type EventFilter = { kind?: string; placeId?: string; organiserId?: string; from?: number; before?: number };

const matching = (scope: Scope, { kind, placeId, organiserId, from, before }: EventFilter): SQL | undefined =>
  and(
    within(scope, events.teamId),
    kind === undefined ? undefined : eq(events.kind, kind),
    placeId === undefined ? undefined : sql`${events.id} in (select event_id from event_sites where place_id = ${placeId})`,
    organiserId === undefined ? undefined : sql`${events.id} in (select event_id from event_institutions where role = 'organiser' and institution_id = ${organiserId})`,
    from === undefined ? undefined : gte(events.startEarliest, from),
    before === undefined ? undefined : lt(events.startEarliest, before),
  );

/** Events by their beginning, newest first, those of unknown date last. */
export const listEvents = (tx: Reader, scope: Scope, filter: EventFilter, limit: number, offset: number): Promise<EventRow[]> =>
  tx.select().from(events).where(matching(scope, filter)).orderBy(sql`case when ${events.startEarliest} is null then 1 else 0 end`, desc(events.startEarliest), desc(events.createdAt), asc(events.id)).limit(limit).offset(offset);

export async function countEvents(tx: Reader, scope: Scope, filter: EventFilter): Promise<number> {
  const [row] = await tx.select({ n: countDistinct(events.id) }).from(events).where(matching(scope, filter));
  return row?.n ?? 0;
}

/** The sites of these events with the names of their places, by place and spot. */
export const listSites = (tx: Reader, eventIds: readonly string[]) =>
  eventIds.length
    ? tx
        .select({ id: eventSites.id, eventId: eventSites.eventId, placeId: eventSites.placeId, spot: eventSites.spot, placeKind: places.kind, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn, zone: places.zone })
        .from(eventSites)
        .innerJoin(places, eq(places.id, eventSites.placeId))
        .where(inArray(eventSites.eventId, [...eventIds]))
        .orderBy(asc(places.nameEn), asc(eventSites.spot), asc(eventSites.id))
    : Promise.resolve([]);

/** Makes an event have exactly these sites; a site keeps its id, which cases point at. */
export async function putSites(tx: Tx, eventId: string, rows: readonly SiteRow[]): Promise<void> {
  const kept = rows.map(({ id }) => id);
  const known = (await tx.select({ id: eventSites.id }).from(eventSites).where(eq(eventSites.eventId, eventId))).map(({ id }) => id);
  const gone = known.filter((id) => !kept.includes(id));
  if (gone.length) await tx.delete(eventSites).where(inArray(eventSites.id, gone));
  for (const row of rows) {
    if (known.includes(row.id)) await tx.update(eventSites).set({ placeId: row.placeId, spot: row.spot }).where(eq(eventSites.id, row.id));
    else await tx.insert(eventSites).values(row);
  }
}

/** Those of these sites at which somebody is recorded as taken. */
export const sitesWithCases = async (tx: Reader, siteIds: readonly string[]): Promise<string[]> =>
  siteIds.length ? (await tx.selectDistinct({ id: caseEvents.siteId }).from(caseEvents).where(inArray(caseEvents.siteId, [...siteIds]))).flatMap(({ id }) => id ?? []) : [];

/** The institutions of these events: what they have to do with them, and how the law stands to them. */
export const listEventInstitutions = (tx: Reader, eventIds: readonly string[]) =>
  eventIds.length
    ? tx
        .select({
          eventId: eventInstitutions.eventId,
          role: eventInstitutions.role,
          id: institutions.id,
          kind: institutions.kind,
          name: institutions.name,
          nameKk: institutions.nameKk,
          nameRu: institutions.nameRu,
          nameEn: institutions.nameEn,
          status: institutions.status,
          statusFrom: institutions.statusFrom,
          legalStatus: institutions.legalStatus,
        })
        .from(eventInstitutions)
        .innerJoin(institutions, eq(institutions.id, eventInstitutions.institutionId))
        .where(inArray(eventInstitutions.eventId, [...eventIds]))
        .orderBy(asc(institutions.name))
    : Promise.resolve([]);

export async function putEventInstitutions(tx: Tx, eventId: string, rows: readonly { institutionId: string; role: string }[]): Promise<void> {
  await tx.delete(eventInstitutions).where(eq(eventInstitutions.eventId, eventId));
  const once = [...new Map(rows.map((row) => [`${row.institutionId}/${row.role}`, row])).values()];
  if (once.length) await tx.insert(eventInstitutions).values(once.map((row) => ({ eventId, ...row })));
}

/** Institutions that called for an event of these teams, to filter by. */
export const listOrganisers = (tx: Reader, scope: Scope) =>
  tx
    .selectDistinct({ id: institutions.id, name: institutions.name, nameKk: institutions.nameKk, nameRu: institutions.nameRu, nameEn: institutions.nameEn })
    .from(eventInstitutions)
    .innerJoin(institutions, eq(institutions.id, eventInstitutions.institutionId))
    .innerJoin(events, eq(events.id, eventInstitutions.eventId))
    .where(and(eq(eventInstitutions.role, "organiser"), within(scope, events.teamId)))
    .orderBy(asc(institutions.name))
    .limit(300);

/** Sources that tell of an event as a whole. */
export const listEventSources = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .select({ id: sources.id, title: sources.title, publisher: sources.publisher, confidentiality: sources.confidentiality })
    .from(eventSources)
    .innerJoin(sources, eq(sources.id, eventSources.sourceId))
    .where(and(eq(eventSources.eventId, eventId), alsoWithin(scope, sources.teamId)))
    .orderBy(asc(sources.capturedAt), asc(sources.id));

export async function putEventSources(tx: Tx, eventId: string, sourceIds: readonly string[]): Promise<void> {
  await tx.delete(eventSources).where(eq(eventSources.eventId, eventId));
  if (sourceIds.length) await tx.insert(eventSources).values([...new Set(sourceIds)].map((sourceId) => ({ eventId, sourceId })));
}

export const listParticipants = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .select({ id: people.id, displayName: people.displayName, sex: people.sex })
    .from(eventParticipants)
    .innerJoin(people, eq(people.id, eventParticipants.personId))
    .where(and(eq(eventParticipants.eventId, eventId), alsoWithin(scope, people.teamId)))
    .orderBy(asc(people.displayName));

/** Every participant, whoever may see them. */
export const participantIdsOf = async (tx: Reader, eventId: string): Promise<string[]> =>
  (await tx.select({ id: eventParticipants.personId }).from(eventParticipants).where(eq(eventParticipants.eventId, eventId))).map((row) => row.id);

export async function putParticipants(tx: Tx, eventId: string, personIds: readonly string[]): Promise<void> {
  await tx.delete(eventParticipants).where(eq(eventParticipants.eventId, eventId));
  if (personIds.length) await tx.insert(eventParticipants).values(personIds.map((personId) => ({ eventId, personId })));
}

/** How many cases that may be seen are linked to each of these events. */
export async function countCasesOfEvents(tx: Reader, scope: Scope, eventIds: readonly string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await tx
    .select({ eventId: caseEvents.eventId, n: countDistinct(cases.id) })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(and(inArray(caseEvents.eventId, [...eventIds]), alsoWithin(scope, cases.teamId)))
    .groupBy(caseEvents.eventId);
  return new Map(rows.map((row) => [row.eventId, row.n]));
}

/** The people whose cases are linked to an event: likely participants. */
export const listPeopleOfEvent = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .selectDistinct({ id: people.id, displayName: people.displayName, sex: people.sex })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(caseEvents.eventId, eventId), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(people.displayName))
    .limit(200);
