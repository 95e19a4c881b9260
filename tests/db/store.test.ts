import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { teams } from "@/db/schema";
import type { Store, Tx } from "@/db/store";
import { freshStore } from "../support/stores";

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const team = (id: string, version = 1) => ({ id, name: id, version, createdAt: 0, updatedAt: 0 });
const add = (id: string) => (tx: Tx) => tx.insert(teams).values(team(id)).then(() => id);
const names = async () => (await store.read.select({ id: teams.id }).from(teams)).map((row) => row.id).sort();

describe("a write", () => {
  it("is there for reading once it has been answered", async () => {
    expect(await store.write(add("one"))).toBe("one");
    expect(await names()).toEqual(["one"]);
  });

  it("leaves nothing behind when it throws, however late", async () => {
    const failing = store.write(async (tx) => {
      await add("one")(tx);
      await Promise.resolve();
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await names()).toEqual([]);
  });

  it("leaves nothing behind when a constraint refuses it, and the next one works", async () => {
    await expect(store.write(async (tx) => [await add("one")(tx), await add("one")(tx)])).rejects.toThrow();
    await store.write(add("two"));
    expect(await names()).toEqual(["two"]);
  });

  it("sees its own changes before anyone else does", async () => {
    const inside = await store.write(async (tx) => {
      await add("one")(tx);
      return tx.select().from(teams);
    });
    expect(inside).toHaveLength(1);
  });

  it("refuses to nest, and says so instead of waiting for itself", async () => {
    await expect(store.write(() => store.write(add("inner")))).rejects.toThrow("write() inside write()");
    expect(await names()).toEqual([]);
  });

  it("does not lose one of many that change the same row at once", async () => {
    await store.write((tx) => tx.insert(teams).values(team("counter", 0)));
    const increment = () =>
      store.write(async (tx) => {
        const [row] = await tx.select().from(teams).where(eq(teams.id, "counter"));
        await new Promise((resolve) => setTimeout(resolve, 0));
        await tx.update(teams).set({ version: (row?.version ?? 0) + 1 }).where(eq(teams.id, "counter"));
      });
    await Promise.all(Array.from({ length: 50 }, increment));
    const [row] = await store.read.select().from(teams);
    expect(row?.version).toBe(50);
  });

  it("that fails does not take another one with it", async () => {
    const outcomes = await Promise.allSettled([store.write(add("one")), store.write(() => Promise.reject(new Error("no"))), store.write(add("two"))]);
    expect(outcomes.map((each) => each.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await names()).toEqual(["one", "two"]);
  });
});
