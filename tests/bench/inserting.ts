import type Database from "better-sqlite3";
import { getTableColumns, getTableName, type Table } from "drizzle-orm";

export type Row = Record<string, unknown>;
const stored = (value: unknown) => (typeof value === "boolean" ? Number(value) : (value ?? null));

/** A prepared insert for rows that name the columns as the schema does; every row must have the keys of the first. */
export function inserter(db: Database.Database, table: Table): (row: Row) => void {
  const columns = getTableColumns(table);
  let keys: string[] | undefined;
  let statement: Database.Statement | undefined;
  return (row) => {
    keys ??= Object.keys(row);
    statement ??= prepare(keys);
    statement.run(...keys.map((key) => stored(row[key])));
  };

  function prepare(names: readonly string[]): Database.Statement {
    const quoted = names.map((name) => {
      const column = columns[name];
      if (!column) throw new Error(`${getTableName(table)} has no column ${name}`);
      return `"${column.name}"`;
    });
    return db.prepare(`INSERT INTO "${getTableName(table)}" (${quoted.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`);
  }
}
