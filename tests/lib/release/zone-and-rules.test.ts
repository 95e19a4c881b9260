import { describe, expect, it } from "vitest";
import { inForce } from "@/lib/release/rules/rule";
import { kazakhstan } from "@/lib/release/rules/kazakhstan";
import { assertZoneData } from "@/lib/release/zone-check";

describe("zone data", () => {
  it("of this runtime knows the change of March 2024", () => expect(() => assertZoneData()).not.toThrow());

  it("that keeps Almaty at +06 is refused", () => {
    expect(() => assertZoneData(() => 6 * 3600)).toThrow("ZONE_DATA_STALE");
    expect(() => assertZoneData(() => 5 * 3600)).toThrow("ZONE_DATA_STALE");
  });
});

describe("rules of law", () => {
  const all = [...kazakhstan.counting, ...kazakhstan.limits, ...kazakhstan.maxTerms, ...kazakhstan.crediting];

  it("each have an id of their own, a citation and a confidence", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { citation, confidence } of all) expect([citation.length > 20, confidence]).toEqual([true, expect.stringMatching(/^(confirmed|secondary|unconfirmed)$/)]);
  });

  it("apply only while they are in force", () => {
    const ids = (date: string | null) => inForce(kazakhstan.counting, "administrative_arrest", date).map(({ id }) => id);
    expect(ids("2019-10-22")).toEqual(["kz.arrest.counting", "general.counting"]);
    expect(ids("2014-12-31")).toEqual(["general.counting"]);
    expect(ids(null)).toEqual(["kz.arrest.counting", "general.counting"]);
  });
});
