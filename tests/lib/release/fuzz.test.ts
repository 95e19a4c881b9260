import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { answerCase, answerCases } from "@/lib/release/answer";
import { invalidCodes, unsupportedCodes, warningCodes } from "@/lib/release/codes";
import { estimateRelease } from "@/lib/release/estimate";
import { explain } from "@/lib/release/explain";
import { kinds } from "@/lib/release/kinds";
import { adjustmentKinds, orderRelations } from "@/lib/model/vocabularies";
import * as any from "./arbitraries";

vi.setConfig({ testTimeout: 60_000 });

const codes: ReadonlySet<string> = new Set([...invalidCodes, ...unsupportedCodes, ...warningCodes]);
const kind = fc.constantFrom(...Object.keys(kinds));

/** Plausible and wrong values for every key, so that the fuzz reaches past the first check. */
const oddDate = fc.oneof(any.date, fc.constantFrom("2019-02-31", "0000-00-00", "9999-12-31", "", "tomorrow", "2019-10-22T25:00"));
const oddTime = fc.oneof(any.instantText, fc.constantFrom("2024-02-29T23:30", "2021-03-28T02:30", "2019-10-21T16:00", "9999-12-31T23:59", "0001-01-01T00:00", "x"));
const oddNumber = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constantFrom(0, -1, 1e9, 1.5, Number.MAX_SAFE_INTEGER));
const oddTerm = fc.oneof(fc.constantFrom("LIFE", null, {}, "ten"), fc.dictionary(fc.constantFrom("y", "m", "w", "d", "h", "s"), oddNumber, { maxKeys: 3 }));
const oddStart = fc.oneof(
  fc.constant(null),
  fc.record({ precision: fc.constant("minute"), at: oddTime, fold: fc.constantFrom(0, 1) }, { requiredKeys: ["at"] }),
  fc.record({ precision: fc.constantFrom("day", "notAfter"), date: oddDate }),
  fc.record({ precision: fc.constant("range"), from: oddDate, to: oddDate }, { requiredKeys: ["from"] }),
  fc.record({ precision: fc.constantFrom("month", "week"), month: fc.constantFrom("2019-10", "2019-13") }, { requiredKeys: ["month"] }),
  fc.record({ precision: fc.constantFrom("day", "range", "month", "notAfter"), date: oddDate, from: oddDate, notAfter: oddDate, fold: fc.constant(0) }, { requiredKeys: [] }),
);
const inputs = fc.record(
  {
    tz: fc.oneof(any.zone, fc.constantFrom(null, "Mars/Base", "+06:00", "")),
    tzCandidates: fc.array(any.zone, { maxLength: 2 }),
    start: oddStart,
    moments: fc.dictionary(fc.constantFrom("seized", "delivered", "ruling", "abducted"), fc.oneof(oddDate, oddTime, fc.constant(null))),
    term: oddTerm,
    termOptions: fc.array(fc.record({ source: fc.constantFrom("A", "A", "id", "__proto__"), term: oddTerm }), { maxLength: 3 }),
    convention: fc.constantFrom("ELAPSED_24H", "SAME_WALL_CLOCK", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS", "GUESS"),
    conventions: fc.array(any.convention, { maxLength: 3 }),
    orders: fc.array(fc.record({ id: fc.constantFrom("a", "b", "c"), term: oddTerm, start: oddStart, consecutiveTo: fc.constantFrom("a", "b", "z") }, { requiredKeys: ["id", "term"] }), { maxLength: 3 }),
    chain: fc.constantFrom("AGGREGATE", "SEQUENTIAL", "CONCURRENT"),
    credits: fc.array(fc.oneof(any.credit, fc.record({ from: oddDate, to: oddDate, days: oddNumber, ratio: fc.constantFrom("0", "1/0", "3/2", "x") }, { requiredKeys: [] })), { maxLength: 3 }),
    interruptions: fc.array(fc.oneof(any.interruption, fc.record({ fromAt: oddTime, toAt: oddTime, days: oddNumber }, { requiredKeys: [] })), { maxLength: 2 }),
    modification: fc.record({ at: oddTime, newTerm: oddTerm, annulled: fc.boolean() }, { requiredKeys: ["at"] }),
    fraction: fc.constantFrom("1/2", "2/1", "0", "half"),
    releaseRule: fc.constantFrom("PRECEDING_WORKDAY_FIRST_HALF", "NEVER"),
    weekend: fc.array(fc.constantFrom("Sat", "Sun", "Monday", "Holiday"), { maxLength: 7 }),
    limitsHours: fc.array(oddNumber, { maxLength: 3 }),
    event: oddStart,
    statedRelease: fc.record({ date: oddDate, at: oddTime, weekday: fc.constantFrom("Monday", "Mon", "Someday") }, { requiredKeys: [] }),
    observedRelease: oddStart,
    asOf: fc.oneof(oddDate, oddTime),
  },
  { requiredKeys: [] },
);

/** Without what the contract refuses as contradictory, so that the computation itself is reached. */
function untangled(value: Record<string, unknown>): Record<string, unknown> {
  const { term, termOptions, tzCandidates, orders, start, ...rest } = value;
  const ordered = Array.isArray(orders) && orders.length > 0;
  return {
    ...rest,
    ...(ordered ? { orders } : { start, ...(term === undefined ? { termOptions } : { term }) }),
    ...(typeof rest["tz"] === "string" ? {} : { tzCandidates }),
  };
}

function expectAnswer(answer: ReturnType<typeof answerCase>): void {
  expect(Array.isArray(answer.warnings) && Array.isArray(answer.trace)).toBe(true);
  expect([...answer.warnings].filter((code) => !codes.has(code))).toEqual([]);
  if (typeof answer.error === "string") expect(codes.has(answer.error)).toBe(true);
}

describe("whatever comes in", () => {
  it("any JSON gives an answer or a code", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(answerCases(value, "test")).toHaveProperty("answers")), any.runs);
    fc.assert(fc.property(kind, fc.jsonValue(), (name, value) => expectAnswer(answerCase({ id: 1, kind: name, inputs: value }, "test"))), any.runs);
  });

  it("plausible and broken inputs of every kind give an answer or a code", () => {
    fc.assert(
      fc.property(kind, inputs, fc.boolean(), (name, value, tangled) => {
        const before = performance.now();
        expectAnswer(answerCase({ id: 1, kind: name, inputs: tangled ? value : untangled(value) }, "test"));
        expect(performance.now() - before).toBeLessThan(2000);
      }),
      { numRuns: 4000 },
    );
  });

  it("an unknown key is refused by name, wherever it is", () => {
    const refused = (value: unknown): unknown => answerCase({ id: 1, kind: "release", inputs: value }, "test")["key"];
    expect(refused({ tz: "UTC", strat: {} })).toBe("strat");
    expect(refused({ tz: "UTC", term: { d: 1, days: 1 } })).toBe("term.days");
    expect(refused({ tz: "UTC", orders: [{ id: "a", term: { d: 1 }, begin: 1 }] })).toBe("orders.0.begin");
    expect(refused({ tz: "UTC", moments: { taken: null } })).toBe("moments.taken");
  });

  it("an estimate of any case file gives a result and reasons", () => {
    const when = fc.oneof(any.date, fc.constantFrom("2019", "2019-10", "2019-10-31T16:00~", "../2019-10-22", "2019-10-18/..", "2019-10-29/2019-10-30", "2024-02-29T23:30", "nonsense", ""));
    const order = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom("administrative_arrest", "remand", "sentence", "extension", "appeal", "annulment", "amnesty", "fine", "other"),
      date: fc.option(when),
      term: fc.oneof(any.anyTerm, fc.constantFrom(null, "LIFE" as const, { d: 0 }, { d: 1e9 })),
      countFrom: fc.constantFrom("not_stated" as const, "seized" as const, "ruling" as const, "written" as const, "admitted" as const),
      countFromWhen: fc.option(when),
      relation: fc.constantFrom(...orderRelations),
      relatesTo: fc.option(fc.constantFrom("a", "b", "z")),
      servedShare: fc.constantFrom(null, "1/2", "2/3"),
    });
    const adjustment = fc.record({
      id: fc.constantFrom("x", "y"),
      kind: fc.constantFrom(...adjustmentKinds),
      from: fc.option(when),
      to: fc.option(when),
      days: fc.option(fc.integer({ min: 1, max: 900 })),
      ratio: fc.constantFrom(null, "3/2", "1/2"),
    });
    const facts = fc.record({
      zone: any.zone,
      jurisdiction: fc.constant("KZ" as const),
      detentionKind: fc.constantFrom("administrative_arrest", "administrative_detention", "imprisonment", "remand", "unknown", "something"),
      moments: fc.array(fc.record({ kind: fc.constantFrom("seized" as const, "delivered" as const, "admitted" as const, "ruling" as const, "contact_lost" as const), when: fc.option(when) }), { maxLength: 3 }),
      orders: fc.array(order, { maxLength: 3 }),
      adjustments: fc.array(adjustment, { maxLength: 3 }),
      overrides: fc.array(fc.record({ ruleId: fc.constantFrom("kz.arrest.counting", "none"), version: fc.constant(1), source: fc.constant("a lawyer"), value: fc.string() }), { maxLength: 1 }),
      stated: fc.array(fc.record({ id: fc.constantFrom("s", "t"), when }), { maxLength: 2 }),
      observed: fc.option(when),
    });
    fc.assert(
      fc.property(facts, (value) => {
        const estimate = estimateRelease(value, "test");
        expect(estimate.warnings.filter((code) => !codes.has(code))).toEqual([]);
        expect(explain(estimate).length).toBeGreaterThan(0);
        if (estimate.earliest && estimate.latest) expect(Date.parse(estimate.earliest)).toBeLessThan(Date.parse(estimate.latest));
        if (estimate.basis === "none") expect([estimate.earliest, estimate.latest]).toEqual([null, null]);
      }),
      any.runs,
    );
  });
});
