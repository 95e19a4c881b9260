import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { auditEntries, cases, counts, events, people, sources } from "@/db/schema";
import type { Reader } from "@/db/store";
import { valuesOf, type AuditEntryRow, type AuditValueRow } from "./audit";
import { alsoWithin, type Scope } from "./scope";

export type LogFilter = { before?: number; actorId?: string; action?: string; caseId?: string };

/** What the column of sequence numbers can hold on every engine: an address can ask for more. */
const LAST_SEQ = 2 ** 31 - 1;

/** Newest first, below `before`. */
export const listLog = (tx: Reader, { before, actorId, action, caseId }: LogFilter, limit: number): Promise<AuditEntryRow[]> =>
  tx
    .select()
    .from(auditEntries)
    .where(
      and(
        before === undefined ? undefined : lt(auditEntries.seq, Math.min(before, LAST_SEQ)),
        actorId === undefined ? undefined : eq(auditEntries.actorId, actorId),
        action === undefined ? undefined : eq(auditEntries.action, action),
        caseId === undefined ? undefined : eq(auditEntries.caseId, caseId),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(limit);

/** Those of these cases that are in scope, with what a line of the log shows of them. */
export const listLoggedCases = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  tx.select({ id: cases.id, reference: cases.reference, zone: cases.zone }).from(cases).where(and(alsoWithin(scope, cases.teamId), inArray(cases.id, [...ids])));

/** Those of these people, events, counts and sources that are in scope. */
export async function listLoggedRecords(tx: Reader, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all([people, events, counts, sources].map((table) => tx.select({ id: table.id }).from(table).where(and(alsoWithin(scope, table.teamId), inArray(table.id, [...ids])))));
  return found.flat().map(({ id }) => id);
}

/** The titles behind ids of events and sources that are in scope. */
export async function listLoggedTitles(tx: Reader, scope: Scope, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return [];
  const found = await Promise.all([events, sources].map((table) => tx.select({ id: table.id, title: table.title }).from(table).where(and(alsoWithin(scope, table.teamId), inArray(table.id, [...ids])))));
  return found.flat();
}

/** What changed with each of these entries, in order. */
export async function valuesBySeq(tx: Reader, seqs: number[]): Promise<Map<number, AuditValueRow[]>> {
  const bySeq = new Map<number, AuditValueRow[]>();
  for (const value of await valuesOf(tx, seqs)) bySeq.set(value.seq, [...(bySeq.get(value.seq) ?? []), value]);
  return bySeq;
}
