import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inTime, kindsOf, newest, placed, withQuotes, type Cited, type TimelineEntry, type Told } from "@/lib/model/timeline";

const zone = "Asia/Almaty";
let made = 0;
const line = (told: Told, when: string | null, given: Partial<TimelineEntry> = {}): TimelineEntry => ({ id: `line-${++made}`, told, ...placed(when, zone), note: "", withdrawn: null, sources: [], quotes: [], createdAt: made, ...given });
const moment = (kind: string, when: string | null, given: Partial<TimelineEntry> = {}) => line({ kind: "custody", moment: kind, institution: null, releaseKind: null }, when, given);
const ruling = (when: string | null, given: Partial<TimelineEntry> = {}) => line({ kind: "ruling", order: "remand", court: null, term: null }, when, given);
const allegation = (when: string | null, sourceId: string) => line({ kind: "allegation", acts: ["beating"], who: "a neighbour", bodies: [] }, when, { sources: [{ id: sourceId, title: sourceId }] });
const cited = (field: string, given: Partial<Cited> = {}): Cited => ({ id: `quote-${++made}`, text: "…", saidBy: "", source: { id: "s", title: "s" }, field, valueKind: "", value: "", withdrawn: null, sourceId: "s", createdAt: made, ...given });
const beside = (entries: TimelineEntry[], quote: Cited) => withQuotes(entries, [quote]).entries.findIndex(({ quotes }) => quotes.length > 0);

describe("a line", () => {
  it("is uncertain where its date is less than a day, about, or one of several", () => {
    const uncertain = ["2019-10", "2019", "2019-10-31~", "2019-10-31T16:00~", "2019-10-29/2019-10-30", "../2019-10-22", "2019-10-22/.."];
    expect(uncertain.map((when) => placed(when, zone).uncertain)).toEqual(uncertain.map(() => true));
    expect(["2019-10-31", "2019-10-31T16:00", null].map((when) => placed(when, zone).uncertain)).toEqual([false, false, false]);
    expect(placed("../2019-10-22", zone).at).not.toBeNull();
    expect(placed(null, zone).at).toBeNull();
  });

  it("stands in order of time whatever the order of recording, and without a date at the end", () => {
    const when = fc.option(fc.constantFrom("2019-10-22", "2019-10-22T10:00", "2019-10", "../2019-10-25", "2019-11-01/2019-11-04", "2020"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), when)), (given) => {
        const entries = given.map(([ruled, date]) => (ruled ? ruling(date) : moment("seized", date)));
        const sorted = inTime(entries);
        const at = sorted.map((entry) => entry.at ?? Infinity);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        expect(inTime(entries.toReversed())).toEqual(sorted);
        expect([...kindsOf(entries).values()].reduce((sum, count) => sum + count, 0)).toBe(entries.length);
      }),
    );
    expect(inTime([moment("released", "2019-10-22"), ruling("2019-10-22"), moment("seized", "2019-10-22")]).map(({ told }) => (told.kind === "custody" ? told.moment : told.kind))).toEqual(["seized", "ruling", "released"]);
  });

  it("that is news happened up to now, is no moment of custody, and nothing that is only said", () => {
    const entries = inTime([moment("seized", "2019-10-22"), ruling("2019-10-23"), ruling("2019-10-24", { withdrawn: "wrong" }), line({ kind: "stated", who: "her" }, "2019-10-25"), ruling("2019-12-01"), ruling("2019-10-26")]);
    expect(newest(entries, Date.parse("2019-11-01"), 5).map(({ when }) => when)).toEqual(["2019-10-26", "2019-10-23"]);
  });
});

describe("a quotation", () => {
  it("stands beside the only line that it can be about", () => {
    const entries = [moment("seized", "2019-10-22"), moment("released", "2019-10-31"), ruling("2019-10-22")];
    expect([beside(entries, cited("custody")), beside(entries, cited("release")), beside(entries, cited("term")), beside(entries, cited("identity"))]).toEqual([0, 1, 2, -1]);
    expect(beside([moment("released", "2019-10-31", { withdrawn: "wrong" })], cited("release"))).toBe(-1);
    expect(beside(entries, cited("release", { withdrawn: "misread" }))).toBe(-1);
  });

  it("goes by its date or its source where there are several, and beside none where neither says so", () => {
    const entries = [ruling("2019-10-22"), ruling("2019-11-05"), allegation(null, "a"), allegation(null, "b")];
    const dated = (value: string) => cited("ruling", { valueKind: "when", value });
    expect([beside(entries, dated("2019-11-05")), beside(entries, dated("2019-11")), beside(entries, cited("ruling")), beside(entries, cited("abuse", { sourceId: "b" }))]).toEqual([1, 1, -1, 3]);
  });

  it("that names another date is never shown as if it supported the line", () => {
    const entries = [moment("released", "2019-10-31")];
    const other = cited("release", { valueKind: "when", value: "2019-10-30" });
    expect(withQuotes(entries, [other])).toMatchObject({ left: [other], entries: [{ quotes: [] }] });
    expect(beside(entries, cited("release", { valueKind: "when", value: "2019-10-31T16:00~" }))).toBe(0);
  });
});
