import { beforeEach, describe, expect, test } from "vitest";
import type { CaseEdit } from "@/lib/model/case";
import type { CaseEventValue } from "@/lib/model/case-event";
import type { EventValues } from "@/lib/model/event";
import type { CaseEventLink } from "@/lib/model/vocabularies";
import { getCaseHistory } from "@/lib/services/audit";
import { linkCases } from "@/lib/services/case-events";
import { getCaseList } from "@/lib/services/case-list";
import { getCasePage } from "@/lib/services/case-page";
import { getEditableCase, updateCase } from "@/lib/services/cases";
import { getEventPage } from "@/lib/services/event-page";
import { getEditableEvent, recordEvent, updateEvent } from "@/lib/services/events";
import { eventValues } from "../support/matrix-records";
import { aCase, aRuling, release } from "../support/records";
import { almaty, freshWorld, monitor, setNow, stranger } from "../support/world";

const anEvent = async (given: Partial<EventValues> = {}, by = monitor) => (await recordEvent(by, { ...eventValues, title: "Митинг", ...given })).eventId;
const at = (eventId: string, link: CaseEventLink = "at", siteId: string | null = null): CaseEventValue => ({ event: { eventId, siteId }, link });
const sitesOf = async (eventId: string) => (await getEventPage(monitor, eventId)).sites;

async function link(caseId: string, events: CaseEventValue[]): Promise<void> {
  const { values, version } = await getEditableCase(monitor, caseId);
  await updateCase(monitor, { ...(values as unknown as CaseEdit), caseId, ownerId: null, events }, { version });
}
const eventsOf = async (caseId: string) => (await getCasePage(monitor, caseId)).events.map(({ eventId, link: how, siteId }) => ({ eventId, link: how, siteId }));
const leading = async (caseId: string) => {
  const { row } = await getCasePage(monitor, caseId);
  return [row.eventId, row.eventLink];
};

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-05T09:00:00+06:00");
});

describe("the events of a case", () => {
  test("can be several, each in its own way, and lists name where the person was taken first", async () => {
    const [rally, arbat, march] = [await anEvent({ start: "2019-10-26" }), await anEvent({ start: "2019-10-16" }), await anEvent({ start: "2019-10-01" })];
    const caseId = await aCase();
    await link(caseId, [at(arbat, "penalised_for"), at(rally, "on_the_eve_of")]);
    expect(await leading(caseId)).toEqual([rally, "on_the_eve_of"]);
    await link(caseId, [at(arbat, "penalised_for"), at(rally, "on_the_eve_of"), at(rally), at(march)]);
    expect(await leading(caseId)).toEqual([march, "at"]);
    expect(await eventsOf(caseId)).toHaveLength(4);
    await link(caseId, []);
    expect(await leading(caseId)).toEqual([null, "at"]);
  });

  test("find the case in the lists of each event, once, and by the title of each", async () => {
    const [one, two] = [await anEvent({ title: "Жеруйық жиыны" }), await anEvent({ title: "Самұрық шеруі" })];
    const caseId = await aCase();
    await link(caseId, [at(one), at(one, "penalised_for"), at(two, "on_the_eve_of")]);
    for (const eventId of [one, two]) {
      expect((await getCaseList(monitor, { view: "all", eventId })).items.map(({ id }) => id)).toEqual([caseId]);
      expect((await getCaseList(monitor, { view: "all", eventId, q: "Сынақов" })).total).toBe(1);
    }
    for (const q of ["жеруйық", "самұрық"]) expect((await getCaseList(monitor, { view: "all", q })).total).toBe(1);
    expect((await getEventPage(monitor, one)).caseCount).toBe(1);
  });

  test("are of the case's own team, with sites of the event itself, and one site each", async () => {
    const caseId = await aCase();
    const [event, other] = [await anEvent({ sites: [{ placeId: almaty, spot: "Алаң" }, { placeId: almaty, spot: "Арбат" }] }), await anEvent()];
    const refused = { detail: { problems: { "events.0.event": { code: "unknown_option" } } } };
    await expect(link(caseId, [at(await anEvent({}, stranger))])).rejects.toMatchObject(refused);
    await expect(link(caseId, [at(event, "at", (await sitesOf(other))[0]!.id)])).rejects.toMatchObject(refused);
    const [square, street] = await sitesOf(event);
    await expect(link(caseId, [at(event, "at", square!.id), at(event, "at", street!.id)])).rejects.toMatchObject({ detail: { problems: { "events.1.event": { code: "linked_at_two_sites" } } } });
    expect(await eventsOf(caseId)).toEqual([]);
  });

  test("stand in the history of the case as link, event, place and spot", async () => {
    const event = await anEvent({ sites: [{ placeId: almaty, spot: "Алаң; 2-кіреберіс" }] });
    const caseId = await aCase();
    await link(caseId, [at(event, "at", (await sitesOf(event))[0]!.id)]);
    const { lines, names } = await getCaseHistory(monitor, caseId);
    expect(lines[0]?.changes).toContainEqual({ field: "events", before: null, after: `at:${event}:${almaty}:Алаң, 2-кіреберіс` });
    expect(names[event]?.kk).toBe("Митинг");
  });

  test("come back with both versions when somebody else was faster", async () => {
    const event = await anEvent();
    const caseId = await aCase();
    const { values, version } = await getEditableCase(monitor, caseId);
    await link(caseId, [at(event)]);
    const late = updateCase(monitor, { ...(values as unknown as CaseEdit), caseId, ownerId: null, events: [] }, { version });
    await expect(late).rejects.toMatchObject({ code: "conflict", detail: { current: { values: { "events.0.event": event, "events.0.link": "at" } } } });
    expect(await eventsOf(caseId)).toHaveLength(1);
  });
});

describe("linking cases from an event", () => {
  test("leaves what they were linked to, raises their versions, and fills in a site later", async () => {
    const [event, earlier] = [await anEvent(), await anEvent({ start: "2019-10-01" })];
    const [one, two] = [await aCase(), await aCase({ name: "Екінші Сынақ" })];
    await link(one, [at(earlier, "penalised_for")]);
    await linkCases(monitor, { eventId: event, caseIds: [one, two], link: "at", siteId: null });
    expect(await eventsOf(one)).toHaveLength(2);
    expect(await leading(one)).toEqual([event, "at"]);
    expect((await getEditableCase(monitor, two)).version).toBe(2);
    const siteId = (await sitesOf(event))[0]!.id;
    await linkCases(monitor, { eventId: event, caseIds: [two], link: "at", siteId });
    expect(await eventsOf(two)).toEqual([{ eventId: event, link: "at", siteId }]);
    await linkCases(monitor, { eventId: event, caseIds: [two], link: "at", siteId: null });
    expect(await eventsOf(two)).toEqual([{ eventId: event, link: "at", siteId }]);
    const other = (await sitesOf(earlier))[0]!.id;
    await expect(linkCases(monitor, { eventId: event, caseIds: [two], link: "at", siteId: other })).rejects.toMatchObject({ detail: { problems: { siteId: { code: "unknown_option" } } } });
  });
});

describe("an event", () => {
  test("has several sites in several cities, keeps their ids when they are corrected, and none that a case names is lost", async () => {
    const sites = [{ placeId: almaty, spot: "Алаң" }, { placeId: "ast", spot: "" }];
    const event = await anEvent({ sites });
    const before = await sitesOf(event);
    const caseId = await aCase();
    await link(caseId, [at(event, "at", before.find(({ placeId }) => placeId === "ast")!.id)]);
    const values = { ...eventValues, title: "Митинг", eventId: event };
    await updateEvent(monitor, { ...values, sites: [{ placeId: "ast", spot: "Көктем көшесі" }, { placeId: almaty, spot: "Алаң" }] }, { version: 1 });
    expect(new Set((await sitesOf(event)).map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    await updateEvent(monitor, { ...values, sites: [{ placeId: "akb", spot: "Көктем көшесі" }, { placeId: almaty, spot: "Алаң" }] }, { version: 2 });
    expect((await getCasePage(monitor, caseId)).events[0]).toMatchObject({ placeId: "akb", spot: "Көктем көшесі" });
    await expect(updateEvent(monitor, { ...values, sites: [{ placeId: almaty, spot: "Алаң" }] }, { version: 3 })).rejects.toMatchObject({ detail: { problems: { sites: { code: "site_has_cases" } } } });
  });

  test("has organisers, bodies that took people and places they were brought to, as institutions", async () => {
    const event = await anEvent({ organisers: [{ name: "Үлгі қозғалысы", kind: "movement" }], takers: [{ name: "Қала полициясы" }], stations: [{ name: "Қала полициясы" }, { name: "Қабылдау орны" }], permit: "refused" });
    const page = await getEventPage(monitor, event);
    expect(page.organisers).toMatchObject([{ name: "Үлгі қозғалысы", kind: "movement" }]);
    expect(page.takers).toMatchObject([{ name: "Қала полициясы", kind: "police" }]);
    expect(page.stations.map(({ id, kind }) => [id === page.takers[0]?.id, kind]).sort()).toEqual([[false, "facility"], [true, "police"]]);
    const editable = await getEditableEvent(monitor, event);
    expect(editable.values).toMatchObject({ permit: "refused", "organisers.0.name": "Үлгі қозғалысы", "organisers.0.kind": "movement", "takers.0.name": "Қала полициясы", "sites.0.placeId": almaty });
  });

  test("derives anew which event lists name when its beginning changes", async () => {
    const [one, two] = [await anEvent({ start: "2019-10-10" }), await anEvent({ start: "2019-10-20" })];
    const caseId = await aCase();
    await link(caseId, [at(one), at(two)]);
    expect(await leading(caseId)).toEqual([one, "at"]);
    await updateEvent(monitor, { ...eventValues, eventId: two, start: "2019-10-01" }, { version: 1 });
    expect(await leading(caseId)).toEqual([two, "at"]);
  });

  test("tells what became of those who were taken, by site, with the penalty", async () => {
    const event = await anEvent({ sites: [{ placeId: almaty, spot: "" }, { placeId: "ast", spot: "" }] });
    const astana = (await sitesOf(event)).find(({ placeId }) => placeId === "ast")!.id;
    const [free, held] = [await aCase(), await aCase({ name: "Ұсталған Сынақ" })];
    await aRuling([free]);
    await release([free], "2019-11-01T10:00");
    await aRuling([held], { term: "P15D" });
    await link(free, [at(event)]);
    await link(held, [at(event, "at", astana)]);
    const { cases, outcomes } = await getEventPage(monitor, event);
    expect(cases.map(({ outcome, penalties, siteId }) => [outcome, penalties, siteId])).toEqual([
      ["on_time", [{ kind: "administrative_arrest", term: "P10D" }], null],
      ["inside", [{ kind: "administrative_arrest", term: "P15D" }], astana],
    ]);
    expect(outcomes).toEqual({ on_time: 1, inside: 1 });
  });
});
