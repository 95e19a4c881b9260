import "server-only";
import Database from "better-sqlite3";
import { migrations } from "./migrate";
import { connect, databaseFile } from "./sqlite";

/** Writes what the database holds at one instant into a new file, whoever else reads and writes meanwhile. */
export function copyDatabase(dataDir: string, into: string): void {
  const from = connect(databaseFile(dataDir));
  try {
    from.prepare("VACUUM INTO ?").run(into);
  } finally {
    from.close();
  }
}

export type DatabaseFacts = {
  /** Rows by table. */
  tables: Record<string, number>;
  /** The last entry of the audit log. */
  audit: { entries: number; head: string };
  /** Ids of the files that are kept, and whether each has a copy for showing. */
  evidence: { id: string; hasCopy: boolean }[];
  /** Tags of the migrations that made it. */
  migrations: string[];
};

/** What a copy holds, read from the file itself; whether it is whole is the matter of `databaseFaults`. */
export function databaseFacts(file: string): DatabaseFacts {
  return reading(file, (db) => {
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'case_search%' AND name NOT LIKE 'case_prefixes%' ORDER BY name").pluck().all() as string[];
    const last = db.prepare("SELECT seq, head FROM audit_entries ORDER BY seq DESC LIMIT 1").get() as { seq: number; head: string } | undefined;
    const kept = db.prepare("SELECT id, preview_type FROM files WHERE state = 'kept' ORDER BY id").all() as { id: string; preview_type: string }[];
    return {
      tables: Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number])),
      audit: { entries: last?.seq ?? 0, head: last?.head ?? "" },
      evidence: kept.map(({ id, preview_type }) => ({ id, hasCopy: preview_type !== "" })),
      migrations: db.prepare("SELECT tag FROM applied_migrations ORDER BY tag").pluck().all() as string[],
    };
  });
}

/** What is wrong with a database file, as SQLite says it; none when its pages, its indexes and its references are whole. */
export function databaseFaults(file: string): string[] {
  return reading(file, (db) => {
    const pages = (db.pragma("integrity_check") as { integrity_check: string }[]).map((row) => row.integrity_check).filter((text) => text !== "ok");
    const references = db.pragma("foreign_key_check") as unknown[];
    return references.length === 0 ? pages : [...pages, `${references.length} references lead nowhere`];
  });
}

/** Migrations of a database that this version does not know: it was made by a newer one. */
export function unknownMigrations(tags: readonly string[]): string[] {
  const known = new Set(migrations("sqlite").map(({ tag }) => tag));
  return tags.filter((tag) => !known.has(tag));
}

function reading<T>(file: string, fn: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return fn(db);
  } finally {
    db.close();
  }
}
