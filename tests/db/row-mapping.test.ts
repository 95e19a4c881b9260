import Database from "better-sqlite3";
import { asc, eq, max, sql } from "drizzle-orm";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { alias, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { queriesOn } from "@/db/sqlite-queries";

const houses = sqliteTable("houses", { id: text("id"), name: text("name"), open: integer("open", { mode: "boolean" }), since: integer("since", { mode: "timestamp_ms" }), facts: text("facts", { mode: "json" }) });
const cells = sqliteTable("cells", { id: text("id"), houseId: text("house_id"), beds: integer("beds"), note: text("note") });
const other = alias(houses, "other");

function filled() {
  const client = new Database(":memory:");
  client.exec("create table houses (id text, name text, open integer, since integer, facts text); create table cells (id text, house_id text, beds integer, note text)");
  client.exec(`insert into houses values ('h1', 'Қорған', 1, 1572300000000, '{"a":[1,null]}'), ('h2', null, 0, null, null), (null, 'nameless', null, 5, '[]')`);
  client.exec("insert into cells values ('c1', 'h1', 4, ''), ('c2', 'h2', null, 'x'), ('c3', 'gone', 2, null), ('c4', null, 0, 'y')");
  return client;
}

const client = filled();
const [theirs, ours] = [drizzle({ client }), queriesOn(client)] as unknown as [Db, Db];
type Db = BetterSQLite3Database;

const questions: Record<string, (db: Db) => { all: () => unknown }> = {
  "one table": (db) => db.select().from(houses),
  "columns and expressions": (db) => db.select({ name: houses.name, open: houses.open, twice: sql<number>`${cells.beds} * 2`, said: sql<string>`'a' || ${cells.id}`.as("said") }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "values made by the schema": (db) => db.select({ since: houses.since, facts: houses.facts, latest: max(houses.since), counted: sql`count(*)`.mapWith(String) }).from(houses).groupBy(houses.id),
  "tables that a left join may miss": (db) => db.select().from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "tables that a right join may miss": (db) => db.select().from(houses).rightJoin(cells, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "tables that a full join may miss": (db) => db.select().from(houses).fullJoin(cells, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "tables that are always there": (db) => db.select().from(cells).innerJoin(houses, eq(houses.id, cells.houseId)),
  "part of a table under a name of its own": (db) => db.select({ cell: cells, house: { open: houses.open, id: houses.id }, other: { id: other.id, name: other.name } }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).leftJoin(other, eq(other.id, "h2")).orderBy(asc(cells.id)),
  "an object whose first column is null": (db) => db.select({ cell: { note: cells.note, id: cells.id }, house: { name: houses.name, id: houses.id } }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "an object of columns of two tables": (db) => db.select({ both: { name: houses.name, beds: cells.beds, id: houses.id } }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "an object that begins with an expression": (db) => db.select({ both: { said: sql<string>`upper(${houses.id})`, name: houses.name } }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "an object of expressions alone": (db) => db.select({ both: { said: sql<string>`upper(${houses.id})` }, id: cells.id }).from(cells).leftJoin(houses, eq(houses.id, cells.houseId)).orderBy(asc(cells.id)),
  "a query within": (db) => {
    const within = db.select({ id: houses.id, shown: sql<string>`coalesce(${houses.name}, '?')`.as("shown") }).from(houses).as("within");
    return db.select({ id: cells.id, shown: within.shown, of: { id: within.id } }).from(cells).leftJoin(within, eq(within.id, cells.houseId)).orderBy(asc(cells.id));
  },
  "nothing": (db) => db.select().from(houses).where(eq(houses.id, "nobody")),
  "what was changed": (db) => db.update(cells).set({ note: "z" }).where(eq(cells.id, "c1")).returning({ id: cells.id, note: cells.note }),
};

describe("rows as objects", () => {
  it.each(Object.entries(questions))("are what the query builder makes of them: %s", (_name, ask) => {
    const wanted = ask(theirs).all();
    expect(ask(ours).all()).toStrictEqual(wanted);
    // Once more, by the statement that is compiled already; keys stand in the same order.
    expect(JSON.stringify(ask(ours).all())).toBe(JSON.stringify(wanted));
  });

  it("come from a statement that is told apart from the same one without fields", () => {
    const plain = sql`select id from cells where id = 'c1'`;
    expect(ours.all(plain)).toEqual([{ id: "c1" }]);
    expect(ours.select({ id: sql<string>`id` }).from(sql`cells where id = 'c1'`).all()).toEqual([{ id: "c1" }]);
    expect(ours.all(plain)).toEqual([{ id: "c1" }]);
  });

  it("follow a table that changed its shape after the statement was compiled", () => {
    const own = filled();
    const db = queriesOn(own) as unknown as Db;
    const ask = () => db.select({ id: cells.id, beds: cells.beds }).from(cells).orderBy(asc(cells.id)).all();
    expect(ask()[0]).toEqual({ id: "c1", beds: 4 });
    own.exec("alter table cells add column more text; create index by_house on cells (house_id); update cells set beds = 9 where id = 'c1'");
    expect(ask()[0]).toEqual({ id: "c1", beds: 9 });
  });
});
