import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { ArchiveProblem, readSealed, type Opener } from "@/lib/documents/sealed-reader";
import { BACKUP_FORMAT, BackupProblem, MANIFEST, type BackupManifest } from "@/lib/model/backup";

/** Names of files and folders of which none leads out of the folder that they are unpacked into. */
const PART = /^[^./\\:\p{Cc}][^/\\:\p{Cc}]*$/u;
const isOurs = (name: string): boolean => name.length < 500 && name.split("/").every((part) => PART.test(part));
/** A log beside a database would be played into it when it is opened. */
const STRAY = /(^|\/)erkin\.db-/;
/** The manifest of a million files is smaller. */
const MOST_MANIFEST = 512 * 1024 * 1024;

/** Takes the pieces of one member somewhere, before it is known whether they are right. */
export type Keep = (name: string, content: AsyncGenerator<Uint8Array, void>) => Promise<void>;

/**
 * Reads a sealed backup to its end and compares every member with its manifest: all of them, each whole, nothing else. Throws `BackupProblem`.
 */
export async function checkedMembers(file: string, opener: Opener, keep: Keep = drain): Promise<{ manifest: BackupManifest; bytes: number }> {
  if (!existsSync(file)) throw new BackupProblem("not_found", file);
  const found = new Map<string, string>();
  let manifest: BackupManifest | undefined;
  try {
    for await (const { name, content } of readSealed(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, opener)) {
      if (!isOurs(name) || STRAY.test(name) || found.has(name) || manifest) throw new BackupProblem("not_a_backup", name);
      if (name === MANIFEST) manifest = manifestOf(await whole(content));
      else found.set(name, await kept(name, content, keep));
    }
  } catch (error) {
    if (error instanceof ArchiveProblem) throw new BackupProblem(error.code, file);
    throw error;
  }
  if (!manifest) throw new BackupProblem("not_a_backup", MANIFEST);
  const told = new Map(manifest.members.map(({ name, sha256, bytes }) => [name, `${sha256} ${bytes}`]));
  for (const name of new Set([...told.keys(), ...found.keys(), "erkin.db", "secret.key"])) {
    if (found.get(name) === undefined || found.get(name) !== told.get(name)) throw new BackupProblem("differs", name);
  }
  return { manifest, bytes: (await stat(file)).size };
}

async function kept(name: string, content: AsyncGenerator<Uint8Array, void>, keep: Keep): Promise<string> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await keep(name, counted());
  return `${hash.digest("hex")} ${bytes}`;
}

async function drain(_name: string, content: AsyncGenerator<Uint8Array, void>): Promise<void> {
  for await (const piece of content) void piece;
}

async function whole(content: AsyncGenerator<Uint8Array, void>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > MOST_MANIFEST) throw new BackupProblem("not_a_backup", MANIFEST);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function manifestOf(bytes: Buffer): BackupManifest {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as BackupManifest;
    if ((value.format as string) === BACKUP_FORMAT && Array.isArray(value.members) && Array.isArray(value.migrations)) return value;
  } catch {
    // Falls through to the refusal: whatever cannot be read is no manifest.
  }
  throw new BackupProblem("not_a_backup", MANIFEST);
}
