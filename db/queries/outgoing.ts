import { and, asc, eq, gt, gte, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { allegationCases, allegations, auditEntries, cases, citations, counts, events, fileUses, files, institutions, orderCases, orders, people, personNames, places, sources, users } from "@/db/schema";
import type { Reader } from "@/db/store";
import { among } from "./among";
import { namingOf } from "./institution-naming";
import { alsoWithin, within, type Scope } from "./scope";

const heldAt = alias(institutions, "held_at");
const agency = alias(institutions, "agency");
const court = alias(institutions, "court");
const owner = alias(users, "owner");

const selectCases = (tx: Reader) =>
  tx
    .select({
      row: cases,
      person: people,
      place: { id: places.id, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn },
      heldAt: namingOf(heldAt),
      agency: namingOf(agency),
      court: namingOf(court),
      event: { id: events.id, title: events.title },
      ownerName: owner.name,
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(heldAt, eq(heldAt.id, cases.lastHeldAtId))
    .leftJoin(agency, eq(agency.id, cases.agencyId))
    .leftJoin(court, eq(court.id, cases.courtId))
    .leftJoin(owner, eq(owner.id, cases.ownerId))
    .leftJoin(events, eq(events.id, cases.eventId));

export type OutCaseRow = Awaited<ReturnType<typeof outCasesByReference>>[number];

/** Whole cases in the order of these references, which whoever asks has found in scope. */
export async function outCasesByReference(tx: Reader, scope: Scope, references: readonly string[]) {
  const rows = references.length ? await selectCases(tx).where(and(among(tx, cases.reference, references), alsoWithin(scope, cases.teamId))) : [];
  const known = new Map(rows.map((each) => [each.row.reference, each]));
  return references.flatMap((reference) => known.get(reference) ?? []);
}

export const outCasesById = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<OutCaseRow[]> =>
  ids.length ? selectCases(tx).where(and(among(tx, cases.id, ids), alsoWithin(scope, cases.teamId))).orderBy(asc(cases.reference)) : Promise.resolve([]);

/** The next rows of a whole table in the order of their ids. */
export const outPeopleAfter = (tx: Reader, scope: Scope, after: string, limit: number) =>
  tx.select().from(people).where(and(within(scope, people.teamId), gt(people.id, after))).orderBy(asc(people.id)).limit(limit);

export const outAllegationsAfter = (tx: Reader, scope: Scope, after: string, limit: number) =>
  tx.select().from(allegations).where(and(within(scope, allegations.teamId), isNull(allegations.withdrawn), gt(allegations.id, after))).orderBy(asc(allegations.id)).limit(limit);

export const outEventsAfter = (tx: Reader, scope: Scope, after: string, limit: number) =>
  tx.select().from(events).where(and(within(scope, events.teamId), gt(events.id, after))).orderBy(asc(events.id)).limit(limit);

/** Events of which something was counted, in the order of their ids. */
export const countedEventsAfter = async (tx: Reader, scope: Scope, after: string, limit: number): Promise<string[]> =>
  (await tx.selectDistinct({ id: counts.eventId }).from(counts).where(and(within(scope, counts.teamId), isNull(counts.withdrawn), gt(counts.eventId, after))).orderBy(asc(counts.eventId)).limit(limit)).map(({ id }) => id);

/** Which cases, and whose, the victims of these allegations are among. */
export const listVictimCases = (tx: Reader, scope: Scope, allegationIds: readonly string[]) =>
  tx
    .select({ allegationId: allegationCases.allegationId, caseId: cases.id, personId: cases.personId })
    .from(allegationCases)
    .innerJoin(cases, eq(cases.id, allegationCases.caseId))
    .where(and(inArray(allegationCases.allegationId, [...allegationIds]), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference));

/** Sources by their ids, as far as they belong to these teams. */
export const outSources = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  ids.length ? tx.select().from(sources).where(and(inArray(sources.id, [...new Set(ids)]), alsoWithin(scope, sources.teamId))).orderBy(asc(sources.capturedAt), asc(sources.id)) : Promise.resolve([]);

export const listClaimsOfCase = (tx: Reader, caseId: string) =>
  tx.select().from(citations).where(and(eq(citations.caseId, caseId), isNull(citations.withdrawn))).orderBy(asc(citations.createdAt), asc(citations.id));

export const listOrdersOfCase = (tx: Reader, caseId: string) =>
  tx
    .select({ order: orders, court: namingOf(institutions), ownTerm: orderCases.ownTerm })
    .from(orderCases)
    .innerJoin(orders, eq(orders.id, orderCases.orderId))
    .leftJoin(institutions, eq(institutions.id, orders.courtId))
    .where(and(eq(orderCases.caseId, caseId), isNull(orders.withdrawn)))
    .orderBy(asc(orders.earliest), asc(orders.createdAt), asc(orders.id));

/** Files kept for a case or for one of these allegations and sources, each once. */
export const outFiles = (tx: Reader, scope: Scope, subjectIds: readonly string[], seesProtected: boolean) =>
  tx
    .selectDistinct({ id: files.id, name: files.name, description: files.description, type: files.type, size: files.size, sha256: files.sha256, receivedAt: files.receivedAt })
    .from(fileUses)
    .innerJoin(files, eq(files.id, fileUses.fileId))
    .where(and(inArray(fileUses.subjectId, [...subjectIds]), eq(files.state, "kept"), isNull(files.withdrawn), alsoWithin(scope, files.teamId), seesProtected ? undefined : eq(files.isProtected, false)))
    .orderBy(asc(files.receivedAt), asc(files.id));

/** Every name of everybody in scope, for texts in which none of them may stand. */
export const allPersonNames = (tx: Reader, scope: Scope): Promise<{ personId: string; nameKey: string }[]> =>
  tx.select({ personId: personNames.personId, nameKey: personNames.nameKey }).from(personNames).innerJoin(people, eq(people.id, personNames.personId)).where(within(scope, people.teamId));

/** An entry of the audit log as one link of its chain. */
export type ChainLink = { seq: number; head: string };

/** Entries from one on (itself among them), with what was done. */
export const entriesFrom = (tx: Reader, seq: number, limit: number): Promise<(ChainLink & { action: string })[]> =>
  tx.select({ seq: auditEntries.seq, head: auditEntries.head, action: auditEntries.action }).from(auditEntries).where(gte(auditEntries.seq, seq)).orderBy(asc(auditEntries.seq)).limit(limit);

/** For every place the nearest one above it that is no smaller than a city. */
export const coarsePlaces = (tx: Reader) => tx.select({ id: places.id, kind: places.kind, parentId: places.parentId, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn }).from(places);
