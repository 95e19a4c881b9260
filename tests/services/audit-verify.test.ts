import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues } from "@/db/schema";
import type { Store } from "@/db/store";
import { verifyChain } from "@/lib/services/audit-verify";
import { entryJson, headOf, leafOf, type EntryContent } from "@/lib/services/audit-chain";
import { aCase, aRuling } from "../support/records";
import { dialect, raw } from "../support/stores";
import { freshWorld } from "../support/world";

let store: Store;
let last: number;
beforeEach(async () => {
  store = await freshWorld();
  const id = await aCase();
  await aRuling([id], { court: "Specialised court" });
  last = (await entries()).length;
  // Somebody who owns the file owns the triggers, too.
  const triggers = dialect === "sqlite" ? ["DROP TRIGGER audit_entries_never_change", "DROP TRIGGER audit_entries_never_go"] : ["ALTER TABLE audit_entries DISABLE TRIGGER USER"];
  for (const statement of triggers) await store.write((tx) => raw(tx, statement));
});
// The tests of a process share one PostgreSQL; a SQLite file is the test's own.
afterEach(async () => {
  if (dialect === "postgres") await store.write((tx) => raw(tx, "ALTER TABLE audit_entries ENABLE TRIGGER USER"));
});

const entries = () => store.read.select().from(auditEntries).orderBy(asc(auditEntries.seq));
const tamper = async (statement: string) => {
  await store.write((tx) => raw(tx, statement));
  return verifyChain(store.read);
};

describe("the audit log", () => {
  it("that nobody touched is whole, and says how far it reaches", async () => {
    const rows = await entries();
    expect(await verifyChain(store.read)).toEqual({ ok: true, entries: rows.length, head: rows.at(-1)?.head });
  });

  it("betrays the first entry whose text was edited", async () => {
    for (let seq = 1; seq <= last; seq++) {
      const [row] = await store.read.select().from(auditEntries).where(eq(auditEntries.seq, seq));
      const edited = row!.entry.replace('"actor":"monitor"', '"actor":"viewer"').replaceAll("'", "''");
      expect(await tamper(`UPDATE audit_entries SET entry = '${edited}' WHERE seq = ${seq}`), String(seq)).toMatchObject({ ok: false, firstBad: seq, problem: "chain" });
      await store.write((tx) => tx.update(auditEntries).set({ entry: row!.entry }).where(eq(auditEntries.seq, seq)));
    }
    expect((await verifyChain(store.read)).ok).toBe(true);
  });

  it("betrays an entry that was removed, from the middle or from the beginning", async () => {
    expect(await tamper("DELETE FROM audit_values WHERE seq = 3")).toMatchObject({ ok: false, firstBad: 3, problem: "content" });
    expect(await tamper("DELETE FROM audit_entries WHERE seq = 3")).toMatchObject({ ok: false, firstBad: 3, problem: "chain" });
    await store.write((tx) => raw(tx, "DELETE FROM audit_values WHERE seq = 1"));
    expect(await tamper("DELETE FROM audit_entries WHERE seq = 1")).toMatchObject({ ok: false, firstBad: 1, problem: "chain" });
  });

  it("betrays two entries that changed places", async () => {
    const [a, b] = [last - 1, last];
    await store.write(async (tx) => {
      await tx.delete(auditValues);
      await tx.update(auditEntries).set({ seq: 9001 }).where(eq(auditEntries.seq, a));
      await tx.update(auditEntries).set({ seq: a }).where(eq(auditEntries.seq, b));
      await tx.update(auditEntries).set({ seq: b }).where(eq(auditEntries.seq, 9001));
    });
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: a, problem: "chain" });
  });

  it("betrays an entry that was put in without redoing what follows", async () => {
    const rows = await entries();
    const [before, after] = [rows[1]!, rows[2]!];
    const content = { ...(JSON.parse(after.entry) as EntryContent & { v?: number }), action: "case.forged" };
    delete content.v;
    const entry = entryJson(content);
    const leaf = leafOf(entry);
    await store.write((tx) => tx.update(auditEntries).set({ entry, leaf, head: headOf(before.head, leaf), action: "case.forged" }).where(eq(auditEntries.seq, after.seq)));
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: after.seq + 1, problem: "chain" });
  });

  it.each(["actor_id = 'viewer'", "action = 'nothing.happened'", "subject_id = 'x'", "at = 1"])("betrays a column that no longer says what was committed: %s", async (change) => {
    expect(await tamper(`UPDATE audit_entries SET ${change} WHERE seq = 2`)).toMatchObject({ ok: false, firstBad: 2, problem: "content" });
  });

  it.each(["after = 'somebody else'", "salt = '00'", "field = 'other'"])("betrays a value that was changed: %s", async (change) => {
    const [value] = await store.read.select().from(auditValues).orderBy(asc(auditValues.seq));
    expect(await tamper(`UPDATE audit_values SET ${change.replace(/^after/, '"after"')} WHERE seq = ${value!.seq}`)).toMatchObject({ ok: false, firstBad: value!.seq, problem: "content" });
  });
});
