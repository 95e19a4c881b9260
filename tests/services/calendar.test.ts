import { beforeEach, describe, expect, it } from "vitest";
import { getCalendar } from "@/lib/services/calendar";
import { readCalendarQuery } from "@/lib/model/calendar-query";
import { recordAllegation } from "@/lib/services/allegations";
import { recordComplaint } from "@/lib/services/complaints";
import { recordEvent } from "@/lib/services/events";
import { recordMoment } from "@/lib/services/moments";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { recordTask } from "@/lib/services/tasks";
import { allegationValues, complaintValues, eventValues } from "../support/matrix-records";
import { aCase, aRuling } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, teamless, viewer } from "../support/world";

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-01T09:00:00+06:00");
});

const seen = async (month: string, given: Parameters<typeof readCalendarQuery>[0] = {}, by = monitor) => {
  const page = await getCalendar(by, readCalendarQuery({ month, ...given }));
  return page.entries.map(({ what, days, cases, title }) => [what, days.first, days.last, cases[0]?.personName || title]);
};

describe("the calendar", () => {
  it("shows an expected release on every day on which it may fall, in every month that it touches", async () => {
    const caseId = await aCase({ name: "Терезе Сынақ", seized: "2019-10-22" });
    await aRuling([caseId]);
    expect(await seen("2019-10", { kind: "release" })).toEqual([["release", "2019-10-31", "2019-11-01", "Терезе Сынақ"]]);
    expect(await seen("2019-11", { kind: "release" })).toEqual([["release", "2019-10-31", "2019-11-01", "Терезе Сынақ"]]);
    expect(await seen("2019-12", { kind: "release" })).toEqual([]);
  });

  it("has the five of the article on the day that a source states", async () => {
    const { caseIds } = { caseIds: await Promise.all([aCase({ who: "unnamed", name: "", count: "5", seized: "2019-10-25" })]) };
    await recordStatedRelease(monitor, { caseIds, when: "2019-11-04", attributedTo: "A. Zh.", sourceId: null, note: "" });
    expect(await seen("2019-11", { kind: "release" })).toEqual([["release", "2019-11-04", "2019-11-04", ""]]);
    await recordMoment(monitor, { caseIds, kind: "released", when: "2019-10-31", institution: "", releaseKind: "term_served", note: "" });
    expect(await seen("2019-11", { kind: "release" })).toEqual([]);
  });

  it("keeps a window in sight that is longer than the month", async () => {
    const caseId = await aCase({ name: "Ұзақ Терезе", seized: "2019-01-10/2019-08-10", detentionKind: "remand" });
    await aRuling([caseId], { kind: "remand", date: "2019-01-12/2019-08-12", term: "P10M", countFrom: "seized" });
    for (const month of ["2020-01", "2020-03", "2020-05"]) expect(await seen(month, { kind: "release" }), month).toMatchObject([["release", expect.any(String), expect.any(String), "Ұзақ Терезе"]]);
  });

  it("has rulings, days in court, tasks, limits, appeals and answers, each on its day", async () => {
    const caseId = await aCase({ name: "Бәрі Бірге", seized: "2019-10-30T10:00" });
    await aRuling([caseId], { date: "2019-10-31" });
    await recordEvent(monitor, { ...eventValues, kind: "court_day", title: "Сот отырысы", start: "2019-11-12T11:00" });
    await recordEvent(monitor, { ...eventValues, kind: "rally", title: "A rally", start: "2019-11-12" });
    await recordTask(monitor, { caseId, from: "", what: "Қоңырау шалу", due: "2019-11-05", assigneeId: "monitor" });
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
    await recordComplaint(monitor, { allegationId, ...complaintValues, filed: "2019-10-31", due: "2019-11-15", dueDays: null });
    const all = await seen("2019-11");
    expect(all).toEqual(expect.arrayContaining([["ruling", "2019-10-31", "2019-10-31", "Бәрі Бірге"], ["court_day", "2019-11-12", "2019-11-12", "Сот отырысы"], ["task", "2019-11-05", "2019-11-05", "Бәрі Бірге"], ["answer", "2019-11-15", "2019-11-15", "Бәрі Бірге"]]));
    expect(all.map(([what]) => what)).toContain("appeal");
    expect(all.map(([, , , who]) => who)).not.toContain("A rally");
    expect((await seen("2019-11", { kind: ["court", "task"] })).map(([what]) => what)).toEqual(["ruling", "task", "court_day"]);
    expect((await seen("2019-11", { day: "2019-11-05" })).map(([what]) => what)).toEqual(["task"]);
  });

  it("is of one’s own teams, and of one person where that is asked", async () => {
    await aRuling([await aCase({ name: "Біздікі" })]);
    await aRuling([await aCase({ name: "Олардікі" }, stranger)], {}, stranger);
    expect((await seen("2019-10", { kind: "release" })).map(([, , , who]) => who)).toEqual(["Біздікі"]);
    expect((await seen("2019-10", { kind: "release" }, stranger)).map(([, , , who]) => who)).toEqual(["Олардікі"]);
    expect(await seen("2019-10", {}, teamless)).toEqual([]);
    expect((await seen("2019-10", { kind: "release", owner: "me" })).length).toBe(1);
    expect(await seen("2019-10", { kind: "release", owner: "me" }, coordinator)).toEqual([]);
    expect((await seen("2019-10", { kind: "release", owner: "monitor" }, viewer)).length).toBe(1);
  });

  it("knows today where the organisation works, and dates where they happen", async () => {
    setNow("2019-11-01T01:00:00+06:00");
    expect(await getCalendar(monitor)).toMatchObject({ today: "2019-11-01", month: "2019-11" });
    const caseId = await aCase({ name: "Мәскеуде", placeId: "mow", seized: "2019-10-22T10:00" });
    await recordStatedRelease(monitor, { caseIds: [caseId], when: "2019-11-04", attributedTo: "lawyer", sourceId: null, note: "" });
    expect(await seen("2019-11", { kind: "release" })).toEqual([["release", "2019-11-04", "2019-11-04", "Мәскеуде"]]);
  });
});
