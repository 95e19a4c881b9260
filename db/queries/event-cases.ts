import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { allegationCases, allegations, caseEvents, cases, eventSites, orderCases, orders, people } from "@/db/schema";
import type { Reader } from "@/db/store";
import { alsoWithin, type Scope } from "./scope";

/** One row for each link of an event to a case that may be seen, with what our own count asks of the case. */
export const listCountedLinks = (tx: Reader, scope: Scope, eventId: string) =>
  tx
    .select({
      caseId: cases.id,
      personId: people.id,
      personName: people.displayName,
      link: caseEvents.link,
      siteId: caseEvents.siteId,
      sitePlaceId: eventSites.placeId,
      casePlaceId: cases.placeId,
      state: cases.state,
      detentionKind: cases.detentionKind,
    })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .leftJoin(eventSites, eq(eventSites.id, caseEvents.siteId))
    .where(and(eq(caseEvents.eventId, eventId), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference), asc(caseEvents.link));

/** Orders that stand on the cases of an event: the kind, and the term that counts for the person. */
export const listPenaltiesOfEvent = (tx: Reader, eventId: string) =>
  tx
    .select({ caseId: orderCases.caseId, kind: orders.kind, term: orders.term, ownTerm: orderCases.ownTerm, earliest: orders.earliest })
    .from(orderCases)
    .innerJoin(orders, eq(orders.id, orderCases.orderId))
    .where(and(isNull(orders.withdrawn), sql`${orderCases.caseId} in (select case_id from case_events where event_id = ${eventId})`))
    .orderBy(asc(orders.earliest), asc(orders.createdAt));

/** Those cases of an event whose person was penalised for another one. */
export const penalisedForOthers = async (tx: Reader, eventId: string): Promise<string[]> =>
  (
    await tx
      .selectDistinct({ caseId: caseEvents.caseId })
      .from(caseEvents)
      .where(and(eq(caseEvents.link, "penalised_for"), sql`${caseEvents.eventId} <> ${eventId}`, sql`${caseEvents.caseId} in (select case_id from case_events where event_id = ${eventId})`))
  ).map(({ caseId }) => caseId);

/** Allegations that speak of an event or of a case that was taken at it. */
export async function allegationIdsOfEvent(tx: Reader, scope: Scope, eventId: string): Promise<string[]> {
  const ofCases = await tx
    .selectDistinct({ id: allegationCases.allegationId })
    .from(allegationCases)
    .where(sql`${allegationCases.caseId} in (select case_id from case_events where event_id = ${eventId} and link in ('at', 'on_the_eve_of'))`);
  const ofEvent = await tx.select({ id: allegations.id }).from(allegations).where(eq(allegations.eventId, eventId));
  const ids = [...new Set([...ofEvent, ...ofCases].map(({ id }) => id))];
  if (ids.length === 0) return [];
  return (await tx.select({ id: allegations.id }).from(allegations).where(and(inArray(allegations.id, ids), alsoWithin(scope, allegations.teamId))).orderBy(asc(allegations.createdAt), asc(allegations.id))).map(({ id }) => id);
}
