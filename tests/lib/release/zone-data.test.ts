import { describe, expect, it } from "vitest";
import { assertZoneData } from "@/lib/release/zone-check";

describe("zone data", () => {
  it("of this runtime knows the change of March 2024", () => expect(() => assertZoneData()).not.toThrow());

  it("that keeps Almaty at +06 is refused", () => {
    expect(() => assertZoneData(() => 6 * 3600)).toThrow("ZONE_DATA_STALE");
    expect(() => assertZoneData(() => 5 * 3600)).toThrow("ZONE_DATA_STALE");
  });
});
