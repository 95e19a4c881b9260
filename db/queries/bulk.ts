import { eq, getTableColumns, getTableName, sql, type AnyColumn } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/store";
import { isEmbedded } from "./among";

/** Both engines bound how many parameters a statement may have. */
const MOST_PARAMETERS = 8_000;

type Values = Record<string, unknown>;
type Prepared = { run: (values: Values) => unknown };
type Compiled = (row: Values) => void;

/**
 * Statements that are written out once for a connection and a shape of rows. To put one together anew for some hundred rows costs several
 * times what SQLite takes to write them.
 */
const compiled = new WeakMap<object, Map<string, Compiled>>();

function once(tx: Tx, key: string, compile: () => Compiled): Compiled {
  const known = compiled.get(tx) ?? new Map<string, Compiled>();
  compiled.set(tx, known);
  const statement = known.get(key) ?? compile();
  known.set(key, statement);
  return statement;
}

const shapeOf = (row: Values): string[] => Object.keys(row).filter((key) => row[key] !== undefined);
const placeholders = (keys: readonly string[]): Values => Object.fromEntries(keys.map((key) => [key, sql`${sql.placeholder(key)}`]));

/** Values as the driver takes them; what is not there stays null whatever its column makes of values. */
function encoder(table: PgTable, keys: readonly string[]): (row: Values) => Values {
  const columns = getTableColumns(table) as Record<string, AnyColumn>;
  const steps = keys.map((key) => [key, columns[key]] as const);
  return (row) => {
    const values: Values = {};
    for (const [key, column] of steps) values[key] = row[key] === null || row[key] === undefined ? null : (column?.mapToDriverValue(row[key]) ?? null);
    return values;
  };
}

/** Inserts many rows, those of one shape by one statement. */
export async function insertRows<T extends PgTable>(tx: Tx, table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
  if (isEmbedded(tx)) {
    for (const row of rows) {
      const keys = shapeOf(row);
      once(tx, `insert ${getTableName(table)} ${keys.join()}`, () => compiledInsert(tx, table, keys))(row);
    }
    return;
  }
  await insertTogether(tx, table, rows);
}

/**
 * Inserts rows of one shape, as many at once as a statement takes: for PostgreSQL, where each statement is a way there and back, and for tables
 * with triggers into the full-text index, which SQLite writes out after each statement (0.5 ms instead of 0.03 ms a row).
 */
export async function insertTogether<T extends PgTable>(tx: Tx, table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
  const width = Math.max(1, ...rows.slice(0, 1).map((row) => Object.keys(row).length));
  const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / (width + 8)));
  for (let at = 0; at < rows.length; at += atOnce) await tx.insert(table).values(rows.slice(at, at + atOnce) as T["$inferInsert"][]);
}

function compiledInsert<T extends PgTable>(tx: Tx, table: T, keys: readonly string[]): Compiled {
  const statement = (tx.insert(table).values(placeholders(keys) as T["$inferInsert"]) as unknown as { prepare: () => Prepared }).prepare();
  const encoded = encoder(table, keys);
  return (row) => void statement.run(encoded(row));
}

/** Changes many rows, each found by its id, to what stands beside it; those of one shape by one statement. */
export async function changeRows<T extends PgTable & { id: PgColumn }>(tx: Tx, table: T, rows: readonly { id: string; change: Partial<T["$inferSelect"]> }[]): Promise<void> {
  for (const { id, change } of rows) {
    const keys = shapeOf(change);
    if (isEmbedded(tx)) once(tx, `update ${getTableName(table)} ${keys.join()}`, () => compiledUpdate(tx, table, keys))({ ...change, id });
    else await tx.update(table).set(change as never).where(eq(table.id, id));
  }
}

function compiledUpdate<T extends PgTable & { id: PgColumn }>(tx: Tx, table: T, keys: readonly string[]): Compiled {
  const statement = (tx.update(table).set(placeholders(keys) as never).where(sql`${table.id} = ${sql.placeholder("id")}`) as unknown as { prepare: () => Prepared }).prepare();
  const encoded = encoder(table, keys);
  return (row) => void statement.run({ ...encoded(row), id: row.id });
}
