import "server-only";
import { randomUUID } from "node:crypto";
import { findTokenBySecret, findTokenOf, insertToken, listTokensOf, markTokenUsed, revokeTokenRow, scopesOf, type TokenRow } from "@/db/queries/api-tokens";
import { findUser, teamIdsOf } from "@/db/queries/users";
import { store } from "@/db/store";
import { apiScopes, TOKEN_PREFIX, type ApiScope } from "@/lib/model/api";
import { INTERNAL, PUBLIC_RECIPIENT, type AudienceProfile, type Destination } from "@/lib/model/destination";
import { AppError, isDiskFull, refuse } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import type { ConsentPurpose, Role } from "@/lib/model/vocabularies";
import { blind, randomToken, sha256 } from "@/lib/vault/keys";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { proveAgain } from "./step-up";
import { changesOf, write } from "./write";

const DAY_MS = 86_400_000;
const SHOWN = 6;

type NewToken = { name: string; scopes: ApiScope[]; profile: AudienceProfile; purpose: ConsentPurpose; days: string; password?: string };

/** Makes a token for the actor's own programs; the answer is the only time that it is seen. Throws `password_needed` on `password`, `token_reads_only` on `scopes`. */
export async function issueToken(actor: Actor, { password, days, scopes, ...input }: NewToken, meta: FormMeta = {}): Promise<{ token: string }> {
  allow(actor, "token.manage");
  // What comes back from outside under other names could not be written back to the right records.
  if (input.profile !== "internal" && scopes.some((scope) => scope.endsWith(":write"))) throw refuse("scopes", "token_reads_only");
  await proveAgain(actor, password);
  // Derived for a form, so that a repeat answers the same token although nothing but its hash is stored.
  const token = TOKEN_PREFIX + (meta.submission ? blind(`token|${actor.userId}|${meta.submission}`) : randomToken());
  await write(
    actor,
    async (tx, log) => {
      allow(actor, "token.manage");
      const at = realNow();
      const row = { id: randomUUID(), userId: actor.userId, ...input, prefix: token.slice(0, TOKEN_PREFIX.length + SHOWN), secretHash: sha256(token), createdAt: at, expiresAt: at + Number(days) * DAY_MS };
      await insertToken(tx, row, scopes);
      await log("token.issued", { subject: ["token", row.id], changes: changesOf(undefined, { ...row, tokenName: row.name, scopes, days, fingerprint: row.secretHash }, ["tokenName", "prefix", "scopes", "profile", "purpose", "days", "fingerprint"]) });
    },
    meta.submission,
  );
  return { token };
}

export type OwnToken = { id: string; name: string; prefix: string; profile: AudienceProfile; purpose: ConsentPurpose; scopes: ApiScope[]; createdAt: number; expiresAt: number; lastUsedDay: string | null; state: "open" | "expired" | "revoked" };

/** The actor's own tokens, the newest first; those that ended stay, so that their use in the log can be understood. */
export async function listOwnTokens(actor: Actor): Promise<OwnToken[]> {
  allow(actor, "token.manage");
  const { read } = await store();
  const at = realNow();
  const rows = await listTokensOf(read, actor.userId);
  return Promise.all(
    rows.map(async ({ id, name, prefix, profile, purpose, createdAt, expiresAt, lastUsedDay, revokedAt }) => ({
      id,
      name,
      prefix,
      profile: profile as AudienceProfile,
      purpose: purpose as ConsentPurpose,
      scopes: known(await scopesOf(read, id)),
      createdAt,
      expiresAt,
      lastUsedDay,
      state: revokedAt !== null ? "revoked" as const : expiresAt <= at ? "expired" as const : "open" as const,
    })),
  );
}

/** Ends one of the actor's own tokens: the next request with it is refused. */
export const revokeToken = (actor: Actor, { tokenId }: { tokenId: string }, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "token.manage");
      const row = await findTokenOf(tx, actor.userId, tokenId);
      if (!row || !(await revokeTokenRow(tx, row.id, realNow()))) throw new AppError("not_found");
      await log("token.revoked", { subject: ["token", row.id], changes: [{ field: "tokenName", before: row.name, after: null }] });
      return { id: row.id };
    },
    meta.submission,
  );

/** A program as it asks: on whose behalf, for what, and how much of the records it is told. */
export type Program = { actor: Actor; tokenId: string; scopes: readonly ApiScope[]; destination: Destination };

const known = (scopes: readonly string[]): ApiScope[] => apiScopes.filter((scope) => scopes.includes(scope));

/**
 * Who holds this token, read anew from the token, its user and the user's teams; undefined where it never was one, has expired or was revoked, or
 * where its user may not sign in. Throws `forbidden` where the user may have no tokens any more.
 */
export async function findProgram(token: string): Promise<Program | undefined> {
  if (!token.startsWith(TOKEN_PREFIX) || token.length > 200) return undefined;
  const { read } = await store();
  const row = await findTokenBySecret(read, sha256(token));
  const at = realNow();
  if (!row || row.revokedAt !== null || row.expiresAt <= at) return undefined;
  const user = await findUser(read, row.userId);
  if (!user?.active) return undefined;
  const actor: Actor = { userId: user.id, name: user.name, role: user.role as Role, teamIds: await teamIdsOf(read, user.id), sessionHash: row.secretHash };
  if (!can(actor, "token.manage")) throw new AppError("forbidden");
  const day = new Date(at).toISOString().slice(0, 10);
  if (row.lastUsedDay !== day) await markUsed(row.id, day);
  return { actor, tokenId: row.id, scopes: known(await scopesOf(read, row.id)), destination: destinationOf(row) };
}

/** A full disk stops saving, not reading. */
async function markUsed(id: string, day: string): Promise<void> {
  try {
    await (await store()).write((tx) => markTokenUsed(tx, id, day));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

/** Partners are told by a name of their own for each token, so that what two of them hold cannot be matched; everybody hears the same. */
function destinationOf({ id, profile, purpose }: TokenRow): Destination {
  if (profile === "internal") return INTERNAL;
  const outside = { purpose: purpose as ConsentPurpose };
  return profile === "partner" ? { profile, recipientId: `token-${id}`, audience: "partners", ...outside } : { profile: "public", recipientId: PUBLIC_RECIPIENT, audience: "public", ...outside };
}
