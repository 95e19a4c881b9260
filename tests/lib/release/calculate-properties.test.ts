import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculatorKinds, fractions, ratios, relations, weekdays } from "@/lib/model/calculator";
import type { CalculatorValues, Stretch } from "@/lib/model/calculator";
import { calculate, typedFacts } from "@/lib/release/calculate";
import { estimateRelease } from "@/lib/release/estimate";
import { whyNothing } from "@/lib/release/explain";
import { boundsOfSpan } from "@/lib/release/spans";
import { replay } from "@/lib/release/trace";
import { anyTerm, date, runs, time, zone } from "./arbitraries";
import { typedTerm } from "../../support/typed-term";

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
const dates = fc.tuple(date, date).map((both) => [...both].sort() as [string, string]);
const stretch: fc.Arbitrary<Stretch> = fc.oneof(fc.record({ days: fc.integer({ min: 0, max: 300 }) }), dates.map(([from, to]) => ({ from, to })));
const moments: fc.Arbitrary<Stretch> = fc.tuple(dates, time).map(([[from, to], clock]) => ({ fromAt: `${from}T${clock}`, toAt: `${to}T${clock}` }));
const anyTyped: fc.Arbitrary<CalculatorValues> = fc.record({
  placeId: fc.constant(null),
  country: fc.constant(""),
  zone: fc.constant(""),
  kind: fc.constantFrom(...calculatorKinds),
  seized: uncertain,
  delivered: uncertain,
  ruling: uncertain,
  countFrom: fc.constantFrom("not_stated", "not_stated", "seized", "delivered", "ruling"),
  term: someTerm,
  secondTerm: fc.oneof(fc.constant(null), someTerm),
  relation: fc.constantFrom(...relations),
  secondStart: uncertain,
  credits: fc.array(fc.record({ span: stretch, ratio: fc.constantFrom(...ratios) }), { maxLength: 2 }),
  interruptions: fc.array(fc.record({ span: fc.oneof(stretch, moments) }), { maxLength: 2 }),
  fraction: fc.constantFrom("whole", "whole", ...fractions),
  stated: uncertain,
  statedWeekday: fc.constantFrom(...weekdays),
  observed: uncertain,
});
const anywhere = fc.record({ zone, jurisdiction: fc.constantFrom("KZ", "RU", "GB", "", "??") });
const at = (text: string | null, open: number): number => (text === null ? open : Date.parse(text));

describe("whatever is typed", () => {
  it("gets an answer or a code, with its reasons and nothing invented", () => {
    fc.assert(
      fc.property(anyTyped, anywhere, (typed, where) => {
        const answer = calculate(typed, where, [], "2026a");
        const { basis, readings, earliest, latest } = answer.estimate;
        if (basis !== "computed") expect({ readings, none: whyNothing(answer.estimate) === null }).toEqual({ readings: [], none: false });
        if (basis === "none") expect([earliest, latest]).toEqual([null, null]);
        if (typed.term === null || typed.term === "LIFE" || [typed.seized, typed.delivered, typed.ruling].every((when) => when === null)) expect(basis).not.toBe("computed");
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(calculate(typed, where, [], "2026a")).toEqual(answer);
      }),
      runs,
    );
  });

  it("is answered as a case with these facts is", () => {
    fc.assert(
      fc.property(anyTyped, anywhere, (typed, where) => {
        const { trace: _, ...whole } = estimateRelease(typedFacts(typed, where, []), "2026a");
        expect(calculate(typed, where, [], "2026a").estimate).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it("has a headline that lies between the alarms and holds the readings it is made of, and a trace that replays to it", () => {
    fc.assert(
      fc.property(anyTyped, anywhere, (typed, where) => {
        const { basis, convention, earliest, latest, watchFrom, overdueFrom, readings, trace } = estimateRelease(typedFacts(typed, where, []), "2026a");
        if (basis !== "computed") return;
        const end = replay(trace);
        const span = end.release ?? end.end;
        expect(span && boundsOfSpan(span, where.zone).lo).toBe(earliest === null ? null : Date.parse(earliest));
        expect(at(watchFrom, -Infinity)).toBeLessThanOrEqual(at(earliest, -Infinity));
        expect(at(overdueFrom, Infinity)).toBeGreaterThanOrEqual(at(latest, Infinity));
        // A reading with an open side is not written.
        if (earliest === null || latest === null) return;
        const made = convention === "WINDOW" ? readings : readings.filter((reading) => reading.convention === convention);
        expect(made.map((reading) => Date.parse(reading.earliest))).toContain(Date.parse(earliest));
        expect(made.map((reading) => Date.parse(reading.latest))).toContain(Date.parse(latest));
      }),
      runs,
    );
  });

  it("a hypothesis leads back: the start that a release implies has that release as its reading", () => {
    fc.assert(
      fc.property(zone, date, time, fc.integer({ min: 1, max: 60 }), (inZone, day, clock, days) => {
        const of = (given: Partial<CalculatorValues>) => calculate({ ...typedTerm, term: { d: days }, observed: `${day}T${clock}`, ...given }, { zone: inZone, jurisdiction: "KZ" }, [], "2026a").estimate;
        const start = of({}).hypotheses.find(({ implies, convention }) => implies === "start" && convention === "ELAPSED_24H")?.at;
        if (start === undefined) return;
        const back = of({ seized: start.slice(0, 16), ruling: null }).readings[0];
        expect(back?.fitsObserved ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
