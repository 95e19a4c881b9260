import "server-only";
import { findSubmission, keepSubmission } from "@/db/queries/submissions";
import { store } from "@/db/store";
import { refuse } from "@/lib/model/errors";
import { sha256 } from "@/lib/vault/keys";
import { allow } from "./allow";
import type { Program } from "./api-tokens";
import { realNow } from "./clock";

const KEPT_MS = 7 * 86_400_000;

/**
 * The key under which `write()` remembers a request that its program named: a repeat gets the first answer. `content` is everything that was
 * asked; the same name for something else is refused with `key_reused`.
 */
export async function submissionOf({ actor, tokenId }: Pick<Program, "actor" | "tokenId">, named: string, content: string): Promise<string> {
  allow(actor, "token.manage");
  const key = sha256(`api|${tokenId}|${named}`);
  const fingerprint = JSON.stringify(sha256(content));
  await (await store()).write(async (tx) => {
    const earlier = await findSubmission(tx, key, actor.userId);
    if (earlier !== undefined && earlier !== fingerprint) throw refuse("Idempotency-Key", "key_reused");
    const at = realNow();
    if (earlier === undefined) await keepSubmission(tx, { key, actorId: actor.userId, result: fingerprint, at }, at - KEPT_MS);
  });
  return sha256(`${key}|answer`);
}
