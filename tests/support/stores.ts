import { copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach } from "vitest";
import { migratePostgres, migrateSqlite, type Runner } from "@/db/migrate";
import { databaseFile, openSqlite } from "@/db/sqlite";
import { useStore, type Db, type Store, type Tx } from "@/db/store";
import { env } from "@/lib/env";

type Opened = { close: () => Promise<void> };
const opened: Opened[] = [];
const untilTheEnd = new Set<Opened>();
const closed = async (all: Opened[]) => {
  for (const each of all) await each.close();
};
afterEach(() => closed(opened.splice(0)));
afterAll(() => closed([...untilTheEnd]));

/** Which engine this run of the tests is about. */
export const dialect = env.dialect;

/** A store of its own for one test, with the current schema and nothing in it; the services use it from now on. */
export async function freshStore(): Promise<Store & { folder?: string }> {
  const fresh = dialect === "postgres" ? await emptiedPostgres() : await copiedSqlite();
  useStore(fresh);
  return fresh;
}

let template: string | undefined;
export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "erkin-db-"));

/**
 * Freezes what the SQLite store in `store` holds now; each call of the answer makes the services use a copy of it to which nothing was written yet:
 * the one of the last call where that one only read.
 */
export async function frozen(store: Store & { folder?: string }): Promise<() => Store> {
  const kept = newFolder();
  await store.close();
  copyFileSync(databaseFile(store.folder ?? ""), databaseFile(kept));
  process.on("exit", () => rmSync(kept, { recursive: true, force: true }));
  let last: { copy: Copy; untouched: string } | undefined;
  return () => {
    if (!last || writtenIn(last.copy.folder) !== last.untouched) {
      if (last) {
        untilTheEnd.delete(last.copy.opened);
        opened.push(last.copy.opened);
      }
      const copy = openCopy(databaseFile(kept));
      untilTheEnd.add(copy.opened);
      last = { copy, untouched: writtenIn(copy.folder) };
    }
    useStore(last.copy);
    return last.copy;
  };
}

/** Whatever is written to a database first makes the file beside it longer; without a change the answer is the same. */
function writtenIn(folder: string): string {
  return [databaseFile(folder), `${databaseFile(folder)}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })).map((found) => (found ? `${found.size} ${found.mtimeMs}` : "none")).join();
}

async function copiedSqlite(): Promise<Store> {
  if (!template) {
    const made = newFolder();
    migrateSqlite(made);
    template = databaseFile(made);
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  const copy = openCopy(template);
  opened.push(copy.opened);
  return copy;
}

/** Closing it through `opened` also takes its folder away. */
type Copy = Store & { folder: string; opened: Opened };

function openCopy(file: string): Copy {
  const folder = newFolder();
  copyFileSync(file, databaseFile(folder));
  const store = openSqlite(folder);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= store.close());
  return { ...store, close, folder, opened: { close: () => close().then(() => rmSync(folder, { recursive: true, force: true })) } };
}

/** SQL of the engine's own, past the types that keep the application from it: for breaking things on purpose. */
export async function raw(tx: Tx, statement: string): Promise<void> {
  const engine = tx as unknown as { run?: (query: unknown) => unknown; execute?: (query: unknown) => Promise<unknown> };
  await (engine.execute ?? engine.run)?.call(tx, sql.raw(statement));
}

export type Embedded = { run: Runner; db: Db; close: () => Promise<void> };

/** PostgreSQL inside this process. */
export async function embeddedPostgres(): Promise<Embedded> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
  const { drizzle } = await import("drizzle-orm/pglite");
  const schema = await import("@/db/schema");
  const client = new PGlite({ extensions: { pg_trgm } });
  const run: Runner = async (statement, values) => {
    if (values) return client.query<Record<string, unknown>>(statement, values);
    const results = await client.exec(statement);
    return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] };
  };
  return { run, db: drizzle({ client, schema }) as unknown as Db, close: () => client.close() };
}

const slot = globalThis as typeof globalThis & { erkinPostgres?: Promise<Embedded> };

/** One server for all test files of a process, emptied for each test: starting one takes seconds. */
async function emptiedPostgres(): Promise<Store> {
  const { outermost } = await import("@/db/store");
  const { serializable } = await import("@/db/postgres");
  slot.erkinPostgres ??= embeddedPostgres().then(async (server) => {
    await migratePostgres(server.run);
    return server;
  });
  const { run, db } = await slot.erkinPostgres;
  const { rows } = await run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'applied_migrations'");
  // The guard of the audit log refuses even this, as it should; a test that tampered with the log may have left its guards off.
  await run("ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_never_empty");
  await run(`TRUNCATE ${rows.map((row) => `"${String(row.tablename)}"`).join(", ")} RESTART IDENTITY CASCADE`);
  await run("ALTER TABLE audit_entries ENABLE TRIGGER ALL");
  return { dialect: "postgres", read: db, write: (fn) => outermost(() => serializable(db, fn)), close: () => Promise.resolve() };
}
