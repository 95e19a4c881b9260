import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { changeRows, insertRows, insertTogether } from "@/db/queries/bulk";
import { teams } from "@/db/schema";
import type { Store } from "@/db/store";
import { freshStore } from "../support/stores";

const row = (id: string) => ({ id, name: `Команда ${id}`, createdAt: 1, updatedAt: 2 });

let store: Store;
beforeEach(async () => (store = await freshStore()));

describe("rows written by statements that are put together once", () => {
  it("are what a statement of their own would have written, whatever the others hold", async () => {
    await store.write((tx) => insertRows(tx, teams, [row("a"), { ...row("b"), hidden: true }, { ...row("c"), hidden: false, name: "Қ'\"\\" }, row("d")]));
    const found = await store.read.select({ id: teams.id, name: teams.name, hidden: teams.hidden }).from(teams).orderBy(asc(teams.id));
    expect(found.filter(({ id }) => id.length === 1)).toEqual([
      { id: "a", name: "Команда a", hidden: false },
      { id: "b", name: "Команда b", hidden: true },
      { id: "c", name: "Қ'\"\\", hidden: false },
      { id: "d", name: "Команда d", hidden: false },
    ]);
  });

  it("change only what stands beside their id, and in the transaction that they are in", async () => {
    await store.write((tx) => insertRows(tx, teams, [row("a"), row("b")]));
    await store.write((tx) => changeRows(tx, teams, [{ id: "a", change: { hidden: true } }, { id: "b", change: { name: "Б", updatedAt: 9 } }, { id: "nobody", change: { name: "В" } }]));
    await expect(store.write(async (tx) => {
      await changeRows(tx, teams, [{ id: "a", change: { name: "never" } }]);
      throw new Error("no");
    })).rejects.toThrow("no");
    const found = await store.read.select().from(teams).orderBy(asc(teams.id));
    expect(found.filter(({ id }) => id.length === 1).map(({ id, name, hidden, updatedAt }) => [id, name, hidden, updatedAt])).toEqual([["a", "Команда a", true, 2], ["b", "Б", false, 9]]);
  });

  it("break off where a key is taken already", async () => {
    await store.write((tx) => insertRows(tx, teams, [row("a")]));
    await expect(store.write((tx) => insertRows(tx, teams, [row("z"), row("a")]))).rejects.toThrow();
    expect(await store.read.select().from(teams).where(eq(teams.id, "z"))).toEqual([]);
  });

  it("go in together, more than one statement may hold", async () => {
    const before = await store.read.$count(teams);
    await store.write((tx) => insertTogether(tx, teams, Array.from({ length: 5_000 }, (_, at) => row(`t${at}`))));
    expect(await store.read.$count(teams)).toBe(before + 5_000);
  });
});
