import { and, desc, eq, inArray, lt, ne, type SQL } from "drizzle-orm";
import { allegationResponses, allegations, auditEntries, auditValues, cases, citations, complaints, consents, counts, events, files, people, reports, savedFilters, sources, statedReleases } from "@/db/schema";
import type { Reader } from "@/db/store";
import { valuesOf, type AuditEntryRow, type AuditValueRow } from "./audit";
import { alsoWithin, within, type Scope } from "./scope";

export type LogFilter = { before?: number; actorId?: string; action?: string; caseId?: string; subject?: readonly [type: string, id: string] };

/** What the column of sequence numbers can hold on every engine: an address can ask for more. */
const LAST_SEQ = 2 ** 31 - 1;

/** Newest first, below `before`. */
export const listLog = (tx: Reader, { before, actorId, action, caseId, subject }: LogFilter, limit: number): Promise<AuditEntryRow[]> =>
  tx
    .select()
    .from(auditEntries)
    .where(
      and(
        before === undefined ? undefined : lt(auditEntries.seq, Math.min(before, LAST_SEQ)),
        actorId === undefined ? undefined : eq(auditEntries.actorId, actorId),
        action === undefined ? undefined : eq(auditEntries.action, action),
        caseId === undefined ? undefined : eq(auditEntries.caseId, caseId),
        subject === undefined ? undefined : and(eq(auditEntries.subjectType, subject[0]), eq(auditEntries.subjectId, subject[1])),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(limit);

/** Those of these cases that are in scope, with what a line of the log shows of them. */
export const listLoggedCases = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  tx.select({ id: cases.id, reference: cases.reference, zone: cases.zone }).from(cases).where(and(alsoWithin(scope, cases.teamId), inArray(cases.id, [...ids])));

/** Those of these people, consents, events, counts, sources, files, allegations, answers to them and complaints about them and claims that are in scope. */
export async function listLoggedRecords(tx: Reader, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const tables = [people, consents, events, counts, sources, files, allegations, complaints, reports, savedFilters];
  const found = await Promise.all(tables.map((table) => tx.select({ id: table.id }).from(table).where(and(alsoWithin(scope, table.teamId), inArray(table.id, [...ids])))));
  const answers = await tx
    .select({ id: allegationResponses.id })
    .from(allegationResponses)
    .innerJoin(allegations, eq(allegations.id, allegationResponses.allegationId))
    .where(and(alsoWithin(scope, allegations.teamId), inArray(allegationResponses.id, [...ids])));
  const claims = await tx.select({ id: citations.id }).from(citations).innerJoin(sources, eq(sources.id, citations.sourceId)).where(and(alsoWithin(scope, sources.teamId), inArray(citations.id, [...ids])));
  return [...found.flat(), ...answers, ...claims].map(({ id }) => id);
}

/** The titles behind ids of events and sources that are in scope. */
export async function listLoggedTitles(tx: Reader, scope: Scope, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return [];
  const found = await Promise.all([events, sources].map((table) => tx.select({ id: table.id, title: table.title }).from(table).where(and(alsoWithin(scope, table.teamId), inArray(table.id, [...ids])))));
  return found.flat();
}

/** What the log says that a field was and became, with the record that it is of. */
const loggedValues = (tx: Reader, which: SQL | undefined): Promise<{ id: string; before: string | null; after: string | null }[]> =>
  tx.select({ id: auditEntries.subjectId, before: auditValues.before, after: auditValues.after }).from(auditEntries).innerJoin(auditValues, eq(auditValues.seq, auditEntries.seq)).where(which);

/** The protected sources in scope, with every title that they ever had and the ids of everything that rests on them. */
export async function listProtected(tx: Reader, scope: Scope): Promise<{ id: string; titles: string[]; restingIds: string[] }[]> {
  const found = await tx.select({ id: sources.id, title: sources.title }).from(sources).where(and(within(scope, sources.teamId), eq(sources.confidentiality, "protected")));
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const resting = await Promise.all([citations, statedReleases, allegations, allegationResponses, counts].map((table) => tx.select({ id: table.id, sourceId: table.sourceId }).from(table).where(inArray(table.sourceId, ids))));
  const named = await loggedValues(tx, and(eq(auditEntries.subjectType, "source"), inArray(auditEntries.subjectId, ids), eq(auditValues.field, "title")));
  return found.map(({ id, title }) => ({
    id,
    titles: [...new Set([title, ...named.flatMap((each) => (each.id === id ? [each.before ?? [], each.after ?? []].flat() : []))])],
    restingIds: resting.flat().flatMap((each) => (each.sourceId === id ? [each.id] : [])),
  }));
}

/** Those of these files that tell who a protected source is. */
export const listProtectedFiles = (tx: Reader, ids: readonly string[]): Promise<{ id: string }[]> => tx.select({ id: files.id }).from(files).where(and(inArray(files.id, [...ids]), eq(files.isProtected, true)));

/** Those of these records that rested on one of `sources` (ids and titles) at any time. A review of an allegation has a source of its own. */
export async function everRestedOn(tx: Reader, subjectIds: readonly string[], sources: ReadonlySet<string>): Promise<string[]> {
  const rows = await loggedValues(tx, and(inArray(auditEntries.subjectType, ["allegation", "response", "statedRelease", "count"]), inArray(auditEntries.subjectId, [...subjectIds]), ne(auditEntries.action, "allegation.reviewed"), inArray(auditValues.field, ["source", "sourceId"])));
  return rows.flatMap(({ id, before, after }) => (sources.has(before ?? "") || sources.has(after ?? "") ? [id] : []));
}

/** What changed with each of these entries, in order. */
export async function valuesBySeq(tx: Reader, seqs: number[]): Promise<Map<number, AuditValueRow[]>> {
  const bySeq = new Map<number, AuditValueRow[]>();
  for (const value of await valuesOf(tx, seqs)) bySeq.set(value.seq, [...(bySeq.get(value.seq) ?? []), value]);
  return bySeq;
}
