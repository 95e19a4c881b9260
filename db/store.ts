import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { env } from "@/lib/env";
import type * as schema from "./schema";

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Reader = Pick<Db, "select" | "selectDistinct" | "with" | "$with" | "$count">;
export type Tx = Reader & Pick<Db, "insert" | "update" | "delete">;

/** Storage as the services see it: reads that cannot write, and one way to write, a whole transaction. */
export interface Store {
  dialect: "sqlite" | "postgres";
  read: Reader;
  /** Runs `fn` in one serialised transaction; whatever it throws rolls everything back. Refuses to nest. */
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  close: () => Promise<void>;
}

const inside = new AsyncLocalStorage<true>();

/** A write inside a write would wait for itself for ever; say so at once instead. */
export function outermost<T>(run: () => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error("write() inside write(): pass the transaction on instead");
  return inside.run(true, run);
}

const slot = globalThis as typeof globalThis & { erkinStore?: Promise<Store> };

/** The process's one store, opened on first use and kept across development reloads. */
export function store(): Promise<Store> {
  slot.erkinStore ??= open();
  return slot.erkinStore;
}

async function open(): Promise<Store> {
  if (env.isBuild) throw new Error("the build must not open the database");
  if (env.dialect === "postgres") return (await import("./postgres")).openPostgres(env.databaseUrl ?? "");
  return (await import("./sqlite")).openSqlite(env.dataDir);
}

/** For tests and scripts: use this store from now on. */
export function useStore(opened: Store): void {
  slot.erkinStore = Promise.resolve(opened);
}
