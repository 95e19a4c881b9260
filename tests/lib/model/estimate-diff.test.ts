import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { diffFacts, diffResult, diffVersions, orderNames, type FactChange } from "@/lib/model/estimate-diff";
import { adjustmentKinds, countFroms, momentKinds, orderKinds, orderRelations } from "@/lib/model/vocabularies";

const when = fc.option(fc.constantFrom("2019-10-22", "2019-10-22T10:00", "2019-10-22T10:00~", "../2019-11-01", "2019-10"), { nil: null });
const term = fc.option(fc.oneof(fc.constant("LIFE"), fc.record({ d: fc.integer({ min: 1, max: 60 }) }), fc.record({ y: fc.integer({ min: 1, max: 9 }), m: fc.integer({ min: 1, max: 11 }) })), { nil: null });
const id = fc.constantFrom("a", "b", "c", "d");
const byId = <T extends { id: string }>(entry: fc.Arbitrary<T>) => fc.uniqueArray(entry, { maxLength: 4, selector: (each) => each.id });

const order = fc.record(
  {
    id,
    kind: fc.constantFrom(...orderKinds),
    date: when,
    term,
    countFrom: fc.constantFrom(...countFroms),
    countFromWhen: when,
    relation: fc.constantFrom(...orderRelations),
    relatesTo: fc.option(id, { nil: null }),
    servedShare: fc.option(fc.constantFrom("1/2", "2/3"), { nil: null }),
  },
  // An older snapshot lacks what came later.
  { requiredKeys: ["id", "kind", "date", "term", "countFrom", "countFromWhen"] },
);
const adjustment = fc.record({ id, kind: fc.constantFrom(...adjustmentKinds), from: when, to: when, days: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), ratio: fc.option(fc.constantFrom("3/2", "2/1"), { nil: null }) });
const rule = fc.record({ ruleId: id, version: fc.integer({ min: 1, max: 4 }), source: fc.constantFrom("a letter", "a book"), value: fc.constantFrom("x", "y") });
const facts = fc.record(
  {
    zone: fc.constantFrom("Asia/Almaty", "Europe/Moscow"),
    jurisdiction: fc.constantFrom("KZ", "RU"),
    detentionKind: fc.constantFrom("remand", "administrative_arrest"),
    moments: fc.array(fc.record({ kind: fc.constantFrom(...momentKinds.slice(0, 4)), when }), { maxLength: 5 }),
    orders: byId(order),
    adjustments: byId(adjustment),
    overrides: fc.uniqueArray(rule, { maxLength: 3, selector: (each) => each.ruleId }),
    stated: byId(fc.record({ id, when: when.map((each) => each ?? "2019") })),
    observed: when,
    weekend: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
  },
  { requiredKeys: ["zone", "jurisdiction", "detentionKind", "moments", "orders", "stated", "observed"] },
);

const json = (value: unknown): string => canonicalJson(value as Json);
const diff = (a: object, b: object) => diffFacts(json(a), json(b));
const mirrored = (changes: FactChange[]) =>
  changes.map(({ part, change, fields }) => ({ part, change: { added: "removed", removed: "added", changed: "changed" }[change], fields: fields.map(({ name, before, after }) => ({ name, before: after, after: before })) }));
const sorted = (changes: { part: string; change: string; fields: unknown[] }[]) => changes.map(({ part, change, fields }) => JSON.stringify([part, change, [...fields].map((each) => JSON.stringify(each)).sort()])).sort();

describe("what changed in the facts", () => {
  it("is nothing between equal sets, in whatever order they are listed", () => {
    fc.assert(
      fc.property(facts, (set) => {
        const turned = { ...set, moments: [...set.moments].reverse(), orders: [...set.orders].reverse(), stated: [...set.stated].reverse() };
        expect(diff(set, turned)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is told between any two sets, the same forwards and backwards, and every told field differs", () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const changes = diff(a, b);
        expect(sorted(mirrored(changes))).toEqual(sorted(diff(b, a)));
        for (const { change, fields } of changes) {
          expect(fields.every(({ before, after }) => before !== after)).toBe(true);
          if (change === "changed") expect(fields.length).toBeGreaterThan(0);
          if (change !== "changed") expect(fields.every(({ before, after }) => (change === "added" ? before : after) === null)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("holds every single difference: a fact that came, went or has another value", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...momentKinds.slice(4)), when, (set, kind, at) => {
        const more = { ...set, moments: [...set.moments, { kind, when: at }] };
        expect(diff(set, more)).toMatchObject([{ part: "moment", change: "added", what: kind }]);
        expect(diff(more, set)).toMatchObject([{ part: "moment", change: "removed", what: kind }]);
        expect(diff(set, { ...set, observed: "2020-01-01" })).toEqual([{ part: "case", change: "changed", what: "", fields: [{ name: "observed", before: set.observed, after: "2020-01-01" }] }]);
        set.orders.forEach((each, i) => {
          const changed = { ...set, orders: (set.orders as object[]).with(i, { ...each, date: "2019-10-22T11:00" }) };
          expect(diff(set, changed)).toEqual([{ part: "order", change: "changed", what: each.kind, fields: [{ name: "date", before: each.date, after: "2019-10-22T11:00" }] }]);
          expect(diff(set, { ...set, orders: set.orders.toSpliced(i, 1) })).toMatchObject([{ part: "order", change: "removed", what: each.kind }]);
        });
        expect(diff(set, { ...set, surprise: { of: 1 } })).toEqual([{ part: "other", change: "added", what: "surprise", fields: [{ name: "value", before: null, after: '{"of":1}' }] }]);
      }),
      { numRuns: 300 },
    );
  });

  it("names the term that became another, as it is stored", () => {
    const ruling = { id: "a", kind: "administrative_arrest" as const, date: "2019-10-22", countFrom: "not_stated" as const, countFromWhen: null };
    expect(diff({ orders: [{ ...ruling, term: { d: 10 } }] }, { orders: [{ ...ruling, term: { d: 15 }, relation: "not_stated", relatesTo: null }] })).toEqual([
      { part: "order", change: "changed", what: "administrative_arrest", fields: [{ name: "term", before: "P10D", after: "P15D" }] },
    ]);
    expect(orderNames(json({ orders: [{ ...ruling, term: null }] })).get("a")).toEqual({ kind: "administrative_arrest", date: "2019-10-22" });
  });

  it("is read from a snapshot of the first version, which had fewer keys, or from none", () => {
    const first = '{"detentionKind":"remand","jurisdiction":"KZ","moments":[{"kind":"seized","when":null}],"observed":null,"orders":[],"stated":[],"zone":"Asia/Almaty"}';
    expect(diffFacts(first, first.replace('"orders"', '"adjustments":[],"overrides":[],"orders"'))).toEqual([]);
    expect(diffFacts("{}", "[]")).toEqual([]);
  });
});

describe("what changed in the result", () => {
  const at = (text: string) => Date.parse(text);
  const was = { basis: "computed", earliest: at("2019-11-01T00:00Z"), latest: at("2019-11-02T00:00Z") };

  it("is from what to what, and by how much the latest moment moved", () => {
    expect(diffResult(was, was)).toBeNull();
    expect(diffResult(was, { ...was, latest: at("2019-11-07T00:00Z") })?.shift).toBe(5 * 1440);
    expect(diffResult({ ...was, latest: null }, { ...was, latest: null, earliest: at("2019-10-31T12:00Z") })?.shift).toBe(-720);
    expect(diffResult({ basis: "none", earliest: null, latest: null }, was)).toMatchObject({ shift: null, after: was });
  });

  it("has no minute too many where an end is known to the minute", () => {
    const minute = { ...was, earliest: at("2019-11-01T10:30Z"), latest: at("2019-11-01T10:31Z") };
    expect(diffResult(was, minute)?.shift).toBe(-13.5 * 60);
    expect(diffResult(was, { ...was, latest: at("2019-11-01T14:21Z") })?.shift).toBe(-580);
    expect(diffResult(minute, { ...minute, earliest: at("2019-11-01T10:44Z"), latest: at("2019-11-01T10:45Z") })?.shift).toBe(14);
  });

  it("and in the versions, each by name", () => {
    const made = { engine: "1", rules: "kazakhstan 1", zoneData: "2025b" };
    expect(diffVersions(made, made)).toEqual([]);
    expect(diffVersions(made, { ...made, rules: "kazakhstan 2" })).toEqual([{ name: "rules", before: "kazakhstan 1", after: "kazakhstan 2" }]);
  });
});
