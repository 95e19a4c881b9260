import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/**
 * Claims the data folder for this process until `release` or its end, however it ends: the lock is the operating system's, held through an
 * open exclusive transaction. Throws when another process holds it (DU-1).
 */
export function claimDataFolder(dataDir: string): { release: () => void } {
  const lock = opened(dataDir);
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === "SQLITE_BUSY") {
      throw new Error(`another Erkin is already using the data folder ${dataDir}: stop it first, or set DATA_DIR to another folder`);
    }
    throw unusable(dataDir, error);
  }
  return { release: () => lock.close() };
}

function opened(dataDir: string): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new Database(path.join(dataDir, "instance.lock"), { timeout: 0 });
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

const unusable = (dataDir: string, cause: unknown): Error =>
  new Error(`the data folder ${dataDir} cannot be read and written by this user: check whose it is, or set DATA_DIR to another folder`, { cause });
