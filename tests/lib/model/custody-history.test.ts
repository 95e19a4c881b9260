import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOf, custodyHistory, REVOLVING_DAYS, type DetentionFact } from "@/lib/model/custody-history";
import { boundsOf, type DateBounds } from "@/lib/model/uncertain-date";

const zone = "Asia/Almaty";
const unknown: DateBounds = { earliest: null, latest: null };
const bounds = (text: string | null): DateBounds => (text === null ? unknown : boundsOf(text, zone));
const detention = (id: string, from: string | null, to: string | null | "inside"): DetentionFact => ({ id, zone, from: bounds(from), to: to === "inside" ? null : bounds(to) });
const flags = (...facts: DetentionFact[]) => Object.fromEntries(custodyHistory(facts).map((each) => [each.id, each]));
const exactly = (n: number) => ({ least: n, most: n });

describe("a person’s detentions", () => {
  it("are counted by their beginnings, within a calendar year and in all", () => {
    const { a, b, c } = flags(detention("a", "2025-09-10", "2025-09-20"), detention("c", "2026-11-05T10:00", "inside"), detention("b", "2026-01-10", "2026-01-25"));
    expect([a!.nth, b!.nth, c!.nth, c!.count]).toEqual([exactly(1), exactly(2), exactly(3), 3]);
    expect([a!.withinYear, b!.withinYear, c!.withinYear]).toEqual([exactly(1), exactly(2), exactly(2)]);
  });

  it("are a year apart by the calendar, the corresponding day included", () => {
    const on = (day: string) => flags(detention("a", "2024-02-29", "2024-03-05"), detention("b", day, "inside")).b!.withinYear;
    expect([on("2025-02-28"), on("2025-03-01")]).toEqual([exactly(2), exactly(1)]);
  });

  it("that follow a release within days say how many, by the calendar", () => {
    expect(REVOLVING_DAYS).toBe(7);
    const after = (to: string, from: string) => flags(detention("a", "2026-01-01", to), detention("b", from, "inside")).b!.again;
    expect(after("2026-01-10T23:00", "2026-01-12T01:00")).toEqual({ days: exactly(2), certain: true });
    expect(after("2026-01-10", "2026-01-10")).toEqual({ days: exactly(0), certain: true });
    expect(after("2026-01-10", "2026-01-17")).toEqual({ days: exactly(7), certain: true });
    expect(after("2026-01-10", "2026-01-18")).toBeNull();
    expect(after("2026-01-09/2026-01-10", "2026-01-12")).toEqual({ days: { least: 2, most: 3 }, certain: true });
    expect(after("2026-01-10", "2026-01-15/2026-01-20")).toEqual({ days: { least: 5, most: 10 }, certain: false });
    expect(after("../2026-01-10", "2026-01-12")).toEqual({ days: { least: 2, most: 11 }, certain: false });
  });

  it("with dates that are not known are neither counted nor flagged for certain", () => {
    const { a, b } = flags(detention("a", null, null), detention("b", "2026-01-12", "inside"));
    expect([a!.nth, b!.nth, b!.again]).toEqual([{ least: 1, most: 2 }, { least: 1, most: 2 }, null]);
    expect(flags(detention("a", "2026-01-01", "inside"), detention("b", "2026-01-03", "inside")).b!.again).toBeNull();
  });

  it("that went on while another was ending are not a second door", () => {
    expect(flags(detention("a", "2026-01-01", "2026-01-20"), detention("b", "2026-01-10", "inside")).b!.again).toBeNull();
  });

  it("begin with the seizure, else at the latest with the first sign of being inside", () => {
    const at = (kind: string, text: string) => ({ kind, ...boundsOf(text, zone) });
    const ruling = boundsOf("2026-01-03", zone).latest!;
    expect(beginningOf([at("seized", "2026-01-01"), at("delivered", "2026-01-02")], [ruling])).toEqual(boundsOf("2026-01-01", zone));
    expect(beginningOf([at("delivered", "2026-01-02"), at("released", "2026-01-09")], [ruling])).toEqual({ earliest: null, latest: boundsOf("2026-01-02", zone).latest });
    expect(beginningOf([at("released", "2026-01-09")], [ruling])).toEqual({ earliest: null, latest: ruling });
    expect(beginningOf([], [])).toEqual(unknown);
  });
});

const MINUTE = 60_000;
const START = boundsOf("2026-01-01", zone).earliest!;
/** Detentions as they happened, each to its own minute, and how wide what is known of either end lies around it. */
const happened = fc
  .uniqueArray(fc.record({ from: fc.integer({ min: 0, max: 60 * 24 * 60 }), held: fc.integer({ min: 1, max: 20 * 24 * 60 }), inside: fc.boolean(), wide: fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 4 * 24 * 60 }))), open: fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 9 }).map((n) => n === 0))) }), { minLength: 1, maxLength: 5, selector: ({ from }) => from })
  .map((all) =>
    all.map(({ from, held, inside, wide, open }, at) => {
      const exact = (minutes: number): DateBounds => ({ earliest: START + minutes * MINUTE, latest: START + (minutes + 1) * MINUTE });
      const vague = (minutes: number, side: 0 | 2): DateBounds => ({ earliest: open[side] ? null : START + (minutes - wide[side]!) * MINUTE, latest: open[side + 1] ? null : START + (minutes + 1 + wide[side + 1]!) * MINUTE });
      const told = (read: (minutes: number, side: 0 | 2) => DateBounds): DetentionFact => ({ id: String(at), zone, from: read(from, 0), to: inside ? null : read(from + held, 2) });
      return { exact: told(exact), known: told(vague) };
    }),
  );

describe("whatever happened", () => {
  it("lies within what is said of it, and what is said for certain is so", () => {
    fc.assert(
      fc.property(happened, (all) => {
        const truth = custodyHistory(all.map(({ exact }) => exact));
        for (const [at, said] of custodyHistory(all.map(({ known }) => known)).entries()) {
          const real = truth[at]!;
          for (const count of ["nth", "withinYear"] as const) {
            expect(real[count].least).toBe(real[count].most);
            expect(said[count].least).toBeLessThanOrEqual(real[count].least);
            expect(said[count].most).toBeGreaterThanOrEqual(real[count].most);
          }
          if (said.again?.certain) expect(real.again).not.toBeNull();
          const shut = all.every(({ known }) => [known.from.latest, known.to === null ? 0 : known.to.earliest].every((side) => side !== null));
          if (real.again && shut) expect(said.again).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order in which it was recorded", () => {
    fc.assert(
      fc.property(happened, (all) => {
        const facts = all.map(({ known }) => known);
        const sorted = (each: DetentionFact[]) => custodyHistory(each).toSorted((a, b) => a.id.localeCompare(b.id));
        expect(sorted(facts.toReversed())).toEqual(sorted(facts));
      }),
    );
  });
});
