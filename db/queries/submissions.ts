import { and, eq, lt } from "drizzle-orm";
import { submissions } from "@/db/schema";
import type { Tx } from "@/db/store";

export async function findSubmission(tx: Tx, key: string, actorId: string): Promise<string | undefined> {
  const [row] = await tx.select({ result: submissions.result }).from(submissions).where(and(eq(submissions.key, key), eq(submissions.actorId, actorId)));
  return row?.result;
}

/** Remembers a form's answer and forgets those older than `before`. */
export async function keepSubmission(tx: Tx, row: typeof submissions.$inferInsert, before: number): Promise<void> {
  await tx.delete(submissions).where(lt(submissions.at, before));
  await tx.insert(submissions).values(row);
}
