import { and, asc, eq, inArray } from "drizzle-orm";
import { caseEvents, cases, events, eventSites, places } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, type Scope } from "./scope";

export type CaseEventRow = typeof caseEvents.$inferSelect;

const linked = {
  caseId: caseEvents.caseId,
  eventId: caseEvents.eventId,
  link: caseEvents.link,
  siteId: caseEvents.siteId,
  kind: events.kind,
  title: events.title,
  start: events.start,
  startEarliest: events.startEarliest,
  placeId: eventSites.placeId,
  spot: eventSites.spot,
  nameKk: places.nameKk,
  nameRu: places.nameRu,
  nameEn: places.nameEn,
};

/** Every link of these cases to events, the earliest event first, with the site where it is known. Their events are of the same team. */
export const listCaseEvents = (tx: Reader, caseIds: readonly string[]) =>
  caseIds.length
    ? tx
        .select(linked)
        .from(caseEvents)
        .innerJoin(events, eq(events.id, caseEvents.eventId))
        .leftJoin(eventSites, eq(eventSites.id, caseEvents.siteId))
        .leftJoin(places, eq(places.id, eventSites.placeId))
        .where(inArray(caseEvents.caseId, [...caseIds]))
        .orderBy(asc(events.startEarliest), asc(caseEvents.eventId), asc(caseEvents.link))
    : Promise.resolve([]);

export type LinkedEvent = Awaited<ReturnType<typeof listCaseEvents>>[number];

/** Makes a case belong to exactly these events. */
export async function putCaseEvents(tx: Tx, caseId: string, rows: readonly Omit<CaseEventRow, "caseId">[]): Promise<void> {
  await tx.delete(caseEvents).where(eq(caseEvents.caseId, caseId));
  if (rows.length) await tx.insert(caseEvents).values(rows.map((row) => ({ caseId, ...row })));
}

/** The event that a list names with a case. */
export const putLeadingEvent = (tx: Tx, caseId: string, eventId: string | null, eventLink: string) => tx.update(cases).set({ eventId, eventLink }).where(eq(cases.id, caseId));

/** Every case that is linked to an event, whoever may see it. */
export const caseIdsOfEvent = async (tx: Reader, eventId: string): Promise<string[]> =>
  (await tx.selectDistinct({ id: cases.id, reference: cases.reference }).from(caseEvents).innerJoin(cases, eq(cases.id, caseEvents.caseId)).where(eq(caseEvents.eventId, eventId)).orderBy(asc(cases.reference))).map((row) => row.id);

/** The links of an event to cases that may be seen. */
export const listLinksOfEvent = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .select({ caseId: caseEvents.caseId, link: caseEvents.link, siteId: caseEvents.siteId })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(and(eq(caseEvents.eventId, eventId), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference), asc(caseEvents.link));
