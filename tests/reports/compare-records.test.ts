import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { ReportRecord } from "@/lib/model/report";
import { compareRecords, isOverdueAt, isUnchanged } from "@/lib/reports/compare-records";
import { compareSentence } from "@/lib/reports/compare-sentence";

const record = (given: Partial<ReportRecord> & { id: string }): ReportRecord => ({
  kind: "case", version: 1, label: given.id, named: true, status: "in_custody", outstanding: true, expectedFrom: 100, expectedTo: 200, overdueFrom: 200, released: null, ...given,
});

const instant = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
const anyRecord = fc
  .record({ id: fc.constantFrom("a", "b", "c", "d", "e", "f"), version: fc.integer({ min: 1, max: 3 }), out: fc.boolean(), released: fc.option(fc.constantFrom("2019-10-31", "2019-11"), { nil: null }), died: fc.boolean(), expectedFrom: instant, expectedTo: instant, overdueFrom: instant })
  .map(({ out, died, released, ...rest }) => record({ ...rest, outstanding: !out, status: !out ? "in_custody" : died ? "died" : "released", released: out && !died ? released : null }));
const side = fc.record({ records: fc.uniqueArray(anyRecord, { selector: ({ id }) => id }), at: fc.integer({ min: 0, max: 400 }) });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("the comparison of two reports", () => {
  it("puts every case of either into exactly one place", () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { added, left, released, ended, again, same } = compareRecords(before, after);
        const placed = [...ids(added), ...ids(left), ...[released, ended, again, same].flatMap((list) => list.map(({ after: { id } }) => id))];
        expect(placed.sort()).toEqual([...new Set([...ids(before.records), ...ids(after.records)])].sort());
      }),
    );
  });

  it("balances: who was there, came and left is who is there", () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { added, left } = compareRecords(before, after);
        expect(before.records.length + added.length - left.length).toBe(after.records.length);
      }),
    );
  });

  it("finds nothing between a report and itself, and turned round what came is what left", () => {
    fc.assert(
      fc.property(side, side, (one, other) => {
        expect(isUnchanged(compareRecords(one, one))).toBe(true);
        const [there, back] = [compareRecords(one, other), compareRecords(other, one)];
        expect(ids(back.left).sort()).toEqual(ids(there.added).sort());
        expect(back.again.length).toBe(there.released.length + there.ended.length);
        expect(back.corrected.length >= 0 && there.corrected.every(({ after: { id } }) => !ids(there.added).includes(id))).toBe(true);
      }),
    );
  });

  it("calls overdue exactly those who are overdue later and were not before", () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const { overdue, stillOverdue } = compareRecords(before, after);
        expect([...ids(overdue), ...stillOverdue.map(({ after: { id } }) => id)].sort()).toEqual(ids(after.records.filter((each) => isOverdueAt(each, after.at))).sort());
      }),
    );
  });

  it("calls a date corrected that was told and is another one, not a release that was recorded or a first date", () => {
    const before = [record({ id: "moved" }), record({ id: "freed" }), record({ id: "first", expectedFrom: null, expectedTo: null }), record({ id: "out", outstanding: false, status: "released", released: "2019-10-31" })];
    const after = [record({ id: "moved", expectedTo: 300 }), record({ id: "freed", outstanding: false, status: "released", released: "2019-11-01" }), record({ id: "first" }), record({ id: "out", outstanding: false, status: "released", released: "2019-10-30" })];
    const found = compareRecords({ records: before, at: 0 }, { records: after, at: 0 });
    expect(found.corrected.map(({ after: { id } }) => id)).toEqual(["moved", "out"]);
    expect(found.released.map(({ after: { id } }) => id)).toEqual(["freed"]);
  });

  it.each([
    ["en", "Since bulletin 12: 7 released, 3 new, 1 date corrected, 2 overdue."],
    ["ru", "С бюллетеня № 12: освобождено 7, 3 новых, исправлена 1 дата, срок истёк у 2."],
    ["kk", "№ 12 бюллетеньнен бері: 7 адам босатылды, 3 жаңа адам, 1 күн түзетілді, 2 адамның мерзімі өтті."],
  ] as const)("is said in one sentence in %s", async (locale, sentence) => {
    const inside = Array.from({ length: 10 }, (_, at) => record({ id: `p${at}` }));
    const later = inside.map((each, at) => (at < 7 ? { ...each, outstanding: false, status: "released", released: "2019-11-01" } : at === 7 ? { ...each, expectedTo: 900, overdueFrom: 900 } : each));
    const added = ["x", "y", "z"].map((id) => record({ id, overdueFrom: 900 }));
    const difference = compareRecords({ records: inside, at: 0 }, { records: [...later, ...added], at: 500 });
    const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "reports.compare" }) as (key: string, values?: Record<string, string | number>) => string;
    expect(compareSentence(difference, t("since.bulletin", { number: "12" }), t, (items) => items.join(", "))).toBe(sentence);
  });

  it("says in every language that nothing changed, or only words did", async () => {
    for (const locale of locales) {
      const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "reports.compare" }) as (key: string, values?: Record<string, string | number>) => string;
      const say = (after: ReportRecord[]) => compareSentence(compareRecords({ records: [record({ id: "a" })], at: 0 }, { records: after, at: 0 }), "12", t, (items) => items.join(", "));
      expect(new Set([say([record({ id: "a" })]), say([record({ id: "a", version: 2 })]), say([])]).size).toBe(3);
    }
  });
});

it("a sentence for everybody says of fewer than five neither what became of them nor how many they are", () => {
  const record = (id: string, outstanding: boolean): ReportRecord => ({ kind: "case", id, version: 1, label: id, named: false, status: outstanding ? "in_custody" : "released", outstanding, expectedFrom: null, expectedTo: null, overdueFrom: null, released: null });
  const say = (key: string, values?: Record<string, string | number>) => [key, ...Object.values(values ?? {})].join(" ");
  const of = (released: number, added: number) => {
    const ids = Array.from({ length: released }, (_, at) => `r${at}`);
    return compareRecords({ records: ids.map((id) => record(id, true)), at: 0 }, { records: [...ids.map((id) => record(id, false)), ...Array.from({ length: added }, (_, at) => record(`a${at}`, true))], at: 1 });
  };
  expect(compareSentence(of(7, 1), "12", say, (items) => items.join(", "), true)).toBe("sentence 12 told.released 7, few");
  expect(compareSentence(of(1, 2), "12", say, (items) => items.join(", "), true)).toBe("few_only 12");
  expect(compareSentence(of(1, 2), "12", say, (items) => items.join(", "))).toBe("sentence 12 told.released 1, told.added 2");
});
