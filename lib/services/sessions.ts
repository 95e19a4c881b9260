import "server-only";
import { sessions } from "@/db/schema";
import { deleteIdleSessions, deleteSessions, findSession, findUser, findUserByLogin, listSessions, teamIdsOf, touchSession, type UserRow } from "@/db/queries/users";
import { users } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import { anonymous } from "@/lib/model/actors";
import { AppError, isDiskFull } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { Role, Theme } from "@/lib/model/vocabularies";
import { randomToken, sha256 } from "@/lib/vault/keys";
import { eq } from "drizzle-orm";
import { realNow } from "./clock";
import { admit, countFailure, countSuccess } from "./guessing";
import { decoyHash, hashPassword, isWeakHash, passwordMatches } from "./passwords";
import { write, type Log } from "./write";

export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
const MOST_SESSIONS = 5;
/** The row is touched at most this often, so that reading a page is not a write each time. */
const TOUCH_MS = 60_000;

export const normaliseLogin = (typed: string): string => typed.normalize("NFC").trim().toLowerCase();

/** Checks login and password and opens a session; answers the secret session id for the cookie. Throws `wrong_credentials` or `rate_limited`. */
export async function signIn(input: { login: string; password: string; network: string; device: string }): Promise<{ sid: string }> {
  const login = normaliseLogin(input.login).slice(0, 200);
  const opened = await store();
  await opened.write((tx) => admit(tx, login, input.network));
  const user = await findUserByLogin(opened.read, login);
  const password = input.password.normalize("NFC");
  const matches = password.length <= 256 && (await passwordMatches(user?.active ? user.passwordHash : await decoyHash(), password));
  if (!user?.active || !matches) {
    await write(anonymous, async (tx, log) => {
      await countFailure(tx, login, input.network);
      await log("session.refused", { subject: ["user", user?.id ?? "unknown"] });
    });
    throw new AppError("wrong_credentials");
  }
  const rehashed = isWeakHash(user.passwordHash) ? await hashPassword(password) : undefined;
  return write(await actorOf(user, null), async (tx, log) => {
    await countSuccess(tx, login, input.network);
    if (rehashed) await tx.update(users).set({ passwordHash: rehashed }).where(eq(users.id, user.id));
    return openSession(tx, log, user.id, input.device);
  });
}

/** A fresh session for a user; the oldest end when there would be more than five. */
export async function openSession(tx: Tx, log: Log, userId: string, device: string): Promise<{ sid: string }> {
  const sid = randomToken();
  const at = realNow();
  await deleteIdleSessions(tx, at - ABSOLUTE_MS);
  const older = await listSessions(tx, userId);
  await deleteSessions(tx, older.slice(MOST_SESSIONS - 1).map((session) => session.idHash));
  await tx.insert(sessions).values({ idHash: sha256(sid), userId, createdAt: at, lastSeenAt: at, device: device.slice(0, 120) });
  await log("session.opened", { subject: ["user", userId] });
  return { sid };
}

export type SignedIn = { actor: Actor; login: string; locale: string; theme: Theme; sessionCreatedAt: number };

/** Who holds this session id, read fresh from the session, user and team rows; undefined when it has ended in any way. */
export async function findSignedIn(sid: string): Promise<SignedIn | undefined> {
  const { read } = await store();
  const idHash = sha256(sid);
  const session = await findSession(read, idHash);
  const at = realNow();
  if (!session || at - session.lastSeenAt > IDLE_MS || at - session.createdAt > ABSOLUTE_MS) return undefined;
  const user = await findUser(read, session.userId);
  if (!user?.active) return undefined;
  if (at - session.lastSeenAt > TOUCH_MS) await touch(idHash, at);
  return { actor: await actorOf(user, idHash), login: user.login, locale: user.locale, theme: user.theme as Theme, sessionCreatedAt: session.createdAt };
}

/** A full disk stops saving, not reading: the session then counts as unused since its last touch. */
async function touch(idHash: string, at: number): Promise<void> {
  try {
    await (await store()).write((tx) => touchSession(tx, idHash, at));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

async function actorOf(user: UserRow, sessionHash: string | null): Promise<Actor> {
  const { read } = await store();
  return { userId: user.id, name: user.name, role: user.role as Role, teamIds: await teamIdsOf(read, user.id), sessionHash };
}

/** Ends the session that the actor is using. */
export const signOut = (actor: Actor): Promise<void> =>
  write(actor, async (tx, log) => {
    if (actor.sessionHash) await deleteSessions(tx, [actor.sessionHash]);
    await log("session.ended", { subject: ["user", actor.userId] });
  });

export async function listOwnSessions(actor: Actor): Promise<{ idHash: string; device: string; createdAt: number; lastSeenAt: number; current: boolean }[]> {
  const { read } = await store();
  const rows = await listSessions(read, actor.userId);
  const at = realNow();
  return rows
    .filter((row) => at - row.lastSeenAt <= IDLE_MS && at - row.createdAt <= ABSOLUTE_MS)
    .map(({ idHash, device, createdAt, lastSeenAt }) => ({ idHash, device, createdAt, lastSeenAt, current: idHash === actor.sessionHash }));
}

/** Ends one of one's own sessions, or with `"others"` all but the current one. */
export const endOwnSessions = (actor: Actor, which: string): Promise<void> =>
  write(actor, async (tx, log) => {
    const own = await listSessions(tx, actor.userId);
    const ending = own.filter((session) => (which === "others" ? session.idHash !== actor.sessionHash : session.idHash === which));
    if (which !== "others" && ending.length === 0) throw new AppError("not_found");
    await deleteSessions(tx, ending.map((session) => session.idHash));
    await log("session.ended", { subject: ["user", actor.userId] });
  });

/** Ends every session of a user, as any change of password, role, team or status must (AU-8). */
export async function endAllSessions(tx: Tx, userId: string, except?: string | null): Promise<void> {
  const all = await listSessions(tx, userId);
  await deleteSessions(tx, all.map((session) => session.idHash).filter((idHash) => idHash !== except));
}
