import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, vi } from "vitest";
import { dayMs } from "@/lib/model/civil";
import { instantOf, shownAt, startOfDay, stretchAt } from "@/lib/model/zone-clock";

vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 1000 };
const zones = [...Intl.supportedValuesOf("timeZone"), "UTC", "Europe/Kiev", "Asia/Calcutta", "US/Eastern", "Etc/GMT+12"];
const zone = fc.constantFrom(...zones);
/** Zones with a whole day left out, changes of half an hour, changes at midnight, two changes in one Ramadan, a year in two offsets, seconds in the offset. */
const oddZone = fc.constantFrom("Pacific/Apia", "Pacific/Kwajalein", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Beirut", "Africa/Casablanca", "Africa/Monrovia", "Europe/Amsterdam", "Asia/Almaty", "America/Anchorage", "Asia/Manila", "Europe/Lisbon", "Atlantic/Azores");
const [first, last] = [Date.UTC(1900, 0, 1), Date.UTC(2200, 11, 31)];
const ms = fc.integer({ min: first / 1000, max: last / 1000 }).map((seconds) => seconds * 1000);
const somewhere = fc.oneof(zone, oddZone);

const local = (wall: number) => Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
const offsetOf = (at: number, tz: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz).offsetNanoseconds / 1e6;

/** A change of the clock at or after an instant, if there is one. */
const changeAfter = (at: number, tz: string): number | null => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(tz).getTimeZoneTransition("next")?.epochMilliseconds ?? null;

/** Wall times around a change of the clock, to the second; any wall time where no change follows. */
const aroundChange = fc
  .tuple(somewhere, fc.integer({ min: first / 1000, max: Date.UTC(2050, 0, 1) / 1000 }), fc.integer({ min: -30 * 3600, max: 30 * 3600 }), fc.boolean())
  .map(([tz, seconds, distance, near]) => {
    const change = changeAfter(seconds * 1000, tz) ?? seconds * 1000;
    return { tz, change, wall: change + offsetOf(change, tz) + Math.trunc(near ? distance / 10 : distance) * 1000 };
  });

function holdAgainstTemporal(wall: number, tz: string): void {
  const written = local(wall);
  const [earlier, later, compatible] = (["earlier", "later", "compatible"] as const).map((disambiguation) => written.toZonedDateTime(tz, { disambiguation }).epochMilliseconds);
  expect([instantOf(wall, tz, "earlier"), instantOf(wall, tz, "later"), instantOf(wall, tz, "compatible")]).toEqual([earlier, later, compatible]);
  const shown = shownAt(wall, tz);
  const exists = written.toZonedDateTime(tz, { disambiguation: "earlier" }).toPlainDateTime().equals(written);
  expect(shown.first !== null).toBe(exists);
  if (shown.first !== null) expect([shown.first, shown.last]).toEqual([earlier, later]);
  const day = Math.floor(wall / dayMs);
  expect(startOfDay(day, tz)).toBe(written.toPlainDate().toZonedDateTime(tz).epochMilliseconds);
}

describe("the clock of a zone, held against Temporal", () => {
  it("keeps the offset, and shows a wall time, in every zone and year", () => {
    fc.assert(
      fc.property(somewhere, ms, (tz, at) => {
        const { from, until, offset, suffix, written } = stretchAt(at, tz);
        expect(offset).toBe(offsetOf(at, tz));
        expect(from <= at && at < until).toBe(true);
        expect(Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: tz }).endsWith(suffix)).toBe(true);
        expect(Date.parse(`2000-01-01T00:00:00${suffix}`)).toBe(Date.UTC(2000, 0, 1) - written);
        holdAgainstTemporal(at, tz);
      }),
      runs,
    );
  });

  it("changes to the millisecond, and shows a wall time around a change once, twice or never", () => {
    fc.assert(
      fc.property(aroundChange, ({ tz, change, wall }) => {
        for (const at of [change - 1, change, change + 1]) expect(stretchAt(at, tz).offset).toBe(offsetOf(at, tz));
        holdAgainstTemporal(wall, tz);
      }),
      runs,
    );
  });

  it("knows a date that was left out whole, a midnight that was skipped and one that came twice", () => {
    const day = (text: string): number => Date.parse(text) / dayMs;
    expect(startOfDay(day("2011-12-30"), "Pacific/Apia")).toBe(Date.parse("2011-12-30T10:00Z"));
    expect(startOfDay(day("2018-11-04"), "America/Sao_Paulo")).toBe(Date.parse("2018-11-04T03:00Z"));
    expect(shownAt(Date.parse("2024-03-01T00:00Z") - 1800_000, "Asia/Almaty")).toEqual({ first: Date.parse("2024-02-29T17:30Z"), last: Date.parse("2024-02-29T18:30Z") });
  });

  it("refuses a zone that does not exist, before and after it knew one", () => {
    expect(() => stretchAt(0, "Asia/Nowhere")).toThrow(RangeError);
    stretchAt(0, "UTC");
    expect(() => stretchAt(0, "Asia/Nowhere")).toThrow(RangeError);
    expect(() => shownAt(0, "")).toThrow(RangeError);
  });
});
