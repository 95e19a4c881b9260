import fc from "fast-check";
import { expect, test } from "vitest";
import { coarseSince } from "@/lib/disclosure/coarse-date";

const at = Date.parse("2019-10-25T18:41:07Z");

test("what changed since a second is asked in the house only", () => {
  expect([coarseSince(at, "internal"), coarseSince(at, "partner"), coarseSince(at, "public")]).toEqual([at, Date.parse("2019-10-25"), Date.parse("2019-10-01")]);
});

test("never leaves out what was asked for, and never tells two moments of a day apart", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom("partner" as const, "public" as const), (moment, profile) => {
      const since = coarseSince(moment, profile);
      expect(since).toBeLessThanOrEqual(moment);
      expect(coarseSince(Math.floor(moment / 86_400_000) * 86_400_000, profile)).toBe(since);
    }),
  );
});
