import "server-only";
import { appendEntries, lastEntry, type AuditEntryRow, type AuditValueRow } from "@/db/queries/audit";
import { findSubmission, keepSubmission } from "@/db/queries/submissions";
import { store, type Tx } from "@/db/store";
import { AppError, isDiskFull } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { commitment, entryJson, GENESIS, headOf, leafOf, newSalt, type Change } from "./audit-chain";
import { realNow } from "./clock";

/** What an audit entry says beyond who and when. `caseId` puts it into the history of that case. */
export type LogEntry = {
  subject: readonly [type: string, id: string];
  caseId?: string;
  version?: readonly [before: number | null, after: number | null];
  changes?: readonly Change[];
};
export type Log = (action: string, entry: LogEntry) => Promise<void>;

const SUBMISSION_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * The only way to change anything: one transaction in which the change and its audit entry commit together. A change that logs nothing is
 * refused. With a `submission` key (one per rendered form) a repeat gets the first answer and changes nothing (CC-2).
 */
export const write = <T>(actor: Actor, fn: (tx: Tx, log: Log) => Promise<T>, submission?: string): Promise<T> => written(actor, fn, submission, 1);

/** The same for many records at once: their entries are put down some hundred at a time, before the transaction ends. */
export const writeMany = <T>(actor: Actor, fn: (tx: Tx, log: Log) => Promise<T>, submission?: string): Promise<T> => written(actor, fn, submission, ENTRIES_AT_ONCE);

const ENTRIES_AT_ONCE = 200;

async function written<T>(actor: Actor, fn: (tx: Tx, log: Log) => Promise<T>, submission: string | undefined, atOnce: number): Promise<T> {
  const opened = await store();
  try {
    return await opened.write(async (tx) => {
      if (submission) {
        const earlier = await findSubmission(tx, submission, actor.userId);
        if (earlier !== undefined) return JSON.parse(earlier) as T;
      }
      const chain = chainOf(tx, actor, atOnce);
      const value = await fn(tx, chain.log);
      await chain.flush();
      if (!chain.logged()) throw new Error("a write must leave an audit entry");
      if (submission) {
        const at = realNow();
        await keepSubmission(tx, { key: submission, actorId: actor.userId, result: JSON.stringify(value ?? null), at }, at - SUBMISSION_DAYS * DAY_MS);
      }
      return value;
    });
  } catch (error) {
    if (isDiskFull(error)) throw new AppError("disk_full");
    throw error;
  }
}

function chainOf(tx: Tx, actor: Actor, atOnce: number): { log: Log; flush: () => Promise<void>; logged: () => boolean } {
  let last: { seq: number; head: string } | undefined;
  let count = 0;
  let held: { entry: AuditEntryRow; values: AuditValueRow[] }[] = [];
  const flush = async (): Promise<void> => {
    const now = held;
    held = [];
    if (now.length > 0) await appendEntries(tx, now.map(({ entry }) => entry), now.flatMap(({ values }) => values));
  };
  const log: Log = async (action, { subject, caseId, version, changes = [] }) => {
    last ??= (await lastEntry(tx)) ?? { seq: 0, head: GENESIS };
    const seq = last.seq + 1;
    const at = realNow();
    const salted = changes.map((change) => ({ ...change, salt: newSalt() }));
    const entry = entryJson({
      seq,
      at,
      actor: actor.userId,
      session: actor.sessionHash,
      action,
      subject,
      case: caseId ?? null,
      version: version ?? [null, null],
      fields: salted.map(commitment),
    });
    const leaf = leafOf(entry);
    const head = headOf(last.head, leaf);
    held.push({ entry: { seq, at, actorId: actor.userId, action, subjectType: subject[0], subjectId: subject[1], caseId: caseId ?? null, entry, leaf, head }, values: salted.map((change, position) => ({ seq, position, ...change })) });
    last = { seq, head };
    count++;
    if (held.length >= atOnce) await flush();
  };
  return { log, flush, logged: () => count > 0 };
}

/** The fields of two rows that differ, as text, for the history. A new row has no `before`. */
export function changesOf(before: Record<string, unknown> | undefined, after: Record<string, unknown>, names: readonly string[]): Change[] {
  const text = (value: unknown): string | null => (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0) ? null : Array.isArray(value) ? value.join("; ") : String(value));
  return names.flatMap((field) => {
    const [was, is] = [text(before?.[field]), text(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
