import "server-only";
import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";

const KEY_BYTES = 32;
const keyFile = () => path.join(env.dataDir, "secret.key");

/** Makes the installation's random key on the first start; where Erkin is already in use the key must be found, and whole. */
export function ensureKey(inUse = false): void {
  if (inUse || existsSync(keyFile())) {
    master();
    return;
  }
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const temporary = `${keyFile()}.new`;
  writeFileSync(temporary, randomBytes(KEY_BYTES).toString("base64"), { mode: 0o600, flush: true });
  renameSync(temporary, keyFile());
}

/** Fails closed (AU-11): a missing or short key is an error, never a default. */
function master(): Buffer {
  const key = Buffer.from(keyText().trim(), "base64");
  if (key.length < KEY_BYTES) throw new Error("secret.key is too short: restore it from a backup");
  return key;
}

function keyText(): string {
  try {
    return readFileSync(keyFile(), "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new Error(missing ? "secret.key is missing from the data folder: restore it from a backup" : "secret.key cannot be read: check whose file it is", { cause: error });
  }
}

type Purpose = "session" | "network" | "evidence" | "pseudonym" | "cursor" | "webhook";
let derived: { from: Buffer; keys: Map<Purpose, string> } = { from: Buffer.alloc(0), keys: new Map() };

/** A sub-key for one purpose (HKDF-SHA-256, RFC 5869), hex. Derived once from a key; that the key is there and whole is looked at each time. */
export function subKey(purpose: Purpose): string {
  const from = master();
  if (!derived.from.equals(from)) derived = { from, keys: new Map() };
  const key = derived.keys.get(purpose) ?? Buffer.from(hkdfSync("sha256", from, Buffer.alloc(0), `erkin/${purpose}`, KEY_BYTES)).toString("hex");
  derived.keys.set(purpose, key);
  return key;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** 256 random bits, for a session or a one-time link. */
export const randomToken = (): string => randomBytes(KEY_BYTES).toString("base64url");

/** Names an account or a network in the guessing counters without storing either in the clear. */
export const blind = (value: string): string => createHmac("sha256", subKey("network")).update(value).digest("hex");
