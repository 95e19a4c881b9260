import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate, rulesOf } from "@/lib/release/calculate";
import type { CalculatorFacts } from "@/lib/release/calculate-facts";
import { invalidCodes, unsupportedCodes } from "@/lib/release/codes";
import { general } from "@/lib/release/rules/general";
import { replay } from "@/lib/release/trace";
import { boundsOfSpan } from "@/lib/release/spans";
import { anyTerm, credit, date, interruption, runs, time, zone } from "./arbitraries";

/** The founding scenario: ten days from a ruling of 22 October 2019 in Almaty, out on the 31st at 16:00. */
const founding: CalculatorFacts = {
  zone: "Asia/Almaty",
  country: "KZ",
  detentionKind: "administrative_arrest",
  moments: { seized: null, delivered: null, ruling: "2019-10-22" },
  countFrom: "not_stated",
  term: { d: 10 },
  second: null,
  credits: [],
  interruptions: [],
  fraction: null,
  stated: null,
  statedWeekday: null,
  observed: "2019-10-31T16:00",
};
const of = (given: Partial<CalculatorFacts>) => calculate({ ...founding, ...given }, "2026a");
const seized = (when: string): CalculatorFacts["moments"] => ({ seized: when, delivered: null, ruling: null });

describe("the founding scenario", () => {
  it("has four readings, of which one fits the release", () => {
    const { readings } = of({});
    expect(readings.map(({ convention, earliest, observed }) => [convention, earliest?.slice(0, 10), observed?.fits, observed?.days])).toEqual([
      ["ELAPSED_24H", "2019-11-01", false, -1],
      ["SAME_WALL_CLOCK", "2019-11-01", false, -1],
      ["INCLUSIVE_DAYS", "2019-10-31", true, 0],
      ["EXCLUSIVE_DAYS", "2019-11-01", false, -1],
    ]);
  });

  it("has the window over the country's readings as its headline, because nothing better is known", () => {
    expect(of({}).headline).toMatchObject({ convention: "WINDOW", because: "window", confirmed: false, earliest: "2019-10-31T00:00:00+06:00", latest: "2019-11-02T00:00:00+06:00", observed: { fits: true } });
  });

  it("would imply a seizure on 21 October at 16:00, or a term of nine days", () => {
    const { implied } = of({});
    expect(implied?.from).toBe("observed");
    expect(implied?.starts[0]).toEqual({ convention: "ELAPSED_24H", start: { at: "2019-10-21T16:00:00+06:00" } });
    expect(implied?.days.map(({ days }) => days?.least)).toEqual([9, 9, 10, 9]);
  });

  it("has no limit clock: only the ruling is known, not when the person was seized", () => {
    expect(of({}).limits).toEqual([]);
    expect(of({}).warnings).toContain("START_NOT_RECORDED");
  });
});

describe("a beginning", () => {
  it("that is known to the minute makes the country's default the headline", () => {
    expect(of({ moments: seized("2019-10-21T16:00") }).headline).toMatchObject({ convention: "ELAPSED_24H", because: "default", earliest: "2019-10-31T16:00:00+06:00", observed: { fits: true } });
  });

  it("that the ruling names wins over an earlier one", () => {
    const given = { moments: { seized: "2019-10-20T10:00", delivered: "2019-10-21T12:00", ruling: "2019-10-22" }, countFrom: "delivered" } as const;
    expect(of(given)).toMatchObject({ start: { kind: "delivered", written: true }, headline: { earliest: "2019-10-31T12:00:00+06:00" } });
    expect(of({ ...given, moments: { ...given.moments, delivered: null } })).toMatchObject({ start: null, headline: null, error: "START_UNKNOWN" });
  });

  it("that is vague is bounded by what came later", () => {
    const { readings } = of({ moments: { seized: "2019-10-20/2019-10-25", delivered: null, ruling: "2019-10-22T15:00" } });
    expect(readings[0]).toMatchObject({ earliest: "2019-10-30T00:00:00+06:00", latest: "2019-11-01T15:00:00+06:00", kind: "window" });
  });

  it("that nobody knows gives no date, and says why", () => {
    expect(of({ moments: { seized: null, delivered: null, ruling: null } })).toMatchObject({ readings: [], headline: null, error: "START_UNKNOWN", reasons: [{ key: "release.reason.startUnknown" }, { key: "release.reason.term" }] });
  });

  it("after the ruling is pointed out", () => {
    expect(of({ moments: { seized: "2019-10-24", delivered: null, ruling: "2019-10-22" } }).warnings).toContain("EVENT_BEFORE_START");
  });
});

describe("a term", () => {
  it("in hours has one reading, which is exact", () => {
    const { readings, headline } = of({ term: { h: 72 }, moments: seized("2019-10-21T16:00") });
    expect(readings).toHaveLength(1);
    expect(headline).toMatchObject({ because: "hours", confirmed: true, earliest: "2019-10-24T16:00:00+06:00" });
  });

  it.each([["LIFE" as const, "INDETERMINATE"], [null, "TERM_UNKNOWN"]])("of %j is not computed, but what the release implies is", (term, error) => {
    expect(of({ term })).toMatchObject({ readings: [], headline: null, error, implied: { starts: [], days: [{ convention: "ELAPSED_24H", days: { least: 9 } }, {}, {}, {}] } });
  });

  it("is shortened by credits and lengthened by what does not count; then nothing is implied", () => {
    const { headline, implied, reasons } = of({ moments: seized("2019-10-21T16:00"), credits: [{ days: 2, ratio: "3/2" }], interruptions: [{ days: 1 }] });
    expect(headline?.earliest).toBe("2019-10-29T16:00:00+06:00");
    expect(implied).toBeNull();
    expect(reasons).toContainEqual({ key: "calculator.reason.credit", params: { days: 3 } });
    expect(reasons).toContainEqual({ key: "calculator.reason.interruption", params: { days: 1 } });
  });

  it("of which a part is served ends earlier, and says so", () => {
    const { headline, reasons } = of({ moments: seized("2019-10-21T16:00"), fraction: "1/2" });
    expect(headline?.earliest).toBe("2019-10-26T16:00:00+06:00");
    expect(reasons).toContainEqual({ key: "calculator.reason.fraction", params: { fraction: "1/2" } });
  });
});

describe("a second order", () => {
  const second = { term: { m: 1 }, relation: "consecutive", start: null } as const;
  const begin = { moments: seized("2019-01-30T10:00"), term: { m: 1 } };

  it("shows each way of combining where they differ, and the headline spans them", () => {
    const { readings, headline } = of({ ...begin, second });
    const elapsed = readings.filter(({ convention }) => convention === "ELAPSED_24H");
    expect(elapsed.map(({ chains, earliest }) => [chains, earliest?.slice(0, 10)])).toEqual([[["AGGREGATE"], "2019-03-30"], [["SEQUENTIAL"], "2019-03-28"]]);
    expect(headline).toMatchObject({ convention: "WINDOW", because: "chains", earliest: "2019-03-28T10:00:00+06:00" });
  });

  it("in days alone is one row, because it makes no difference", () => {
    const { readings } = of({ moments: seized("2019-10-21T16:00"), second: { ...second, term: { d: 5 } } });
    expect(readings).toHaveLength(4);
    expect(readings.every(({ chains }) => chains.length === 0)).toBe(true);
  });

  it("at the same time gives way to the longer one", () => {
    const together = of({ moments: seized("2019-10-21T16:00"), second: { term: { d: 5 }, relation: "concurrent", start: "2019-10-25T16:00" } });
    expect(together.headline?.earliest).toBe("2019-10-31T16:00:00+06:00");
  });
});

describe("facts against the result", () => {
  it("a stated date is held against every reading, and its weekday against the calendar", () => {
    const { readings, warnings, headline } = of({ stated: "2019-11-04", statedWeekday: "Tuesday", observed: null });
    expect(readings.map(({ stated }) => stated?.days)).toEqual([3, 3, 4, 3]);
    expect(headline?.stated).toMatchObject({ fits: false, early: false, days: 3 });
    expect(warnings).toEqual(expect.arrayContaining(["WEEKDAY_MISMATCH", "STATED_DIFFERS"]));
    expect(of({ stated: "2019-11-04", statedWeekday: "Monday" }).warnings).not.toContain("WEEKDAY_MISMATCH");
  });

  it("limits run from the deprivation of liberty and are held against the ruling", () => {
    const { limits } = of({ moments: { seized: "2019-10-20T10:00", delivered: null, ruling: "2019-10-22T12:30" } });
    expect(limits.find(({ rule }) => rule === "iccpr.9.48h")).toEqual({ rule: "iccpr.9.48h", hours: 48, step: "court", earliest: "2019-10-22T10:00:00+06:00", latest: "2019-10-22T10:00:00+06:00", verdict: "exceeded", by: "PT2H30M" });
    expect(of({ moments: seized("2019-10-20T10:00") }).limits.find(({ rule }) => rule === "iccpr.9.48h")).toMatchObject({ verdict: "open", by: null });
    expect(of({ moments: { seized: "2019-10-20", delivered: null, ruling: "2019-10-22T12:30" } }).limits.find(({ rule }) => rule === "iccpr.9.48h")).toMatchObject({ verdict: "possibly" });
  });

  it("a country without rules of its own gets the general ones", () => {
    expect(["", "ZZ", "toString", "__proto__"].map(rulesOf)).toEqual([general, general, general, general]);
    expect(of({ country: "ZZ" }).headline).toMatchObject({ because: "window", rule: { id: "general.counting" } });
  });
});

const uncertain = fc.oneof(
  fc.constant(null),
  date,
  fc.tuple(date, time).map(([day, clock]) => `${day}T${clock}`),
  fc.tuple(date, time).map(([day, clock]) => `${day}T${clock}~`),
  fc.tuple(date, date).map((both) => [...both].sort().join("/")),
  date.map((day) => `../${day}`),
  date.map((day) => `${day}/..`),
  date.map((day) => day.slice(0, 7)),
  fc.constantFrom("2019-02-30", "nonsense", "", "1850-01-01"),
);
const someTerm = fc.oneof(fc.constant(null), fc.constant("LIFE" as const), anyTerm, fc.constantFrom({ d: 0 }, { d: -1 }, { y: 5000 }));
const anyFacts: fc.Arbitrary<CalculatorFacts> = fc.record({
  zone: fc.oneof({ weight: 9, arbitrary: zone }, { weight: 1, arbitrary: fc.constantFrom("", "Mars/Base", "+05:00") }),
  country: fc.constantFrom("KZ", "RU", "GB", "", "??"),
  detentionKind: fc.constantFrom("administrative_arrest", "imprisonment", "remand", "criminal_detention", "unknown"),
  moments: fc.record({ seized: uncertain, delivered: uncertain, ruling: uncertain }),
  countFrom: fc.constantFrom("not_stated", "not_stated", "seized", "delivered", "ruling"),
  term: someTerm,
  second: fc.oneof(fc.constant(null), fc.record({ term: someTerm, relation: fc.constantFrom("consecutive", "concurrent", "unknown"), start: uncertain })),
  credits: fc.array(credit, { maxLength: 2 }),
  interruptions: fc.array(interruption, { maxLength: 2 }),
  fraction: fc.constantFrom(null, null, "1/2", "3/2"),
  stated: uncertain,
  statedWeekday: fc.constantFrom(null, "Monday", "Sunday"),
  observed: uncertain,
});
const codes: readonly (string | null)[] = [null, ...invalidCodes, ...unsupportedCodes];

describe("whatever is typed", () => {
  it("gets an answer or a code, with its reasons and nothing invented", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const answer = calculate(facts, "2026a");
        expect(codes).toContain(answer.error);
        if (answer.error !== null) expect({ readings: answer.readings, headline: answer.headline }).toEqual({ readings: [], headline: null });
        else expect(answer.readings.length).toBeGreaterThan(0);
        if (facts.term === null || facts.term === "LIFE" || Object.values(facts.moments).every((when) => when === null)) expect(answer.headline).toBeNull();
        expect(calculate(facts, "2026a")).toEqual(answer);
      }),
      runs,
    );
  });

  it("has a headline that holds every reading it is made of, and a trace that replays to it", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { headline, readings, trace } = calculate(facts, "2026a");
        if (!headline) return;
        const end = replay(trace);
        const span = end.release ?? end.end;
        const bounds = span && boundsOfSpan(span, facts.zone);
        expect(bounds?.lo ?? null).toBe(headline.earliest === null ? null : Date.parse(headline.earliest));
        for (const { inHeadline, earliest, latest } of readings) {
          if (!inHeadline) continue;
          expect(at(headline.earliest, -Infinity)).toBeLessThanOrEqual(at(earliest, -Infinity));
          expect(at(headline.latest, Infinity)).toBeGreaterThanOrEqual(at(latest, Infinity));
        }
      }),
      runs,
    );
  });

  it("a hypothesis leads back: the start that a release implies has that release as its reading", () => {
    fc.assert(
      fc.property(zone, date, time, fc.integer({ min: 1, max: 60 }), (inZone, day, clock, days) => {
        const facts = { ...founding, zone: inZone, term: { d: days }, observed: `${day}T${clock}` };
        const start = calculate(facts, "2026a").implied?.starts.find(({ convention }) => convention === "ELAPSED_24H")?.start;
        if (!start || !("at" in start)) return;
        const local = start.at.slice(0, 16);
        const back = calculate({ ...facts, moments: seized(local) }, "2026a").readings[0];
        expect(back?.observed?.fits ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const at = (text: string | null, open: number): number => (text === null ? open : Date.parse(text));
