import { and, asc, count, desc, eq, gte, inArray, lt, lte, or } from "drizzle-orm";
import { mailQueue, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type MailRow = typeof mailQueue.$inferSelect;

export const insertMail = (tx: Tx, row: typeof mailQueue.$inferInsert) => tx.insert(mailQueue).values(row);

/** What is to be sent now: mails whose time has come, and those that were being sent so long ago that whoever did it is gone. */
export const listDueMail = (tx: Reader, at: number, abandonedBefore: number, limit: number): Promise<MailRow[]> =>
  tx
    .select()
    .from(mailQueue)
    .where(or(and(eq(mailQueue.state, "waiting"), lte(mailQueue.nextAt, at)), and(eq(mailQueue.state, "sending"), lt(mailQueue.changedAt, abandonedBefore))))
    .orderBy(asc(mailQueue.nextAt), asc(mailQueue.id))
    .limit(limit);

/** Changes a mail that is still as it was read; false where somebody else was faster. */
export async function changeMail(tx: Tx, { id, state, changedAt }: Pick<MailRow, "id" | "state" | "changedAt">, values: Partial<MailRow>): Promise<boolean> {
  return (await tx.update(mailQueue).set(values).where(and(eq(mailQueue.id, id), eq(mailQueue.state, state), eq(mailQueue.changedAt, changedAt))).returning({ id: mailQueue.id })).length > 0;
}

export async function findMail(tx: Reader, id: string): Promise<MailRow | undefined> {
  const [row] = await tx.select().from(mailQueue).where(eq(mailQueue.id, id));
  return row;
}

/** Mails that wait, are on their way or were given up, with whom they are for; the ones given up first. */
export const listUnsentMail = (tx: Reader, limit: number) =>
  tx
    .select({ mail: mailQueue, name: users.name })
    .from(mailQueue)
    .innerJoin(users, eq(users.id, mailQueue.userId))
    .where(inArray(mailQueue.state, ["parked", "sending", "waiting"]))
    .orderBy(asc(mailQueue.state), desc(mailQueue.changedAt), asc(mailQueue.id))
    .limit(limit);

export async function countMail(tx: Reader, state: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(mailQueue).where(eq(mailQueue.state, state));
  return row?.n ?? 0;
}

/** Whether a test mail of this person was asked for since an instant. */
export async function testedSince(tx: Reader, userId: string, since: number): Promise<boolean> {
  const rows = await tx.select({ id: mailQueue.id }).from(mailQueue).where(and(eq(mailQueue.userId, userId), eq(mailQueue.kind, "test"), gte(mailQueue.createdAt, since))).limit(1);
  return rows.length > 0;
}

/** Forgets mails that were sent or had nobody to go to, long ago. */
export const deleteOldMail = (tx: Tx, before: number) => tx.delete(mailQueue).where(and(inArray(mailQueue.state, ["sent", "dropped"]), lt(mailQueue.changedAt, before)));
