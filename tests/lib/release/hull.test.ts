import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, vi } from "vitest";
import { parseDate } from "@/lib/release/clock";
import { addTerm, exclusiveLastDay, inclusiveLastDay } from "@/lib/release/conventions";
import { boundsOfSpan, datesOfSpan } from "@/lib/release/spans";
import { readStart } from "@/lib/release/start";
import type { Term } from "@/lib/release/types";
import * as any from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 });

const monthTerm = fc
  .record({ y: fc.integer({ min: 0, max: 3 }), m: fc.integer({ min: 1, max: 20 }), d: fc.integer({ min: 0, max: 40 }), h: fc.integer({ min: 0, max: 60 }) })
  .map((term): Term => term);
const openStart = fc.oneof(any.dayStart, any.rangeStart);
const hour = 3_600_000;

/** The definition to the letter: every start date to its target date, whose whole day it fills, and the hull over all of them. */
function byBruteForce(from: string, to: string, term: Term, sameWallClock: boolean, tz: string): { lo: number; hi: number } {
  const midnight = (date: Temporal.PlainDate): number => date.toZonedDateTime(tz).epochMilliseconds;
  const exact = ((term.h ?? 0) + (sameWallClock ? 0 : 24 * (term.d ?? 0))) * hour;
  let [lo, hi] = [Infinity, -Infinity];
  for (let date = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    const target = date.add({ months: 12 * (term.y ?? 0) + (term.m ?? 0) }).add({ days: sameWallClock ? (term.d ?? 0) : 0 });
    lo = Math.min(lo, midnight(target) + exact);
    hi = Math.max(hi, midnight(target.add({ days: 1 })) + exact);
  }
  return { lo, hi };
}

describe("an uncertain beginning with months", () => {
  it("gives the hull over every start date, found by trying them all", () => {
    fc.assert(
      fc.property(any.zone, openStart, monthTerm, fc.boolean(), (tz, start, term, sameWallClock) => {
        const { from, to, date } = start;
        const { lo, hi } = boundsOfSpan(addTerm(sameWallClock ? "SAME_WALL_CLOCK" : "ELAPSED_24H", readStart(start, tz), term, tz), tz);
        expect({ lo, hi }).toEqual(byBruteForce(from ?? date ?? "", to ?? date ?? "", term, sameWallClock, tz));
      }),
      any.runs,
    );
  });

  it("is not monotone, which is why its ends are not mapped", () => {
    const end = (at: string): number => boundsOfSpan(addTerm("ELAPSED_24H", readStart({ at }, "Asia/Almaty"), { m: 1 }, "Asia/Almaty"), "Asia/Almaty").lo as number;
    expect(end("2019-01-30T18:00")).toBeGreaterThan(end("2019-01-31T10:00"));
  });

  it("in a day convention lies between the last days of its first and last date, found by trying them all", () => {
    fc.assert(
      fc.property(any.zone, any.rangeStart, monthTerm, any.dayConvention, (tz, start, term, convention) => {
        const target = convention === "INCLUSIVE_DAYS" ? inclusiveLastDay : exclusiveLastDay;
        const ends: number[] = [];
        for (let date = parseDate(start.from ?? "", "from"); date <= parseDate(start.to ?? "", "to"); date += 1) ends.push(target(date, term));
        const { first, last } = datesOfSpan(addTerm(convention, readStart(start, tz), term, tz), tz);
        expect([first, last]).toEqual([Math.min(...ends), Math.max(...ends)]);
      }),
      any.runs,
    );
  });
});
