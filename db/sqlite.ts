import "server-only";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { queriesOn } from "./sqlite-queries";
import { outermost, type Db, type Store } from "./store";

export const databaseFile = (dataDir: string): string => path.join(dataDir, "erkin.db");

/** Set on every connection after every open (DU-1): an existing WAL file would otherwise come back at synchronous=NORMAL. */
const pragmas: [string, string | number, string | number][] = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  ["busy_timeout", 5000, 5000],
  ["secure_delete", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["temp_store", "MEMORY", 2],
];

/**
 * What one transaction changes at most, in KiB: pages that do not fit are put down in the middle of it and again at its end (SQLite's own 2 MiB
 * hold a third of what an import writes at once). Taken up as it is needed, not kept for readers.
 */
const WRITER_CACHE_KIB = 16_384;
/** Pages in the log before they are carried over into the file; each carrying waits for the disk twice. */
const PAGES_BEFORE_CHECKPOINT = 4_000;

/** Opens a connection with the house's pragmas and refuses one on which they did not take. */
export function connect(file: string): Database.Database {
  const connection = new Database(file);
  for (const [name, value, expected] of pragmas) {
    connection.pragma(`${name} = ${value}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`SQLite refused ${name}: wanted ${expected}, has ${String(actual)}`);
  }
  if (process.platform === "darwin") connection.pragma("fullfsync = ON");
  return connection;
}

/** Longest a transaction may hold the only writing connection, in milliseconds. */
const WRITE_LIMIT = 60_000;

/** The embedded default: one writing connection behind a queue, one connection that can only read. */
export function openSqlite(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  const writer = connect(file);
  writer.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
  writer.pragma(`wal_autocheckpoint = ${PAGES_BEFORE_CHECKPOINT}`);
  const reader = connect(file);
  reader.pragma("query_only = ON");
  const [writing, reading] = [queriesOn(writer), queriesOn(reader)];
  let tail: Promise<unknown> = Promise.resolve();

  async function transaction<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const value = await limited(fn(writing));
      writer.exec("COMMIT");
      return value;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    dialect: "sqlite",
    read: reading,
    write: (fn) =>
      outermost(() => {
        const run = tail.then(() => transaction(fn));
        tail = run.catch(() => undefined);
        return run;
      }),
    async close() {
      await tail;
      reader.close();
      writer.close();
    },
  };
}

async function limited<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("a write took too long and was rolled back")), WRITE_LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
