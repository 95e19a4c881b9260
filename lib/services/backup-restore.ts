import "server-only";
import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { databaseFacts, databaseFaults, unknownMigrations } from "@/db/backup";
import { databaseFile } from "@/db/sqlite";
import type { Opener } from "@/lib/documents/sealed-reader";
import { env } from "@/lib/env";
import { BackupProblem, type BackupManifest } from "@/lib/model/backup";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { isInside } from "./backup";
import { checkedMembers } from "./backup-members";
import { write } from "./write";

/** Nothing has its right name before everything was checked: what a broken restore leaves is no data folder. */
const HALF = "restoring.part";

/**
 * Unpacks a backup into an empty folder after checking every hash, every page and every reference; else leaves the folder as it was and throws
 * `BackupProblem`. Answers the manifest; the log and the evidence are for the caller to verify, whose data folder it becomes.
 */
export async function restoreBackup(actor: Actor, { file, folder, opener }: { file: string; folder: string; opener: Opener }): Promise<BackupManifest> {
  allow(actor, "export.everything");
  const target = path.resolve(folder);
  if (existsSync(databaseFile(env.dataDir)) && isInside(env.dataDir, target)) throw new BackupProblem("target_is_data", target);
  const had = existsSync(target);
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).some((name) => name !== HALF)) throw new BackupProblem("target_used", target);
  const half = path.join(target, HALF);
  try {
    await rm(half, { recursive: true, force: true });
    const manifest = await unpacked(file, half, opener);
    checkDatabase(databaseFile(half), manifest);
    for (const name of (await readdir(half)).sort(keyLast)) await rename(path.join(half, name), path.join(target, name));
    await rm(half, { recursive: true });
    return manifest;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!had) await rm(target, { recursive: true, force: true });
    throw error;
  }
}

/** The key gets its place last: without it nothing starts. */
const keyLast = (a: string, b: string): number => Number(a === "secret.key") - Number(b === "secret.key") || (a < b ? -1 : 1);

async function unpacked(file: string, half: string, opener: Opener): Promise<BackupManifest> {
  const { manifest } = await checkedMembers(file, opener, async (name, content) => {
    const target = path.join(half, ...name.split("/"));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(target, { mode: 0o600, flags: "wx", flush: true }));
  });
  return manifest;
}

function checkDatabase(database: string, manifest: BackupManifest): void {
  const faults = databaseFaults(database);
  if (faults.length > 0) throw new BackupProblem("database_broken", faults.slice(0, 5).join("; "));
  const [newer] = unknownMigrations(manifest.migrations);
  if (newer !== undefined) throw new BackupProblem("too_new", newer);
  const facts = databaseFacts(database);
  const same = facts.audit.head === manifest.audit.head && Object.entries(manifest.tables).every(([name, rows]) => facts.tables[name] === rows);
  if (!same) throw new BackupProblem("differs", "erkin.db");
}

/** Tells the log of the restored data that it was restored: what others remember of later days is not in it. */
export const noteRestore = (actor: Actor): Promise<void> => {
  allow(actor, "export.everything");
  return write(actor, (_tx, log) => log("backup.restored", { subject: ["backup", randomUUID()] }));
};
