import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, cases, recomputeRuns, releaseEstimates, ruleOverrides } from "@/db/schema";
import type { Store } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { getRecompute, recomputeSettled, runRecompute, startRecompute } from "@/lib/services/recompute";
import { overrideRule, restoreRule } from "@/lib/services/rule-overrides";
import { aCase, aRuling, ownValue, release } from "../support/records";
import { admin, freshWorld, monitor, stranger } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
});

/** A case of ten days from a known minute, so that the reading of the law decides its end. */
async function tenDays(by = monitor): Promise<string> {
  const caseId = await aCase({}, by);
  await aRuling([caseId], {}, by);
  return caseId;
}
const byDates = () => overrideRule(admin, ownValue("kz.arrest.counting", { exact: "INCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"] }), { version: 1 });
const logged = async (action: string) => (await store.read.select().from(auditEntries).where(eq(auditEntries.action, action))).length;
const estimatesOf = (caseId: string) => store.read.select().from(releaseEstimates).where(eq(releaseEstimates.caseId, caseId));
/** The causes of a case's estimates that the facts did not make. */
const updates = async (caseId: string) => (await estimatesOf(caseId)).flatMap(({ cause }) => (cause === "facts" ? [] : [cause]));
const windowOf = async (caseId: string) => {
  const [row] = await store.read.select({ from: cases.expectedFrom, to: cases.expectedTo }).from(cases).where(eq(cases.id, caseId));
  return row;
};
/** As an engine before this one would have left it. */
const madeBefore = async (caseId: string) => {
  const made = await estimatesOf(caseId);
  await store.write(async (tx) => {
    for (const { id, answer } of made) await tx.update(releaseEstimates).set({ answer: answer.replace("erkin-release ", "erkin-release 0.0.") }).where(eq(releaseEstimates.id, id));
  });
};

describe("the preview", () => {
  it("finds nothing to do where every estimate was made with the rules of now", async () => {
    await tenDays();
    expect(await getRecompute(admin, 10)).toMatchObject({ open: 1, behind: 0, preview: { examined: 0, complete: true, moves: [], movedElsewhere: 0 } });
  });

  it("tells what an own value moves, from when to when, and changes nothing", async () => {
    const caseId = await tenDays();
    const before = await windowOf(caseId);
    await byDates();
    const { behind, groups, preview } = await getRecompute(admin, 10);
    expect(behind).toBe(1);
    expect(groups).toMatchObject([{ country: "KZ", cases: 1, behind: true, ruleSet: "kazakhstan", overrides: "[]" }]);
    expect(preview?.moves).toMatchObject([{ case: { id: caseId }, was: before }]);
    expect(preview?.moves[0]?.is).not.toEqual(before);
    expect(await windowOf(caseId)).toEqual(before);
    expect(await updates(caseId)).toEqual([]);
  });

  it("names cases of one’s own teams only, counts the others, and passes over those who are out", async () => {
    await tenDays();
    await tenDays(stranger);
    await release([await tenDays()], "2019-11-01");
    await byDates();
    const { open, preview } = await getRecompute(admin, 10);
    expect({ open, moves: preview?.moves.length, elsewhere: preview?.movedElsewhere }).toEqual({ open: 2, moves: 1, elsewhere: 1 });
    expect((await getRecompute({ ...admin, teamIds: [] }, 10)).preview).toMatchObject({ moves: [], movedElsewhere: 2 });
  });

  it("goes by urgency, and says where it stopped", async () => {
    const later = await aCase({ seized: "2019-10-25T10:00" });
    await aRuling([later], { date: "2019-10-25" });
    const first = await tenDays();
    await byDates();
    const { preview } = await getRecompute(admin, 1);
    expect(preview).toMatchObject({ examined: 1, complete: false });
    expect(preview?.moves.map((move) => move.case.id)).toEqual([first]);
  });
});

describe("a run", () => {
  it("appends estimates that name the rules as their cause, moves the cases, and is told in the log", async () => {
    const caseId = await tenDays();
    const elsewhere = await tenDays(stranger);
    await byDates();
    const { preview } = await getRecompute(admin, 10);
    const movedBefore = await logged("release.recomputed");
    expect(await runRecompute(admin)).toEqual({ examined: 2, moved: 2, finished: true });
    expect(await windowOf(caseId)).toEqual(preview?.moves[0]?.is);
    for (const id of [caseId, elsewhere]) expect(await updates(id)).toEqual(["rules"]);
    expect([await logged("rules.started"), await logged("rules.applied"), (await logged("release.recomputed")) - movedBefore]).toEqual([1, 1, 2]);
    const [entry] = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "rules.applied"));
    const values = await store.read.select().from(auditValues).where(eq(auditValues.seq, entry?.seq ?? 0));
    expect(values.map(({ field, after }) => [field, after])).toEqual([["examined", "2"], ["moved", "2"]]);
    expect((await store.read.select().from(recomputeRuns))[0]?.versions).toContain('"overrides":{"kz.arrest.counting":1}');
  });

  it("comes back to where it was when the law counts again", async () => {
    const caseId = await tenDays();
    const before = await windowOf(caseId);
    await byDates();
    await runRecompute(admin);
    await restoreRule(admin, { ruleId: "kz.arrest.counting", reason: "Overturned" }, { version: 2 });
    expect(await getRecompute(admin)).toMatchObject({ behind: 1 });
    await runRecompute(admin);
    expect(await windowOf(caseId)).toEqual(before);
    expect(await updates(caseId)).toEqual(["rules", "rules"]);
    expect(await getRecompute(admin)).toMatchObject({ behind: 0 });
  });

  it("appends nothing twice", async () => {
    const caseId = await tenDays();
    await byDates();
    await runRecompute(admin);
    expect(await runRecompute(admin)).toEqual({ examined: 1, moved: 0, finished: true });
    expect(await updates(caseId)).toEqual(["rules"]);
  });

  it("makes the estimates of an older engine anew, even where no date moves", async () => {
    const caseId = await tenDays();
    await madeBefore(caseId);
    expect(await getRecompute(admin, 10)).toMatchObject({ behind: 1, preview: { examined: 1, moves: [] } });
    expect(await runRecompute(admin)).toEqual({ examined: 1, moved: 0, finished: true });
    expect(await updates(caseId)).toEqual(["engine"]);
    expect(await getRecompute(admin)).toMatchObject({ behind: 0 });
  });

  it("that was cut off says so, keeps what it did, and is finished by another", async () => {
    const [first, second] = [await tenDays(), await tenDays()];
    await byDates();
    await store.write((tx) => tx.insert(recomputeRuns).values({ id: "cut", startedById: "admin", startedAt: Date.now(), versions: "{}", examined: 1 }));
    expect((await getRecompute(admin)).runs).toMatchObject([{ id: "cut", state: "cut_off", examined: 1 }]);
    expect(await runRecompute(admin)).toEqual({ examined: 2, moved: 2, finished: true });
    for (const id of [first, second]) expect(await updates(id)).toEqual(["rules"]);
    expect((await getRecompute(admin)).runs.map(({ state }) => state)).toEqual(["finished", "cut_off"]);
  });

  it("leaves the rest to a newer one, whoever began that", async () => {
    await tenDays();
    await byDates();
    const { runId } = await startRecompute(admin, {}, {});
    // Another process begins one before this one comes to its first case.
    await store.write((tx) => tx.insert(recomputeRuns).values({ id: "newer", startedById: "admin", startedAt: Date.now() + 60_000, versions: "{}" }));
    await recomputeSettled();
    const runs = await store.read.select().from(recomputeRuns).where(eq(recomputeRuns.id, runId));
    expect(runs).toMatchObject([{ finishedAt: null }]);
    expect(await logged("rules.applied")).toBe(0);
  });

  it("is one, however often its form is sent or another asks while it goes on", async () => {
    await tenDays();
    await byDates();
    const { runId } = await startRecompute(admin, {}, { submission: "one" });
    expect(await startRecompute(admin, {}, {})).toEqual({ runId });
    expect((await getRecompute(admin)).runs).toMatchObject([{ id: runId, state: "running" }]);
    await recomputeSettled();
    expect(await startRecompute(admin, {}, { submission: "one" })).toEqual({ runId });
    await recomputeSettled();
    expect(await store.read.select().from(recomputeRuns)).toMatchObject([{ id: runId, examined: 1, moved: 1 }]);
  });

  it("lets others write between its batches", async () => {
    for (let n = 0; n < 3; n++) await tenDays();
    await byDates();
    await startRecompute(admin, {}, {});
    const recorded = await tenDays();
    await recomputeSettled();
    expect(await updates(recorded)).toEqual([]);
  });

  it("of the command line stands in the name of an administrator, and the log says who it was", async () => {
    await tenDays();
    await byDates();
    expect(await runRecompute(commandLine(["team-a"]))).toMatchObject({ moved: 1, finished: true });
    expect(await store.read.select().from(recomputeRuns)).toMatchObject([{ startedById: "admin" }]);
    const entries = await store.read.select().from(auditEntries).where(eq(auditEntries.action, "rules.applied"));
    expect(entries).toMatchObject([{ actorId: "command-line" }]);
    expect(await store.read.select().from(ruleOverrides)).toHaveLength(1);
  });
});
