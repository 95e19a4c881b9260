import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { civilOf, dateText, dayMs, dayOf, dayOfText, dayOfWeek, daysInMonth, firstDay, lastDay, plusMonths } from "@/lib/model/civil";

const runs = { numRuns: 5000 };
const epoch = Temporal.PlainDate.from("1970-01-01");
const recorded = fc.integer({ min: -25_568, max: 84_007 });
const day = fc.oneof(recorded, fc.integer({ min: firstDay, max: lastDay }));
const plain = (date: number) => epoch.add({ days: date });

describe("dates as whole days, held against Temporal", () => {
  it("are the same date, in parts and as text, both ways", () => {
    fc.assert(
      fc.property(day, (date) => {
        const wanted = plain(date);
        expect(civilOf(date)).toEqual({ year: wanted.year, month: wanted.month, day: wanted.day });
        expect(dayOf(wanted.year, wanted.month, wanted.day)).toBe(date);
        expect(dateText(date)).toBe(wanted.toString());
        expect(dayOfText(wanted.toString())).toBe(date);
        expect(dayOfWeek(date)).toBe(wanted.dayOfWeek);
        expect(daysInMonth(wanted.year, wanted.month)).toBe(wanted.daysInMonth);
      }),
      runs,
    );
  });

  it("every day of the years that can be recorded follows the one before it", () => {
    const [first, last] = [dayOf(1900, 1, 1), dayOf(2200, 12, 31)];
    for (let date = first; date <= last; date += 1) {
      const text = new Date(date * dayMs).toISOString().slice(0, 10);
      if (dateText(date) !== text || dayOfText(text) !== date) expect(dateText(date)).toBe(text);
    }
    expect(last - first).toBe(109_937);
  });

  it("move by months as Temporal moves them, to the last of a month that is too short", () => {
    fc.assert(
      fc.property(recorded, fc.integer({ min: -13_000, max: 13_000 }), (date, months) => {
        expect(dateText(plusMonths(date, months))).toBe(plain(date).add({ months }, { overflow: "constrain" }).toString());
      }),
      runs,
    );
  });

  it("are read from text exactly where Temporal reads a date", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, "0"));
    const text = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 9999 }), two, two).map(([y, m, d]) => `${String(y).padStart(4, "0")}-${m}-${d}`),
      fc.tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 0, max: 32 })).map(([m, d]) => `2100-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`),
      fc.constantFrom("", "-000000-01-01", "+275760-09-13", "+275760-09-14", "-271821-04-19", "-271821-04-18", "2019-1-01", "20190101", "2019-01-0x", "２019-01-01", "+002019-01-01"),
    );
    const byTemporal = (written: string): number | null => {
      try {
        if (!/^(\d{4}|[+-]\d{6})-\d\d-\d\d$/.test(written)) return null;
        return epoch.until(Temporal.PlainDate.from(written, { overflow: "reject" }), { largestUnit: "days" }).days;
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(text, (written) => {
        expect(dayOfText(written)).toBe(byTemporal(written));
      }),
      runs,
    );
  });
});
