import { describe, expect, it } from "vitest";
import { estimateRelease } from "@/lib/release/estimate";
import type { CaseFacts, EstimateOrder } from "@/lib/release/estimate";

const moscow: CaseFacts = { zone: "Europe/Moscow", jurisdiction: "RU", detentionKind: "administrative_arrest", moments: [], orders: [], adjustments: [], overrides: [], stated: [], observed: null };
const ruling: EstimateOrder = { id: "o1", kind: "administrative_arrest", date: "2021-02-02T18:00", term: { d: 10 }, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesTo: null, servedShare: null };
const estimate = (facts: Partial<CaseFacts>) => estimateRelease({ ...moscow, ...facts }, "2026c");
const limit = (facts: Partial<CaseFacts>, rule = "ru.detention.48h") => estimate(facts).limits.find((each) => each.rule === rule);
const delivered: CaseFacts["moments"][number] = { kind: "delivered", when: "2021-01-31T14:20" };

describe("a limit in hours", () => {
  it("runs while nothing happens", () => {
    expect(limit({ moments: [delivered] })).toMatchObject({ from: "delivered", earliestAt: "2021-02-02T14:20:00+03:00", at: "2021-02-02T14:20:00+03:00", state: "open", stepWhen: null, until: "court" });
  });

  it("is exceeded by the time between it and the next step", () => {
    expect(limit({ moments: [delivered], orders: [ruling] })).toMatchObject({ state: "exceeded", exceededBy: "PT3H40M", stepWhen: "2021-02-02T18:00", stepKind: "court" });
    expect(estimate({ moments: [delivered], orders: [ruling] }).warnings).toContain("LIMIT_EXCEEDED");
  });

  it("is met by a step in time, also to the minute", () => {
    expect(limit({ moments: [delivered], orders: [{ ...ruling, date: "2021-02-01T11:00" }] })?.state).toBe("met");
    expect(limit({ moments: [delivered], orders: [{ ...ruling, date: "2021-02-02T14:20" }] })?.state).toBe("met");
    expect(limit({ moments: [delivered], observed: "2021-02-01" })).toMatchObject({ state: "met", stepKind: "release" });
    expect(limit({ moments: [delivered, { kind: "died", when: "2021-02-01" }] })).toMatchObject({ state: "met", stepKind: "died" });
  });

  it("stays met by a ruling in time when a release without a date is recorded", () => {
    const facts = { moments: [delivered, { kind: "released" as const, when: null }], orders: [{ ...ruling, date: "2021-02-01T11:00" }] };
    expect(limit(facts)).toMatchObject({ state: "met", stepWhen: "2021-02-01T11:00" });
    expect(limit({ ...facts, orders: [ruling] })?.state).toBe("unknown");
  });

  it("may be exceeded where the hour of the step is not known, and nobody is accused", () => {
    expect(limit({ moments: [delivered], orders: [{ ...ruling, date: "2021-02-02" }] })?.state).toBe("possibly_exceeded");
    expect(limit({ moments: [delivered], orders: [{ ...ruling, date: null }] })?.state).toBe("unknown");
  });

  it("that runs from the delivery accuses nobody when only the seizure is recorded", () => {
    expect(limit({ moments: [{ kind: "seized", when: "2021-01-31T14:00" }], orders: [ruling] })).toMatchObject({ from: "seized", state: "possibly_exceeded" });
  });

  it("runs from sobering up, but ends no later than the cap after the delivery", () => {
    const sobered = (when: string) => [delivered, { kind: "sobered" as const, when }];
    expect(limit({ detentionKind: "administrative_detention", moments: sobered("2021-01-31T20:00") }, "ru.detention.3h")).toMatchObject({ from: "sobered", at: "2021-01-31T23:00:00+03:00" });
    expect(limit({ moments: sobered("2021-01-31T20:00") })?.at).toBe("2021-02-02T14:20:00+03:00");
  });

  it("is not stopped by a ruling before custody, and a sentence accuses nobody of a missing first one", () => {
    expect(limit({ moments: [delivered], orders: [{ ...ruling, date: "2021-01-26" }] })?.state).toBe("open");
    expect(limit({ moments: [delivered], orders: [{ ...ruling, kind: "sentence", date: "2021-03-02T18:00" }] })?.state).toBe("possibly_exceeded");
  });

  it("is none where nobody recorded when custody began", () => expect(estimate({ orders: [ruling] }).limits).toEqual([]));

  it("of the country ends before that of international law where it is shorter", () => {
    const limits = estimate({ jurisdiction: "KZ", zone: "Asia/Almaty", detentionKind: "administrative_detention", moments: [{ kind: "seized", when: "2019-10-21T16:00" }] }).limits;
    expect(limits.map(({ hours }) => hours)).toEqual([3, 48, 48]);
    expect(limits.at(-1)?.rule).toBe("iccpr.9.48h");
  });
});

describe("the time for an appeal", () => {
  it("runs whole days after the ruling and says whether one was filed", () => {
    const [open] = estimate({ orders: [ruling] }).appeals;
    expect(open).toMatchObject({ orderId: "o1", until: "2021-02-13T00:00:00+03:00", confidence: "unconfirmed", filed: null });
    const appealed = estimate({ orders: [ruling, { ...ruling, id: "o2", kind: "appeal", date: "2021-02-05", term: null }] }).appeals;
    expect(appealed.map(({ orderId, filed }) => [orderId, filed])).toEqual([["o1", "2021-02-05"]]);
  });
});
