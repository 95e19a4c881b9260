import fc from "fast-check";
import { expect, test } from "vitest";
import { caseQueryString, caseSorts, changedQuery, listViews, readCaseQuery, type CaseQuery } from "@/lib/model/case-query";
import { detentionKinds } from "@/lib/model/vocabularies";

const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && text !== "");
const queries = fc.record(
  {
    view: fc.constantFrom(...listViews),
    q: words,
    placeId: fc.uuid(),
    kind: fc.constantFrom(...detentionKinds),
    eventId: fc.uuid(),
    personId: fc.uuid(),
    ownerId: fc.uuid(),
    sort: fc.constantFrom(...caseSorts),
    page: fc.integer({ min: 2, max: 2000 }),
  },
  { requiredKeys: [] },
);

const fromAddress = (address: string): CaseQuery => readCaseQuery(Object.fromEntries(new URLSearchParams(address)));

test("a list that was sent as an address is the same list", () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(fromAddress(caseQueryString(query))).toEqual(query);
    }),
  );
});

test("what an address does not mean is left out", () => {
  expect(fromAddress("?view=everything&kind=parking&sort=size&page=-3&q=%20%20&place=")).toEqual({});
  expect(readCaseQuery({ q: ["first", "second"], page: "1" })).toEqual({ q: "first" });
});

test("a plain list has a plain address", () => {
  expect(caseQueryString({})).toBe("");
});

test("changing a filter goes back to the first page", () => {
  expect(changedQuery({ q: "дина", page: 4 }, { view: "all" })).toEqual({ q: "дина", view: "all" });
  expect(changedQuery({ q: "дина", view: "all" }, { q: undefined })).toEqual({ view: "all" });
});
