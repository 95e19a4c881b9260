import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { revokeTokensOf } from "@/db/queries/api-tokens";
import { endFeedsOf } from "@/db/queries/calendar-feeds";
import { countActiveAdmins, findLink, findUser, findUserByLogin, listMemberships, listOpenInvitations, listTeams, listUsers, teamIdsOf, type LinkRow, type UserRow } from "@/db/queries/users";
import { oneTimeLinks, teamMembers, teams, users } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { Role, Theme } from "@/lib/model/vocabularies";
import { blind, randomToken, sha256 } from "@/lib/vault/keys";
import { allow } from "./allow";
import { realNow } from "./clock";
import { hashPassword } from "./passwords";
import { endAllSessions, normaliseLogin, openSession } from "./sessions";
import type { FormMeta } from "./form-meta";
import { provePassword } from "./step-up";
import { changesOf, write, type Log } from "./write";

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

/** The teams that the actor belongs to. */
export async function listOwnTeams(actor: Actor): Promise<{ id: string; name: string }[]> {
  allow(actor, "account.write");
  const { read } = await store();
  return (await listTeams(read)).flatMap(({ id, name }) => (actor.teamIds.includes(id) ? [{ id, name }] : []));
}

/** Makes a one-time link's token for a new colleague; it works once, for 72 hours. */
export const invite = async (actor: Actor, input: { name: string; role: Role; teamId: string }, meta: FormMeta = {}): Promise<{ token: string }> => {
  // Derived for a form, so that a repeat answers the same link although nothing but its hash is stored.
  const token = meta.submission ? blind(`invitation|${actor.userId}|${meta.submission}`) : randomToken();
  await write(
    actor,
    async (tx, log) => {
      allow(actor, "user.manage");
      if (!(await listTeams(tx)).some((team) => team.id === input.teamId)) throw refuse("teamId", "unknown_option");
      const at = realNow();
      const row = { tokenHash: sha256(token), purpose: "invitation", role: input.role, teamId: input.teamId, name: input.name, createdBy: actor.userId, createdAt: at, expiresAt: at + INVITATION_MS };
      await tx.insert(oneTimeLinks).values(row);
      await log("user.invited", { subject: ["invitation", row.tokenHash.slice(0, 16)], changes: changesOf(undefined, row, ["name", "role", "teamId"]) });
    },
    meta.submission,
  );
  return { token };
};

/** The invitation behind a token, while it can still be used. */
export async function findInvitation(token: string): Promise<{ name: string } | undefined> {
  const link = await openInvitation((await store()).read, token);
  return link && { name: link.name };
}

async function openInvitation(tx: Reader, token: string): Promise<LinkRow | undefined> {
  const link = await findLink(tx, sha256(token));
  if (link?.purpose !== "invitation" || link.usedAt !== null || (link.expiresAt ?? 0) <= realNow()) return undefined;
  if (link.createdBy === commandLine([]).userId) return link;
  // Whoever is no administrator any more must not come back through a link made earlier.
  const inviter = link.createdBy === null ? undefined : await findUser(tx, link.createdBy);
  return inviter?.active && inviter.role === "admin" ? link : undefined;
}

/** Turns an invitation into an account and signs it in. Throws `link_used` when the link was used or has expired. */
export async function acceptInvitation(input: { token: string; name: string; login: string; password: string; locale: string }, device: string): Promise<{ sid: string }> {
  // Hashing is dear: nobody without a working link gets that far.
  if (!(await findInvitation(input.token))) throw new AppError("link_used");
  const passwordHash = await hashPassword(input.password);
  const userId = randomUUID();
  const actor: Actor = { userId, name: input.name, role: "viewer", teamIds: [], sessionHash: null };
  return write(actor, async (tx, log) => {
    const link = await openInvitation(tx, input.token);
    if (!link) throw new AppError("link_used");
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

/** Changes role, team and status of somebody else; their sessions end, and with their access their tokens and calendar addresses, for good. The last administrator stays one. */
export const updateUser = (actor: Actor, input: { userId: string; role: Role; teamId: string | null; status: "active" | "disabled" }, meta: FormMeta): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "user.manage");
      if (input.userId === actor.userId) throw refuse("role", "own_role");
      const user = await findUser(tx, input.userId);
      if (!user) throw new AppError("not_found");
      if (input.teamId && !(await listTeams(tx)).some((team) => team.id === input.teamId)) throw refuse("teamId", "unknown_option");
      const { userId, role, teamId, status } = input;
      const active = status === "active";
      if (user.role === "admin" && user.active && !(active && role === "admin") && (await countActiveAdmins(tx)) < 2) throw refuse("role", "last_admin");
      const before = { role: user.role, status: user.active ? "active" : "disabled", teamId: (await teamIdsOf(tx, userId))[0] ?? null };
      const saved = { version: user.version, values: { ...before, teamId: before.teamId ?? "" } };
      if (seenVersion(meta.version, saved) !== user.version) throw new AppError("conflict", { current: saved });
      await updateUserRow(tx, user, { role, active });
      await tx.delete(teamMembers).where(eq(teamMembers.userId, userId));
      if (teamId) await tx.insert(teamMembers).values({ teamId, userId });
      await endAllSessions(tx, userId);
      if (!active) await endKeys(tx, log, userId);
      await log("user.updated", { subject: ["user", userId], version: [user.version, user.version + 1], changes: changesOf(before, { role, status, teamId }, ["role", "status", "teamId"]) });
      return { id: userId };
    },
    meta.submission,
  );

/** A device that was lost with its owner must not read again when the owner comes back. */
async function endKeys(tx: Tx, log: Log, userId: string): Promise<void> {
  const at = realNow();
  for (const { id, name } of await revokeTokensOf(tx, userId, at)) await log("token.revoked", { subject: ["token", id], changes: [{ field: "tokenName", before: name, after: null }] });
  for (const id of await endFeedsOf(tx, userId, at)) await log("feed.revoked", { subject: ["feed", id] });
}

async function updateUserRow(tx: Tx, before: UserRow, values: Partial<UserRow>): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ ...values, version: before.version + 1, updatedAt: realNow() })
    .where(and(eq(users.id, before.id), eq(users.version, before.version)))
    .returning({ id: users.id });
  if (changed.length === 0) throw new AppError("busy");
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
  await provePassword(actor, input.current, "current");
  const passwordHash = await hashPassword(input.password);
  return write(actor, async (tx, log) => {
    allow(actor, "account.write");
    const user = await findUser(tx, actor.userId);
    if (!user) throw new AppError("not_found");
    await updateUserRow(tx, user, { passwordHash });
    await endAllSessions(tx, actor.userId, actor.sessionHash);
    await log("user.passwordChanged", { subject: ["user", actor.userId] });
    return { id: actor.userId };
  });
}
