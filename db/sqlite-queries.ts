import "server-only";
import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { rowMapping, type Field, type Raw } from "./row-mapping";
import * as schema from "./schema";
import type { Db } from "./store";

type Statement = Database.Statement<unknown[]>;
type Prepared = { all: (given?: unknown) => unknown; values: (given?: unknown) => Raw[]; joinsNotNullableMap?: Record<string, boolean> };
type Session = {
  client: { prepare: (sql: string) => Statement };
  prepareQuery: (query: unknown, fields: Field[] | undefined, method: unknown, isArrayMode: unknown, mapper: unknown, ...more: unknown[]) => Prepared;
};

/**
 * The query builder on a connection (drizzle-orm 0.45), with what it would do for each query done once: statements are kept compiled, and rows are
 * made into objects by `rowMapping`.
 */
export function queriesOn(client: Database.Database): Db {
  const db = drizzle({ client, schema }) as unknown as Db;
  const { session } = db as unknown as { session: Session };
  const prepareQuery = session.prepareQuery.bind(session);
  const compiled = { asRows: compiling(client), asObjects: compiling(client) };
  session.prepareQuery = (query, fields, method, isArrayMode, mapper, ...more) => {
    // A statement that has answered with rows goes on doing so.
    session.client = { prepare: fields || mapper ? compiled.asRows : compiled.asObjects };
    const prepared = prepareQuery(query, fields, method, isArrayMode, mapper, ...more);
    if (fields && !mapper) {
      const theirs = prepared.all.bind(prepared);
      prepared.all = (given) => {
        const mapped = rowMapping(fields);
        return mapped ? mapped(prepared.values(given), prepared.joinsNotNullableMap) : theirs(given);
      };
    }
    return prepared;
  };
  return db;
}

/** Statements with lists of many lengths are many. */
const MOST_STATEMENTS = 300;

/** Compiles each statement once, as long as it is among the last few hundred that were asked for. */
function compiling(client: Database.Database): (sql: string) => Statement {
  const known = new Map<string, Statement>();
  return (sql) => {
    const found = known.get(sql) ?? client.prepare(sql);
    known.delete(sql);
    known.set(sql, found);
    if (known.size > MOST_STATEMENTS) known.delete(known.keys().next().value ?? "");
    return found;
  };
}
