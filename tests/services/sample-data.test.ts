import { beforeEach, describe, expect, it } from "vitest";
import { getDashboard } from "@/lib/services/dashboard";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { readFixture } from "@/lib/model/seed-fixture";
import { foundingScenario } from "@/lib/services/sample-founding";
import { getEventList } from "@/lib/services/event-list";
import { getEventPage } from "@/lib/services/event-page";
import { recordSampleData } from "@/lib/services/sample-data";
import { recordFixture, type Seeded } from "@/lib/services/seed";
import { freshWorld, monitor, setNow } from "../support/world";

const FRIDAY = "2019-11-01T09:00:00+06:00";
const TUESDAY = "2019-11-05T09:00:00+06:00";

async function foundingFacts(): Promise<Seeded> {
  const read = readFixture(foundingScenario, { today: "2019-11-01" });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return recordFixture(read.fixture, () => monitor);
}

describe("the founding scenario", () => {
  beforeEach(async () => {
    await freshWorld();
    setNow(FRIDAY);
  });

  it("on Friday 1 November 2019 leaves exactly the five unidentified men outstanding, due on Monday as stated", async () => {
    const { caseIds } = await foundingFacts();
    const { counts, list } = await getDashboard(monitor);
    expect(counts).toMatchObject({ held: 5, overdue: 0, dueToday: 0, next7: 5, whereaboutsUnknown: 0 });
    expect(list.items.map((item) => item.id).sort()).toEqual([...caseIds.five!].sort());
    for (const item of list.items) {
      expect(item).toMatchObject({ identification: "unidentified", slotCount: 5, status: "reported", expectedBasis: "stated", expectedKind: "day", statedDiffers: false });
      expect(new Date(item.expectedFrom!).toISOString()).toBe("2019-11-03T18:00:00.000Z");
      expect(new Date(item.expectedTo!).toISOString()).toBe("2019-11-04T18:00:00.000Z");
    }
  });

  it("on Tuesday 5 November, with nothing recorded since, shows the five as overdue", async () => {
    await foundingFacts();
    setNow(TUESDAY);
    const { counts, list } = await getDashboard(monitor);
    expect(counts).toMatchObject({ held: 5, overdue: 5, next7: 0 });
    expect(list.items.map((item) => item.status)).toEqual(Array.from({ length: 5 }, () => "overdue"));
  });

  it("expects the first of them on 31 October or 1 November, and finds his release on time", async () => {
    const { caseIds } = await foundingFacts();
    const page = await getCasePage(monitor, caseIds.zheksebayev![0]!);
    expect(page.item).toMatchObject({ outstanding: false, state: "released", verdict: "on_time", termText: "P10D", releasedText: "2019-10-31T16:00~" });
    expect(page.estimate).toMatchObject({ basis: "computed", kind: "window", convention: "WINDOW" });
    const almaty = (iso: string) => new Date(Date.parse(iso) + 6 * 3_600_000).toISOString().slice(0, 10);
    expect([almaty(page.estimate!.earliest!), almaty(new Date(Date.parse(page.estimate!.latest!) - 1).toISOString())]).toEqual(["2019-10-31", "2019-11-01"]);
  });

  it("keeps those with a first name only, and finds everybody by any spelling", async () => {
    await foundingFacts();
    for (const q of ["Жексебаев", "zheksebayev", "ЖЕКСЕБАЕВ", "jeksebaev", "ноян", "айдос"]) {
      expect((await getCaseList(monitor, { view: "all", q })).items, q).toHaveLength(1);
    }
  });

  it("keeps who alleges what, of whom, and that the police have not commented", async () => {
    const { caseIds } = await foundingFacts();
    const { allegations, claims } = await getCasePage(monitor, caseIds.five![2]!);
    const beating = allegations.find(({ acts }) => acts.includes("beating"));
    expect(beating?.allegation).toMatchObject({ victimScope: "some_of_these", attributedTo: "Құқық қорғаушылар", response: "no_comment", verification: "alleged" });
    expect(beating?.caseCount).toBe(5);
    expect(claims.claims.map(({ field }) => field).sort()).toEqual(["abuse", "custody", "stated_release"]);
  });

  it("links the five to the rally that they preceded and to the earlier ones that they were penalised for", async () => {
    const { caseIds } = await foundingFacts();
    for (const id of caseIds.five!) {
      const { events, row } = await getCasePage(monitor, id);
      expect(events.map(({ title, link }) => [title, link]).sort()).toEqual([["26 қазандағы митинг", "on_the_eve_of"], ["Бұрынғы митингтер", "penalised_for"]]);
      expect(row).toMatchObject({ eventLink: "on_the_eve_of" });
    }
  });

  it("keeps the counts of the rally in four cities beside each other and beside ours", async () => {
    await foundingFacts();
    const [rally] = (await getEventList(monitor, { q: "26 қазандағы" })).items;
    const { ledger, sites, organisers, outcomes, allegations } = await getEventPage(monitor, rally!.id);
    expect(sites.map(({ placeId }) => placeId).sort()).toEqual(["akb", "ala", "ast", "shy"]);
    expect(organisers).toMatchObject([{ kind: "movement" }]);
    expect(ledger.map(({ count, places, own }) => [count.bound, count.figure, places.map(({ placeId }) => placeId), own?.total, own?.named])).toEqual([
      ["exact", 26, ["ala", "ast"], 5, 0],
      ["far_more", null, [], 5, 0],
      ["tens", null, ["akb", "ala", "ast", "shy"], 5, 0],
    ]);
    expect(ledger[1]?.count.comparedToId).toBe(ledger[0]?.count.id);
    expect(outcomes).toEqual({ inside: 5 });
    expect(allegations.map(({ acts }) => acts).sort()).toEqual([["beating"], ["excessive_force"], ["unlawful_apprehension"]]);
  });
});

describe("the sample data", () => {
  beforeEach(async () => void (await freshWorld()));

  it.each(["2026-11-22T12:00:00+05:00", "2024-03-01T00:30:00+05:00", "2024-02-29T23:30:00+06:00"])("shows every state of a case when it is made on %s", async (iso) => {
    setNow(iso);
    await recordSampleData(monitor);
    const { counts } = await getDashboard(monitor);
    const all = await getCaseList(monitor, { view: "all" });
    const statuses = new Set(all.items.map((item) => item.status));
    for (const status of ["overdue", "due", "in_custody", "reported", "whereabouts_unknown", "in_hospital", "released"] as const) expect(statuses, status).toContain(status);
    expect(counts.dueToday).toBeGreaterThan(0);
    expect(all.items.some((item) => item.statedDiffers)).toBe(true);
    for (const verdict of ["on_time", "late"]) expect(all.items.map((item) => item.verdict)).toContain(verdict);
    expect(new Set(all.items.map((item) => item.placeEn)).size).toBeGreaterThan(6);
  });
});
