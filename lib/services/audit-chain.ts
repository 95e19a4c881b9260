import "server-only";
import { hash as digest } from "node:crypto";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { randomHex } from "@/lib/vault/random";

/** One field that changed. `null` means: was not there, or is not there any more. */
export type Change = { field: string; before: string | null; after: string | null };
export type SaltedChange = Change & { salt: string };

export const GENESIS = "0".repeat(64);

const hash = (content: Buffer | string): string => digest("sha256", content, "hex");

export const newSalt = (): string => randomHex();

/** Salted commitment to one change: the value can be erased later and the chain still holds (AL-2). */
export const commitment = ({ field, before, after, salt }: SaltedChange): string => hash(canonicalJson([salt, field, before, after]));

export type EntryContent = {
  seq: number;
  at: number;
  actor: string;
  session: string | null;
  action: string;
  subject: readonly [type: string, id: string];
  case: string | null;
  version: readonly [before: number | null, after: number | null];
  fields: readonly string[];
};

export const entryJson = (content: EntryContent): string => canonicalJson({ v: 1, ...content } as unknown as Json);

/** `leaf = SHA-256(0x00 ‖ entry)`; the domain bytes are those of RFC 6962. */
export const leafOf = (entry: string): string => hash(`\0${entry}`);

/** `head = SHA-256(0x01 ‖ previous head ‖ leaf)`. */
export const headOf = (previous: string, leaf: string): string => hash(Buffer.from(`01${previous}${leaf}`, "hex"));
