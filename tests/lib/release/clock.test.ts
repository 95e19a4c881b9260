import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, vi } from "vitest";
import { dateText, dayMs } from "@/lib/model/civil";
import { addMonths, addToWall, asWritten, dateOf, dayEnd, dayStart, instant, iso, localOf, parseDate, readMoment, resolve, weekdayOf } from "@/lib/release/clock";
import { ReleaseError } from "@/lib/release/codes";
import { addTerm } from "@/lib/release/conventions";
import { endsOf } from "@/lib/release/inverse";
import { boundsOfSpan } from "@/lib/release/spans";
import { readStart } from "@/lib/release/start";
import * as any from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 });

const zone = fc.oneof(any.zone, fc.constantFrom("Pacific/Apia", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Monrovia", "Europe/Amsterdam", "Asia/Kathmandu", "America/St_Johns", "Africa/Casablanca"));
const ms = fc.oneof(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 11, 31) }), fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(4000, 0, 1) }));
const zoned = (at: number, tz: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz);
const local = (wall: number) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();

/** What a call gives, or the code with which it refuses. */
function told<T>(call: () => T): T | string {
  try {
    return call();
  } catch (error) {
    return error instanceof ReleaseError ? error.code : "?";
  }
}

describe("the clock of the engine, held against Temporal", () => {
  it("writes an instant with the offset, and reads back what it wrote", () => {
    fc.assert(
      fc.property(zone, ms, (tz, at) => {
        const text = iso(at, tz);
        expect(text).toBe(zoned(at, tz).toString({ timeZoneName: "never", smallestUnit: "second", roundingMode: "floor" }));
        expect(instant(text)).toBe(Date.parse(text));
        expect(asWritten(at, tz)).toBe(Date.parse(text));
      }),
      any.runs,
    );
  });

  it("reads instants as Date.parse does, whatever they look like", () => {
    const text = fc.oneof(any.instantText, ms.map((at) => new Date(at).toISOString()), fc.constantFrom("+012345-01-02T03:04:05+06:00", "-000001-12-31T23:59:59-03:30", "2019-10-31T16:00:00.500+06:00", "2019-10-31T16:00+06:00", ""));
    fc.assert(
      fc.property(text, (written) => {
        expect(instant(written)).toBe(Date.parse(written));
      }),
      any.runs,
    );
  });

  it("knows the date and the wall time of an instant, and the ends of a date", () => {
    fc.assert(
      fc.property(zone, ms, (tz, at) => {
        const wanted = zoned(at, tz);
        expect(local(localOf(at, tz)).toString()).toBe(wanted.toPlainDateTime().toString());
        const date = dateOf(at, tz);
        expect(dateText(date)).toBe(wanted.toPlainDate().toString());
        expect(dayStart(date, tz)).toBe(wanted.toPlainDate().toZonedDateTime(tz).epochMilliseconds);
        expect(dayEnd(date, tz)).toBe(wanted.toPlainDate().add({ days: 1 }).toZonedDateTime(tz).epochMilliseconds);
        expect(weekdayOf(date)).toBe(wanted.toLocaleString("en", { weekday: "long" }));
      }),
      any.runs,
    );
  });

  it("moves wall times by months and days, and finds their instants", () => {
    fc.assert(
      fc.property(zone, ms, fc.integer({ min: -30, max: 400 }), fc.integer({ min: -400, max: 4000 }), (tz, at, months, days) => {
        const wanted = local(at).add({ months }).add({ days });
        const wall = addToWall(at, months, days);
        expect(local(wall).toString()).toBe(wanted.toString());
        expect(dateText(addMonths(Math.floor(at / dayMs), months))).toBe(local(at).toPlainDate().add({ months }).toString());
        expect(resolve(wall, tz)).toBe(wanted.toZonedDateTime(tz).epochMilliseconds);
        expect(resolve(wall, tz, "later")).toBe(wanted.toZonedDateTime(tz, { disambiguation: "later" }).epochMilliseconds);
      }),
      any.runs,
    );
  });

  it("reads what is written exactly where Temporal does", () => {
    const two = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 28 }) }, fc.integer({ min: 0, max: 62 })).map((value) => String(value).padStart(2, "0"));
    const text = fc.tuple(fc.constantFrom("1900", "2011", "2018", "2024", "2200", "0000", "9999"), two, two, two, two, fc.option(two)).map(([y, m, d, h, min, s]) => `${y}-${m}-${d}T${h}:${min}${s === null ? "" : `:${s}`}`);
    const byTemporal = (written: string, tz: string): number[] | string => {
      try {
        const at = Temporal.PlainDateTime.from(written, { overflow: "reject" });
        const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) => at.toZonedDateTime(tz, { disambiguation })) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
        if (!earlier.toPlainDateTime().equals(at)) return "NONEXISTENT_LOCAL_TIME";
        return [...new Set([earlier.epochMilliseconds, later.epochMilliseconds])];
      } catch {
        return "DATE_INVALID";
      }
    };
    fc.assert(
      fc.property(zone, text, (tz, written) => {
        expect(told(() => readMoment(written, tz, "at"))).toEqual(byTemporal(written, tz));
        const date = written.slice(0, 10);
        expect(told(() => dateText(parseDate(date, "date")))).toBe(typeof told(() => Temporal.PlainDate.from(date, { overflow: "reject" })) === "string" ? "DATE_INVALID" : date);
      }),
      { numRuns: 3000 },
    );
  });

  it("tries lengths of a term without writing them, with the bounds that written ones have", () => {
    fc.assert(
      fc.property(any.zone, any.anyStart, fc.integer({ min: 1, max: 1000 }), any.convention, (tz, start, days, convention) => {
        const span = readStart(start, tz);
        const { lo, hi, ...kind } = boundsOfSpan(span, tz);
        if (lo === null || hi === null) return;
        expect(endsOf(convention, span, { lo, hi, ...kind }, tz)(days)).toEqual(boundsOfSpan(addTerm(convention, span, { d: days }, tz), tz));
      }),
      any.runs,
    );
  });

  it("refuses what the calendar cannot hold", () => {
    expect(told(() => addMonths(0, 12 * 300_000))).toBe("OUT_OF_RANGE");
    expect(told(() => iso(8.64e15 + 1, "UTC"))).toBe("OUT_OF_RANGE");
    expect(told(() => localOf(8.64e15, "Asia/Almaty"))).toBe("OUT_OF_RANGE");
    expect(told(() => dayStart(100_000_001, "UTC"))).toBe("OUT_OF_RANGE");
  });
});
