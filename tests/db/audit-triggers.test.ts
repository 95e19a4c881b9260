import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { auditEntries } from "@/db/schema";
import type { Store } from "@/db/store";
import { freshStore } from "../support/stores";

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  const entry = { seq: 1, at: 0, actorId: "a", action: "x", subjectType: "s", subjectId: "1", caseId: null, entry: "{}", leaf: "l", head: "h" };
  await store.write((tx) => tx.insert(auditEntries).values(entry));
});

const entries = () => store.read.select({ action: auditEntries.action }).from(auditEntries);

it("an audit entry cannot be changed through the application's own connection", async () => {
  await expect(store.write((tx) => tx.update(auditEntries).set({ action: "y" }).where(eq(auditEntries.seq, 1)))).rejects.toThrow();
  expect(await entries()).toEqual([{ action: "x" }]);
});

it("an audit entry cannot be deleted through the application's own connection", async () => {
  await expect(store.write((tx) => tx.delete(auditEntries))).rejects.toThrow();
  expect(await entries()).toEqual([{ action: "x" }]);
});

it("the audit log cannot be emptied at one stroke where the engine has a word for that", async () => {
  if (store.dialect !== "postgres") return;
  const everything = store.read as unknown as { execute: (query: unknown) => Promise<unknown> };
  await expect(everything.execute(sql`TRUNCATE audit_entries CASCADE`)).rejects.toThrow();
  expect(await entries()).toEqual([{ action: "x" }]);
});
