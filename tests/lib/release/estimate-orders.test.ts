import { describe, expect, it } from "vitest";
import { estimateRelease } from "@/lib/release/estimate";
import type { CaseFacts, EstimateOrder } from "@/lib/release/estimate";
import { boundsOfSpan } from "@/lib/release/spans";
import { replay } from "@/lib/release/trace";

const seized: CaseFacts["moments"] = [{ kind: "seized", when: "2019-10-21T16:00" }];
const empty: CaseFacts = { zone: "Asia/Almaty", jurisdiction: "KZ", detentionKind: "administrative_arrest", moments: seized, orders: [], adjustments: [], overrides: [], stated: [], observed: null };
const arrest: EstimateOrder = { id: "o1", kind: "administrative_arrest", date: "2019-10-22", term: { d: 10 }, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesTo: null, servedShare: null };
const order = (given: Partial<EstimateOrder>): EstimateOrder => ({ ...arrest, id: "o2", ...given });
const estimate = (facts: Partial<CaseFacts>) => estimateRelease({ ...empty, ...facts }, "2026c");

describe("two arrests in one custody", () => {
  const second = (relation: EstimateOrder["relation"]) => estimate({ orders: [arrest, order({ date: "2019-10-30T12:00", term: { d: 5 }, relation })] });

  it("one after the other add up", () => {
    expect(second("consecutive")).toMatchObject({ earliest: "2019-11-05T16:00:00+06:00", convention: "ELAPSED_24H", term: "P15D" });
  });

  it("at the same time end with the later, the second counted from its own ruling", () => {
    expect(second("concurrent")).toMatchObject({ earliest: "2019-11-04T12:00:00+06:00", convention: "ELAPSED_24H", term: "P5D" });
  });

  it("of which nobody says how they are served are both possible", () => {
    const result = second("not_stated");
    expect(result).toMatchObject({ convention: "WINDOW", earliest: "2019-11-04T12:00:00+06:00", latest: "2019-11-05T16:01:00+06:00" });
    expect(result.warnings).toContain("ORDER_RELATION_UNKNOWN");
    expect(result.readings.filter(({ convention }) => convention === "ELAPSED_24H").map(({ links }) => links)).toEqual(["consecutive", "concurrent"]);
  });

  it("one in the place of the other leaves the second, which cannot have run out before it was ordered", () => {
    expect(second("replaces")).toMatchObject({ earliest: "2019-11-04T12:00:00+06:00", term: "P5D" });
    expect(second("replaces").warnings).toContain("ENDS_BEFORE_RULING");
  });

  it("months one after the other keep both ways of adding them", () => {
    const months = [order({ id: "a", kind: "sentence", date: "2019-01-31", term: { m: 1 } }), order({ kind: "sentence", date: "2019-02-10", term: { m: 1 }, relation: "consecutive" })];
    const result = estimate({ moments: [{ kind: "seized", when: "2019-01-31" }], detentionKind: "imprisonment", orders: months });
    expect(result.warnings).toContain("CHAIN_NOT_CONFIRMED");
    const days = result.readings.filter(({ convention }) => convention === "INCLUSIVE_DAYS").map(({ chain, lastDay }) => [chain, lastDay]);
    expect(days).toEqual([["SEQUENTIAL", "2019-03-31"], ["AGGREGATE", "2019-03-30"]]);
    expect(estimate({ moments: [{ kind: "seized", when: "2019-01-31" }], jurisdiction: "GB", zone: "Europe/London", detentionKind: "imprisonment", orders: months }).warnings).not.toContain("CHAIN_NOT_CONFIRMED");
  });
});

describe("a later decision", () => {
  it("that shortens the term does not free before it was taken, and what was served beyond is counted", () => {
    const result = estimate({ orders: [arrest, order({ kind: "appeal", date: "2019-10-28", term: { d: 5 } })] });
    expect(result).toMatchObject({ kind: "day", earliest: "2019-10-28T00:00:00+06:00", latest: "2019-10-29T00:00:00+06:00", term: "P5D" });
    expect(result.over).toEqual({ kind: "reduced_term", since: "2019-10-26T16:00:00+06:00", min: "PT32H", max: "PT96H" });
  });

  it("that lengthens the term counts from the same beginning", () => {
    expect(estimate({ orders: [arrest, order({ kind: "appeal", date: "2019-10-28", term: { d: 15 } })] }).earliest).toBe("2019-11-05T16:00:00+06:00");
  });

  it("after the term had run changes nothing", () => {
    expect(estimate({ orders: [arrest, order({ kind: "appeal", date: "2019-11-10", term: { d: 5 } })] }).earliest).toBe("2019-10-31T16:00:00+06:00");
    expect(estimate({ orders: [arrest, order({ kind: "annulment", date: "2020-01-15", term: null })] }).earliest).toBe("2019-10-31T16:00:00+06:00");
  });

  it("without a date can have been taken at any time", () => {
    const result = estimate({ orders: [arrest, order({ kind: "annulment", date: null, term: null })] });
    expect(result).toMatchObject({ kind: "window", earliest: null, latest: "2019-10-31T16:01:00+06:00" });
    expect(result.warnings).toContain("DECISION_DATE_UNKNOWN");
    expect(estimate({ orders: [arrest, order({ kind: "appeal", date: null, term: { d: 5 } })] })).toMatchObject({ earliest: "2019-10-26T16:00:00+06:00", latest: "2019-10-31T16:01:00+06:00" });
  });

  it("that annuls one of two terms leaves the other", () => {
    const result = estimate({ orders: [arrest, order({ date: "2019-10-30T12:00", term: { d: 5 }, relation: "consecutive" }), order({ id: "o3", kind: "annulment", date: "2019-10-30T18:00", term: null, relatesTo: "o2" })] });
    expect(result.earliest).toBe("2019-10-31T16:00:00+06:00");
  });

  it("of amnesty with a term reduces it", () => {
    expect(estimate({ orders: [arrest, order({ kind: "amnesty", date: "2019-10-24", term: { d: 7 } })] }).earliest).toBe("2019-10-28T16:00:00+06:00");
  });

  it("that makes a term endless leaves nothing to compute", () => {
    expect(estimate({ orders: [arrest, order({ kind: "appeal", date: "2019-10-24", term: "LIFE" })] }).earliest).toBeNull();
  });
});

describe("what would harm somebody", () => {
  const facts: Partial<CaseFacts> = { moments: [{ kind: "seized", when: "2026-11-15T14:20" }] };
  const ruling = order({ id: "o1", date: "2026-11-16", term: { d: 15 } });

  it("a reduced term that had run is counted from where it ended, on every reading, and once", () => {
    const result = estimate({ ...facts, orders: [ruling, order({ kind: "appeal", date: "2026-11-19T15:00", term: { d: 3 } })] });
    expect(result).toMatchObject({ earliest: "2026-11-19T15:00:00+05:00", watchFrom: "2026-11-19T15:00:00+05:00", countingConfirmed: true, convention: null });
    expect(result.over).toEqual({ kind: "reduced_term", since: "2026-11-18T14:20:00+05:00", min: "PT24H40M", max: "PT63H" });
  });

  it("an annulment known to the minute frees at that minute on every reading", () => {
    const result = estimate({ ...facts, orders: [ruling, order({ kind: "annulment", date: "2026-11-18T12:00", term: null })], observed: "2026-11-20T12:00" });
    expect(result).toMatchObject({ watchFrom: "2026-11-18T12:00:00+05:00", overdueFrom: "2026-11-18T12:01:00+05:00", countingConfirmed: true });
    expect(result.over).toEqual({ kind: "annulment", since: "2026-11-18T12:00:00+05:00", min: "PT48H", max: "PT48H" });
    expect(result.appeals).toEqual([]);
  });

  it("a later decision does not settle how a term is counted unless it is the end itself", () => {
    const prison: Partial<CaseFacts> = { jurisdiction: "GB", zone: "Europe/London", detentionKind: "imprisonment", moments: [{ kind: "seized", when: "2019-10-21" }] };
    const result = estimate({ ...prison, orders: [order({ id: "o1", kind: "sentence", date: "2019-10-22", term: { y: 2 } }), order({ kind: "appeal", date: "2019-12-01", term: { y: 3 } })] });
    expect(result).toMatchObject({ countingConfirmed: false, countingRule: { id: "gb.prison.counting" } });
    expect(result.warnings).toContain("COUNTING_NOT_CONFIRMED");
    const kept = estimate({ jurisdiction: "GB", zone: "Europe/London", detentionKind: "unknown", ...facts, overrides: [{ ruleId: "general.counting", version: 1, source: "x", value: '{"exact":"ELAPSED_24H","window":["ELAPSED_24H"]}' }], orders: [order({ id: "o1", kind: "administrative_detention", date: "2026-11-16", term: { d: 15 } }), order({ kind: "appeal", date: "2026-11-17", term: { d: 10 } })] });
    expect(kept).toMatchObject({ convention: "ELAPSED_24H", countingRule: { id: "general.counting" } });
  });

  it("a term that would have ended before it was ordered is counted from the ruling, with a warning", () => {
    const result = estimate({ moments: [{ kind: "seized", when: "2026-10-01" }], orders: [order({ id: "o1", date: "2026-11-18T10:00", term: { d: 10 } })] });
    expect(result.warnings).toContain("ENDS_BEFORE_RULING");
    expect(result).toMatchObject({ earliest: "2026-11-28T10:00:00+05:00", startUsed: { kind: "ruling" } });
  });
});

describe("credits and interruptions", () => {
  const remand = { id: "c", kind: "remand" as const, from: "2020-12-16", to: "2021-06-14", days: null, ratio: "3/2" };
  const sentence = order({ id: "s", kind: "sentence", date: "2021-06-15", term: { y: 2 } });
  const russian: Partial<CaseFacts> = { zone: "Europe/Moscow", jurisdiction: "RU", detentionKind: "imprisonment", moments: [{ kind: "seized", when: "2020-12-16" }], orders: [sentence] };

  it("a sentence whose earlier custody is credited is counted from the ruling", () => {
    const result = estimate({ ...russian, adjustments: [remand] });
    expect(result.startUsed).toEqual({ kind: "ruling", when: "2021-06-15", written: false, credited: true });
    expect(result.readings.map(({ convention, earliest, latest }) => [convention, earliest, latest])).toEqual(
      expect.arrayContaining([
        ["INCLUSIVE_DAYS", "2022-09-15T00:00:00+03:00", "2022-09-15T12:00:00+03:00"],
        ["EXCLUSIVE_DAYS", "2022-09-16T00:00:00+03:00", "2022-09-16T12:00:00+03:00"],
      ]),
    );
    expect(result.warnings).toEqual(expect.arrayContaining(["ROUNDING_APPLIED", "HOLIDAYS_NOT_RECORDED"]));
  });

  it("without a ratio everything that the law knows is possible", () => {
    const result = estimate({ ...russian, adjustments: [{ ...remand, ratio: null }] });
    expect(result.warnings).toContain("CREDIT_RATIO_UNKNOWN");
    const reading = result.readings.find(({ convention }) => convention === "INCLUSIVE_DAYS");
    expect([reading?.earliest.slice(0, 10), reading?.latest.slice(0, 10)]).toEqual(["2022-06-17", "2022-12-15"]);
  });

  it("credited days after the beginning are not counted twice", () => {
    const arrested = estimate({ orders: [arrest], adjustments: [{ ...remand, kind: "administrative_detention", from: "2019-10-20", to: "2019-10-22", ratio: null }] });
    expect(arrested.earliest).toBe("2019-10-30T16:00:00+06:00");
    expect(arrested.warnings).toContain("CREDIT_COUNTED_ALREADY");
  });

  it("a suspension does not count", () => {
    const facts: Partial<CaseFacts> = { zone: "Europe/Moscow", jurisdiction: "RU", moments: [{ kind: "seized", when: "2021-02-01T12:00" }], orders: [order({ date: "2021-02-01", term: { d: 15 } })] };
    const suspended = estimate({ ...facts, adjustments: [{ id: "i", kind: "suspension", from: "2021-02-05T12:00", to: "2021-02-10T12:00", days: null, ratio: null }] });
    expect(suspended.readings[0]?.at).toBe("2021-02-21T12:00:00+03:00");
  });

  it("a suspension that was over before a second order began does not touch it", () => {
    const both = [arrest, order({ date: "2019-10-30T12:00", term: { d: 5 }, relation: "concurrent" })];
    const suspension = (to: string) => ({ id: "i", kind: "suspension" as const, from: "2019-10-24T10:00", to, days: null, ratio: null });
    expect(estimate({ orders: both, adjustments: [suspension("2019-10-26T10:00")] }).earliest).toBe("2019-11-04T12:00:00+06:00");
    expect(estimate({ orders: both, adjustments: [suspension("2019-10-31T10:00")] }).earliest).toBe("2019-11-11T12:00:00+06:00");
  });

  it("an adjustment that cannot be read stops the computation", () => {
    const result = estimate({ orders: [arrest], adjustments: [{ ...remand, from: "2019-09", to: "2019-10-01" }] });
    expect(result).toMatchObject({ basis: "none", earliest: null });
    expect(result.warnings).toContain("FACT_UNREADABLE");
  });
});

describe("the two alarms", () => {
  it("watch begins at the earliest lawful reading, overdue only after the latest", () => {
    expect(estimate({ orders: [arrest] })).toMatchObject({ earliest: "2019-10-31T16:00:00+06:00", watchFrom: "2019-10-30T00:00:00+06:00", overdueFrom: "2019-10-31T16:01:00+06:00" });
  });

  it("held beyond the latest reading is counted in hours, as an interval", () => {
    const result = estimate({ orders: [arrest], observed: "2019-11-01T18:00" });
    expect(result.over).toEqual({ kind: "term", since: "2019-10-31T16:00:00+06:00", min: "PT26H", max: "PT66H" });
    expect(estimate({ orders: [arrest], observed: "2019-10-31T15:00" }).over).toBeNull();
  });

  it("held on after the annulment is counted likewise", () => {
    const annulled = estimate({ orders: [arrest, order({ kind: "annulment", date: "2019-10-25", term: null })], observed: "2019-10-27T10:00" });
    expect(annulled.over).toEqual({ kind: "annulment", since: "2019-10-26T00:00:00+06:00", min: "PT34H", max: "PT58H" });
  });
});

describe("a rule of the organisation's own", () => {
  it("takes the place of the law and is named in the trace and the provenance", () => {
    const override = { ruleId: "kz.arrest.counting", version: 3, source: "Opinion of counsel", value: '{"exact":"INCLUSIVE_DAYS","window":["INCLUSIVE_DAYS"]}' };
    const result = estimate({ orders: [arrest], overrides: [override] });
    expect(result).toMatchObject({ convention: "INCLUSIVE_DAYS", countingConfirmed: true, earliest: "2019-10-30T00:00:00+06:00", overdueFrom: "2019-10-31T00:00:00+06:00" });
    expect(result.provenance.overrides).toEqual(["kz.arrest.counting v3"]);
    expect(result.trace.find(({ rule }) => rule === "term.add")).toMatchObject({ law: "kz.arrest.counting", overridden: { version: 3, source: "Opinion of counsel" } });
  });
});

describe("hypotheses", () => {
  it("what an observed release implies, by each reading of the law", () => {
    const { hypotheses } = estimate({ moments: [], orders: [arrest], observed: "2019-10-31T16:00~" });
    expect(hypotheses).toEqual(
      expect.arrayContaining([
        { implies: "start", from: "observed", convention: "ELAPSED_24H", earliest: "2019-10-21T15:30:00+06:00", latest: "2019-10-21T16:31:00+06:00" },
        { implies: "start", from: "observed", convention: "INCLUSIVE_DAYS", date: "2019-10-22" },
        { implies: "start", from: "observed", convention: "EXCLUSIVE_DAYS", date: "2019-10-21" },
      ]),
    );
  });

  it("what a stated release implies of a term that nobody knows", () => {
    const { hypotheses } = estimate({ moments: [{ kind: "seized", when: "2019-10-25" }], stated: [{ id: "s", when: "2019-11-04" }] });
    expect(hypotheses.map(({ convention, days }) => [convention, days])).toEqual([["ELAPSED_24H", [10]], ["INCLUSIVE_DAYS", [11]], ["EXCLUSIVE_DAYS", [10]]]);
  });

  it("none where the beginning is known and everything fits", () => expect(estimate({ orders: [arrest], observed: "2019-10-31T16:00" }).hypotheses).toEqual([]));
});

describe("every estimate", () => {
  it("is made of the first and the last year that can be recorded too", () => {
    for (const when of ["1900", "1900-01-01", "1901~/1901", "2199-12-31"]) expect(estimate({ moments: [], stated: [{ id: "s", when }] }).basis, when).toBe("stated");
  });

  it("replays to the window it shows", () => {
    const all = [
      estimate({ orders: [arrest, order({ date: "2019-10-30T12:00", term: { d: 5 } })] }),
      estimate({ orders: [arrest, order({ kind: "appeal", date: "2019-10-28", term: { d: 5 } }), order({ id: "o3", kind: "annulment", date: "2019-10-29", term: null })] }),
    ];
    for (const { trace, earliest } of all) {
      const { end, release } = replay(JSON.parse(JSON.stringify(trace)) as typeof trace);
      expect(boundsOfSpan((release ?? end)!, "Asia/Almaty").lo).toBe(Date.parse(earliest!));
    }
  });
});
