import { beforeEach, describe, expect, test } from "vitest";
import type { CountValues } from "@/lib/model/count";
import { linkCases } from "@/lib/services/case-events";
import { getEditableCount, recordCount, updateCount, withdrawCount } from "@/lib/services/counts";
import { getEventList } from "@/lib/services/event-list";
import { getEventPage } from "@/lib/services/event-page";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { recordSource } from "@/lib/services/sources";
import { countValues, eventValues, sourceValues } from "../support/matrix-records";
import { aCase, aRuling } from "../support/records";
import { almaty, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let eventId: string;
const sites = [{ placeId: almaty, spot: "" }, { placeId: "ast", spot: "" }, { placeId: "akb", spot: "" }];
const count = (given: Partial<CountValues> = {}, by = monitor) => recordCount(by, { ...countValues, eventId, ...given });
const refusal = (field: string, code: string) => ({ detail: { problems: { [field]: { code } } } });

beforeEach(async () => {
  await freshWorld();
  setNow("2019-11-05T09:00:00+06:00");
  ({ eventId } = await recordEvent(monitor, { ...eventValues, sites }));
});

describe("the count ledger", () => {
  test("keeps counts that contradict each other beside each other, each with who counted, where and how it is meant", async () => {
    const { countId } = await count({ attributedTo: "Министрлік", institution: "ІІМ", placeIds: [almaty, "ast"], asOf: "2019-10-26" });
    await count({ attributedTo: "Қорғаушылар", bound: "far_more", figure: null, comparedToId: countId });
    await count({ attributedTo: "Газет", bound: "tens", figure: null });
    await count({ attributedTo: "Куәгер", bound: "range", figure: 30, figureTo: 50 });
    const { ledger } = await getEventPage(viewer, eventId);
    expect(ledger.map(({ count: row, places }) => [row.attributedTo, row.bound, row.figure, row.figureTo, places.map(({ placeId }) => placeId)])).toEqual([
      ["Министрлік", "exact", 26, null, [almaty, "ast"]],
      ["Қорғаушылар", "far_more", null, null, []],
      ["Газет", "tens", null, null, []],
      ["Куәгер", "range", 30, 50, []],
    ]);
    expect(ledger[0]?.institution).toMatchObject({ name: "ІІМ", kind: "agency" });
    expect(ledger[1]?.count.comparedToId).toBe(countId);
    const [item] = (await getEventList(viewer)).items;
    expect(item?.reported.map(({ figure }) => figure)).toEqual([26, null, null, 30]);
  });

  test.each([
    [{ figure: null }, "figure", "required"],
    [{ bound: "tens" as const }, "figure", "count_without_figure"],
    [{ bound: "far_more" as const }, "figure", "count_without_figure"],
    [{ bound: "range" as const }, "figureTo", "required"],
    [{ bound: "range" as const, figureTo: 26 }, "figureTo", "range_backwards"],
    [{ figureTo: 30 }, "figureTo", "only_for_a_range"],
    [{ comparedToId: "x" }, "comparedToId", "only_for_far_more"],
    [{ placeIds: ["shy"] }, "placeIds", "unknown_option"],
    [{ asOf: "2019-12-01" }, "asOf", "date_in_future"],
    [{ sourceId: "nowhere" }, "sourceId", "unknown_option"],
    [{ bound: "far_more" as const, figure: null, comparedToId: "nowhere" }, "comparedToId", "unknown_option"],
  ])("refuses %j", async (given, field, code) => {
    await expect(count(given)).rejects.toMatchObject(refusal(field, code));
  });

  test("never compares in a circle nor with a count of another event, nor tells another team's source", async () => {
    const { countId: first } = await count();
    const { countId: second } = await count({ bound: "far_more", figure: null, comparedToId: first });
    await expect(updateCount(monitor, { ...countValues, countId: first, bound: "far_more", figure: null, comparedToId: second }, { version: 1 })).rejects.toMatchObject(refusal("comparedToId", "unknown_option"));
    const other = await recordEvent(monitor, eventValues);
    await expect(recordCount(monitor, { ...countValues, eventId: other.eventId, bound: "far_more", figure: null, comparedToId: first })).rejects.toMatchObject(refusal("comparedToId", "unknown_option"));
    const { sourceId } = await recordSource(stranger, sourceValues);
    await expect(count({ sourceId })).rejects.toMatchObject(refusal("sourceId", "unknown_option"));
  });

  test("is corrected with a version, and shows both when somebody was faster", async () => {
    const { countId } = await count({ placeIds: [almaty] });
    const { version } = await getEditableCount(monitor, countId);
    await updateCount(monitor, { ...countValues, countId, figure: 27, placeIds: [almaty, "ast"] }, { version });
    await expect(updateCount(monitor, { ...countValues, countId, figure: 28 }, { version })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { figure: "27", placeIds: `${almaty}; ast` } } } });
    await expect(updateCount(monitor, { ...countValues, countId }, {})).rejects.toMatchObject({ code: "stale_version" });
    expect((await getEventPage(monitor, eventId)).ledger[0]?.count.figure).toBe(27);
  });

  test("keeps what was withdrawn, with the reason, out of lists and no longer open to changes", async () => {
    const { countId } = await count();
    await withdrawCount(monitor, { recordId: countId, reason: "a mistake" });
    expect((await getEventPage(viewer, eventId)).ledger[0]?.count.withdrawn).toBe("a mistake");
    expect((await getEventList(viewer)).items[0]?.reported).toEqual([]);
    await expect(updateCount(monitor, { ...countValues, countId }, { version: 2 })).rejects.toMatchObject({ code: "not_found" });
    await expect(withdrawCount(monitor, { recordId: countId, reason: "again" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("does not lose the places that it speaks of", async () => {
    await count({ placeIds: ["ast"] });
    const values = { ...eventValues, eventId, sites: sites.filter(({ placeId }) => placeId !== "ast") };
    await expect(updateEvent(monitor, values, { version: 1 })).rejects.toMatchObject(refusal("sites", "site_has_counts"));
  });

  test("stands beside our own count of the same category and places: people, named and not", async () => {
    const named = await aCase();
    const [unnamed] = [await aCase({ who: "unnamed", name: "", count: "1" })];
    const elsewhere = await aCase({ name: "Ақтөбелік Сынақ", placeId: "akb" });
    await linkCases(monitor, { eventId, caseIds: [named, unnamed, elsewhere], link: "at", siteId: null });
    await linkCases(monitor, { eventId, caseIds: [named], link: "on_the_eve_of", siteId: null });
    await aRuling([named], { kind: "fine", term: null });
    await count({ placeIds: [almaty, "ast"] });
    await count();
    await count({ category: "penalised", figure: 1 });
    await count({ category: "injured", figure: 2 });
    const { ledger, own } = await getEventPage(viewer, eventId);
    expect(ledger.map((each) => each.own)).toEqual([{ total: 2, named: 1, eve: 0 }, { total: 3, named: 2, eve: 0 }, { total: 1, named: 1, eve: 0 }, null]);
    expect(own.map(({ category, total }) => [category, total])).toEqual([["detained", 3], ["penalised", 1], ["arrested", 3], ["released", 0]]);
  });
});
