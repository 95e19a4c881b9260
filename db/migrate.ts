import "server-only";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { connect, databaseFile } from "./sqlite";

type Journal = { entries: { idx: number; tag: string; when: number }[] };
export type Migration = { tag: string; when: number; statements: string[] };

const folder = (dialect: "sqlite" | "postgres") => path.join(process.cwd(), "db", "migrations", dialect);

/** The migrations in their order, each with its statements. */
export function migrations(dialect: "sqlite" | "postgres"): Migration[] {
  const journal = JSON.parse(readFileSync(path.join(folder(dialect), "meta", "_journal.json"), "utf8")) as Journal;
  return journal.entries.map(({ tag, when }) => ({
    tag,
    when,
    statements: readFileSync(path.join(folder(dialect), `${tag}.sql`), "utf8").split("--> statement-breakpoint"),
  }));
}

/**
 * Brings the SQLite file in `dataDir` up to date (MG-1): copy first, foreign keys off outside the transaction, every table that a
 * migration does not name keeps its rows, foreign keys checked, else rolled back. Answers the tags that were applied.
 */
export function migrateSqlite(dataDir: string, steps: Migration[] = migrations("sqlite")): string[] {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  const fresh = !existsSync(file);
  const db = connect(file);
  try {
    db.exec("CREATE TABLE IF NOT EXISTS applied_migrations (tag TEXT PRIMARY KEY, at INTEGER NOT NULL)");
    const done = new Set(db.prepare("SELECT tag FROM applied_migrations").pluck().all() as string[]);
    const pending = steps.filter((step) => !done.has(step.tag));
    if (pending.length && !fresh && done.size) copyBefore(db, dataDir, pending[0]?.tag ?? "");
    db.pragma("foreign_keys = OFF");
    for (const step of pending) applyGuarded(db, step);
    return pending.map((step) => step.tag);
  } finally {
    db.close();
  }
}

function copyBefore(db: Database.Database, dataDir: string, tag: string): void {
  const copies = path.join(dataDir, "before-migration");
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const target = path.join(copies, `${tag}-${Date.now()}.db`);
  db.prepare("VACUUM INTO ?").run(target);
}

function applyGuarded(db: Database.Database, step: Migration): void {
  const before = tableSizes(db);
  const text = step.statements.join("\n");
  db.transaction(() => {
    for (const statement of step.statements) db.exec(statement);
    const after = tableSizes(db);
    for (const [table, rows] of before) {
      const dropped = new RegExp(`DROP TABLE [\`"]?${table}[\`"]?\\s*;`).test(text) && !after.has(table);
      if (!dropped && after.get(table) !== rows) throw new Error(`migration ${step.tag} would change the rows of ${table}: ${rows} → ${after.get(table) ?? "gone"}`);
    }
    const broken = db.pragma("foreign_key_check") as unknown[];
    if (broken.length) throw new Error(`migration ${step.tag} would break ${broken.length} references`);
    db.prepare("INSERT INTO applied_migrations (tag, at) VALUES (?, ?)").run(step.tag, Date.now());
  })();
}

function tableSizes(db: Database.Database): Map<string, number> {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'case_search%' AND name NOT LIKE 'case_prefixes%' AND name <> 'applied_migrations'")
    .pluck()
    .all() as string[];
  return new Map(names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]));
}

/** What a PostgreSQL client must be able to do to be migrated: run statements one after the other. */
export type Runner = (statement: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** The same for PostgreSQL: each migration in one transaction, with the same row and reference guard by its own constraints. */
export async function migratePostgres(run: Runner, steps: Migration[] = migrations("postgres")): Promise<string[]> {
  await run("CREATE TABLE IF NOT EXISTS applied_migrations (tag text PRIMARY KEY, at bigint NOT NULL)");
  const done = new Set((await run("SELECT tag FROM applied_migrations")).rows.map((row) => row.tag));
  const pending = steps.filter((step) => !done.has(step.tag));
  for (const step of pending) {
    await run("BEGIN");
    try {
      for (const statement of step.statements) await run(statement);
      await run("INSERT INTO applied_migrations (tag, at) VALUES ($1, $2)", [step.tag, Date.now()]);
      await run("COMMIT");
    } catch (error) {
      await run("ROLLBACK");
      throw error;
    }
  }
  return pending.map((step) => step.tag);
}
