import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { cases, eventParticipants, events, eventSites, people, places } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type EventRow = typeof events.$inferSelect;
export type SiteRow = typeof eventSites.$inferSelect;

export const insertEvent = (tx: Tx, row: typeof events.$inferInsert) => tx.insert(events).values(row);

export async function findEvent(tx: Reader, scope: Scope, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.select().from(events).where(and(eq(events.id, id), within(scope, events.teamId)));
  return row;
}

/** Events by their beginning, newest first, those of unknown date last. */
export const listEvents = (tx: Reader, scope: Scope, limit: number, offset: number): Promise<EventRow[]> =>
  tx.select().from(events).where(within(scope, events.teamId)).orderBy(sql`case when ${events.startEarliest} is null then 1 else 0 end`, desc(events.startEarliest), desc(events.createdAt), asc(events.id)).limit(limit).offset(offset);

export async function countEvents(tx: Reader, scope: Scope): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(events).where(within(scope, events.teamId));
  return row?.n ?? 0;
}

/** The sites of these events with the names of their places; the one whose spot is known comes first. */
export const listSites = (tx: Reader, eventIds: readonly string[]) =>
  eventIds.length
    ? tx
        .select({ eventId: eventSites.eventId, placeId: eventSites.placeId, spot: eventSites.spot, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn, zone: places.zone })
        .from(eventSites)
        .innerJoin(places, eq(places.id, eventSites.placeId))
        .where(inArray(eventSites.eventId, [...eventIds]))
        .orderBy(sql`case when ${eventSites.spot} = '' then 1 else 0 end`, asc(places.nameEn))
    : Promise.resolve([]);

export async function putSites(tx: Tx, eventId: string, rows: SiteRow[]): Promise<void> {
  await tx.delete(eventSites).where(eq(eventSites.eventId, eventId));
  await tx.insert(eventSites).values(rows);
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
    .select({ eventId: cases.eventId, n: count() })
    .from(cases)
    .where(and(inArray(cases.eventId, [...eventIds]), alsoWithin(scope, cases.teamId)))
    .groupBy(cases.eventId);
  return new Map(rows.flatMap((row) => (row.eventId === null ? [] : [[row.eventId, row.n] as const])));
}

/** Every case that is linked to an event, whoever may see it. */
export const caseIdsOfEvent = async (tx: Reader, eventId: string): Promise<string[]> =>
  (await tx.select({ id: cases.id }).from(cases).where(eq(cases.eventId, eventId)).orderBy(asc(cases.reference))).map((row) => row.id);

/** The people whose cases are linked to an event: likely participants. */
export const listPeopleOfEvent = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .selectDistinct({ id: people.id, displayName: people.displayName, sex: people.sex })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(cases.eventId, eventId), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(people.displayName))
    .limit(200);
