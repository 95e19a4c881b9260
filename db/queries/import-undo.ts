import { and, eq, gt, inArray, isNotNull, ne, or } from "drizzle-orm";
import { auditEntries, caseEvents, cases, counts, events, importRows, people } from "@/db/schema";
import type { Reader } from "@/db/store";

const CHUNK = 400;
const chunks = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => all.slice(at * CHUNK, (at + 1) * CHUNK));

/** Where in the log it stands that a batch was recorded. */
export async function recordedSeq(tx: Reader, importId: string): Promise<number> {
  const rows = await tx.select({ seq: auditEntries.seq }).from(auditEntries).where(and(eq(auditEntries.subjectType, "import"), eq(auditEntries.subjectId, importId), eq(auditEntries.action, "import.recorded")));
  return Math.max(0, ...rows.map(({ seq }) => seq));
}

/** The records that the rows of a batch became. */
export const listSubjects = (tx: Reader, batchId: string): Promise<{ rowId: string; row: number; id: string | null }[]> =>
  tx.select({ rowId: importRows.id, row: importRows.row, id: importRows.subjectId }).from(importRows).where(and(eq(importRows.batchId, batchId), eq(importRows.verdict, "accepted"), isNotNull(importRows.subjectId)));

/** What the rules alone changed is nobody's change. */
const BY_RULES = "release.recomputed";

/** Those of these cases that somebody has changed, or added to, since entry `seq` of the log; or whose person. */
export async function casesChanged(tx: Reader, caseIds: readonly string[], seq: number): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const ids of chunks(caseIds)) {
    const told = await tx.selectDistinct({ id: auditEntries.caseId }).from(auditEntries).where(and(inArray(auditEntries.caseId, ids), gt(auditEntries.seq, seq), ne(auditEntries.action, BY_RULES)));
    for (const { id } of told) if (id !== null) changed.add(id);
    const owners = await tx.select({ id: cases.id, personId: cases.personId }).from(cases).where(inArray(cases.id, ids));
    const touched = await peopleChanged(tx, owners.map(({ personId }) => personId), seq, new Set(caseIds));
    for (const { id, personId } of owners) if (touched.has(personId)) changed.add(id);
  }
  return changed;
}

/** Those of these people that somebody has changed since, or recorded a further case of (`own`: cases that are no such case). */
export async function peopleChanged(tx: Reader, personIds: readonly string[], seq: number, own: ReadonlySet<string> = new Set()): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const ids of chunks(personIds)) {
    const told = await tx.selectDistinct({ id: auditEntries.subjectId }).from(auditEntries).where(and(eq(auditEntries.subjectType, "person"), inArray(auditEntries.subjectId, ids), gt(auditEntries.seq, seq)));
    const raised = await tx.select({ id: people.id }).from(people).where(and(inArray(people.id, ids), gt(people.version, 1)));
    const further = await tx.select({ id: cases.id, personId: cases.personId }).from(cases).where(inArray(cases.personId, ids));
    for (const { id } of [...told, ...raised]) changed.add(id);
    for (const { id, personId } of further) if (!own.has(id)) changed.add(personId);
  }
  return changed;
}

/** Those of these events that somebody has changed since, counted at again, or linked with a case. */
export async function eventsChanged(tx: Reader, eventIds: readonly string[], seq: number, recordedAt: number): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const ids of chunks(eventIds)) {
    const told = await tx.selectDistinct({ id: auditEntries.subjectId }).from(auditEntries).where(and(eq(auditEntries.subjectType, "event"), inArray(auditEntries.subjectId, ids), gt(auditEntries.seq, seq)));
    const raised = await tx.select({ id: events.id }).from(events).where(and(inArray(events.id, ids), gt(events.version, 1)));
    const linked = await tx.selectDistinct({ id: caseEvents.eventId }).from(caseEvents).where(inArray(caseEvents.eventId, ids));
    const counted = await tx.selectDistinct({ id: counts.eventId }).from(counts).where(and(inArray(counts.eventId, ids), or(gt(counts.version, 1), gt(counts.createdAt, recordedAt))));
    for (const { id } of [...told, ...raised, ...linked, ...counted]) changed.add(id);
  }
  return changed;
}
