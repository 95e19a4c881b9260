import { getTableColumns, getTableName, is, Table, type Column } from "drizzle-orm";
import { getTableConfig as pgConfig } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { institutionReferences, placeReferences } from "@/db/queries/references";
import * as schema from "@/db/schema";
import { dialect } from "../support/stores";

const tables = Object.values(schema).filter((value) => is(value, Table));
type ForeignKey = { reference: () => { columns: { name: string }[]; foreignTable: Table } };
const foreignKeys = (table: Table): ForeignKey[] => (dialect === "postgres" ? pgConfig(table as never) : sqliteConfig(table as never)).foreignKeys as unknown as ForeignKey[];

/** `table.column` of every column that points at a table, by a foreign key or, where there can be none, by its name. */
function pointingAt(target: Table, byName: RegExp): string[] {
  const keyed = tables.flatMap((table) => foreignKeys(table).flatMap((key) => (key.reference().foreignTable === target ? key.reference().columns.map(({ name }) => `${getTableName(table)}.${name}`) : [])));
  const named = tables.flatMap((table) => Object.values(getTableColumns(table) as Record<string, Column>).map(({ name }) => `${getTableName(table)}.${name}`)).filter((name) => byName.test(name));
  return [...new Set([...keyed, ...named])].sort();
}

const listed = (references: typeof institutionReferences) => references.map(({ table, column }) => `${getTableName(table)}.${column.name}`).sort();

describe("a merge moves every reference", () => {
  it("to an institution", () => {
    expect(pointingAt(schema.institutions, /\.(institution|agency|court|held_at|last_held_at)_id$|^institutions\.(parent|merged_into)_id$/)).toEqual(listed(institutionReferences));
  });

  it("to a place", () => {
    expect(pointingAt(schema.places, /\.(\w+_)?place_id$|^places\.(parent|merged_into)_id$/)).toEqual(listed(placeReferences));
  });

  it("knows the columns of each key, so that no duplicate stops it", () => {
    for (const { table, column, once } of [...institutionReferences, ...placeReferences]) {
      const keys = (dialect === "postgres" ? pgConfig(table as never) : sqliteConfig(table as never)).primaryKeys as unknown as { columns: { name: string }[] }[];
      const inKey = keys.find((key) => key.columns.some(({ name }) => name === column.name));
      const others = inKey ? inKey.columns.map(({ name }) => name).filter((name) => name !== column.name) : undefined;
      expect(once?.map(({ name }) => name), `${getTableName(table)}.${column.name}`).toEqual(others);
    }
  });
});
