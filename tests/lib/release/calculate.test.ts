import { describe, expect, it } from "vitest";
import { calculatorKinds } from "@/lib/model/calculator";
import type { CalculatorValues } from "@/lib/model/calculator";
import { calculate } from "@/lib/release/calculate";
import { whyNothing } from "@/lib/release/explain";
import { typedTerm } from "../../support/typed-term";

/** Out on the 31st at 16:00 in Almaty. */
const founding = { ...typedTerm, observed: "2019-10-31T16:00" };
const almaty = { zone: "Asia/Almaty", jurisdiction: "KZ" };
const of = (given: Partial<CalculatorValues>, where = almaty) => calculate({ ...founding, ...given }, where, [], "2026a");
const estimate = (given: Partial<CalculatorValues>, where = almaty) => of(given, where).estimate;
const keys = (given: Partial<CalculatorValues>) => of(given).reasons.map(({ key }) => key);
const seized = (when: string) => ({ seized: when, ruling: null });

describe("the founding scenario", () => {
  it("has four readings, of which one fits the release", () => {
    const { readings } = estimate({});
    expect(readings.map(({ convention, earliest, fitsObserved, observedMinusDays, observedGap }) => [convention, earliest.slice(0, 10), fitsObserved, observedMinusDays, observedGap])).toEqual([
      ["ELAPSED_24H", "2019-11-01", false, -1, "-PT8H"],
      ["SAME_WALL_CLOCK", "2019-11-01", false, -1, "-PT8H"],
      ["INCLUSIVE_DAYS", "2019-10-31", true, 0, undefined],
      ["EXCLUSIVE_DAYS", "2019-11-01", false, -1, "-PT8H"],
    ]);
  });

  it("has the window over the country's readings as its headline, because nothing better is known", () => {
    expect(estimate({})).toMatchObject({ basis: "computed", convention: "WINDOW", countingConfirmed: false, earliest: "2019-10-31T00:00:00+06:00", latest: "2019-11-02T00:00:00+06:00", observed: { verdict: "on_time" } });
    expect(keys({})).toEqual(expect.arrayContaining(["reason.rulingOnly", "law.unconfirmed.kz-arrest-counting", "reason.wholeWindow", "reason.observedOnTime"]));
  });

  it("would imply a seizure on 21 October at 16:00", () => {
    expect(estimate({}).hypotheses[0]).toEqual({ implies: "start", from: "observed", convention: "ELAPSED_24H", at: "2019-10-21T16:00:00+06:00" });
  });

  it("has no limit clock: only the ruling is known, not when the person was seized", () => {
    expect(estimate({}).limits).toEqual([]);
    expect(estimate({}).warnings).toContain("START_NOT_RECORDED");
  });

  it("can be appealed for ten days", () => expect(estimate({}).appeals).toMatchObject([{ rule: "kz.arrest.appeal", until: "2019-11-02T00:00:00+06:00" }]));
});

describe("a beginning", () => {
  it("that is known to the minute makes the country's default the headline, with both alarms", () => {
    expect(estimate(seized("2019-10-21T16:00"))).toMatchObject({ convention: "ELAPSED_24H", earliest: "2019-10-31T16:00:00+06:00", watchFrom: "2019-10-30T00:00:00+06:00", overdueFrom: "2019-10-31T16:01:00+06:00", observed: { verdict: "on_time" } });
    expect(keys(seized("2019-10-21T16:00"))).toContain("reason.headline");
  });

  it("that the ruling names wins over an earlier one", () => {
    const given = { seized: "2019-10-20T10:00", delivered: "2019-10-21T12:00", countFrom: "delivered" } as const;
    expect(estimate(given)).toMatchObject({ startUsed: { kind: "delivered", written: true }, earliest: "2019-10-31T12:00:00+06:00" });
  });

  it("that is vague is bounded by what came later", () => {
    const { readings, kind } = estimate({ seized: "2019-10-20/2019-10-25", ruling: "2019-10-22T15:00" });
    expect(readings[0]).toMatchObject({ earliest: "2019-10-30T00:00:00+06:00", latest: "2019-11-01T15:00:00+06:00" });
    expect(kind).toBe("window");
  });

  it("that nobody knows gives no date, and says why", () => {
    const nothing = { ruling: null };
    expect(estimate(nothing)).toMatchObject({ basis: "none", readings: [], earliest: null, latest: null });
    expect(whyNothing(estimate(nothing))).toBe("START_UNKNOWN");
    expect(keys(nothing)).toContain("reason.startUnknown");
  });

  it("after the ruling is pointed out", () => {
    expect(of({ seized: "2019-10-24", ruling: "2019-10-22" }).further).toContain("EVENT_BEFORE_START");
    expect(of({ kind: "criminal_detention", seized: "2019-10-24", ruling: "2019-10-22" }).further).toContain("EVENT_BEFORE_START");
    expect(of({ seized: "2019-10-22", ruling: "2019-10-22" }).further).toEqual([]);
  });
});

describe("a term", () => {
  it("in hours has one reading, which is exact", () => {
    const hours = { term: { h: 72 }, ...seized("2019-10-21T16:00") };
    expect(estimate(hours)).toMatchObject({ readings: [{ convention: "ELAPSED_24H" }], countingConfirmed: true, countingRule: null, earliest: "2019-10-24T16:00:00+06:00" });
    expect(keys(hours)).toContain("reason.hoursExact");
  });

  it("that is not known is not computed, but what the release implies is", () => {
    expect(estimate({ term: null })).toMatchObject({ basis: "none", readings: [] });
    expect(whyNothing(estimate({ term: null }))).toBe("TERM_UNKNOWN");
    expect(estimate({ term: null }).hypotheses.map(({ implies, convention, days }) => [implies, convention, days?.[0]])).toEqual([["term", "ELAPSED_24H", 9], ["term", "INCLUSIVE_DAYS", 10], ["term", "EXCLUSIVE_DAYS", 9]]);
  });

  it("for life has no end and implies nothing", () => {
    expect(estimate({ term: "LIFE" })).toMatchObject({ basis: "none", readings: [], hypotheses: [] });
    expect(whyNothing(estimate({ term: "LIFE" }))).toBe("INDETERMINATE");
  });

  it("is shortened by credits and lengthened by what does not count; then nothing is implied", () => {
    const given = { ...seized("2019-10-21T16:00"), credits: [{ span: { days: 2 }, ratio: "3/2" as const }], interruptions: [{ span: { days: 1 } }] };
    expect(estimate(given)).toMatchObject({ earliest: "2019-10-29T16:00:00+06:00", hypotheses: [] });
    expect(of(given).reasons).toContainEqual(expect.objectContaining({ key: "reason.credit", params: expect.objectContaining({ days: 3 }) as object }));
    expect(of(given).reasons).toContainEqual(expect.objectContaining({ key: "reason.interruption", params: expect.objectContaining({ days: 1 }) as object }));
  });

  it("of which a part is served ends earlier, says so, and implies nothing", () => {
    const given = { ...seized("2019-10-21T16:00"), fraction: "1/2" as const };
    expect(estimate(given)).toMatchObject({ earliest: "2019-10-26T16:00:00+06:00", hypotheses: [] });
    expect(of(given).reasons).toContainEqual(expect.objectContaining({ key: "reason.share", params: expect.objectContaining({ share: "1/2" }) as object }));
  });

  it.each([
    ["administrative_arrest", "KZ", "kz.arrest.counting"],
    ["administrative_detention", "KZ", "kz.detention.counting"],
    ["criminal_detention", "KZ", "kz.criminal.counting"],
    ["remand", "KZ", "kz.custody.counting"],
    ["imprisonment", "KZ", "kz.custody.counting"],
    ["house_arrest", "KZ", "kz.custody.counting"],
    ["house_arrest", "RU", "ru.remand.counting"],
    ["deportation_custody", "KZ", "general.counting"],
    ["unknown", "KZ", "general.counting"],
    ["administrative_arrest", "ZZ", "general.counting"],
    ["administrative_arrest", "", "general.counting"],
    ["administrative_arrest", "__proto__", "general.counting"],
  ] as const)("of %s in %j is counted by %s", (kind, jurisdiction, rule) => {
    expect(estimate({ kind }, { ...almaty, jurisdiction }).countingRule?.id).toBe(rule);
  });
});

describe("a second order", () => {
  const begin = { ...seized("2019-01-30T10:00"), term: { m: 1 }, observed: null };
  const second = { secondTerm: { m: 1 }, relation: "consecutive" } as const;

  it("shows each way of combining where they differ, and the headline spans them", () => {
    const { readings, ...headline } = estimate({ ...begin, ...second });
    const elapsed = readings.filter(({ convention }) => convention === "ELAPSED_24H");
    expect(elapsed.map(({ chain, earliest }) => [chain, earliest.slice(0, 10)])).toEqual([["SEQUENTIAL", "2019-03-28"], ["AGGREGATE", "2019-03-30"]]);
    expect(headline).toMatchObject({ convention: "WINDOW", earliest: "2019-03-28T10:00:00+06:00" });
    expect(keys({ ...begin, ...second })).toContain("warning.CHAIN_NOT_CONFIRMED");
  });

  it("in days alone is one row, because it makes no difference", () => {
    const { readings } = estimate({ ...seized("2019-10-21T16:00"), ...second, secondTerm: { d: 5 } });
    expect(readings).toHaveLength(4);
    expect(readings.every(({ chain }) => chain === undefined)).toBe(true);
  });

  it("at the same time gives way to the longer one, from its own beginning or the same", () => {
    const both = (secondTerm: CalculatorValues["secondTerm"], secondStart: string | null) => estimate({ ...seized("2019-10-21T16:00"), secondTerm, relation: "concurrent", secondStart }).earliest;
    expect(both({ d: 5 }, "2019-10-25T16:00")).toBe("2019-10-31T16:00:00+06:00");
    expect(both({ d: 9 }, "2019-10-25T16:00")).toBe("2019-11-03T16:00:00+06:00");
    expect(both({ d: 12 }, null)).toBe("2019-11-02T16:00:00+06:00");
  });

  it.each(calculatorKinds)("of which nobody says how they combine is both, where somebody is held as %s", (kind) => {
    const given = { ...seized("2019-10-21T16:00"), kind, ruling: "2019-10-21", secondTerm: { d: 5 } };
    expect(new Set(estimate(given).readings.map(({ links }) => links))).toEqual(new Set(["consecutive", "concurrent"]));
    expect(keys(given)).toContain("warning.ORDER_RELATION_UNKNOWN");
  });

  it("without a term leaves the whole unknown", () => {
    expect(whyNothing(estimate({ secondStart: "2019-10-25" }))).toBe("TERM_UNKNOWN");
  });
});

describe("facts against the result", () => {
  it("a stated date is held against every reading, and its weekday against the calendar", () => {
    const given = { stated: "2019-11-04", statedWeekday: "Tuesday", observed: null } as const;
    expect(estimate(given).readings.map(({ statedMinusDays }) => statedMinusDays)).toEqual([3, 3, 4, 3]);
    expect(estimate(given).stated).toEqual([{ id: "stated", when: "2019-11-04", minusComputedDays: 3, agrees: false }]);
    expect(estimate(given).warnings).toContain("STATED_DIFFERS");
    expect(of(given).further).toEqual(["WEEKDAY_MISMATCH"]);
    expect(of({ ...given, statedWeekday: "Monday" }).further).toEqual([]);
    expect(of({ ...given, stated: "2019-11-04T10:00" }).further).toEqual(["WEEKDAY_MISMATCH"]);
    for (const stated of ["2019-11", "2019-11-04/2019-11-06"]) expect(of({ ...given, stated }).further).toEqual([]);
  });

  it("a stated hour that is not the computed one does not agree", () => {
    const given = { ...seized("2019-10-21T16:00"), stated: "2019-10-31T10:00", observed: null };
    expect(estimate(given).stated).toMatchObject([{ minusComputedDays: 0, agrees: false }]);
    expect(estimate(given).readings[0]).toMatchObject({ fitsStated: false, statedMinusDays: 0, statedGap: "-PT6H" });
    expect(of(given).reasons).toContainEqual({ key: "reason.statedOtherHour", params: { statedDate: "2019-10-31T10:00" } });
    expect(estimate({ ...given, stated: "2019-10-31" }).stated).toMatchObject([{ agrees: true }]);
  });

  it("limits run from the deprivation of liberty and are held against the ruling", () => {
    const limit = (given: Partial<CalculatorValues>) => estimate({ observed: null, ...given }).limits.find(({ rule }) => rule === "iccpr.9.48h");
    expect(limit({ seized: "2019-10-20T10:00", ruling: "2019-10-22T12:30" })).toMatchObject({ hours: 48, until: "court", earliestAt: "2019-10-22T10:00:00+06:00", at: "2019-10-22T10:00:00+06:00", state: "exceeded", exceededBy: "PT2H30M" });
    expect(limit({ ...seized("2019-10-20T10:00"), term: null })).toMatchObject({ state: "open", stepWhen: null });
    expect(limit({ seized: "2019-10-20", ruling: "2019-10-22T12:30" })).toMatchObject({ state: "possibly_exceeded" });
    expect(limit({ seized: "2019-10-20T10:00", ruling: "2019-10-22T12:30", secondTerm: { d: 5 } })).toMatchObject({ state: "exceeded" });
    expect(limit({ ...seized("2019-10-20T10:00"), ruling: null })).toMatchObject({ state: "unknown" });
    for (const kind of ["criminal_detention", "administrative_detention"] as const) expect(limit({ kind, seized: "2019-10-20T10:00", ruling: "2019-10-21T12:30" })).toMatchObject({ state: "met" });
    expect(limit({ ...seized("2019-10-20T10:00"), kind: "criminal_detention", term: { h: 72 } })).toMatchObject({ state: "open" });
  });

  it("a value of the organisation's own takes the place of the law", () => {
    const own = [{ ruleId: "kz.arrest.counting", version: 1, source: "Opinion of counsel", value: '{"exact":"INCLUSIVE_DAYS","window":["INCLUSIVE_DAYS"]}' }];
    expect(calculate({ ...founding, ...seized("2019-10-21T16:00") }, almaty, own, "2026a").estimate).toMatchObject({ convention: "INCLUSIVE_DAYS", provenance: { overrides: ["kz.arrest.counting v1"] } });
  });
});
