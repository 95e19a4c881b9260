import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { allegationResponses, caseEvents, citations, complaints, sources } from "@/db/schema";
import type { Store } from "@/db/store";
import type { TimelineEntry } from "@/lib/model/timeline";
import { recordAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { getCasePage } from "@/lib/services/case-page";
import { recordCitation } from "@/lib/services/citations";
import { recordEvent } from "@/lib/services/events";
import { recordMoment } from "@/lib/services/moments";
import { getPersonPage, recordPerson } from "@/lib/services/people";
import { recordSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { finishTask, recordTask } from "@/lib/services/tasks";
import { getCaseTimeline } from "@/lib/services/timeline";
import { allegationValues, eventValues, momentValues, personValues, sourceValues, statedValues } from "../support/matrix-records";
import { aCase, aRuling, release } from "../support/records";
import { freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-05T09:00+06:00");
  caseId = await aCase({ seized: "2019-10-22" });
});

const kinds = (entries: readonly TimelineEntry[]) => entries.map(({ told }) => (told.kind === "custody" ? told.moment : told.kind));
const lines = async (by = monitor) => (await getCaseTimeline(by, caseId)).entries;
const stamp = { createdAt: 1, updatedAt: 1 };

describe("the timeline of a case", () => {
  it("tells everything in order of time, whatever kind it is and whenever it was recorded", async () => {
    const { sourceId } = await recordSource(monitor, { ...sourceValues, text: "He was beaten. Let go on 4 November." });
    await release([caseId], "2019-11-02");
    await recordStatedRelease(monitor, { ...statedValues, caseIds: [caseId], when: "2019-11-04", sourceId });
    await aRuling([caseId], { date: "2019-10-23" });
    const { allegationId } = await recordAllegation(monitor, { ...allegationValues([caseId]), when: "2019-10-22/2019-10-23", sourceId });
    const { eventId } = await recordEvent(monitor, { ...eventValues, start: "2019-10-20" });
    const { taskId } = await recordTask(monitor, { caseId, from: "", what: "Call", due: null, assigneeId: null });
    await finishTask(monitor, { taskId, outcome: "" }, { version: 1 });
    await store.write(async (tx) => {
      await tx.insert(caseEvents).values({ caseId, eventId, link: "penalised_for" }).onConflictDoNothing();
      await tx.insert(allegationResponses).values({ id: "answer", allegationId, asked: "2019-10-25", answer: "denied", answered: "2019-10-28", ...stamp });
      await tx.insert(complaints).values({ id: "complaint", allegationId, teamId: "team-a", kind: "prosecutor", filed: "2019-10-26", outcome: "rejected", answered: "2019-10-30", zone: "Asia/Almaty", ...stamp });
    });
    const entries = await lines(viewer);
    expect(kinds(entries)).toEqual(["event", "seized", "allegation", "ruling", "complaint", "answer", "complaint", "released", "stated", "task"]);
    expect(entries.find(({ told }) => told.kind === "allegation")).toMatchObject({ uncertain: true, told: { who: "Кенаров himself" }, sources: [{ id: sourceId }] });
    expect(entries.find(({ told }) => told.kind === "answer")).toMatchObject({ when: "2019-10-28", told: { answer: "denied", asked: "2019-10-25", acts: ["beating"] } });
    expect(entries.find(({ told }) => told.kind === "stated")?.sources).toEqual([{ id: sourceId, title: sourceValues.title }]);
    await withdrawAllegation(monitor, { recordId: allegationId, reason: "a mistake" });
    expect((await lines()).find(({ told }) => told.kind === "answer")?.withdrawn).toBe("a mistake");
  });

  it("puts a quotation beside its line, and another date that a source names on a line of its own", async () => {
    const { sourceId } = await recordSource(monitor, { ...sourceValues, text: "Let go on 31 October." });
    await release([caseId], "2019-11-02");
    await recordCitation(monitor, { caseIds: [caseId], sourceId, field: "release", quote: "Let go on 31 October." });
    expect((await lines()).find(({ told }) => told.kind === "custody" && told.moment === "released")?.quotes).toMatchObject([{ text: "Let go on 31 October." }]);
    await store.write((tx) => tx.update(citations).set({ valueKind: "when", value: "2019-10-31" }));
    const entries = await lines();
    expect(kinds(entries)).toEqual(["seized", "claim", "released"]);
    expect(entries[1]).toMatchObject({ when: "2019-10-31", told: { field: "release" }, quotes: [{ source: { id: sourceId } }] });
    expect(entries[2]?.quotes).toEqual([]);
  });

  it("does not say who a protected source is to those who may not know", async () => {
    const { sourceId } = await recordSource(monitor, sourceValues);
    await recordStatedRelease(monitor, { ...statedValues, caseIds: [caseId], sourceId });
    await recordCitation(monitor, { caseIds: [caseId], sourceId, field: "custody", quote: "Кенаров" });
    await store.write((tx) => tx.update(sources).set({ confidentiality: "protected" }).where(eq(sources.id, sourceId)));
    expect(JSON.stringify(await lines())).toContain(sourceValues.title);
    const seen = JSON.stringify(await lines(viewer));
    expect([seen.includes(sourceValues.title), seen.includes(sourceId)]).toEqual([false, false]);
  });

  it("keeps what has no date, at the end, and what was taken back, with its reason", async () => {
    await recordMoment(monitor, { ...momentValues, caseIds: [caseId], kind: "transferred", when: null });
    expect((await lines()).at(-1)).toMatchObject({ when: null, at: null, told: { moment: "transferred" } });
    await expect(getCaseTimeline(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a person detained again", () => {
  it("is flagged on the person and on the case, from the dates of custody that count", async () => {
    const { personId } = await recordPerson(monitor, personValues);
    const of = (seized: string | null) => aCase({ who: "known", name: "", personId, seized });
    const first = await of("2019-01-10");
    await release([first], "2019-01-20");
    const second = await of("2019-10-20T12:00");
    await release([second], "2019-10-30");
    const third = await of("2019-11-01");
    const history = (await getPersonPage(viewer, personId)).history;
    expect(Object.fromEntries(history.map(({ id, ...flags }) => [id, flags]))).toEqual({
      [first]: { nth: { least: 1, most: 1 }, count: 3, withinYear: { least: 1, most: 1 }, again: null },
      [second]: { nth: { least: 2, most: 2 }, count: 3, withinYear: { least: 2, most: 2 }, again: null },
      [third]: { nth: { least: 3, most: 3 }, count: 3, withinYear: { least: 3, most: 3 }, again: { days: { least: 2, most: 2 }, certain: true } },
    });
    expect((await getCasePage(viewer, third)).history?.again?.certain).toBe(true);
    expect((await getCasePage(monitor, caseId)).history).toMatchObject({ count: 1, again: null });
  });

  it("with a release that nobody dated is flagged as possible alone", async () => {
    const { personId } = await recordPerson(monitor, personValues);
    const first = await aCase({ who: "known", name: "", personId, seized: "2019-10-01" });
    await release([first], null);
    const second = await aCase({ who: "known", name: "", personId, seized: "2019-11-01" });
    expect((await getCasePage(monitor, second)).history).toMatchObject({ nth: { least: 2, most: 2 }, again: { certain: false } });
  });
});
