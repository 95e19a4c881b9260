import "server-only";
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { link, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { copyDatabase, databaseFacts, type DatabaseFacts } from "@/db/backup";
import { claimDataFolder } from "@/db/instance-lock";
import { databaseFile } from "@/db/sqlite";
import { LEAST_PASSPHRASE, RECIPIENT, sealedArchive, type Receipt, type Seal } from "@/lib/documents/sealed-archive";
import type { Member } from "@/lib/documents/zip-stream";
import { type Opener } from "@/lib/documents/sealed-reader";
import { env } from "@/lib/env";
import { BACKUP_FORMAT, BackupProblem, MANIFEST, type BackupManifest } from "@/lib/model/backup";
import type { Actor } from "@/lib/model/permissions";
import { derivedPath, originalPath } from "@/lib/vault/evidence-folder";
import { extraOpener } from "@/lib/vault/spare-key";
import { allow } from "./allow";
import { checkedMembers } from "./backup-members";
import { realNow } from "./clock";
import { write } from "./write";

/** Where a copy waits until it is sealed: on the data's own disk, for nobody else to read, emptied by the next backup whatever happened to this one. */
const WAITING = "backup.tmp";
/** What a running Erkin needs and a restored one makes anew; the database and the evidence are taken on their own. */
const LEFT_OUT = /^(erkin\.db(-.*)?|instance\.lock.*|evidence|before-migration|backup\.tmp|.*\.new)$/;

export type BackupMade = { out: string; bytes: number; members: number; tables: Record<string, number>; audit: { entries: number; head: string }; evidence: number; missing: string[] };

/**
 * Writes everything into one sealed file that did not exist before, while others go on working, and reads it back before it gets its name. Throws
 * `BackupProblem`. On PostgreSQL its own tools make a copy of the database, and this refuses.
 */
export async function makeBackup(actor: Actor, { out, seal }: { out: string; seal: Seal }): Promise<BackupMade> {
  allow(actor, "export.everything");
  const target = path.resolve(out);
  checkAsked(target, seal);
  const waiting = path.join(env.dataDir, WAITING);
  const claim = claimed(waiting);
  try {
    await emptied(waiting);
    await write(actor, (_tx, log) => log("backup.made", { subject: ["backup", randomUUID()] }));
    return await writeBackup(target, seal, await copied(waiting));
  } finally {
    await emptied(waiting);
    claim.release();
  }
}

function checkAsked(target: string, seal: Seal): void {
  if (env.dialect !== "sqlite") throw new BackupProblem("needs_sqlite");
  if (!existsSync(databaseFile(env.dataDir))) throw new BackupProblem("no_database", env.dataDir);
  if (!existsSync(path.join(env.dataDir, "secret.key"))) throw new BackupProblem("no_key", env.dataDir);
  if ("passphrase" in seal && [...seal.passphrase].length < LEAST_PASSPHRASE) throw new BackupProblem("passphrase_short", String(LEAST_PASSPHRASE));
  const strange = "recipients" in seal ? seal.recipients.find((each) => !RECIPIENT.test(each)) : undefined;
  if (strange !== undefined || ("recipients" in seal && seal.recipients.length === 0)) throw new BackupProblem("bad_recipient", strange ?? "");
  if (existsSync(target)) throw new BackupProblem("out_exists", target);
  if (isInside(env.dataDir, target)) throw new BackupProblem("out_in_data", target);
}

/** Whether a path leads into a folder, or is it. */
export function isInside(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return !(way.startsWith("..") || path.isAbsolute(way));
}

function claimed(waiting: string): { release: () => void } {
  try {
    return claimDataFolder(waiting);
  } catch (error) {
    throw error instanceof Error && error.message.startsWith("another") ? new BackupProblem("under_way") : error;
  }
}

async function emptied(waiting: string): Promise<void> {
  for (const name of await readdir(waiting)) if (!name.startsWith("instance.lock")) await rm(path.join(waiting, name), { recursive: true, force: true });
}

type Copied = { database: string; facts: DatabaseFacts; evidence: { name: string; file: string }[]; missing: string[] };

/** The database at one instant, and the evidence that it names held fast by a second name where the disk can do that. */
async function copied(waiting: string): Promise<Copied> {
  const database = path.join(waiting, "erkin.db");
  const held = path.join(waiting, "evidence");
  await mkdir(held, { mode: 0o700 });
  // The file is there, and closed to others, before SQLite writes into it.
  await (await open(database, "wx", 0o600)).close();
  copyDatabase(env.dataDir, database);
  const facts = databaseFacts(database);
  const [evidence, missing]: [Copied["evidence"], string[]] = [[], []];
  for (const { id, hasCopy } of facts.evidence) {
    for (const file of hasCopy ? [originalPath(id), derivedPath(id)] : [originalPath(id)]) {
      const name = path.basename(file);
      const second = path.join(held, name);
      const linked = await link(file, second).then(() => true, () => false);
      if (linked || existsSync(file)) evidence.push({ name: `evidence/${name}`, file: linked ? second : file });
      else missing.push(`evidence/${name}`);
    }
  }
  return { database, facts, evidence, missing };
}

async function writeBackup(target: string, seal: Seal, copy: Copied): Promise<BackupMade> {
  const spare = "recipients" in seal ? await extraOpener() : undefined;
  const sealed: Seal = "recipients" in seal && spare ? { recipients: [...seal.recipients, spare.recipient] } : seal;
  const opener: Opener = "passphrase" in seal ? seal : { identities: spare ? [spare.identity] : [] };
  const half = `${target}.part`;
  try {
    // What a backup that broke off left: no other one is under way.
    await rm(half, { force: true });
    const stream = await archived(copy, sealed);
    await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(half, { mode: 0o600, flags: "wx", flush: true }));
    const { manifest, bytes } = await checkedMembers(half, opener);
    await rename(half, target);
    const { tables, audit, missing, members } = manifest;
    return { out: target, bytes, members: members.length, tables, audit, evidence: members.filter(({ name }) => name.startsWith("evidence/")).length, missing };
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function archived(copy: Copied, seal: Seal): Promise<ReadableStream<Uint8Array>> {
  const files = [{ name: "erkin.db", file: copy.database }, ...(await others(env.dataDir, "")), ...copy.evidence];
  const { tables, audit, migrations } = copy.facts;
  async function* members(receipts: readonly Receipt[]): AsyncGenerator<Member> {
    for (const { name, file } of files) yield { name, pieces: createReadStream(file) };
    const manifest: BackupManifest = { format: BACKUP_FORMAT, madeAt: new Date(realNow()).toISOString(), members: [...receipts], tables, audit, migrations, missing: copy.missing };
    yield { name: MANIFEST, pieces: [Buffer.from(JSON.stringify(manifest))] };
  }
  try {
    return await sealedArchive(members, seal);
  } catch {
    throw new BackupProblem("bad_recipient");
  }
}

/** Everything else in the data folder: the key, and whatever other parts of Erkin keep there. */
async function others(folder: string, under: string): Promise<{ name: string; file: string }[]> {
  const found: { name: string; file: string }[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [name, file] = [`${under}${entry.name}`, path.join(folder, entry.name)];
    // What begins with a dot is the system's own, such as what it notes about how a folder is shown.
    if (entry.name.startsWith(".") || (under === "" && LEFT_OUT.test(entry.name))) continue;
    if (entry.isDirectory()) found.push(...(await others(file, `${name}/`)));
    else if (entry.isFile()) found.push({ name, file });
  }
  return found;
}
