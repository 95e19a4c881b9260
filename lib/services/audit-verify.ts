import "server-only";
import { entriesAfter, type AuditEntryRow, type AuditValueRow } from "@/db/queries/audit";
import { valuesBySeq } from "@/db/queries/audit-log";
import type { Reader } from "@/db/store";
import { commitment, entryJson, GENESIS, headOf, leafOf, type EntryContent } from "./audit-chain";

const BATCH = 1000;

export type Verdict = {
  ok: boolean;
  /** How many entries were read. */
  entries: number;
  /** The head that the entries lead to, 64 hexadecimal digits. */
  head: string;
  /** The first entry with which something is wrong. */
  firstBad?: number;
  /** `chain`: an entry was changed, removed or put in. `content`: the chain holds, but what lies beside it is not what it committed to. */
  problem?: "chain" | "content";
};

/**
 * Recomputes the whole chain from its first entry: sequence, leaf and head of each, its columns against the committed text, and the salted
 * commitment of each value. It cannot notice that the whole chain was written anew; only a head that is kept elsewhere shows that.
 */
export async function verifyChain(read: Reader): Promise<Verdict> {
  let last = { seq: 0, head: GENESIS };
  let differing: number | undefined;
  for (;;) {
    const rows = await entriesAfter(read, last.seq, BATCH);
    if (rows.length === 0) break;
    const values = await valuesBySeq(read, rows.map(({ seq }) => seq));
    for (const row of rows) {
      const linked = row.seq === last.seq + 1 && row.leaf === leafOf(row.entry) && row.head === headOf(last.head, row.leaf);
      if (!linked) return { ok: false, entries: last.seq, head: last.head, firstBad: last.seq + 1, problem: "chain" };
      if (differing === undefined && !isAsCommitted(row, values.get(row.seq) ?? [])) differing = row.seq;
      last = { seq: row.seq, head: row.head };
    }
  }
  const told = { entries: last.seq, head: last.head };
  return differing === undefined ? { ok: true, ...told } : { ok: false, ...told, firstBad: differing, problem: "content" };
}

/** Whether the columns and the values beside an entry say what its committed text says. */
function isAsCommitted(row: AuditEntryRow, values: AuditValueRow[]): boolean {
  const said = JSON.parse(row.entry) as EntryContent;
  const { seq, at, actorId, action, subjectType, subjectId, caseId } = row;
  const shown = entryJson({ seq, at, actor: actorId, session: said.session, action, subject: [subjectType, subjectId], case: caseId, version: said.version, fields: values.map(commitment) });
  return shown === row.entry;
}
