import { beforeEach, describe, expect, it } from "vitest";
import { personNames } from "@/db/schema";
import { recordResponse } from "@/lib/services/allegation-responses";
import { recordAllegation } from "@/lib/services/allegations";
import { getAllegationList } from "@/lib/services/allegation-list";
import { linkCases } from "@/lib/services/case-events";
import { getCaseList } from "@/lib/services/case-list";
import { recordCase } from "@/lib/services/cases";
import { recordComplaint } from "@/lib/services/complaints";
import { recordConsent } from "@/lib/services/consents";
import { recordCount } from "@/lib/services/counts";
import { getDashboard } from "@/lib/services/dashboard";
import { getEventPage } from "@/lib/services/event-page";
import { recordEvent } from "@/lib/services/events";
import { getOverDetention } from "@/lib/services/over-detention";
import { eventReport } from "@/lib/services/reports/event-report";
import { illTreatment } from "@/lib/services/reports/ill-treatment";
import { getAnnexFigures, statisticsAnnex } from "@/lib/services/reports/statistics-annex";
import { recordSource } from "@/lib/services/sources";
import { allegationValues, complaintValues, consentValues, countValues, eventValues, perpetrator, responseValues, sourceValues } from "../support/matrix-records";
import { aCase, aRuling, quickCase, release } from "../support/records";
import { linesOf, made, PARTNER, PUBLIC, rowsOf, someLocales } from "../support/told-reports";
import { coordinator, freshWorld, monitor, setNow, stranger, teamless, viewer } from "../support/world";
import type { Store } from "@/db/store";

const NOW = "2019-11-10T11:30+06:00";
const october = { from: "2019-10-01", to: "2019-10-31" };
let store: Store;

beforeEach(async () => {
  store = await freshWorld();
  setNow(NOW);
});

/** Seven people taken on 22 October for ten days in two cities, one of them released too late, two still inside; one more of whom nothing is dated. */
async function october22() {
  const names = ["Болат Бірінші", "Дина Екінші", "Марат Үшінші", "Сезім Төртінші", "Ержан Бесінші", "Гүлім Алтыншы", "Самат Жетінші"];
  const ids: string[] = [];
  for (const [at, name] of names.entries()) ids.push(await aCase({ name, sex: at % 2 ? "female" : "male", placeId: at === 6 ? "ast" : "ala", heldAt: "Бірінші мекеме" }));
  await aRuling(ids.slice(0, 5), { court: "Бірінші сот" });
  await aRuling([ids[5] ?? ""], { court: "Бірінші сот", term: "P15D" });
  await aRuling([ids[6] ?? ""], { court: "Екінші сот", term: null });
  await release(ids.slice(0, 3), "2019-10-31T16:00~");
  await release([ids[3] ?? ""], "2019-11-02T12:00");
  const undated = await aCase({ name: "Айша Күнсіз", seized: null });
  return { ids, undated };
}

const annex = (given: Parameters<typeof made>[2] | object = {}, by = viewer) => made(statisticsAnnex, by, { now: NOW, ...given });

describe("the statistics", () => {
  it("count as the lists, the dashboard and the page of those held too long do", async () => {
    await october22();
    const figures = await getAnnexFigures(viewer, { view: "all" }, { from: null, to: null, zone: "Asia/Almaty" });
    const list = async (query: object) => (await getCaseList(viewer, query)).total;
    expect(figures.begun.total).toBe(await list({ view: "all" }));
    for (const { key, count } of figures.begun.places) expect(count).toBe(await list({ view: "all", placeId: key.id }));
    for (const { key, count } of figures.begun.kinds) expect(count).toBe(await list({ view: "all", kind: key }));
    const outcomes = Object.fromEntries(figures.begun.outcomes.map(({ key, count }) => [key, count]));
    expect(outcomes).toEqual({ on_time: 3, late: 1, overdue: 2, inside: 2 });
    expect(outcomes["overdue"]).toBe(await list({ view: "overdue" }));
    expect((outcomes["overdue"] ?? 0) + (outcomes["inside"] ?? 0)).toBe(await list({ view: "outstanding" }));
    const over = await getOverDetention(viewer, {});
    expect([figures.late.count + (figures.inside?.count ?? 0), figures.late.least + (figures.inside?.least ?? 0)]).toEqual([over.totals.count, over.totals.least]);
    const { inCustody } = await getDashboard(viewer);
    expect(figures.days).toEqual(inCustody);
  });

  it("keep to the filter and to the period: by the beginning who came, by the day of release who left", async () => {
    const { ids } = await october22();
    const figures = async (filter: object, from: string | null, to: string | null) => getAnnexFigures(viewer, { view: "all", ...filter }, { from, to, zone: "Asia/Almaty" });
    const month = await figures({}, "2019-10-01", "2019-10-31");
    expect([month.begun.total, month.begun.people, month.left, month.late.count, month.inside]).toEqual([7, 7, [{ key: "on_time", count: 3 }], 0, null]);
    expect([month.days.length, month.days.at(-1)]).toEqual([31, { date: "2019-10-31", held: 5 }]);
    const november = await figures({}, "2019-11-01", "2019-11-30");
    expect([november.begun.total, november.left, november.late.count, november.inside?.count]).toEqual([0, [{ key: "late", count: 1 }], 1, 2]);
    const { totals } = await getOverDetention(viewer, { from: "2019-11-01", to: "2019-11-30" });
    expect([november.late.count + (november.inside?.count ?? 0), november.late.least + (november.inside?.least ?? 0)]).toEqual([totals.count, totals.least]);
    expect(november.days.at(-1)?.date).toBe("2019-11-10");
    expect((await figures({ placeId: "ast" }, null, null)).begun.total).toBe(1);
    expect((await figures({ q: "Бірінші" }, null, null)).begun.total).toBe((await getCaseList(viewer, { view: "all", q: "Бірінші" })).total);
    expect((await figures({}, "2020-01-01", null)).days).toEqual([]);
    expect((await getCaseList(viewer, { view: "all" })).items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it("give every term as it was ordered, and a row to what is not known", async () => {
    await october22();
    const report = await annex();
    expect(rowsOf(report, "")).toEqual({
      "Бірінші сот": ["administrative arrest", "6", "10 days", "10 days", "15 days", "0"],
      "Екінші сот": ["administrative arrest", "0", "–", "–", "–", "1"],
      "court not known": ["administrative arrest", "0", "–", "–", "–", "1"],
    });
    expect(rowsOf(report, "By sex")).toEqual({ women: ["3"], men: ["5"], "not known": ["0"], Total: ["8"] });
    expect(rowsOf(report, "By kind of detention")).toEqual({ "administrative arrest": ["8"], "not known": ["0"], Total: ["8"] });
    const lines = linesOf(report);
    expect(lines).toContain("1 detention is not counted in any period, because the beginning is not known.");
    expect(lines).toContain("Released after the term as counted: 1 person; too long in all: at least 26 h, at most 60 h");
  });

  it("tell outside the house nothing small, nor what would give it away", async () => {
    await october22();
    for (const destination of [PUBLIC, PARTNER]) {
      const report = await annex({ destination }, coordinator);
      const eight = destination === PUBLIC ? "5+" : "8";
      expect(rowsOf(report, "By sex")).toEqual({ women: ["×"], men: ["×"], "not known": ["0"], Total: [eight] });
      expect(rowsOf(report, "By place")).toEqual({ Almaty: ["×"], Astana: ["×"], Total: [eight] });
      expect(Object.values(rowsOf(report, "")).flat().filter((cell) => /^[1-9]/.test(cell))).toEqual([]);
      const days = rowsOf(report, "At the end of the day, rounded to the nearest five");
      expect(Object.values(days).flat().filter((cell) => Number(cell) % 5 !== 0)).toEqual([]);
      expect(linesOf(report).join("\n")).not.toMatch(/\b26 h|1 detention|Everybody who left/);
    }
  });

  it("say so where there is nothing, and tell nothing of other teams", async () => {
    await october22();
    for (const [by, filter, period] of [[stranger, {}, october], [teamless, {}, october], [viewer, {}, { from: "2018-01-01", to: "2018-01-31" }]] as const) {
      const report = await annex({ filter, ...period }, by);
      expect(linesOf(report)).toContain("Detentions: 0");
      expect(rowsOf(report, "By place")).toEqual({});
      expect(linesOf(report).join("\n")).not.toContain("сот");
    }
  });
});

/** A rally in two cities: eight taken at it, one on its eve, one penalised for it; two counters and an allegation. */
async function rally() {
  const source = await recordSource(monitor, { ...sourceValues, kind: "relative", title: "Құпия ана", text: "Құпия ана айтты.", confidentiality: "protected" });
  const organisers = [{ name: "Үлгі қозғалысы", kind: "movement" as const }];
  const { eventId } = await recordEvent(monitor, { ...eventValues, title: "26 қазандағы митинг", start: "2019-10-26", sites: [{ placeId: "ala", spot: "Republic Square" }, { placeId: "ast", spot: "" }], organisers, demands: "саяси тұтқындарды босату", permit: "refused" });
  const { event, sites } = await getEventPage(monitor, eventId).then((page) => ({ event: page.event, sites: page.sites }));
  const site = (placeId: string) => sites.find((each) => each.placeId === placeId)?.id ?? null;
  const six = (await recordCase(monitor, quickCase({ who: "unnamed", name: "", count: "6", seized: "2019-10-26T12:00" }))).caseIds;
  const named = await aCase({ name: "Болат Келіскенов", seized: "2019-10-26T12:00" });
  const silent = await aCase({ name: "Дина Үндеместова", seized: "2019-10-26T12:00", placeId: "ast" });
  const eve = await aCase({ name: "Ержан Қарсаңбаев", seized: "2019-10-25" });
  const penalised = await aCase({ name: "Самат Жазаланов", seized: "2019-10-22" });
  const link = (caseIds: string[], how: "at" | "on_the_eve_of" | "penalised_for", siteId: string | null = null) => linkCases(monitor, { eventId, caseIds, link: how, siteId });
  await link([...six, named], "at", site("ala"));
  await link([silent], "at", site("ast"));
  await link([eve], "on_the_eve_of");
  await link([penalised], "penalised_for");
  await aRuling([...six, named], { court: "Бірінші сот", date: "2019-10-27" });
  await recordCount(monitor, { ...countValues, eventId, attributedTo: "Ішкі істер министрлігі", figure: 26 });
  await recordCount(monitor, { ...countValues, eventId, attributedTo: "Құпия ана", bound: "at_least", figure: 40, sourceId: source.sourceId });
  await recordAllegation(monitor, allegationValues([named], { eventId, attributedTo: "Құпия ана", description: "Құпия ана көрді", sourceId: source.sourceId, perpetrators: [perpetrator({ agency: "Үлгі полиция", person: "Серік Сынақ" })] }));
  return { event, eventId, named, silent, six };
}

const report = (eventId: string, given: object = {}, by = viewer) => made(eventReport, by, { now: NOW, subjectId: eventId, ...given });

describe("the report of an event", () => {
  it("tells who was taken where, kept apart by how each belongs to it, and our count as the page of the event does", async () => {
    const { eventId } = await rally();
    const built = await report(eventId, {}, monitor);
    expect(rowsOf(built, "Detentions by site; how each belongs to the event is kept apart")).toEqual({
      "Almaty, Republic Square": ["7", "0", "0", "7"],
      Astana: ["1", "0", "0", "1"],
      "site not known": ["0", "1", "1", "2"],
      Total: ["8", "1", "1", "10"],
    });
    const lines = linesOf(built);
    const { own } = await getEventPage(monitor, eventId);
    const detained = own.find(({ category }) => category === "detained");
    expect(detained).toMatchObject({ total: 9, named: 3, eve: 1 });
    expect(lines.find((line) => line.startsWith("We have recorded"))).toMatch(/^We have recorded 9 people detained, 3 of them .*1/);
    expect(lines.find((line) => line.startsWith("Ішкі істер"))).toContain("26 people");
    expect(lines).toContain("Permit: refused");
    expect(lines.find((line) => line.startsWith("Organisers:"))).toContain("Үлгі қозғалысы");
    expect(rowsOf(built, "Rulings that stand")).toEqual({ "administrative arrest": ["10 days", "7"] });
    expect(built.records.map(({ kind }) => kind).sort()).toEqual(["case", "case", "case", "case", "case", "case", "case", "case", "case", "case", "event"]);
  });

  it("names to the public only who agreed, no protected source, nothing small", async () => {
    const { eventId, named } = await rally();
    const { items } = await getCaseList(monitor, { view: "all", q: "Келіскенов" });
    await recordConsent(monitor, { ...consentValues, personId: items[0]?.personId ?? "", purpose: "publication", audiences: ["public"] });
    expect(items[0]?.id).toBe(named);
    const text = linesOf(await report(eventId, { destination: PUBLIC }, coordinator)).join("\n");
    expect(text).toContain("Болат Келіскенов");
    for (const canary of ["Үндеместова", "Қарсаңбаев", "Жазаланов", "Құпия ана", "Серік", "12:00", "ALA-2019"]) expect(text, canary).not.toContain(canary);
    const cells = Object.values(rowsOf(await report(eventId, { destination: PUBLIC }, coordinator), "Detentions by site; how each belongs to the event is kept apart"));
    expect(cells.flat().filter((cell) => /^[1-4]$/.test(cell))).toEqual([]);
    expect(text).toContain("Our own count is not told here");
    const partner = linesOf(await report(eventId, { destination: PARTNER }, coordinator)).join("\n");
    for (const canary of ["Келіскенов", "Үндеместова", "Құпия ана", "Серік", "ALA-2019"]) expect(partner, canary).not.toContain(canary);
    expect(partner).toMatch(/P-[0-9A-Z]{10}/);
  });

  it("calls a protected source so to whoever may not know it, in the house too", async () => {
    const { eventId } = await rally();
    expect(linesOf(await report(eventId, {}, viewer)).join("\n")).not.toContain("Құпия ана");
    expect(linesOf(await report(eventId, {}, monitor)).join("\n")).toContain("Құпия ана");
    await expect(report(eventId, {}, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  it("says what is missing of an event of which nothing more is known", async () => {
    const { eventId } = await recordEvent(monitor, { ...eventValues, title: "Белгісіз акция", start: null });
    const lines = linesOf(await report(eventId));
    for (const line of ["Nobody is on record as taken.", "Nobody’s count is on record.", "No allegation is on record.", "No source is on record.", "When: "]) expect(lines).toContain(line);
  });
});

describe("the report of ill-treatment", () => {
  const told = (given: object = {}, by = viewer) => made(illTreatment, by, { now: NOW, ...given });

  async function alleged() {
    const [one, two] = [await aCase({ name: "Болат Бірінші" }), await aCase({ name: "Дина Екінші", placeId: "ast" })];
    const camp = perpetrator({ agency: "Үлгі абақты", unit: "3-жасақ", person: "Серік Сынақ" });
    const { allegationId } = await recordAllegation(monitor, allegationValues([one, two], { when: "2019-10-25", attributedTo: "құқық қорғаушылар", acts: ["beating", "threats"], perpetrators: [camp, perpetrator({ agency: "Үлгі полиция" })] }));
    await recordAllegation(monitor, allegationValues([one], { when: "2019-10-26", attributedTo: "анасы", perpetrators: [camp], verification: "documented", ground: "сараптама" }));
    await recordAllegation(monitor, allegationValues([], { victimScope: "unknown", victimBound: "dozens", victimGroup: "азаматтар", when: "2019-11-02", attributedTo: "куәлар", placeId: "ala" }));
    await recordAllegation(monitor, allegationValues([two], { when: null, attributedTo: "адвокаты" }));
    await recordResponse(monitor, { ...responseValues, allegationId });
    await recordComplaint(monitor, { ...complaintValues, allegationId, outcome: "rejected" });
    return { one, two };
  }

  it("tells by body how many allegations, of what, of whom, how verified, and what the authority answers; those of no body by themselves", async () => {
    await alleged();
    const built = await told();
    const rows = rowsOf(built, "All bodies of which something is alleged");
    expect(Object.entries(rows).map(([body, [, count, borneOut, denied, , complaints]]) => [body, count, borneOut, denied, complaints])).toEqual([
      ["Үлгі абақты", "2", "1", "1", "1"],
      ["Үлгі полиция", "1", "0", "1", "1"],
      ["body not known", "2", "0", "0", "0"],
    ]);
    const lines = linesOf(built);
    expect(lines).toContain("Victims as far as told: 2 people");
    expect(lines).toContain("Victims as far as told: 1 person; dozens of people (азаматтар)");
    expect(lines).toContain("What is alleged: beating: 2; threats: 1");
    expect(lines).toContain("Units named: 3-жасақ");
    expect(lines.find((line) => line.startsWith("25 October 2019. It is alleged by құқық қорғаушылар that 2 people were beaten and threatened"))).toContain("Complaint: complaint to a prosecutor, 26 October 2019 – rejected.");
    expect(lines.join("\n")).not.toContain("Серік");
    expect(built.records).toHaveLength((await getAllegationList(viewer, {})).total);
  });

  it("keeps to the period and the filter as the list does, and says how many nobody dates", async () => {
    const { two } = await alleged();
    const count = async (given: object) => (await told(given)).records.length;
    expect(await count(october)).toBe((await getAllegationList(viewer, october)).total);
    expect(await count({ filter: { placeId: "ast" } })).toBe((await getAllegationList(viewer, { placeId: "ast" })).total);
    expect(await count({ filter: { personId: (await getCaseList(viewer, { view: "all" })).items.find(({ id }) => id === two)?.personId ?? "" } })).toBe(2);
    expect(linesOf(await told(october))).toContain("1 further allegation belongs to no period, because nobody says when it happened.");
    expect(linesOf(await told({ from: "2018-01-01", to: "2018-02-01" }))).toContain("No allegation matches.");
    expect(await count({ filter: { q: "Бірінші" } })).toBe(2);
  });

  it("tells other teams nothing, and the public no name", async () => {
    await alleged();
    expect((await told({}, stranger)).records).toEqual([]);
    const text = linesOf(await told({ destination: PUBLIC }, coordinator)).join("\n");
    for (const canary of ["Болат", "Дина", "Серік", "сараптама"]) expect(text, canary).not.toContain(canary);
  });
});

it("every report reads in every language without a missing word", async () => {
  await october22();
  const { eventId } = await rally();
  expect(await store.read.select().from(personNames)).not.toEqual([]);
  for (const locale of someLocales)
    for (const destination of [undefined, PARTNER, PUBLIC])
      for (const [template, given] of [[eventReport, { subjectId: eventId }], [illTreatment, {}], [statisticsAnnex, {}], [statisticsAnnex, { from: "2018-01-01", to: "2018-01-02" }]] as const) {
        const text = linesOf(await made(template, coordinator, { now: NOW, locale, ...(destination ? { destination } : {}), ...given })).join("\n");
        expect(text).not.toMatch(/MISSING|undefined|NaN|(tables|vocab|events|allegations|overheld|law)\.[a-z_]+\./);
      }
});
