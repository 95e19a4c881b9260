import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues } from "@/db/schema";
import type { Store, Tx } from "@/db/store";
import { reviewAllegation } from "@/lib/services/allegation-reviews";
import { recordAllegation, updateAllegation } from "@/lib/services/allegations";
import { getCaseHistory, listAudit } from "@/lib/services/audit";
import { verifyChain } from "@/lib/services/audit-verify";
import { linkFile } from "@/lib/services/files";
import { recordSource, updateSource } from "@/lib/services/sources";
import { recordTeam } from "@/lib/services/users";
import { sent } from "../support/files";
import { allegationEdit, allegationValues, reviewValues, sourceValues } from "../support/matrix-records";
import { aCase, aRuling } from "../support/records";
import { dialect, raw } from "../support/stores";
import { admin, coordinator, freshWorld, monitor, stranger, viewer } from "../support/world";

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = await freshWorld();
  caseId = await aCase({ name: "Сәуле Құпиясызова" });
  await aRuling([caseId]);
});

/** What somebody with the database file in hand could do: the triggers that protect the log are out of the way. */
async function tamper(change: (tx: Tx) => Promise<unknown>): Promise<void> {
  await store.write(async (tx) => {
    for (const statement of await protections(tx)) await raw(tx, statement);
    await change(tx);
  });
}

async function protections(tx: Tx): Promise<string[]> {
  if (dialect === "postgres") return ["ALTER TABLE audit_entries DISABLE TRIGGER USER", "ALTER TABLE audit_values DISABLE TRIGGER USER"];
  const rows = await tx.select({ name: sql<string>`name` }).from(sql`sqlite_master`).where(sql`type = 'trigger' AND tbl_name LIKE 'audit_%'`);
  return rows.map(({ name }) => `DROP TRIGGER "${name}"`);
}

describe("verifying the log", () => {
  it("finds an untouched one whole, and an empty one too", async () => {
    const [last] = await store.read.select({ head: auditEntries.head }).from(auditEntries).orderBy(sql`seq desc`).limit(1);
    const entries = (await store.read.select().from(auditEntries)).length;
    expect(await verifyChain(store.read)).toEqual({ ok: true, entries, head: last?.head });
    store = await freshWorld();
    expect(await verifyChain(store.read)).toEqual({ ok: true, entries: 0, head: "0".repeat(64) });
  });

  it("names the first entry whose text was changed", async () => {
    await tamper((tx) => tx.update(auditEntries).set({ entry: sql`replace(entry, 'monitor', 'nobody')` }).where(eq(auditEntries.seq, 2)));
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: 2, entries: 1, problem: "chain" });
  });

  it("notices that an entry was taken out", async () => {
    await tamper(async (tx) => {
      await tx.delete(auditValues).where(eq(auditValues.seq, 3));
      await tx.delete(auditEntries).where(eq(auditEntries.seq, 3));
    });
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: 3, problem: "chain" });
  });

  it("tells changed content from a broken chain", async () => {
    const [value] = await store.read.select().from(auditValues).where(eq(auditValues.after, "Сәуле Құпиясызова"));
    await tamper((tx) => tx.update(auditValues).set({ after: "Somebody Else" }).where(eq(auditValues.after, "Сәуле Құпиясызова")));
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: value?.seq, problem: "content" });
  });

  it("notices a column that says something else than the entry", async () => {
    await tamper((tx) => tx.update(auditEntries).set({ actorId: "viewer" }).where(eq(auditEntries.seq, 1)));
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: 1, problem: "content" });
  });

  it("notices a value that was taken away", async () => {
    const [value] = await store.read.select().from(auditValues).limit(1);
    await tamper((tx) => tx.delete(auditValues).where(eq(auditValues.seq, value?.seq ?? 0)));
    expect(await verifyChain(store.read)).toMatchObject({ ok: false, firstBad: value?.seq, problem: "content" });
  });
});

describe("the log as a page", () => {
  it("is open to administrators only", async () => {
    for (const actor of [coordinator, monitor, viewer, stranger]) await expect(listAudit(actor, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("comes newest first and goes on below an entry", async () => {
    const { lines, head } = await listAudit(admin, {});
    expect(lines.map(({ seq }) => seq)).toEqual([...lines.map(({ seq }) => seq)].sort((a, b) => b - a));
    expect(lines[0]?.seq).toBe(head.seq);
    expect((await listAudit(admin, { before: 3 })).lines.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  it("is filtered by person and by action", async () => {
    await recordTeam(admin, { name: "Team C" });
    expect((await listAudit(admin, { actorId: "admin" })).lines.map(({ action }) => action)).toEqual(["team.recorded"]);
    const rulings = (await listAudit(admin, { action: "order.recorded" })).lines;
    expect(rulings).toMatchObject([{ actorName: "monitor", case: { id: caseId, reference: "ALA-2019-0001" }, hidden: false }]);
    expect(rulings[0]?.changes).toContainEqual({ field: "kind", before: null, after: "administrative_arrest" });
  });

  it("tells of another team's case that something happened, and nothing of what", async () => {
    const outside = { ...admin, teamIds: ["team-b"] };
    const { lines } = await listAudit(outside, {});
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => line.case === null)).toBe(true);
    expect(lines.filter(({ subject }) => subject.type !== "institution").every((line) => line.changes.length === 0)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain("Сәуле");
    expect(lines.some(({ hidden }) => hidden)).toBe(true);
  });
});

describe("the history of a case", () => {
  it("holds what happened to that case, for everybody of its team", async () => {
    await aCase({ name: "Ерлан Сынақов" });
    const { lines } = await getCaseHistory(viewer, caseId);
    expect(lines.map(({ action }) => action)).toContain("order.recorded");
    expect(new Set(lines.map((line) => line.case?.id))).toEqual(new Set([caseId]));
  });

  it("does not exist for another team", async () => {
    await expect(getCaseHistory(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the history of what a protected source said", () => {
  const values = { ...sourceValues, kind: "official" as const, title: "Медбике Айгүл", text: "", confidentiality: "protected" as const };
  const rename = (sourceId: string) => updateSource(monitor, { ...values, title: "Interview 7", sourceId }, { version: 1 });
  const read = async (actor: typeof viewer) => JSON.stringify((await getCaseHistory(actor, caseId)).lines);
  let sourceId: string;
  beforeEach(async () => {
    ({ sourceId } = await recordSource(monitor, values));
  });

  it("does not tell viewers what it was once called, where an allegation was reviewed on its ground", async () => {
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
    await reviewAllegation(monitor, { allegationId, ...reviewValues, ground: "The nurse saw it", reviewSourceId: sourceId }, { version: 1 });
    await rename(sourceId);
    expect(await read(viewer)).not.toMatch(/Айгүл|nurse/);
    expect(await read(monitor)).toMatch(/Айгүл/);
  });

  it("does not tell viewers of a file that has become its evidence since", async () => {
    const { fileId } = await sent(monitor, { subject: { type: "case", id: caseId }, name: "Медбике Айгүл.txt", bytes: Buffer.from("heard") });
    expect(await read(viewer)).toMatch(/Айгүл\.txt/);
    await linkFile(monitor, { fileId, record: `/sources/${sourceId}` });
    expect(await read(viewer)).not.toMatch(/Айгүл/);
    expect(await read(monitor)).toMatch(/Айгүл\.txt/);
  });

  it("does not tell viewers who it was after the allegation was given another source", async () => {
    const { allegationId } = await recordAllegation(monitor, { ...allegationValues([caseId], { sourceId }), attributedTo: "The nurse" });
    await updateAllegation(monitor, { ...allegationEdit([caseId], { sourceId }), attributedTo: "Her sister", allegationId }, { version: 1 });
    await updateAllegation(monitor, { ...allegationEdit([caseId]), attributedTo: "A newspaper", allegationId }, { version: 2 });
    for (const when of ["before", "after"]) {
      expect([when, /Айгүл|nurse|sister/.test(await read(viewer))]).toEqual([when, false]);
      await (when === "before" ? rename(sourceId) : undefined);
    }
    const lines = (await getCaseHistory(monitor, caseId)).lines.flatMap(({ changes }) => changes);
    expect(lines).toContainEqual({ field: "source", before: "Медбике Айгүл", after: null });
  });
});
