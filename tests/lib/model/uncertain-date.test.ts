import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, checkUncertainDate, isApproximate, isUncertainDate, precisionOf } from "@/lib/model/uncertain-date";
import { anyUncertainDate } from "./uncertain-date-arbitrary";

const almaty = "Asia/Almaty";
const iso = (value: string, zone: string) => {
  const { earliest, latest } = boundsOf(value, zone);
  return [earliest, latest].map((ms) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16)));
};

describe("a date as far as known", () => {
  it.each([
    ["2019", "year"],
    ["2019-10", "month"],
    ["2019-10-31", "day"],
    ["2019-10-31T16:00~", "minute"],
    ["2019-10-29/2019-10-30", "range"],
    ["../2019-10-22", "notAfter"],
    ["2019-10-18/..", "notBefore"],
  ])("%s is known to the %s", (value, precision) => {
    expect(isUncertainDate(value)).toBe(true);
    expect(precisionOf(value)).toBe(precision);
    expect(isApproximate(value)).toBe(value.endsWith("~"));
  });

  it.each([
    ["", "unreadable"],
    ["../..", "unreadable"],
    ["2019-10-31T16", "unreadable"],
    ["2019-10-31T16:00Z", "unreadable"],
    ["2019-10-29/2019-10-30/2019-10-31", "unreadable"],
    [`2019${"0".repeat(10_000)}`, "unreadable"],
    ["2019-02-31", "impossible_date"],
    ["2019-13", "impossible_date"],
    ["2019-00", "impossible_date"],
    ["2100-02-29", "impossible_date"],
    ["2019-10-31T24:00", "impossible_time"],
    ["1899", "year_out_of_range"],
    ["2200-01-01", "year_out_of_range"],
    ["2019-10-30/2019-10-29", "end_before_start"],
    ["2019-10-31T16:00/2019-10-31T15:59", "end_before_start"],
  ])("refuses %s as %s", (value, code) => {
    expect(isUncertainDate(value)).toBe(false);
    expect(checkUncertainDate(value, almaty)).toBe(code);
  });

  it("accepts an end that contains the start", () => {
    expect(isUncertainDate("2019-10-31T16:00/2019-10-31")).toBe(true);
    expect(isUncertainDate("2019-10/2019-10-15")).toBe(true);
  });

  it("bounds a day, a minute, a month and open ends in the zone of the place", () => {
    expect(iso("2019-10-31", almaty)).toEqual(["2019-10-30T18:00", "2019-10-31T18:00"]);
    expect(iso("2019-10-31T16:00", almaty)).toEqual(["2019-10-31T10:00", "2019-10-31T10:01"]);
    expect(iso("2019-10", almaty)).toEqual(["2019-09-30T18:00", "2019-10-31T18:00"]);
    expect(iso("../2019-10-22", almaty)).toEqual([null, "2019-10-22T18:00"]);
    expect(iso("2019-10-18/..", almaty)).toEqual(["2019-10-17T18:00", null]);
    expect(iso("2019-10-29/2019-10-30", almaty)).toEqual(["2019-10-28T18:00", "2019-10-30T18:00"]);
  });

  it("widens about: half an hour, a day, a month, a year", () => {
    expect(iso("2019-10-31T16:00~", almaty)).toEqual(["2019-10-31T09:30", "2019-10-31T10:31"]);
    expect(iso("2019-10-31~", almaty)).toEqual(["2019-10-29T18:00", "2019-11-01T18:00"]);
    expect(iso("2019-10~", almaty)).toEqual(["2019-08-31T18:00", "2019-11-30T18:00"]);
    expect(iso("2019~", "UTC")).toEqual(["2018-01-01T00:00", "2021-01-01T00:00"]);
  });

  it("covers both occurrences of an hour that came twice when Almaty left UTC+6", () => {
    expect(checkUncertainDate("2024-02-29T23:30", almaty)).toBe("ambiguous_time");
    expect(iso("2024-02-29T23:30", almaty)).toEqual(["2024-02-29T17:30", "2024-02-29T18:31"]);
    expect(iso("2024-02-29", almaty)).toEqual(["2024-02-28T18:00", "2024-02-29T19:00"]);
  });

  it("names a time that the clock skipped, and a day that the calendar skipped", () => {
    expect(checkUncertainDate("2019-03-31T02:30", "Europe/Berlin")).toBe("nonexistent_time");
    expect(checkUncertainDate("2019-03-31T01:30/2019-03-31T02:30", "Europe/Berlin")).toBe("nonexistent_time");
    expect(checkUncertainDate("2011-12-30", "Pacific/Apia")).toBe("nonexistent_time");
    expect(checkUncertainDate("2019-03-31", "Europe/Berlin")).toBeNull();
  });

  it("begins a day whose midnight was skipped at its first moment", () => {
    expect(iso("2018-11-04", "America/Sao_Paulo")).toEqual(["2018-11-04T03:00", "2018-11-05T02:00"]);
  });

  it("throws for what is not canonical and for a zone that does not exist", () => {
    expect(() => boundsOf("31.10.2019", almaty)).toThrow(RangeError);
    expect(() => precisionOf("soon")).toThrow(RangeError);
    expect(() => boundsOf("2019", "Asia/Nowhere")).toThrow(RangeError);
  });

  it("never puts the latest before the earliest, in any zone", () => {
    const zones = fc.constantFrom(almaty, "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "America/Toronto", "UTC");
    fc.assert(
      fc.property(anyUncertainDate, zones, (value, zone) => {
        const { earliest, latest } = boundsOf(value, zone);
        if (earliest !== null && latest !== null) expect(earliest).toBeLessThanOrEqual(latest);
        expect(earliest ?? latest).not.toBeNull();
      }),
    );
  });

  it("never narrows when about is added", () => {
    fc.assert(
      fc.property(anyUncertainDate, (value) => {
        fc.pre(!value.includes("/") && !value.includes("~"));
        const [exact, about] = [boundsOf(value, almaty), boundsOf(`${value}~`, almaty)];
        expect(about.earliest!).toBeLessThan(exact.earliest!);
        expect(about.latest!).toBeGreaterThan(exact.latest!);
      }),
    );
  });

  it("answers for any string without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof isUncertainDate(text) === "boolean"));
  });
});
