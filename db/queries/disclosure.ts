import { and, asc, count, desc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { exports, recipients, teamMembers, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type RecipientRow = typeof recipients.$inferSelect;
export type ExportRow = typeof exports.$inferSelect;

const one = <T>(rows: T[]): T | undefined => rows[0];

export const listRecipients = (tx: Reader): Promise<RecipientRow[]> => tx.select().from(recipients).orderBy(asc(recipients.closed), asc(recipients.nameKey));
export const findRecipient = async (tx: Reader, id: string): Promise<RecipientRow | undefined> => one(await tx.select().from(recipients).where(eq(recipients.id, id)));
export const findRecipientByKey = async (tx: Reader, nameKey: string): Promise<RecipientRow | undefined> => one(await tx.select().from(recipients).where(eq(recipients.nameKey, nameKey)));
export const insertRecipient = (tx: Tx, row: typeof recipients.$inferInsert): Promise<unknown> => tx.insert(recipients).values(row);

/** Whether the row was still of this version, and is now of the next. */
export const changeRecipient = async (tx: Tx, id: string, version: number, values: Partial<RecipientRow>): Promise<boolean> =>
  (await tx.update(recipients).set({ ...values, version: version + 1 }).where(and(eq(recipients.id, id), eq(recipients.version, version))).returning({ id: recipients.id })).length > 0;

export const insertExport = (tx: Tx, row: typeof exports.$inferInsert): Promise<unknown> => tx.insert(exports).values(row);
export const findExport = async (tx: Reader, id: string): Promise<ExportRow | undefined> => one(await tx.select().from(exports).where(eq(exports.id, id)));
export const finishExport = (tx: Tx, id: string, values: Pick<ExportRow, "rows" | "complete" | "finishedAt">): Promise<unknown> => tx.update(exports).set(values).where(eq(exports.id, id));

/** How many files somebody asked for since an instant. */
export const countExportsOf = async (tx: Reader, userId: string, since: number): Promise<number> =>
  one(await tx.select({ n: count() }).from(exports).where(and(eq(exports.madeById, userId), gte(exports.madeAt, since))))?.n ?? 0;

export type RegisteredExport = ExportRow & { madeBy: string | null; recipient: string | null };

const registered = (tx: Reader) =>
  tx.select({ row: exports, madeBy: users.name, recipient: recipients.name }).from(exports).leftJoin(users, eq(users.id, exports.madeById)).leftJoin(recipients, eq(recipients.id, exports.recipientId));

/** What left last, newest first; of one recipient, or of everybody. A list can tell what another team works on, so it shows what colleagues made. */
export const listExports = async (tx: Reader, scope: Scope, recipientId: string | undefined, limit: number): Promise<RegisteredExport[]> => {
  const colleagues = tx.select({ id: teamMembers.userId }).from(teamMembers).where(within(scope, teamMembers.teamId));
  const own = or(isNull(exports.madeById), inArray(exports.madeById, colleagues));
  const rows = await registered(tx).where(and(own, recipientId === undefined ? undefined : eq(exports.recipientId, recipientId))).orderBy(desc(exports.madeAt), desc(exports.id)).limit(limit);
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
};
