import * as P from "drizzle-orm/pg-core";
import * as S from "drizzle-orm/sqlite-core";
import { env } from "@/lib/env";

/**
 * One schema source for two engines. The public types are PostgreSQL's, because they are async only;
 * the builders are SQLite's or PostgreSQL's, chosen when the module loads.
 */
const pg = env.dialect === "postgres";

export const table = (pg ? P.pgTable : S.sqliteTable) as typeof P.pgTable;
export const text = (pg ? P.text : S.text) as typeof P.text;
export const integer = (pg ? P.integer : S.integer) as typeof P.integer;
export const flag = ((name: string) => (pg ? P.boolean(name) : S.integer(name, { mode: "boolean" }))) as (
  name: string,
) => ReturnType<typeof P.boolean<string>>;

/** A number with a fraction, such as degrees of latitude. */
export const real = ((name: string) => (pg ? P.doublePrecision(name) : S.real(name))) as typeof P.doublePrecision;

const bigint = (name: string) => P.bigint(name, { mode: "number" });
/** An instant as milliseconds since 1970 UTC. */
export const instant = ((name: string) => (pg ? bigint(name) : S.integer(name))) as typeof bigint;
/** A number that the engine hands out, rising. */
export const serial = ((name: string) =>
  pg ? P.bigserial(name, { mode: "number" }).primaryKey() : S.integer(name).primaryKey({ autoIncrement: true })) as (
  name: string,
) => ReturnType<ReturnType<typeof P.bigserial<string, "number">>["primaryKey"]>;

export const index = (pg ? P.index : S.index) as typeof P.index;
export const uniqueIndex = (pg ? P.uniqueIndex : S.uniqueIndex) as typeof P.uniqueIndex;
export const primaryKey = (pg ? P.primaryKey : S.primaryKey) as typeof P.primaryKey;

/** Columns that every aggregate shares: a random id (122 bits) and the optimistic version. */
export const identity = () => ({ id: text("id").primaryKey() });
export const versioned = () => ({
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
