import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "@/lib/exchange/csv-safe";
import { openCsv } from "@/lib/exchange/csv-stream";
import { csvText } from "@/lib/exchange/csv";
import { readCase, type ReadContext } from "@/lib/exchange/case-read";
import { guessDetails, placeNamed } from "@/lib/exchange/event-guess";
import { matchWord, slips } from "@/lib/exchange/import-words";
import { guessRecordColumns } from "@/lib/exchange/record-guess";
import { manyColumns, targetsOf, wordLists } from "@/lib/model/import-kind";
import { listWords } from "@/lib/services/import-vocabulary";

const words = await listWords();
const context: ReadContext = { today: "2026-01-01", now: Date.UTC(2026, 0, 1) };
const places = [{ id: "ala", code: "ALA", nameKk: "Алматы", nameRu: "Алматы", nameEn: "Almaty", zone: "Asia/Almaty" }];

describe("a word of a list", () => {
  it("is found by every label in every language, whatever its case and blanks", () => {
    for (const list of wordLists) {
      for (const { labels } of words[list]) for (const label of labels) expect([list, label, matchWord(`  ${label.toUpperCase()} `, list, words)?.sure]).toEqual([list, label, true]);
      for (const { value } of words[list]) expect(matchWord(value, list, words)).toEqual({ value, sure: true });
    }
  });

  it("is suggested after a slip, and never where two could be meant or nothing is near", () => {
    expect(matchWord("мужчена", "sexes", words)).toEqual({ value: "male", sure: false });
    expect(matchWord("административный арзст", "detention_kinds", words)).toEqual({ value: "administrative_arrest", sure: false });
    expect(matchWord("қамк", "order_kinds", words)).toEqual({ value: "administrative_arrest", sure: false });
    expect(matchWord("адм", "detention_kinds", words)?.value).toBe("administrative_detention");
    for (const word of ["", "?", "x", "квадрат", "constructor", "valueOf", "__proto__"]) expect(matchWord(word, "sexes", words)).toBeNull();
  });

  it("is a value of its list or nothing, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom(...wordLists), (text, list) => {
        const match = matchWord(text, list, words);
        if (match) expect(words[list].map(({ value }) => value)).toContain(match.value);
      }),
    );
  });

  it("lies as many slips away as letters have to be changed, in both directions", () => {
    expect([slips("срок", "срок", 2), slips("срок", "сорк", 2), slips("срок", "срк", 2), slips("а", "ббббб", 2)]).toEqual([0, 1, 1, 3]);
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(slips(a, b, 20)).toBe(slips(b, a, 20));
      expect(slips(a, b, 20) === 0).toBe(a === b);
      expect(slips(a, b, 20)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }));
  });
});

describe("a file read record by record", () => {
  it("gives every cell back as it was, guarded or not, in whatever encoding and delimiter", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !text.includes("\u0000") && !/[\ud800-\udfff]/.test(text) && !text.startsWith("\ufeff"));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (rows) => {
        const read: string[][] = [];
        for await (const record of openCsv(new TextEncoder().encode(`\ufeff${csvText(rows)}`), "utf-8", "comma").records()) read.push(record.map(unguardCell));
        expect(read).toEqual(rows);
      }),
      { numRuns: 60 },
    );
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => unguardCell(guardCell(text)) === text));
  });

  it("keeps letters whole that lie across two pieces", async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [`Қайырғали ${at}`, "Өтегенова Гүлнұр, «ұйым»"]);
    let count = 0;
    for await (const record of openCsv(new TextEncoder().encode(csvText(rows))).records()) expect(record).toEqual(rows[count++]);
    expect(count).toBe(rows.length);
  });

  it("says what is wrong", async () => {
    const read = async (text: string) => {
      for await (const record of openCsv(new TextEncoder().encode(text), "utf-8").records()) void record;
    };
    await expect(read('a,b\n"1,2\n')).rejects.toMatchObject({ code: "unclosed_quote", at: { line: 2, cell: 1 } });
    // The line on which the cell begins, not that on which the file ends: breaks inside earlier cells count, whatever they are made of.
    await expect(read(`a,b\r\n"1\r\n2","3\n${"4,5\n".repeat(200_000)}`)).rejects.toMatchObject({ at: { line: 3, cell: 2 } });
    await expect(read('\ufeff"a,b\n')).rejects.toMatchObject({ at: { line: 1, cell: 1 } });
    await expect(read('a;b\n1;2\n\n3;"ЖШС ""Сын"" 4\n')).rejects.toMatchObject({ at: { line: 4, cell: 2 } });
    await expect(read("a\u0000b,c\n")).rejects.toMatchObject({ code: "not_text" });
  });
});

describe("a row of cases", () => {
  const headings = ["name", "taken", "place", "order_date", "term", "released", "stated_release"];
  const late: ReadContext = { today: "2019-11-05", relative: false, now: Date.UTC(2019, 10, 5, 3) };
  const read = (...cells: string[]) => {
    const rows = [{ row: 2, cells: ["Сынақова Әйгерім", ...cells] }];
    const columns = targetsOf.cases.filter((target) => headings.includes(target)).sort((a, b) => headings.indexOf(a) - headings.indexOf(b));
    return readCase(rows[0] ?? { row: 2, cells: [] }, { headings, columns, ...guessDetails(headings, columns, rows, places, words), sender: "Сын-Инфо" }, places, late);
  };

  it("lends its dates without a year that of the day on which the person was taken, and says so", () => {
    const { plan, doubts } = read("25 қазан", "г. Алматы", "26 қазан", "15 тәулік", "", "10 қараша");
    expect(plan).toMatchObject({ taken: "2019-10-25", order: { date: "2019-10-26", term: "P15D" }, stated: { when: "2019-11-10" } });
    expect(doubts).toEqual([["taken", "2019"], ["order_date", "2019"], ["stated_release", "2019"]].map(([target, year]) => ({ code: "year_lent", column: headings.indexOf(target ?? ""), params: expect.objectContaining({ year }) as unknown })));
    expect(read("28.12.2018 18:40", "Алматы", "27 декабря", "15 суток", "12.01", "12 января")).toMatchObject({ plan: { order: { date: "2018-12-27" }, released: "2019-01-12", stated: { when: "2019-01-12" } }, problems: [] });
    expect(read("", "Алматы", "", "", "", "10 ноября").plan?.stated?.when).toBe("2019-11-10");
    expect(read("25.10.2019", "Алматы", "26.10.2019", "10", "", "04.11.2019").doubts).toEqual([]);
  });

  it("is refused where its name is several people, who would become one", () => {
    const named = (name: string) => {
      const rows = [{ row: 2, cells: [name, "25.10.2019", "Алматы"] }];
      const some = headings.slice(0, 3);
      const columns = targetsOf.cases.filter((target) => some.includes(target)).sort((a, b) => some.indexOf(a) - some.indexOf(b));
      return readCase(rows[0] ?? { row: 2, cells: [] }, { headings: some, columns, ...guessDetails(some, columns, rows, places, words), sender: "Сын-Инфо" }, places, late);
    };
    for (const name of ["5 ер адам", "12 мужчин", "3 women"]) expect(named(name)).toMatchObject({ plan: null, problems: [{ code: "several_people", column: 0 }] });
    for (const name of ["Сынақова Әйгерім", "1 неизвестный", "Сынақ 2"]) expect(named(name).problems).toEqual([]);
  });

  it("is refused where a day is counted from one that nobody knows, or where the term is something else", () => {
    expect(read("вчера", "Алматы", "", "", "", "")).toMatchObject({ plan: null, problems: [{ code: "unreadable_date", column: 1, params: { value: "вчера" } }] });
    expect(read("25.10.2019", "Алматы", "26.10.2019", "до 5 ноября", "", "")).toMatchObject({ plan: null, problems: [{ code: "term_unreadable", column: 4 }] });
  });

  it("has the term that stands among other words, and a doubt where these name another kind of ruling", () => {
    expect(read("25.10.2019", "Алматы", "", "арест на 5 суток", "", "")).toMatchObject({ plan: { order: { kind: "administrative_arrest", term: "P5D" } }, doubts: [] });
    expect(read("25.10.2019", "Алматы", "", "3 жыл бас бостандығынан айыру", "", "")).toMatchObject({
      plan: { order: { kind: "administrative_arrest", term: "P3Y" } },
      doubts: [{ code: "term_kind_differs", column: 4, params: { value: "3 жыл бас бостандығынан айыру" } }],
    });
    expect(read("25.10.2019", "Алматы", "", "3 суток условно", "", "")).toMatchObject({ plan: null, problems: [{ code: "term_unreadable", column: 4 }] });
  });

  it("finds its place by a former name", () => {
    const renamed = [{ id: "ast", code: "AST", nameKk: "Астана", nameRu: "Астана", nameEn: "Astana", zone: "Asia/Almaty", otherNames: ["Нұр-Сұлтан"] }];
    expect(["Нур-Султан", "г. Нур-Султан", "Нұр-Сұлтан қаласы", "Астана қ.", "Караганда"].map((text) => placeNamed(text, renamed)?.id)).toEqual(["ast", "ast", "ast", "ast", undefined]);
  });
});

describe("columns of cases and people", () => {
  it("are known by their headings in three languages", () => {
    const guess = (kind: "cases" | "people", names: string[]) => guessRecordColumns(kind, names, [], "2026-01-01");
    expect(guess("cases", ["Аты-жөні", "Жынысы", "Ұсталған күні", "Қала", "Сот", "Мерзімі", "Босатылған күні", "Адвокат"])).toEqual(["name", "sex", "taken", "place", "court", "term", "released", "lawyer"]);
    expect(guess("cases", ["id", "full name", "date of birth", "detention date", "city", "court", "judge", "term", "released", "notes"])).toEqual(["external_id", "name", "birth_date", "taken", "place", "court", "judge", "term", "released", "note"]);
    expect(guess("people", ["№", "ФИО", "Дата рождения", "Пол", "Профессия", "Гражданство", "Здоровье"])).toEqual(["external_id", "name", "birth_date", "sex", "occupation", "nationality", "health_risk"]);
  });

  it("are never taken twice where there can be one, and rows are judged whatever stands in them", () => {
    const told = fc.constantFrom("", "-", "Сынақова Әйгерім", "25 октября 2025", "31.02.2025", "15 суток", "он тәулік", "жен", "Алматы", "=1+1", "\u202ex", "\u0001", "a\nb", "'");
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 15 }), { minLength: 1, maxLength: 10 }), fc.array(fc.array(fc.oneof(told, fc.string({ maxLength: 10 })), { maxLength: 10 }), { maxLength: 5 }), fc.array(fc.constantFrom(...targetsOf.cases), { minLength: 10, maxLength: 10 }), (headings, cells, any) => {
        const rows = cells.map((each, at) => ({ row: at + 2, cells: each }));
        const guessed = guessRecordColumns("cases", headings, rows, "2026-01-01");
        const once = guessed.filter((target) => !manyColumns.has(target));
        expect(new Set(once).size).toBe(once.length);
        const columns = any.slice(0, headings.length);
        const mapping = { headings, columns, ...guessDetails(headings, columns, rows, places, words) };
        for (const row of rows) {
          const { plan, problems } = readCase(row, mapping, places, context);
          expect(plan === null).toBe(problems.length > 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});
