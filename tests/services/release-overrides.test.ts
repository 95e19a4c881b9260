import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, releaseEstimates, releaseOverrides } from "@/db/schema";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { getDashboard } from "@/lib/services/dashboard";
import { getEstimateHistory, getEstimateSnapshot } from "@/lib/services/estimate-history";
import { recordMoment, updateMoment } from "@/lib/services/moments";
import { updateOrder } from "@/lib/services/orders";
import { getReleaseOverrideForm, recordReleaseOverride, withdrawReleaseOverride } from "@/lib/services/release-overrides";
import { aCase, aRuling, release, ruling } from "../support/records";
import { admin, coordinator, freshWorld, monitor, reading, setNow, stranger, viewer } from "../support/world";

const at = (iso: string) => Date.parse(iso);

let caseId: string;
let orderId: string;
beforeEach(async () => {
  await freshWorld();
  setNow("2019-10-25T09:00+06:00");
  caseId = await aCase();
  ({ orderId } = await aRuling([caseId]));
});

async function set(when: string, reason = "the court corrected the date", by: Actor = coordinator) {
  const { version } = await getReleaseOverrideForm(by, caseId);
  return recordReleaseOverride(by, { caseId, when, reason, computed: "" }, { version });
}

const row = async () => (await getCasePage(viewer, caseId)).row;
const newest = async () => (await getCasePage(viewer, caseId)).override?.override;
const told = async (action: string) => {
  const read = await reading();
  const entries = await read.select({ seq: auditEntries.seq }).from(auditEntries).where(eq(auditEntries.action, action)).orderBy(asc(auditEntries.seq));
  return Promise.all(entries.map(async ({ seq }) => Object.fromEntries((await read.select().from(auditValues).where(eq(auditValues.seq, seq))).map(({ field, before, after }) => [field, after ?? `was ${before}`]))));
};

describe("a date set by hand", () => {
  it("takes the place of the computed one in lists and counts, and stands beside it on the case", async () => {
    const computed = await row();
    await set("2019-10-28");
    const changed = await row();
    expect(changed).toMatchObject({ expectedFrom: at("2019-10-28T00:00+06:00"), expectedTo: at("2019-10-29T00:00+06:00"), dueSort: at("2019-10-29T00:00+06:00"), expectedBasis: "override", expectedKind: "day", countingConfirmed: true });
    const page = await getCasePage(viewer, caseId);
    expect(page.override).toMatchObject({ author: "coordinator", override: { when: "2019-10-28", reason: "the court corrected the date", ended: null } });
    expect(page.estimate).toMatchObject({ basis: "computed" });
    expect(Date.parse(page.estimate?.latest ?? "")).toBe(computed.expectedTo);
    expect((await getCaseList(viewer, { view: "term_unknown" })).items).toEqual([]);
    expect((await getDashboard(viewer)).counts).toMatchObject({ termUnknown: 0, next7: 1 });
    expect(await told("override.recorded")).toEqual([{ when: "2019-10-28", reason: "the court corrected the date" }]);
  });

  it("is appended to the history of estimates and never written over", async () => {
    const before = await row();
    await set("2019-10-28T12:00");
    const after = await row();
    expect(after.estimateId).not.toBe(before.estimateId);
    const rows = await (await reading()).select().from(releaseEstimates).where(eq(releaseEstimates.caseId, caseId)).orderBy(asc(releaseEstimates.at));
    expect(rows.map(({ cause, overrideId }) => [cause, overrideId !== null])).toEqual([["facts", false], ["facts", false], ["override", true]]);
    expect(rows.at(-1)?.facts).toBe(rows.at(-2)?.facts);
    expect(after).toMatchObject({ expectedKind: "instant", expectedTo: at("2019-10-28T12:01+06:00") });
  });

  it("ends by itself when a fact changes, says so, and the computed date counts again", async () => {
    await set("2019-10-28");
    await updateOrder(monitor, { ...ruling([caseId], { term: "P15D" }), orderId }, { version: 1 });
    expect(await row()).toMatchObject({ expectedBasis: "computed", termText: "P15D" });
    expect(await newest()).toMatchObject({ ended: "facts_changed", when: "2019-10-28" });
    expect((await newest())?.endedAt).not.toBeNull();
    expect(await told("override.ended")).toEqual([{ when: "was 2019-10-28", ended: "facts_changed" }]);
  });

  it("ends when somebody is seen inside, but not by what bears on no fact", async () => {
    await set("2019-10-28");
    const shown = await getCasePage(monitor, caseId);
    const moment = shown.moments[0]!.moment;
    await updateMoment(monitor, { momentId: moment.id, kind: "seized", when: moment.when, institution: "", releaseKind: "unknown", note: "only a note" }, { version: 1 });
    expect(await newest()).toMatchObject({ ended: null });
    await recordMoment(monitor, { caseIds: [caseId], kind: "still_inside", when: "2019-10-24", institution: "", releaseKind: "unknown", note: "" });
    expect(await newest()).toMatchObject({ ended: "facts_changed" });
  });

  it("is replaced by another, and the notice of an ended one goes when a new one is set or it is dismissed", async () => {
    await set("2019-10-28");
    const first = await newest();
    await set("2019-10-29", "a second call", admin);
    expect(await newest()).toMatchObject({ when: "2019-10-29", authorId: "admin", ended: null });
    expect((await (await reading()).select().from(releaseOverrides).where(eq(releaseOverrides.id, first!.id)))[0]).toMatchObject({ ended: "replaced" });
    await release([caseId], "2019-10-24T12:00");
    const ended = await newest();
    expect(ended).toMatchObject({ ended: "facts_changed" });
    await withdrawReleaseOverride(coordinator, { recordId: ended!.id, reason: "released meanwhile" });
    expect(await newest()).toMatchObject({ ended: "dismissed" });
    await expect(withdrawReleaseOverride(coordinator, { recordId: ended!.id, reason: "again" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is taken back with a reason, and the computed date counts again", async () => {
    const computed = await row();
    await set("2019-10-28");
    await withdrawReleaseOverride(admin, { recordId: (await newest())!.id, reason: "the call was a mistake" });
    const { expectedFrom, expectedTo, expectedBasis } = computed;
    expect(await row()).toMatchObject({ expectedFrom, expectedTo, expectedBasis });
    expect(await told("override.withdrawn")).toEqual([{ ended: "withdrawn", withdrawn: "the call was a mistake" }]);
  });

  it("is what a release is compared with, where it was set after the release", async () => {
    setNow("2019-11-05T09:00+06:00");
    await release([caseId], "2019-11-02T20:00");
    await set("2019-11-02T10:00");
    expect(await row()).toMatchObject({ verdict: "late", overKind: "term", overMinutes: 600, overMinutesMost: 600 });
    await set("2019-11-02");
    expect(await row()).toMatchObject({ verdict: "on_time", overMinutes: null });
    await set("2019-11-03/..");
    expect(await row()).toMatchObject({ verdict: "early", overMinutes: null });
    await set("../2019-11-01");
    expect(await row()).toMatchObject({ verdict: "late", overMinutes: 20 * 60, overMinutesMost: null });
  });

  it("needs a readable date of the place and the right, and looks like nothing from another team", async () => {
    await expect(set("2019-10-28", "because", monitor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(set("2019-10-28", "because", viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(set("2019-10-28", "because", stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(set("2019-10-29/2019-10-28")).rejects.toMatchObject({ detail: { problems: { when: { code: "end_before_start" } } } });
  });

  it("is refused as a conflict when the facts, or another date set by hand, came in between", async () => {
    const { version, values } = await getReleaseOverrideForm(coordinator, caseId);
    const typed = { caseId, when: "2019-10-28", reason: "mine", computed: values["computed"] ?? "" };
    await set("2019-10-29", "theirs", admin);
    await expect(recordReleaseOverride(coordinator, typed, { version })).rejects.toMatchObject({ code: "conflict", detail: { current: { values: { when: "2019-10-29", reason: "theirs" } } } });
    await expect(recordReleaseOverride(coordinator, typed, {})).rejects.toMatchObject({ code: "stale_version" });
    const seen = await getReleaseOverrideForm(coordinator, caseId);
    await updateOrder(monitor, { ...ruling([caseId], { term: "P15D" }), orderId }, { version: 1 });
    const refused = await recordReleaseOverride(coordinator, typed, { version: seen.version }).catch((error: unknown) => error);
    const saved = refused instanceof AppError && refused.code === "conflict" ? refused.detail.current : undefined;
    expect(Object.keys(saved?.values ?? {})).toEqual(["computed"]);
    expect(saved?.values["computed"]).not.toBe(values["computed"]);
    await recordReleaseOverride(coordinator, typed, { version: saved?.version ?? 0 });
    expect(await newest()).toMatchObject({ when: "2019-10-28", ended: null });
  });
});

describe("the history of estimates", () => {
  it("says what changed in the facts and in the result, newest first", async () => {
    await updateOrder(monitor, { ...ruling([caseId], { term: "P15D" }), orderId }, { version: 1 });
    const { entries } = await getEstimateHistory(viewer, caseId);
    expect(entries.map(({ cause }) => cause)).toEqual(["facts", "facts", "facts"]);
    expect(entries[0]?.change).toMatchObject({
      facts: [{ part: "order", change: "changed", fields: [{ name: "term", before: "P10D", after: "P15D" }] }],
      result: { shift: 5 * 1440 },
      versions: [],
      override: null,
    });
    expect(entries[1]?.change?.facts).toMatchObject([{ part: "order", change: "added", what: "administrative_arrest" }]);
    expect(entries[2]?.change).toBeNull();
  });

  it("shows a date set by hand, its end, and what then counts", async () => {
    await set("2019-10-28");
    await release([caseId], "2019-10-24T12:00");
    const [after, byHand] = (await getEstimateHistory(viewer, caseId)).entries;
    expect(byHand).toMatchObject({ cause: "override", override: { when: "2019-10-28", author: "coordinator" }, result: { basis: "override" }, change: { facts: [], override: { before: null, after: { when: "2019-10-28" } } } });
    expect(after).toMatchObject({ cause: "facts", override: null, change: { override: { before: { when: "2019-10-28" }, after: null } } });
    expect(after?.change?.facts.map(({ part }) => part).sort()).toEqual(["case", "moment"]);
  });

  it("opens an old one with the answer that was stored then", async () => {
    const first = (await getEstimateHistory(viewer, caseId)).entries.at(-2);
    await updateOrder(monitor, { ...ruling([caseId], { term: "P15D" }), orderId }, { version: 1 });
    const snapshot = await getEstimateSnapshot(viewer, caseId, first!.id);
    expect(snapshot).toMatchObject({ latest: false, answer: { term: "P10D", basis: "computed" } });
    await expect(getEstimateSnapshot(stranger, caseId, first!.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getEstimateSnapshot(viewer, caseId, "none")).rejects.toMatchObject({ code: "not_found" });
  });
});
