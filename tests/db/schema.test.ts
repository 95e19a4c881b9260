import { getTableColumns, getTableName, is, Table, type Column } from "drizzle-orm";
import { expect, it } from "vitest";
import { migrations } from "@/db/migrate";
import * as schema from "@/db/schema";
import { dialect } from "../support/stores";

/** What the newest snapshot of the generated migrations says. */
const sql = migrations(dialect).flatMap(({ statements }) => statements).join("\n");

it("has a migration for every table and column of the schema", () => {
  const tables = Object.values(schema).filter((value) => is(value, Table));
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables) {
    const name = getTableName(table);
    expect(sql, name).toMatch(new RegExp(`CREATE TABLE [\`"]${name}[\`"]`));
    for (const column of Object.values(getTableColumns(table) as Record<string, Column>)) expect(sql, `${name}.${column.name}`).toMatch(new RegExp(`[\`"]${column.name}[\`"]`));
  }
});
