import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventOutcome } from "@/lib/model/event-outcome";
import { eventOutcomes } from "@/lib/model/event-outcome";
import { messagesOf } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/locales";
import type { AudienceProfile } from "@/lib/model/destination";
import type { AnnexFigures } from "@/lib/model/report-figures";
import { buildStatisticsAnnex } from "@/lib/reports/statistics-annex";
import { reportWords } from "@/lib/reports/report-words";
import { detentionKinds, sexes } from "@/lib/model/vocabularies";

const messages = Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, await messagesOf(locale)] as const)));
const built = (figures: AnnexFigures, profile: AudienceProfile, locale: (typeof locales)[number] = "en") =>
  buildStatisticsAnnex(figures, reportWords(messages[locale] ?? {}, { locale, now: Date.parse("2019-11-10T06:00Z"), zone: "Asia/Almaty", profile }));

const nobody = { count: 0, least: 0, most: 0, mostUnknown: 0 };
const empty: AnnexFigures = {
  from: "2019-10-01",
  to: "2019-10-31",
  begun: { total: 0, people: 0, kinds: [], places: [], sexes: [], outcomes: [] },
  courts: [],
  left: [],
  late: nobody,
  inside: null,
  days: [],
  missing: { undated: 0, undatedHeld: 0, releasedUndated: 0, unconfirmed: 0 },
  rules: { engine: "1", sets: [] },
};

const court = (name: string) => ({ id: name, name, nameKk: "", nameRu: "", nameEn: "" });
/** Detentions one by one, so that every table counts the same ones. */
const detention = fc.record({ kind: fc.constantFrom(...detentionKinds.slice(0, 4), "unknown"), sex: fc.constantFrom(...sexes), outcome: fc.constantFrom<EventOutcome>(...eventOutcomes), place: fc.integer({ min: 0, max: 3 }), court: fc.integer({ min: 0, max: 2 }), term: fc.constantFrom(null, "P5D", "P10D") });
const figuresOf = (all: readonly { kind: string; sex: string; outcome: EventOutcome; place: number; court: number; term: string | null }[], inside: number): AnnexFigures => {
  const by = <Key>(key: (one: (typeof all)[number]) => Key) => [...Map.groupBy(all, key)].map(([each, own]) => ({ key: each, count: own.length }));
  const courts = [...Map.groupBy(all, (one) => `${one.court} ${one.kind}`).values()].map((own) => {
    const known = own.filter(({ term }) => term !== null).length;
    const first = own[0]!;
    return { court: court(`Court ${first.court}`), kind: first.kind, terms: { known, unknown: own.length - known, shortest: known ? "P5D" : null, longest: known ? "P10D" : null, middle: known ? ["P10D"] : [] } };
  });
  const late = all.filter(({ outcome }) => outcome === "late").length;
  return {
    ...empty,
    begun: { total: all.length, people: all.length, kinds: by(({ kind }) => kind), places: by(({ place }) => place).map(({ key, count }) => ({ key: { id: String(key), nameKk: "", nameRu: "", nameEn: `Place ${key}` }, count })), sexes: by(({ sex }) => sex), outcomes: by(({ outcome }) => outcome) },
    courts,
    left: by(({ outcome }) => outcome),
    late: { count: late, least: late * 60, most: late * 90, mostUnknown: 0 },
    days: [{ date: "2019-10-31", held: inside }],
    missing: { undated: inside, undatedHeld: inside, releasedUndated: inside, unconfirmed: inside },
  };
};

const cellsOf = (report: ReturnType<typeof built>) => report.blocks.flatMap((block) => (block.kind === "table" ? [block.rows] : []));

describe("the statistics outside the house", () => {
  test("show no figure from one to four, in a table or in a sentence", () => {
    fc.assert(
      fc.property(fc.array(detention, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom<AudienceProfile>("partner", "public"), (all, inside, profile) => {
        const report = built(figuresOf(all, inside), profile);
        for (const cell of cellsOf(report).flat(2)) expect(cell).not.toMatch(/^[1-4]$/);
        const told = report.blocks.flatMap((block) => (block.kind === "facts" ? block.rows.map(({ value }) => value) : block.kind === "list" ? block.items : []));
        for (const text of told) expect(text).not.toMatch(/^[1-4]\b|\b[1-4] (detention|release|person|people)/);
      }),
      { numRuns: 200 },
    );
  });

  test("withhold the terms of a kind that is withheld: its rows would add up to it", () => {
    fc.assert(
      fc.property(fc.array(detention, { maxLength: 60 }), (all) => {
        const report = built(figuresOf(all, 0), "public");
        const [kinds = [], , , , terms = []] = cellsOf(report);
        for (const [kind, count] of kinds) if (count === "×") for (const [, of, known, ...rest] of terms) if (of === kind) expect([known, rest.at(-1)]).toEqual(["×", "×"]);
      }),
      { numRuns: 200 },
    );
  });

  test("do not tell how long people were held where the table withholds how many", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ outcome: fc.constantFrom<EventOutcome>("late", "on_time", "died") }), { maxLength: 24 }), (some) => {
        const all = some.map((one) => ({ kind: "remand", sex: "male", place: 0, court: 0, term: null, ...one }));
        const report = built(figuresOf(all, 0), "public");
        const outcomes = cellsOf(report)[3] ?? [];
        const late = outcomes.find(([label]) => label === "released late")?.[1];
        const told = report.blocks.flatMap((block) => (block.kind === "facts" ? block.rows : [])).find(({ label }) => label.startsWith("Released after"))?.value ?? "";
        if (late === "×") expect(told).toBe("×");
        else if (late !== undefined) expect(told).toBe(late === "0" ? "nobody" : late);
      }),
      { numRuns: 500 },
    );
  });
});

test("an empty period says so in every language, and what is not known has its row in the house", () => {
  for (const locale of locales) {
    const report = built(empty, "internal", locale);
    expect(report.blocks.filter((block) => block.kind === "table" && block.rows.length > 0 && block.rows.some((row) => /[1-9]/.test(row[1] ?? "")))).toEqual([]);
    for (const block of report.blocks) if (block.kind === "table") expect(block.empty).not.toBe("");
  }
  const labels = cellsOf(built(empty, "internal")).map((rows) => rows.map(([label]) => label));
  expect(labels.slice(0, 4)).toEqual([["not known", "Total"], [], ["not known", "Total"], ["not known", "Total"]]);
});
