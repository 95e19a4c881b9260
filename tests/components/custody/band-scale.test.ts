import { describe, expect, it } from "vitest";
import { bandOf } from "@/components/custody/band-scale";

const day = 86_400_000;

describe("the scale of the custody band", () => {
  it("does not exist while no instant is known", () => {
    expect(bandOf([null, null], 5 * day)).toBeUndefined();
  });

  it("keeps everything inside, in order", () => {
    const band = bandOf([10 * day, null, 20 * day], 15 * day)!;
    const places = [10 * day, 15 * day, 20 * day].map(band.at);
    expect(places.every((place) => place > 0 && place < 100)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("is cut where now lies years later: not shrunk to a hair, and still reaching now", () => {
    const band = bandOf([0, 10 * day], 3000 * day)!;
    expect(band.at(10 * day)).toBeGreaterThan(50);
    expect(band.at(10 * day)).toBeLessThan(band.cut!);
    expect(band.at(1000 * day)).toBeGreaterThan(band.cut!);
    expect(band.at(3000 * day)).toBe(100);
    expect(band.end).toBe(3000 * day);
  });

  it("begins and ends at whole milliseconds, whatever now is", () => {
    for (const now of [4 * day + 1, 3000 * day + 7]) {
      const band = bandOf([3, 2 * day], now)!;
      expect([band.start, band.end].every(Number.isInteger)).toBe(true);
    }
  });

  it("reaches a now that is near without a cut", () => {
    const band = bandOf([0, 10 * day], 14 * day)!;
    expect(band.cut).toBeNull();
    expect(band.at(14 * day)).toBeLessThan(100);
  });

  it("spreads a single instant over two days", () => {
    const band = bandOf([0], null)!;
    expect(band.end - band.start).toBeGreaterThan(2 * day);
  });
});
