import { randomUUID } from "node:crypto";
import { asc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, cases, custodyMoments, teams } from "@/db/schema";
import type { Store } from "@/db/store";
import { recordCase } from "@/lib/services/cases";
import { recordMoment } from "@/lib/services/moments";
import { recordTeam } from "@/lib/services/users";
import { write } from "@/lib/services/write";
import { commitment, GENESIS, headOf, leafOf, type EntryContent } from "@/lib/services/audit-chain";
import { aCase, quickCase } from "../support/records";
import { dialect, raw } from "../support/stores";
import { admin, freshWorld, monitor } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

const count = async (table: typeof cases | typeof auditEntries | typeof custodyMoments | typeof teams) => (await store.read.select({ one: sql`1` }).from(table)).length;
const entries = () => store.read.select().from(auditEntries).orderBy(asc(auditEntries.seq));

describe("every write", () => {
  it("that leaves no audit entry is refused and undone", async () => {
    const silent = write(admin, (tx) => tx.insert(teams).values({ id: "x", name: "x", createdAt: 0, updatedAt: 0 }));
    await expect(silent).rejects.toThrow("must leave an audit entry");
    expect(await count(teams)).toBe(2);
  });

  it("is undone when its audit entry cannot be written", async () => {
    await store.write((tx) => raw(tx, refusing));
    await expect(recordTeam(admin, { name: "Three" })).rejects.toThrow();
    await expect(recordCase(monitor, quickCase())).rejects.toThrow();
    expect([await count(teams), await count(cases), await count(auditEntries)]).toEqual([2, 0, 0]);
    await store.write((tx) => raw(tx, dialect === "sqlite" ? "DROP TRIGGER full_log" : "ALTER TABLE audit_entries DROP CONSTRAINT full_log"));
  });

  it("links each entry to the one before, over several writes and actors", async () => {
    await recordTeam(admin, { name: "One" });
    await aCase();
    const rows = await entries();
    expect(rows.length).toBeGreaterThan(3);
    let head = GENESIS;
    for (const [at, row] of rows.entries()) {
      expect(row.seq).toBe(at + 1);
      expect(row.leaf).toBe(leafOf(row.entry));
      head = headOf(head, row.leaf);
      expect(row.head).toBe(head);
    }
  });

  it("commits to what changed without showing it: values lie beside the chain", async () => {
    await aCase({ name: "Сәуле Құпиясызова" });
    const rows = await entries();
    expect(rows.some(({ entry }) => entry.includes("Құпия"))).toBe(false);
    const values = await store.read.select().from(auditValues);
    const told = values.find(({ after }) => after === "Сәуле Құпиясызова");
    const entry = rows.find(({ seq }) => seq === told?.seq);
    expect(entry?.entry).toContain(commitment(told!));
  });

  it("names who, when, which record, which case and which version", async () => {
    const caseId = await aCase();
    const row = (await entries()).find(({ action }) => action === "case.recorded");
    expect(row).toMatchObject({ actorId: "monitor", subjectType: "case", subjectId: caseId, caseId });
    const said = JSON.parse(row?.entry ?? "{}") as EntryContent;
    expect(said).toMatchObject({ v: 1, actor: "monitor", session: null, action: "case.recorded", subject: ["case", caseId], case: caseId, version: [null, 1] });
  });
});

/** Makes the log refuse whatever comes, as a full disk would. */
const refusing =
  dialect === "sqlite"
    ? "CREATE TRIGGER full_log BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'no space'); END"
    : "ALTER TABLE audit_entries ADD CONSTRAINT full_log CHECK (seq < 0)";

describe("a form that is sent again", () => {
  it("twenty times at once makes one record, and everybody gets the same answer", async () => {
    const submission = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordCase(monitor, quickCase(), { submission })));
    expect(new Set(answers.map(({ caseIds }) => caseIds.join()))).toHaveLength(1);
    expect(await count(cases)).toBe(1);
    expect((await entries()).filter(({ action }) => action === "case.recorded")).toHaveLength(1);
  });

  it("later changes nothing either, even with other words in it", async () => {
    const caseId = await aCase();
    const submission = randomUUID();
    const moment = { caseIds: [caseId], kind: "still_inside" as const, when: "2019-10-23", institution: "", releaseKind: "unknown" as const, note: "" };
    await recordMoment(monitor, moment, { submission });
    await recordMoment(monitor, { ...moment, note: "again" }, { submission });
    expect(await count(custodyMoments)).toBe(2);
  });

  it("by somebody else is a form of its own", async () => {
    const submission = randomUUID();
    await recordCase(monitor, quickCase(), { submission });
    await expect(recordCase(admin, quickCase(), { submission })).rejects.toThrow();
    expect(await count(cases)).toBe(1);
  });

  it("after it was refused is tried again", async () => {
    const submission = randomUUID();
    await expect(recordCase(monitor, quickCase({ placeId: "nowhere" }), { submission })).rejects.toMatchObject({ code: "invalid" });
    await recordCase(monitor, quickCase(), { submission });
    expect(await count(cases)).toBe(1);
  });
});

describe("twenty monitors at once", () => {
  it("get twenty different references and one unbroken chain", async () => {
    await Promise.all(Array.from({ length: 20 }, () => recordCase(monitor, quickCase())));
    const references = (await store.read.select({ reference: cases.reference }).from(cases)).map((row) => row.reference).sort();
    expect(references).toEqual(Array.from({ length: 20 }, (_, at) => `ALA-2019-${String(at + 1).padStart(4, "0")}`));
    const rows = await entries();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
  });
});
