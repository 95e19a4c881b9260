import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/**
 * Claims the data folder for this process until `release` or its end, however it ends: the lock is the operating system's, held through an
 * open exclusive transaction. Throws when another process holds it (DU-1).
 */
export function claimDataFolder(dataDir: string): { release: () => void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new Database(path.join(dataDir, "instance.lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new Error(`another Erkin is already using the data folder ${dataDir}: stop it first, or set DATA_DIR to another folder`);
  }
  return { release: () => lock.close() };
}
