import { describe, expect, it } from "vitest";
import { estimateRelease } from "@/lib/release/estimate";
import type { CaseFacts, EstimateOrder } from "@/lib/release/estimate";
import { boundsOfSpan } from "@/lib/release/spans";
import { replay } from "@/lib/release/trace";

const empty: CaseFacts = { zone: "Asia/Almaty", jurisdiction: "KZ", detentionKind: "administrative_arrest", moments: [], orders: [], adjustments: [], overrides: [], stated: [], observed: null };
const arrest: EstimateOrder = { id: "o1", kind: "administrative_arrest", date: "2019-10-22", term: { d: 10 }, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesTo: null, servedShare: null };
const estimate = (facts: Partial<CaseFacts>) => estimateRelease({ ...empty, ...facts }, "2025c");

describe("the founding scenario", () => {
  it("ten days from a ruling of 22 October are a window from 31 October to 1 November", () => {
    const result = estimate({ orders: [arrest], observed: "2019-10-31T16:00~" });
    expect(result).toMatchObject({
      basis: "computed",
      kind: "window",
      convention: "WINDOW",
      countingConfirmed: false,
      earliest: "2019-10-31T00:00:00+06:00",
      latest: "2019-11-02T00:00:00+06:00",
      startUsed: { kind: "ruling", when: "2019-10-22", written: false },
      observed: { when: "2019-10-31T16:00~", verdict: "on_time" },
      limits: [],
    });
    expect(result.warnings).toContain("START_NOT_RECORDED");
    expect(result.readings.map(({ convention }) => convention)).toEqual(["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"]);
    expect(boundsOfSpan(replay(result.trace).end!, "Asia/Almaty")).toMatchObject({ lo: Date.parse(result.earliest!), hi: Date.parse(result.latest!) });
  });

  it("the five: a stated day is kept and nothing is computed", () => {
    const result = estimate({ moments: [{ kind: "seized", when: "2019-10-25" }], stated: [{ id: "s", when: "2019-11-04" }] });
    expect(result).toMatchObject({
      basis: "stated",
      kind: "day",
      convention: null,
      earliest: "2019-11-04T00:00:00+06:00",
      latest: "2019-11-05T00:00:00+06:00",
      readings: [],
      stated: [{ id: "s", when: "2019-11-04", minusComputedDays: null, agrees: null }],
    });
    expect(result.warnings).toEqual(["TERM_UNKNOWN"]);
  });
});

describe("the beginning", () => {
  const orders = [arrest];

  it("an exact seizure gives an exact hour, with the other readings beside it", () => {
    const result = estimate({ orders, moments: [{ kind: "seized", when: "2019-10-21T16:00" }], stated: [{ id: "s", when: "2019-11-04" }] });
    expect(result).toMatchObject({ kind: "instant", convention: "ELAPSED_24H", earliest: "2019-10-31T16:00:00+06:00", latest: "2019-10-31T16:01:00+06:00" });
    expect(result.readings.map(({ lastDay }) => lastDay)).toEqual([undefined, "2019-10-30", "2019-10-31"]);
    expect(result.stated).toEqual([{ id: "s", when: "2019-11-04", minusComputedDays: 4, agrees: false }]);
    expect(result.warnings).toContain("STATED_DIFFERS");
    expect(result.limits.map(({ hours, at }) => [hours, at])).toEqual([
      [48, "2019-10-23T16:00:00+06:00"],
      [48, "2019-10-23T16:00:00+06:00"],
    ]);
  });

  it("an uncertain seizure keeps its interval, bounded by the ruling", () => {
    const result = estimate({ orders: [{ ...arrest, date: "2019-10-22T11:00" }], moments: [{ kind: "seized", when: "2019-10-21/2019-10-22" }] });
    expect(result.startUsed).toMatchObject({ kind: "seized" });
    expect(result.readings[0]).toMatchObject({ earliest: "2019-10-31T00:00:00+06:00", latest: "2019-11-01T11:00:00+06:00" });
  });

  it("held by a date at the latest has no earliest release", () => {
    expect(estimate({ orders, moments: [{ kind: "seized", when: "../2019-10-20" }] })).toMatchObject({ kind: "window", earliest: null, latest: "2019-10-31T00:00:00+06:00" });
  });

  it("a seizure after the ruling counts from the seizure", () => {
    expect(estimate({ orders, moments: [{ kind: "seized", when: "2019-11-05T09:00" }] })).toMatchObject({ earliest: "2019-11-15T09:00:00+06:00" });
  });

  it("a moment written in the ruling wins", () => {
    const written = { ...arrest, countFrom: "written" as const, countFromWhen: "2019-10-22T18:30" };
    const result = estimate({ orders: [written], moments: [{ kind: "seized", when: "2019-10-21T16:00" }] });
    expect(result).toMatchObject({ startUsed: { kind: "written", written: true }, earliest: "2019-11-01T18:30:00+06:00" });
  });

  it("an hour shown twice keeps both results", () => {
    const result = estimate({ orders: [{ ...arrest, date: null }], moments: [{ kind: "seized", when: "2024-02-29T23:30" }] });
    expect(result.warnings).toContain("AMBIGUOUS_LOCAL_TIME");
    expect(result.kind).toBe("window");
  });
});

describe("the orders", () => {
  const seized: CaseFacts["moments"] = [{ kind: "seized", when: "2019-10-21T16:00" }];
  const next = (kind: string, date: string, term: EstimateOrder["term"]): EstimateOrder => ({ ...arrest, id: `${kind}-${date}`, kind, date, term });

  it("an extension is added", () => {
    expect(estimate({ moments: seized, orders: [arrest, next("extension", "2019-10-30", { d: 5 })] }).earliest).toBe("2019-11-05T16:00:00+06:00");
  });

  it("an appeal that names a term replaces it, one without leaves it", () => {
    expect(estimate({ moments: seized, orders: [arrest, next("appeal", "2019-10-24", { d: 5 })] }).earliest).toBe("2019-10-26T16:00:00+06:00");
    expect(estimate({ moments: seized, orders: [arrest, next("appeal", "2019-10-24", null)] }).earliest).toBe("2019-10-31T16:00:00+06:00");
  });

  it("annulment and amnesty end custody on their date", () => {
    const result = estimate({ moments: seized, orders: [arrest, next("annulment", "2019-10-25", null)] });
    expect(result).toMatchObject({ kind: "day", earliest: "2019-10-25T00:00:00+06:00", latest: "2019-10-26T00:00:00+06:00" });
    expect(result.warnings).toContain("SENTENCE_ENDED_BY_ORDER");
  });

  it("the latest order that opens custody governs, in whatever order they were typed", () => {
    const detention = next("administrative_detention", "2019-10-21", { h: 48 });
    expect(estimate({ moments: seized, orders: [arrest, detention] }).earliest).toBe("2019-10-31T16:00:00+06:00");
  });

  it("without a term nothing is invented", () => {
    expect(estimate({ moments: seized, orders: [{ ...arrest, term: null }] })).toMatchObject({ basis: "none", kind: "unknown", earliest: null, latest: null });
    expect(estimate({ moments: seized, orders: [{ ...arrest, term: "LIFE" }] }).warnings).toContain("INDETERMINATE");
  });

  it("years of imprisonment are a window over both readings of the last day", () => {
    const result = estimate({ detentionKind: "imprisonment", moments: seized, orders: [next("sentence", "2019-12-01", { y: 5 })] });
    expect(result).toMatchObject({ convention: "WINDOW", earliest: "2024-10-20T00:00:00+05:00", latest: "2024-10-22T00:00:00+05:00" });
  });

  it("a term beyond the known maximum is computed and marked", () => {
    expect(estimate({ moments: seized, orders: [{ ...arrest, term: { d: 60 } }] }).warnings).toContain("EXCEEDS_STATUTORY_MAX");
  });
});

describe("the release observed", () => {
  const moments: CaseFacts["moments"] = [{ kind: "seized", when: "2019-10-21T16:00" }];
  const verdict = (observed: string) => estimate({ moments, orders: [arrest], observed }).observed;

  it("is on time, early or late by the smallest possible gap", () => {
    expect(verdict("2019-10-31")).toEqual({ when: "2019-10-31", verdict: "on_time" });
    expect(verdict("2019-10-29/2019-10-30")).toEqual({ when: "2019-10-29/2019-10-30", verdict: "on_time" });
    expect(verdict("2019-10-28/2019-10-29")).toEqual({ when: "2019-10-28/2019-10-29", verdict: "early", by: "PT0S" });
    expect(verdict("2019-10-29T08:00")).toEqual({ when: "2019-10-29T08:00", verdict: "early", by: "PT16H" });
    expect(verdict("2019-10-31T21:00")).toEqual({ when: "2019-10-31T21:00", verdict: "late", by: "PT5H" });
  });

  it("cannot be judged when it is open or unreadable", () => {
    expect(verdict("2019-10-20/..")?.verdict).toBe("unknown");
    expect(verdict("soon")?.verdict).toBe("unknown");
  });
});
