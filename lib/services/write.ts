import "server-only";
import { appendEntry, lastEntry } from "@/db/queries/audit";
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
export async function write<T>(actor: Actor, fn: (tx: Tx, log: Log) => Promise<T>, submission?: string): Promise<T> {
  const opened = await store();
  try {
    return await opened.write(async (tx) => {
      if (submission) {
        const earlier = await findSubmission(tx, submission, actor.userId);
        if (earlier !== undefined) return JSON.parse(earlier) as T;
      }
      const chain = chainOf(tx, actor);
      const value = await fn(tx, chain.log);
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

function chainOf(tx: Tx, actor: Actor): { log: Log; logged: () => boolean } {
  let last: { seq: number; head: string } | undefined;
  let count = 0;
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
    await appendEntry(
      tx,
      { seq, at, actorId: actor.userId, action, subjectType: subject[0], subjectId: subject[1], caseId: caseId ?? null, entry, leaf, head },
      salted.map((change, position) => ({ seq, position, ...change })),
    );
    last = { seq, head };
    count++;
  };
  return { log, logged: () => count > 0 };
}

/** The fields of two rows that differ, as text, for the history. A new row has no `before`. */
export function changesOf(before: Record<string, unknown> | undefined, after: Record<string, unknown>, names: readonly string[]): Change[] {
  const text = (value: unknown): string | null => (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0) ? null : Array.isArray(value) ? value.join("; ") : String(value));
  return names.flatMap((field) => {
    const [was, is] = [text(before?.[field]), text(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
