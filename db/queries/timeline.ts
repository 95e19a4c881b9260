import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { adjustments, allegationActs, allegationCases, allegationPerpetrators, allegationResponses, allegations, caseEvents, citations, complaints, events, institutions, sources, tasks, users } from "@/db/schema";
import type { Reader } from "@/db/store";
import { namingOf } from "./institution-naming";
import { alsoWithin, type Scope } from "./scope";

/** A source as far as a line needs it; whether it may be named is for the service to say. */
const source = { id: sources.id, title: sources.title, confidentiality: sources.confidentiality };

/** Allegations that concern a case, with their acts, the bodies said to be responsible and their source. */
export async function listToldAllegations(tx: Reader, scope: Scope, caseId: string) {
  const rows = await tx
    .select({ allegation: allegations, source })
    .from(allegationCases)
    .innerJoin(allegations, eq(allegations.id, allegationCases.allegationId))
    .leftJoin(sources, eq(sources.id, allegations.sourceId))
    .where(and(eq(allegationCases.caseId, caseId), alsoWithin(scope, allegations.teamId)));
  const ids = rows.map((row) => row.allegation.id);
  const acts = ids.length ? await tx.select().from(allegationActs).where(inArray(allegationActs.allegationId, ids)).orderBy(asc(allegationActs.position)) : [];
  const named = ids.length
    ? await tx
        .select({ allegationId: allegationPerpetrators.allegationId, body: namingOf(institutions) })
        .from(allegationPerpetrators)
        .innerJoin(institutions, eq(institutions.id, allegationPerpetrators.institutionId))
        .where(inArray(allegationPerpetrators.allegationId, ids))
        .orderBy(asc(allegationPerpetrators.position))
    : [];
  const of = <T extends { allegationId: string }>(parts: readonly T[], id: string) => parts.filter(({ allegationId }) => allegationId === id);
  return rows.map((row) => ({ ...row, acts: of(acts, row.allegation.id).map(({ act }) => act), bodies: of(named, row.allegation.id).map(({ body }) => body) }));
}

/** What authorities were asked about these allegations and what they answered. */
export const listToldResponses = (tx: Reader, allegationIds: readonly string[]) =>
  allegationIds.length
    ? tx
        .select({ response: allegationResponses, institution: namingOf(institutions), source })
        .from(allegationResponses)
        .leftJoin(institutions, eq(institutions.id, allegationResponses.institutionId))
        .leftJoin(sources, eq(sources.id, allegationResponses.sourceId))
        .where(inArray(allegationResponses.allegationId, [...allegationIds]))
    : Promise.resolve([]);

/** Complaints about these allegations. */
export const listToldComplaints = (tx: Reader, scope: Scope, allegationIds: readonly string[]) =>
  allegationIds.length
    ? tx
        .select({ complaint: complaints, institution: namingOf(institutions) })
        .from(complaints)
        .leftJoin(institutions, eq(institutions.id, complaints.institutionId))
        .where(and(inArray(complaints.allegationId, [...allegationIds]), alsoWithin(scope, complaints.teamId)))
    : Promise.resolve([]);

/** The events that a case is linked to. */
export const listToldEvents = (tx: Reader, scope: Scope, caseId: string) =>
  tx
    .select({ event: events, link: caseEvents.link })
    .from(caseEvents)
    .innerJoin(events, eq(events.id, caseEvents.eventId))
    .where(and(eq(caseEvents.caseId, caseId), alsoWithin(scope, events.teamId)));

/** The tasks of a case that were done. */
export const listToldTasks = (tx: Reader, scope: Scope, caseId: string) =>
  tx
    .select({ task: tasks, doneBy: users.name })
    .from(tasks)
    .leftJoin(users, eq(users.id, tasks.doneById))
    .where(and(eq(tasks.caseId, caseId), isNotNull(tasks.doneAt), alsoWithin(scope, tasks.teamId)));

/** What sources say word for word about a case. */
export const listToldClaims = (tx: Reader, caseId: string) =>
  tx
    .select({ claim: citations, source })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(eq(citations.caseId, caseId))
    .orderBy(asc(citations.createdAt), asc(citations.id));

/** Time that counts towards a term of a case, or that does not. */
export const listToldAdjustments = (tx: Reader, caseId: string) => tx.select().from(adjustments).where(eq(adjustments.caseId, caseId));

/** Sources by their id, for facts that carry only that. */
export const listToldSources = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  ids.length ? tx.select(source).from(sources).where(and(inArray(sources.id, [...ids]), alsoWithin(scope, sources.teamId))) : Promise.resolve([]);
