import { and, asc, count, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import { oneTimeLinks, sessions, signInAttempts, teamMembers, teams, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type LinkRow = typeof oneTimeLinks.$inferSelect;
export type AttemptRow = typeof signInAttempts.$inferSelect;

const one = <T>(rows: T[]): T | undefined => rows[0];

export const findUser = async (tx: Reader, id: string): Promise<UserRow | undefined> => one(await tx.select().from(users).where(eq(users.id, id)));
export const findUserByLogin = async (tx: Reader, login: string): Promise<UserRow | undefined> => one(await tx.select().from(users).where(eq(users.login, login)));
export const listUsers = (tx: Reader): Promise<UserRow[]> => tx.select().from(users).orderBy(asc(users.name));
export const countActiveAdmins = async (tx: Reader): Promise<number> =>
  one(await tx.select({ n: count() }).from(users).where(and(eq(users.role, "admin"), eq(users.active, true))))?.n ?? 0;

export const listTeams = (tx: Reader) => tx.select().from(teams).where(eq(teams.hidden, false)).orderBy(asc(teams.name));
export const listMemberships = (tx: Reader) => tx.select().from(teamMembers);
export const teamIdsOf = async (tx: Reader, userId: string): Promise<string[]> =>
  (await tx.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.userId, userId))).map((row) => row.id);
export const listColleagues = (tx: Reader, teamIds: readonly string[]): Promise<{ id: string; name: string }[]> =>
  tx
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(teamMembers, eq(teamMembers.userId, users.id))
    .where(and(inArray(teamMembers.teamId, [...teamIds]), eq(users.active, true)))
    .orderBy(asc(users.name));

/** Names of colleagues, as the history and the rules of law show them. */
export const listColleagueNames = async (tx: Reader, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  ids.length ? tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...new Set(ids)])) : [];

export const findSession = async (tx: Reader, idHash: string): Promise<SessionRow | undefined> => one(await tx.select().from(sessions).where(eq(sessions.idHash, idHash)));
export const listSessions = (tx: Reader, userId: string): Promise<SessionRow[]> => tx.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.lastSeenAt));
export async function deleteSessions(tx: Tx, idHashes: string[]): Promise<void> {
  if (idHashes.length) await tx.delete(sessions).where(inArray(sessions.idHash, idHashes));
}
export const deleteIdleSessions = (tx: Tx, before: number) => tx.delete(sessions).where(lt(sessions.lastSeenAt, before));
export const markSteppedUp = (tx: Tx, idHash: string, at: number) => tx.update(sessions).set({ steppedUpAt: at }).where(eq(sessions.idHash, idHash));
export const touchSession = (tx: Tx, idHash: string, at: number) => tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.idHash, idHash));

export const findLink = async (tx: Reader, tokenHash: string): Promise<LinkRow | undefined> => one(await tx.select().from(oneTimeLinks).where(eq(oneTimeLinks.tokenHash, tokenHash)));
export const listOpenInvitations = (tx: Reader): Promise<LinkRow[]> =>
  tx.select().from(oneTimeLinks).where(and(eq(oneTimeLinks.purpose, "invitation"), isNull(oneTimeLinks.usedAt))).orderBy(desc(oneTimeLinks.createdAt));

export const listAttempts = (tx: Reader, keys: string[]): Promise<AttemptRow[]> => tx.select().from(signInAttempts).where(inArray(signInAttempts.key, keys));
export const putAttempt = (tx: Tx, row: AttemptRow) => tx.insert(signInAttempts).values(row).onConflictDoUpdate({ target: signInAttempts.key, set: row });
export const clearAttempt = (tx: Tx, key: string) => tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
