import { asc, desc, gt, inArray } from "drizzle-orm";
import { auditEntries, auditValues } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { insertRows } from "./bulk";

export type AuditEntryRow = typeof auditEntries.$inferSelect;
export type AuditValueRow = typeof auditValues.$inferSelect;

export async function lastEntry(tx: Reader): Promise<{ seq: number; head: string } | undefined> {
  const [row] = await tx.select({ seq: auditEntries.seq, head: auditEntries.head }).from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1);
  return row;
}

export async function appendEntries(tx: Tx, entries: AuditEntryRow[], values: AuditValueRow[]): Promise<void> {
  await insertRows(tx, auditEntries, entries);
  await insertRows(tx, auditValues, values);
}

/** Entries above `seq` in chain order, for verification. */
export const entriesAfter = (tx: Reader, seq: number, limit: number): Promise<AuditEntryRow[]> =>
  tx.select().from(auditEntries).where(gt(auditEntries.seq, seq)).orderBy(asc(auditEntries.seq)).limit(limit);

export const valuesOf = async (tx: Reader, seqs: number[]): Promise<AuditValueRow[]> =>
  seqs.length ? await tx.select().from(auditValues).where(inArray(auditValues.seq, seqs)).orderBy(asc(auditValues.seq), asc(auditValues.position)) : [];
