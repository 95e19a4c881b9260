import { and, desc, eq, isNull } from "drizzle-orm";
import { apiTokens, apiTokenScopes } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type TokenRow = typeof apiTokens.$inferSelect;

export async function findTokenBySecret(tx: Reader, secretHash: string): Promise<TokenRow | undefined> {
  const [row] = await tx.select().from(apiTokens).where(eq(apiTokens.secretHash, secretHash));
  return row;
}

export async function findTokenOf(tx: Reader, userId: string, id: string): Promise<TokenRow | undefined> {
  const [row] = await tx.select().from(apiTokens).where(and(eq(apiTokens.id, id), eq(apiTokens.userId, userId)));
  return row;
}

export const listTokensOf = (tx: Reader, userId: string): Promise<TokenRow[]> => tx.select().from(apiTokens).where(eq(apiTokens.userId, userId)).orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));

export const scopesOf = async (tx: Reader, tokenId: string): Promise<string[]> => (await tx.select({ scope: apiTokenScopes.scope }).from(apiTokenScopes).where(eq(apiTokenScopes.tokenId, tokenId))).map(({ scope }) => scope);

export async function insertToken(tx: Tx, row: typeof apiTokens.$inferInsert, scopes: readonly string[]): Promise<void> {
  await tx.insert(apiTokens).values(row);
  await tx.insert(apiTokenScopes).values(scopes.map((scope) => ({ tokenId: row.id, scope })));
}

/** Whether the token was still open; one that is revoked stays in the list. */
export const revokeTokenRow = async (tx: Tx, id: string, at: number): Promise<boolean> =>
  (await tx.update(apiTokens).set({ revokedAt: at }).where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt))).returning({ id: apiTokens.id })).length > 0;

/** Ends every open token of a person; what was ended. */
export const revokeTokensOf = async (tx: Tx, userId: string, at: number): Promise<{ id: string; name: string }[]> =>
  tx.update(apiTokens).set({ revokedAt: at }).where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt))).returning({ id: apiTokens.id, name: apiTokens.name });

export const markTokenUsed = (tx: Tx, id: string, day: string) => tx.update(apiTokens).set({ lastUsedDay: day }).where(eq(apiTokens.id, id));
