import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { subKey } from "./keys";

type Purpose = Parameters<typeof subKey>[0];

const NONCE = 12;
const TAG = 16;
const keyOf = (purpose: Purpose): Buffer => Buffer.from(subKey(purpose), "hex");

/** A short text sealed with the installation's key (AES-256-GCM) and bound to what it is for: base64url. */
export function seal(purpose: Purpose, boundTo: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** The text that was sealed; undefined where it was not sealed here, for this, or was changed. */
export function unseal(purpose: Purpose, boundTo: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), bytes.subarray(0, NONCE)).setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
