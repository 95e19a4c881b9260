import { and, desc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { cases, noticePreferences, notices, noticeWays, people, places, teamMembers } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { caseNaming } from "./case-naming";
import { alsoWithin, type Scope } from "./scope";

export type NoticeRow = typeof notices.$inferSelect;
export type PreferenceRow = typeof noticePreferences.$inferSelect;

/** Rows of one statement: PostgreSQL and SQLite both take so many values. */
const AT_ONCE = 500;

function slices<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}

/** Adds those notices whose fact the person was not told of before. */
export async function insertNotices(tx: Tx, rows: readonly (typeof notices.$inferInsert)[]): Promise<void> {
  for (const slice of slices(rows)) await tx.insert(notices).values(slice).onConflictDoNothing();
}

/** Who has been told of which of these facts. */
export async function listTold(tx: Reader, factKeys: readonly string[]): Promise<{ factKey: string; userId: string }[]> {
  const found: { factKey: string; userId: string }[] = [];
  for (const slice of slices(factKeys)) found.push(...(await tx.select({ factKey: notices.factKey, userId: notices.userId }).from(notices).where(inArray(notices.factKey, slice))));
  return found;
}

export async function settleNotices(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  for (const slice of slices(ids)) await tx.update(notices).set({ settledAt: at, mail: "none" }).where(and(inArray(notices.id, slice), isNull(notices.settledAt)));
}

const unread = (userId: string): SQL | undefined => and(eq(notices.userId, userId), isNull(notices.settledAt), isNull(notices.readAt));

/** How many of one's notices are new, counted up to `most`; those of cases that one may no longer see do not count. */
export async function countUnreadOf(tx: Reader, scope: Scope, userId: string, most: number): Promise<number> {
  const counted = tx.select({ one: sql`1`.as("one") }).from(notices).innerJoin(cases, eq(cases.id, notices.caseId)).where(and(unread(userId), alsoWithin(scope, cases.teamId))).limit(most).as("counted");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(counted);
  return Number(row?.n ?? 0);
}

/** One page of one's own notices, newest first: the new ones, or all. */
export const listNoticesOf = (tx: Reader, scope: Scope, userId: string, all: boolean, limit: number, offset: number) =>
  tx
    .select({ notice: notices, about: caseNaming, zone: cases.zone })
    .from(notices)
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .where(and(all ? eq(notices.userId, userId) : unread(userId), alsoWithin(scope, cases.teamId)))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit)
    .offset(offset);

export async function countNoticesOf(tx: Reader, scope: Scope, userId: string, most: number): Promise<number> {
  const counted = tx.select({ one: sql`1`.as("one") }).from(notices).innerJoin(cases, eq(cases.id, notices.caseId)).where(and(eq(notices.userId, userId), alsoWithin(scope, cases.teamId))).limit(most).as("counted");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(counted);
  return Number(row?.n ?? 0);
}

/** Marks one of one's own notices as read, or all that are new; how many there were. A mail does not tell of them any more. */
export async function markNoticesRead(tx: Tx, userId: string, id: string | null, at: number): Promise<number> {
  const which = id === null ? unread(userId) : and(eq(notices.userId, userId), eq(notices.id, id), isNull(notices.readAt));
  return (await tx.update(notices).set({ readAt: at, mail: "none" }).where(which).returning({ id: notices.id })).length;
}

export async function findNotice(tx: Reader, userId: string, id: string): Promise<NoticeRow | undefined> {
  const [row] = await tx.select().from(notices).where(and(eq(notices.userId, userId), eq(notices.id, id)));
  return row;
}

export async function findPreferences(tx: Reader, userId: string): Promise<PreferenceRow | undefined> {
  const [row] = await tx.select().from(noticePreferences).where(eq(noticePreferences.userId, userId));
  return row;
}

export const listPreferences = (tx: Reader): Promise<PreferenceRow[]> => tx.select().from(noticePreferences);
export const listWays = (tx: Reader, userId?: string) => tx.select().from(noticeWays).where(userId === undefined ? undefined : eq(noticeWays.userId, userId));

export const insertPreferences = (tx: Tx, row: typeof noticePreferences.$inferInsert) => tx.insert(noticePreferences).values(row).onConflictDoNothing();
export const changePreferences = (tx: Tx, userId: string, values: Partial<PreferenceRow>) => tx.update(noticePreferences).set(values).where(eq(noticePreferences.userId, userId));

export async function putWays(tx: Tx, userId: string, ways: Record<string, string>): Promise<void> {
  await tx.delete(noticeWays).where(eq(noticeWays.userId, userId));
  const rows = Object.entries(ways).map(([kind, way]) => ({ userId, kind, way }));
  if (rows.length) await tx.insert(noticeWays).values(rows);
}

/** Notices that a mail is still to tell of, by person; none of a team that the person has left. */
export const listToMail = (tx: Reader) =>
  tx
    .select({ id: notices.id, userId: notices.userId, caseId: notices.caseId, mail: notices.mail, at: notices.at })
    .from(notices)
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .innerJoin(teamMembers, and(eq(teamMembers.userId, notices.userId), eq(teamMembers.teamId, cases.teamId)))
    .where(inArray(notices.mail, ["at_once", "digest"]))
    .limit(20_000);

export async function setMailOf(tx: Tx, ids: readonly string[], mail: "queued"): Promise<void> {
  for (const slice of slices(ids)) await tx.update(notices).set({ mail }).where(inArray(notices.id, slice));
}
