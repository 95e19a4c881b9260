import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { countActiveAdmins, findLink, findUser, findUserByLogin, listMemberships, listOpenInvitations, listTeams, listUsers, type UserRow } from "@/db/queries/users";
import { oneTimeLinks, teamMembers, teams, users } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { Role, Theme } from "@/lib/model/vocabularies";
import { randomToken, sha256 } from "@/lib/vault/keys";
import { allow } from "./allow";
import { realNow } from "./clock";
import { hashPassword, passwordMatches } from "./passwords";
import { endAllSessions, normaliseLogin, openSession } from "./sessions";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";



const INVITATION_MS = 72 * 3_600_000;

export type Administration = {
  users: { id: string; login: string; name: string; role: Role; active: boolean; teamId: string | null; version: number }[];
  teams: { id: string; name: string }[];
  invitations: { name: string; role: string; teamId: string | null; expiresAt: number }[];
};

/** Users, teams and open invitations, for the administrator's page. */
export async function getAdministration(actor: Actor): Promise<Administration> {
  allow(actor, "user.manage");
  const { read } = await store();
  const teamOf = new Map((await listMemberships(read)).map((row) => [row.userId, row.teamId]));
  const at = realNow();
  return {
    users: (await listUsers(read)).map(({ id, login, name, role, active, version }) => ({ id, login, name, role: role as Role, active, version, teamId: teamOf.get(id) ?? null })),
    teams: (await listTeams(read)).map(({ id, name }) => ({ id, name })),
    invitations: (await listOpenInvitations(read))
      .filter((link) => (link.expiresAt ?? 0) > at)
      .map(({ name, role, teamId, expiresAt }) => ({ name, role: role ?? "", teamId, expiresAt: expiresAt ?? 0 })),
  };
}

/** Makes a one-time link's token for a new colleague; it works once, for 72 hours. */
export const invite = (actor: Actor, input: { name: string; role: Role; teamId: string }, meta: FormMeta = {}): Promise<{ token: string }> => {
  const token = randomToken();
  return write(
    actor,
    async (tx, log) => {
      allow(actor, "user.manage");
      if (!(await listTeams(tx)).some((team) => team.id === input.teamId)) throw refuse("teamId", "unknown_option");
      const at = realNow();
      const row = { tokenHash: sha256(token), purpose: "invitation", role: input.role, teamId: input.teamId, name: input.name, createdBy: actor.userId, createdAt: at, expiresAt: at + INVITATION_MS };
      await tx.insert(oneTimeLinks).values(row);
      await log("user.invited", { subject: ["invitation", row.tokenHash.slice(0, 16)], changes: changesOf(undefined, row, ["name", "role", "teamId"]) });
      return { token };
    },
    meta.submission,
  );
};

/** The invitation behind a token, while it can still be used. */
export async function findInvitation(token: string): Promise<{ name: string } | undefined> {
  const link = await findLink((await store()).read, sha256(token));
  return isOpen(link) ? { name: link.name } : undefined;
}

const isOpen = (link: Awaited<ReturnType<typeof findLink>>): link is NonNullable<typeof link> =>
  link?.purpose === "invitation" && link.usedAt === null && (link.expiresAt ?? 0) > realNow();

/** Turns an invitation into an account and signs it in. Throws `link_used` when the link was used or has expired. */
export async function acceptInvitation(input: { token: string; name: string; login: string; password: string; locale: string }, device: string): Promise<{ sid: string }> {
  const passwordHash = await hashPassword(input.password);
  const userId = randomUUID();
  const actor: Actor = { userId, name: input.name, role: "viewer", teamIds: [], sessionHash: null };
  return write(actor, async (tx, log) => {
    const link = await findLink(tx, sha256(input.token));
    if (!isOpen(link)) throw new AppError("link_used");
    const login = normaliseLogin(input.login);
    if (await findUserByLogin(tx, login)) throw refuse("login", "login_taken");
    const stamp = { createdAt: realNow(), updatedAt: realNow() };
    await tx.update(oneTimeLinks).set({ usedAt: stamp.createdAt }).where(eq(oneTimeLinks.tokenHash, link.tokenHash));
    const row = { id: userId, login, name: input.name, role: link.role ?? "viewer", locale: input.locale, passwordHash, ...stamp };
    await tx.insert(users).values(row);
    if (link.teamId) await tx.insert(teamMembers).values({ teamId: link.teamId, userId });
    await log("user.created", { subject: ["user", userId], changes: changesOf(undefined, row, ["login", "name", "role"]) });
    return openSession(tx, log, userId, device);
  });
}

/** Changes role, team and status of somebody else; their sessions end. The last administrator stays one. */
export const updateUser = (actor: Actor, input: { userId: string; role: Role; teamId: string | null; status: "active" | "disabled" }, meta: FormMeta): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "user.manage");
      if (input.userId === actor.userId) throw refuse("role", "own_role");
      const before = await findUser(tx, input.userId);
      if (!before) throw new AppError("not_found");
      const active = input.status === "active";
      if (before.role === "admin" && before.active && !(active && input.role === "admin") && (await countActiveAdmins(tx)) < 2) throw refuse("role", "last_admin");
      await updateUserRow(tx, before, { role: input.role, active }, meta.version);
      await tx.delete(teamMembers).where(eq(teamMembers.userId, input.userId));
      if (input.teamId) await tx.insert(teamMembers).values({ teamId: input.teamId, userId: input.userId });
      await endAllSessions(tx, input.userId);
      await log("user.updated", { subject: ["user", input.userId], version: [before.version, before.version + 1], changes: changesOf(before, { role: input.role, active, teamId: input.teamId }, ["role", "active", "teamId"]) });
      return { id: input.userId };
    },
    meta.submission,
  );

async function updateUserRow(tx: Tx, before: UserRow, values: Partial<UserRow>, version = before.version): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ ...values, version: version + 1, updatedAt: realNow() })
    .where(and(eq(users.id, before.id), eq(users.version, version)))
    .returning({ id: users.id });
  if (changed.length === 0) {
    const current = { role: before.role, status: before.active ? "active" : "disabled" };
    throw new AppError("conflict", { current: { version: before.version, values: current } });
  }
}

export const recordTeam = (actor: Actor, input: { name: string }, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "team.manage");
      const id = randomUUID();
      await tx.insert(teams).values({ id, name: input.name, createdAt: realNow(), updatedAt: realNow() });
      await log("team.recorded", { subject: ["team", id], changes: changesOf(undefined, input, ["name"]) });
      return { id };
    },
    meta.submission,
  );

export const updatePreferences = (actor: Actor, input: { locale: string; theme: Theme }): Promise<{ id: string }> =>
  write(actor, async (tx, log) => {
    allow(actor, "account.write");
    const before = await findUser(tx, actor.userId);
    if (!before) throw new AppError("not_found");
    await updateUserRow(tx, before, input);
    await log("user.preferred", { subject: ["user", actor.userId], changes: changesOf(before, input, ["locale", "theme"]) });
    return { id: actor.userId };
  });

/** Sets a new password after proving the current one; all other sessions end. */
export async function changePassword(actor: Actor, input: { current: string; password: string }): Promise<{ id: string }> {
  const user = await findUser((await store()).read, actor.userId);
  if (!user) throw new AppError("not_found");
  if (!(await passwordMatches(user.passwordHash, input.current.normalize("NFC")))) throw refuse("current", "wrong_password");
  const passwordHash = await hashPassword(input.password);
  return write(actor, async (tx, log) => {
    allow(actor, "account.write");
    await updateUserRow(tx, user, { passwordHash });
    await endAllSessions(tx, actor.userId, actor.sessionHash);
    await log("user.passwordChanged", { subject: ["user", actor.userId] });
    return { id: actor.userId };
  });
}
