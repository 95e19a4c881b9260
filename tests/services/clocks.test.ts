import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { caseClocks, cases, releaseEstimates } from "@/db/schema";
import type { Store } from "@/db/store";
import type { CaseQuery } from "@/lib/model/case-query";
import type { EstimateAppeal, EstimateLimit, ReleaseEstimate } from "@/lib/release/estimate-facts";
import { getCaseList, streamCases } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { replaceClocks } from "@/lib/services/clocks";
import { getDashboard } from "@/lib/services/dashboard";
import { aCase, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, teamless } from "../support/world";

let store: Store;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-10-22T10:00+06:00");
});

const limit = (given: Partial<EstimateLimit> & { at: string }): EstimateLimit => ({ rule: "kz.detention.48h", hours: 48, until: "court", confidence: "secondary", from: "delivered", earliestAt: given.at, state: "open", stepWhen: null, stepKind: null, ...given });
const appeal = (given: Partial<EstimateAppeal> = {}): EstimateAppeal => ({ rule: "kz.arrest.appeal", orderId: "an-order", orderKind: "administrative_arrest", until: "2019-11-02T00:00:00+06:00", confidence: "unconfirmed", filed: null, ...given });

/** A case of whom the engine says this. */
async function clocked(name: string, limits: EstimateLimit[], appeals: EstimateAppeal[] = []): Promise<string> {
  const id = await aCase({ name, seized: null, detentionKind: "unknown" });
  const { estimate, row } = await getCasePage(monitor, id);
  const answer: ReleaseEstimate = { ...estimate!, limits, appeals };
  await store.write(async (tx) => {
    await tx.update(releaseEstimates).set({ answer: JSON.stringify(answer) }).where(eq(releaseEstimates.caseId, id));
    await replaceClocks(tx, row, answer);
  });
  return id;
}

const clocksOf = (id: string) => store.read.select().from(caseClocks).where(eq(caseClocks.caseId, id)).orderBy(caseClocks.kind, caseClocks.ruleId);
const names = async (query: CaseQuery = {}, by = coordinator) => (await getCaseList(by, { view: "limits", ...query })).items.map(({ personName }) => personName);

it("only clocks that run are kept: open limits and appeals that nobody filed, each with when it may and when it must have passed", async () => {
  const id = await clocked(
    "Болат",
    [limit({ at: "2019-10-24T10:00:00+06:00", earliestAt: "2019-10-24T08:00:00+06:00" }), limit({ rule: "met", state: "met", at: "2019-10-24T10:00:00+06:00" }), limit({ rule: "exceeded", state: "exceeded", at: "2019-10-22T10:00:00+06:00" })],
    [appeal(), appeal({ orderId: "another", filed: "2019-10-25" })],
  );
  const at = (iso: string) => Date.parse(iso);
  expect((await clocksOf(id)).map(({ kind, ruleId, orderId, from, at: until }) => [kind, ruleId, orderId, from, until])).toEqual([
    ["appeal", "kz.arrest.appeal", "an-order", at("2019-11-02T00:00+06:00"), at("2019-11-02T00:00+06:00")],
    ["limit", "kz.detention.48h", "", at("2019-10-24T08:00+06:00"), at("2019-10-24T10:00+06:00")],
  ]);
});

it("whoever is out has no clock, and an estimate made anew replaces the clocks of the one before", async () => {
  const id = await clocked("Болат", [limit({ at: "2019-10-24T10:00:00+06:00" }), limit({ rule: "other", at: "2019-10-25T10:00:00+06:00" })]);
  const { estimate, row } = await getCasePage(monitor, id);
  await store.write((tx) => replaceClocks(tx, row, { ...estimate!, limits: [limit({ at: "2019-10-24T11:00:00+06:00" })] }));
  expect(await clocksOf(id)).toHaveLength(1);
  setNow("2019-10-23T13:00+06:00");
  await release([id], "2019-10-23T12:00");
  expect(await clocksOf(id)).toEqual([]);
});

it("the list of limits that run out holds those that pass within a day or passed within the last one, soonest first", async () => {
  await clocked("in an hour", [limit({ at: "2019-10-22T11:00:00+06:00" })]);
  await clocked("passed yesterday", [limit({ at: "2019-10-21T11:00:00+06:00" })]);
  await clocked("passed long ago", [limit({ at: "2019-10-21T10:00:00+06:00" })]);
  await clocked("tomorrow", [limit({ at: "2019-10-23T10:00:00+06:00" }), limit({ rule: "also", at: "2019-10-22T20:00:00+06:00" })]);
  await clocked("later", [limit({ at: "2019-10-23T10:01:00+06:00" })]);
  await clocked("only an appeal", [], [appeal({ until: "2019-10-22T12:00:00+06:00" })]);
  expect(await names()).toEqual(["passed yesterday", "in an hour", "tomorrow"]);
  expect(await names({ q: "tomorrow" })).toEqual(["tomorrow"]);
  expect(await names({ placeId: "ast" })).toEqual([]);
  expect((await names({ sort: "recent" })).sort()).toEqual((await names()).sort());
  expect((await getDashboard(coordinator)).counts.limits).toBe(3);
  expect((await getCaseList(coordinator, { view: "limits" })).total).toBe(3);
  const streamed: string[] = [];
  for await (const batch of streamCases(coordinator, { view: "limits" })) streamed.push(...batch.map(({ personName }) => personName));
  expect(streamed.sort()).toEqual((await names()).sort());
  for (const by of [stranger, teamless]) expect([await names({}, by), (await getDashboard(by)).counts.limits]).toEqual([[], 0]);
});

it("a row tells the next limit, or the one that passed last, with its hours from the answer of the engine", async () => {
  const [passed, next, far] = ["2019-10-22T08:00:00+06:00", "2019-10-22T13:10:00+06:00", "2019-10-24T10:00:00+06:00"];
  await clocked("both", [limit({ rule: "three", hours: 3, until: "release", at: passed }), limit({ rule: "own", hours: 36, at: next }), limit({ rule: "far", hours: 72, at: far })]);
  await clocked("passed", [limit({ rule: "three", hours: 3, until: "release", at: passed })]);
  await clocked("none", []);
  const told = Object.fromEntries((await getCaseList(coordinator, {})).items.map(({ personName, limit: each }) => [personName, each]));
  expect(told).toEqual({
    both: { hours: 36, until: "court", from: Date.parse(next), at: Date.parse(next) },
    passed: { hours: 3, until: "release", from: Date.parse(passed), at: Date.parse(passed) },
    none: undefined,
  });
});

it("every change of a case writes its clocks in the same transaction", async () => {
  const id = await aCase({ seized: "2019-10-22T08:00" });
  const [row] = await store.read.select().from(cases).where(eq(cases.id, id));
  const { estimate } = await getCasePage(monitor, id);
  const open = estimate!.limits.filter(({ state }) => state === "open");
  expect(open.length).toBeGreaterThan(0);
  expect((await clocksOf(id)).map(({ ruleId, teamId }) => [ruleId, teamId]).sort()).toEqual(open.map(({ rule }) => [rule, row?.teamId]).sort());
});
