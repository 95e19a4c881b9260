import fc from "fast-check";
import { expect, test } from "vitest";
import { eventQueryString, readEventQuery, type EventQuery } from "@/lib/model/event-query";
import { eventKinds } from "@/lib/model/vocabularies";

const words = fc.stringMatching(/^[\p{L}\d&=?%+]{1,20}$/u);
const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anyQuery = fc.record({ q: words, kind: fc.constantFrom(...eventKinds), placeId: fc.uuid(), organiserId: fc.uuid(), from: day, to: day, page: fc.integer({ min: 2, max: 2000 }) }, { requiredKeys: [] });

test("an address is read as what wrote it", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(readEventQuery(Object.fromEntries(new URLSearchParams(eventQueryString(query as EventQuery))))).toEqual(query);
    }),
  );
});

test("what an address does not mean is as if it were not there", () => {
  expect(readEventQuery({ kind: "party", from: "2026-02-30", to: "soon", page: "-1", q: " ", place: ["ala", "ast"] })).toEqual({ placeId: "ala" });
  expect(eventQueryString({})).toBe("");
});
