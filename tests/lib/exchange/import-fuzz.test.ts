import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "@/lib/exchange/csv";
import { readCsv, REASON_HEADING } from "@/lib/exchange/csv-read";
import { decodeText, encodings } from "@/lib/exchange/decode";
import { checkRows } from "@/lib/exchange/event-check";
import { broughtTo, guessColumns, guessDetails } from "@/lib/exchange/event-guess";
import { rowVerdicts, type KnownRecords } from "@/lib/exchange/event-plan";
import { importDetailsInput, separators, type EventMapping } from "@/lib/model/event-import";
import { targetsOf } from "@/lib/model/import-kind";
import { eventInput } from "@/lib/model/event";
import { countCategories, eventKinds } from "@/lib/model/vocabularies";
import { LIST_HEADINGS } from "../../support/import-rows";

const noWords = { sexes: [], detention_kinds: [], order_kinds: [], release_kinds: [] };
const context = { today: "2026-01-01" };
const places = [
  { id: "ala", code: "ALA", nameKk: "Алматы", nameRu: "Алматы", nameEn: "Almaty", zone: "Asia/Almaty" },
  { id: "mow", code: "MOW", nameKk: "Мәскеу", nameRu: "Москва", nameEn: "Moscow", zone: "Europe/Moscow" },
];
const known: KnownRecords = { places, keys: new Map([["сын:7", "event-7"]]), events: [{ id: "event-1", title: "Пикет у акимата", start: "2019-11-04", placeIds: ["ala"], keys: [] }], stations: new Map([["медеу", "mow"]]) };

const telling = fc.constantFrom("", "-", "Пикет", "2019-11-04", "04.11.2019", "31.02.2019", "2017-01-04", "2019", "Москва", "Алматы", "Жоқ", "одиночный пикет", "собрание", "согласовано", "1373", "более 20", "20–30", "көп", "Медеу,Бостандық,Медеу", "«А, Б», В", "https://a.example/x,y, https://b.example", "t.me/x", "7", "=1+1", "\u202etxt", "\u0001", "a\nb", "'", "\"");
const cell = fc.oneof({ weight: 4, arbitrary: telling }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) });
const table = fc.record({
  headings: fc.array(fc.oneof(fc.constantFrom<string>(...LIST_HEADINGS), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 18 }),
  rows: fc.array(fc.array(cell, { maxLength: 19 }), { maxLength: 12 }),
});

/** Any mapping that the forms let through, and some that they do not. */
const anyMapping = (headings: readonly string[], rows: readonly { row: number; cells: string[] }[]) =>
  fc
    .record({
      columns: fc.array(fc.constantFrom(...targetsOf.events), { minLength: headings.length, maxLength: headings.length }),
      separator: fc.constantFrom(...separators),
      category: fc.constantFrom(...countCategories),
      sender: fc.constantFrom("", "Сын", "OVD"),
      kind: fc.constantFrom("" as const, ...eventKinds),
      placeId: fc.constantFrom(null, "ala", "gone"),
      organiserAs: fc.constantFrom("words" as const, "movement" as const),
      doubtful: fc.constantFrom("record" as const, "aside" as const),
      similar: fc.constantFrom("record" as const, "aside" as const),
      newPlace: fc.boolean(),
    })
    .map(({ columns, separator, category, newPlace, ...given }): EventMapping => {
      const details = guessDetails(headings, columns, rows, places, noWords);
      const made = details.places.map((place) => (place.placeId === null && newPlace ? { ...place, code: "QAL", country: "KZ", zone: "Asia/Almaty" } : place));
      return { headings: [...headings], columns, ...details, ...given, details: columns.map(() => ({ separator, category, bound: "exact" })), places: made };
    });

describe("any file at all", () => {
  it("is read or refused by a code, in whatever letters it is taken for", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...encodings), fc.constantFrom("auto" as const, "comma" as const, "semicolon" as const, "tab" as const), (bytes, encoding, delimiter) => {
        const read = readCsv(decodeText(bytes, encoding).text, delimiter);
        if (!read.ok) expect(read.code).toMatch(/^[a-z_]+$/);
        else expect(read.rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it("of text gets a first mapping that its forms accept, and a verdict for each row", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.array(fc.constantFrom(...LIST_HEADINGS, "\n", "\r\n", ",", ";", "\t", '"', "-", "2019-11-04", "Пикет", " "), { maxLength: 60 }).map((parts) => parts.join(""))), (text) => {
        const read = readCsv(text);
        if (!read.ok) return;
        const columns = guessColumns(read.headings, read.rows);
        expect(columns).toHaveLength(read.headings.length);
        const mapping = broughtTo({ headings: read.headings, columns, ...guessDetails(read.headings, columns, read.rows, places, noWords) }, read.rows, places, noWords);
        const { headings: _headings, columns: _columns, ...details } = mapping;
        // A word of a cell goes to the form and back as it is.
        const sent = importDetailsInput(context).safeParse({ importId: "a", ...details, placeId: "", places: details.places.map((place) => ({ ...place, placeId: place.placeId ?? "" })) });
        const odd = [...details.kinds, ...details.permits, ...details.places].some(({ text: word }) => /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u.test(word));
        if (!odd) expect(sent.success).toBe(true);
        expect(checkRows(read.rows, mapping, known, context)).toHaveLength(read.rows.length);
      }),
      { numRuns: 1500 },
    );
  });
});

it("any table with any mapping: each row has one verdict, what is accepted can be recorded, what is refused says why", () => {
  fc.assert(
    fc.property(
      table.chain(({ headings, rows }) => {
        const numbered = rows.map((cells, at) => ({ row: at + 2, cells }));
        return anyMapping(headings, numbered).map((mapping) => ({ mapping, rows: numbered }));
      }),
      ({ mapping, rows }) => {
        const stations = new Map(known.stations);
        const checked = checkRows(rows, mapping, known, context);
        expect(checked.map(({ row, cells }) => ({ row, cells }))).toEqual(rows);
        for (const { verdict, problems, event, doubts } of checked) {
          expect(rowVerdicts).toContain(verdict);
          expect(verdict === "refused").toBe(problems.length > 0);
          expect(event === null).toBe(verdict === "refused");
          if (mapping.doubtful === "aside" && doubts.length > 0) expect(verdict).not.toBe("accepted");
          if (event === null) continue;
          const { place, counts, addresses, organisers, stations: told, ...own } = event;
          const named = (names: readonly string[]) => names.map((name) => ({ name }));
          const values = { ...own, start: own.start ?? "", end: "", sites: [{ placeId: "placeId" in place ? place.placeId : "new", spot: own.spot }], organisers: named(organisers), stations: named(told), takers: [], sources: addresses.map(() => ({ sourceId: "a" })), participantIds: [] };
          const { spot: _spot, ...form } = values;
          const read = eventInput(context).safeParse(form);
          expect(read.success ? "" : JSON.stringify(read.error.issues)).toBe("");
          for (const count of counts) {
            expect(count.attributedTo).not.toBe("");
            expect(Number.isSafeInteger(count.figure) && count.figure >= 0).toBe(true);
          }
        }
        // A check changes nothing: what is known is what it was, and the same file gets the same answer.
        expect(known.stations).toEqual(stations);
        expect(checkRows(rows, mapping, known, context)).toEqual(checked);
      },
    ),
    { numRuns: 1500 },
  );
});

it("rows that go out as a file with their reasons come back as they were", () => {
  const plain = fc.oneof(telling, fc.string({ unit: "grapheme", maxLength: 30 })).map((text) => text.replace(/\r\n?/g, " ").replaceAll("\u0000", " "));
  fc.assert(
    fc.property(fc.array(fc.array(plain, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const filled = rows.map((cells) => [...cells, "x"]);
      const read = readCsv(`\uFEFF${csvText([["a", "b", "c", "d", REASON_HEADING], ...filled.map((cells) => [...cells, "why"])])}`, "comma");
      expect(read).toMatchObject({ ok: true, headings: ["a", "b", "c", "d"], rows: filled.map((cells, at) => ({ row: at + 2, cells })) });
    }),
    { numRuns: 1500 },
  );
});
