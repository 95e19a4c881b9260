import { describe, expect, it } from "vitest";
import { countPrefill, recordHref, type ClaimPrefill } from "@/lib/model/claim-prefill";
import { sameClaims } from "@/lib/model/same-claims";

const counted = (value: string): ClaimPrefill => ({ id: "c", caseId: null, eventId: "e", field: "event", valueKind: "count", value, valueName: "", saidBy: "the ministry", sourceId: "s", quote: "words", beside: [] });

describe("the form that records a claim", () => {
  const about = { id: "c", caseId: null, eventId: null };
  it.each([
    [{ ...about, eventId: "e", field: "event", valueKind: "count" }, "/events/e/counts/new?claim=c"],
    [{ ...about, eventId: "e", field: "event", valueKind: "when" }, "/events/e/edit"],
    [{ ...about, eventId: "e", field: "place", valueKind: "place" }, "/events/e/edit"],
    [{ ...about, eventId: "e", field: "abuse", valueKind: "" }, "/allegations/new?event=e&claim=c"],
    [{ ...about, eventId: "e", field: "event", valueKind: "" }, null],
    [{ ...about, caseId: "k", field: "place", valueKind: "place" }, "/cases/k/edit"],
    [{ ...about, caseId: "k", field: "release", valueKind: "when" }, "/cases/k/moments/new?kind=released&claim=c"],
    [{ ...about, field: "event", valueKind: "count" }, null],
  ])("of %j is %j", (claim, href) => expect(recordHref(claim)).toBe(href));

  it("of a count takes over who counted and the figure as it is meant", () => {
    expect(countPrefill(counted("at_least:24"))).toEqual({ attributedTo: "the ministry", sourceId: "s", note: "words", asOf: "", bound: "at_least", figure: "24" });
    expect(countPrefill(counted("far_more:"))).toMatchObject({ bound: "far_more", figure: "" });
    expect(countPrefill(counted("at_most:40"))).not.toHaveProperty("figure");
  });
});

describe("a quotation", () => {
  const said = { caseId: "1", field: "stated_release", quote: "on 4 November", start: 3, valueKind: "when", value: "2019-11-04", saidBy: "", withdrawn: null };
  it("accepted for several cases stands there once", () => {
    expect(sameClaims([said, { ...said, value: "2019-11-05" }, { ...said, caseId: "2" }]).map((group) => group.length)).toEqual([2, 1]);
  });
  it("of nobody yet, or whose words are not shown, stands for itself", () => {
    expect(sameClaims([{ ...said, caseId: null }, { ...said, caseId: null }])).toHaveLength(2);
    expect(sameClaims([{ ...said, quote: "" }, { ...said, quote: "" }])).toHaveLength(2);
  });
});
