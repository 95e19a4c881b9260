import { beforeEach, describe, expect, it } from "vitest";
import type { ListView } from "@/lib/model/case-query";
import { getCaseList } from "@/lib/services/case-list";
import { recordCase } from "@/lib/services/cases";
import { getDashboard } from "@/lib/services/dashboard";
import { recordMoment } from "@/lib/services/moments";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { aCase, aRuling, quickCase, release } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, teamless, viewer } from "../support/world";

beforeEach(async () => {
  await freshWorld();
  setNow("2019-10-20T09:00+06:00");
});

const counts = async (by = coordinator) => (await getDashboard(by)).counts;
const references = async (view: ListView) => (await getCaseList(coordinator, { view })).items.map((item) => item.reference);

/** Five unidentified men of whom a source says that they must be free on 4 November. */
async function fiveMen(): Promise<string[]> {
  setNow("2019-10-31T20:00+06:00");
  const { caseIds } = await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" }));
  await recordStatedRelease(monitor, { caseIds, when: "2019-11-04", attributedTo: "A fellow detainee", sourceId: null, note: "" });
  return caseIds;
}

describe("the dashboard", () => {
  it("on Friday counts the five men among those of the next seven days", async () => {
    await fiveMen();
    setNow("2019-11-01T09:00+06:00");
    expect(await counts()).toEqual({ held: 5, overdue: 0, limits: 0, dueToday: 0, next7: 5, termUnknown: 5, whereaboutsUnknown: 0 });
  });

  it("on Monday says that they are due today, on Tuesday that they are overdue", async () => {
    await fiveMen();
    setNow("2019-11-04T09:00+06:00");
    const monday = await getDashboard(coordinator);
    expect([monday.counts.dueToday, monday.dueToday.map((item) => item.status)]).toEqual([5, Array.from({ length: 5 }, () => "due")]);
    setNow("2019-11-05T09:00+06:00");
    const tuesday = await getDashboard(coordinator);
    expect([tuesday.counts.overdue, tuesday.counts.dueToday, tuesday.dueToday]).toEqual([5, 0, []]);
    expect(tuesday.list.items.map((item) => item.status)).toEqual(Array.from({ length: 5 }, () => "overdue"));
  });

  it("knows nothing of another team, and without a team of anybody", async () => {
    await fiveMen();
    for (const by of [stranger, teamless]) expect(await counts(by)).toEqual({ held: 0, overdue: 0, limits: 0, dueToday: 0, next7: 0, termUnknown: 0, whereaboutsUnknown: 0 });
  });

  it("shows the same to those who may only read", async () => {
    await fiveMen();
    expect(await counts(viewer)).toEqual(await counts());
  });

  it("counts and lists by the same rule, in every view", async () => {
    await fiveMen();
    const [lost] = (await recordCase(monitor, quickCase({ name: "Самат Үлгі", seized: "2019-10-28" }))).caseIds;
    await recordMoment(monitor, { caseIds: [lost ?? ""], kind: "contact_lost", when: "2019-10-30", institution: "", releaseKind: "unknown", note: "" });
    const over = await aCase({ name: "Дина Үлгі", seized: "2019-10-20T10:00" });
    await aRuling([over], { term: "P5D", date: "2019-10-20" });
    setNow("2019-11-04T09:00+06:00");
    const { held, overdue, limits, dueToday, next7, termUnknown, whereaboutsUnknown } = await counts();
    const figures = { outstanding: held, overdue, limits, due_today: dueToday, next7, term_unknown: termUnknown, whereabouts_unknown: whereaboutsUnknown };
    for (const [view, figure] of Object.entries(figures)) expect([view, (await references(view as keyof typeof figures)).length]).toEqual([view, figure]);
    expect(figures).toEqual({ outstanding: 7, overdue: 1, limits: 0, due_today: 5, next7: 0, term_unknown: 6, whereabouts_unknown: 1 });
  });

  it("begins with the most urgent and ends with those of whom nothing is known", async () => {
    await fiveMen();
    await aCase({ name: "Самат Үлгі", seized: "2019-10-28" });
    const over = await aCase({ name: "Дина Үлгі", seized: "2019-10-20T10:00" });
    await aRuling([over], { term: "P5D", date: "2019-10-20" });
    const names = (await getCaseList(coordinator, {})).items.map((item) => item.personName || String(item.slot));
    expect(names).toEqual(["Дина Үлгі", "1", "2", "3", "4", "5", "Самат Үлгі"]);
  });

  it("draws the days backwards from today's figure", async () => {
    setNow("2019-10-23T09:00+06:00");
    const held = await aCase({ seized: "2019-10-22T10:00" });
    await aRuling([held]);
    setNow("2019-11-01T09:00+06:00");
    await release([held], "2019-10-31T16:00~");
    const { inCustody } = await getDashboard(coordinator);
    const on = (date: string) => inCustody.find((day) => day.date === date)?.held;
    expect(inCustody).toHaveLength(60);
    expect(inCustody.at(-1)?.date).toBe("2019-11-01");
    expect([on("2019-10-21"), on("2019-10-22"), on("2019-10-30"), on("2019-10-31"), on("2019-11-01")]).toEqual([0, 1, 1, 0, 0]);
  });

  it("tells how many are held in each city", async () => {
    await fiveMen();
    await aCase({ placeId: "ast", seized: "2019-10-28" });
    setNow("2019-11-05T09:00+06:00");
    expect((await getDashboard(coordinator)).byPlace.map(({ placeId, held, overdue }) => [placeId, held, overdue])).toEqual([["ala", 5, 5], ["ast", 1, 0]]);
  });
});

describe("the list", () => {
  it("is filtered by place, kind and owner", async () => {
    const first = await aCase({ seized: "2019-10-18" });
    await aCase({ placeId: "ast", detentionKind: "remand", seized: "2019-10-18" });
    const ids = async (query: Parameters<typeof getCaseList>[1]) => (await getCaseList(coordinator, query)).items.map((item) => item.id);
    expect(await ids({ placeId: "ala" })).toEqual([first]);
    expect(await ids({ kind: "administrative_arrest" })).toEqual([first]);
    expect(await ids({ kind: "administrative_arrest", placeId: "ast" })).toEqual([]);
    expect(await ids({ ownerId: "viewer" })).toEqual([]);
  });

  it("is empty behind its last page", async () => {
    await aCase({ seized: "2019-10-18" });
    expect(await getCaseList(coordinator, { page: 9 })).toMatchObject({ items: [], page: 9, total: 1 });
  });
});
