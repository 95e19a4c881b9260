import { describe, expect, it } from "vitest";
import { addressesIn, guessSeparator, knownText, splitCell } from "@/lib/exchange/cells";
import { readCsv } from "@/lib/exchange/csv-read";
import { decodeText } from "@/lib/exchange/decode";
import { guessColumns } from "@/lib/exchange/event-guess";
import { readFigure } from "@/lib/exchange/figure";
import { LIST_HEADINGS, listOf } from "../../support/import-rows";

const text = "атауы,қала\nПикет,Алматы\n";
const utf16 = (swapped: boolean) => new Uint8Array([...(swapped ? [0xfe, 0xff] : [0xff, 0xfe]), ...[...text].flatMap((sign) => (swapped ? [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255] : [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))]);
const windows1251 = (words: string) => new Uint8Array([...words].map((sign) => (sign >= "А" && sign <= "я" ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))));

describe("letters", () => {
  it.each([
    ["utf-8", new TextEncoder().encode(text)],
    ["utf-8", new TextEncoder().encode(`\uFEFF${text}`)],
    ["utf-16le", utf16(false)],
    ["utf-16be", utf16(true)],
    ["utf-16le", utf16(false).slice(2)],
    ["utf-16be", utf16(true).slice(2)],
  ] as const)("are read as %s", (encoding, bytes) => expect(decodeText(bytes)).toEqual({ encoding, text }));

  it("of older Cyrillic files are told from UTF-8, and can be chosen", () => {
    const bytes = windows1251("название,город\nПикет,Москва");
    expect(decodeText(bytes)).toEqual({ encoding: "windows-1251", text: "название,город\nПикет,Москва" });
    expect(decodeText(bytes, "utf-8").text).toContain("\uFFFD");
  });
});

describe("a table", () => {
  it.each([["comma", "a,b;c\n1,2"], ["semicolon", "a;b,c;d\n1;2;3"], ["tab", "a\tb\n1\t2"], ["comma", '"a;b;c;d",e\n1,2'], ["comma", "a\n1"]] as const)("is divided by %s", (delimiter, given) => {
    expect(readCsv(given)).toMatchObject({ ok: true, delimiter });
  });

  it("keeps the numbers of its rows when some are empty", () => {
    expect(readCsv("a,b\r\n1,2\r\n\r\n,\r\n3,4\r\n")).toMatchObject({ ok: true, headings: ["a", "b"], rows: [{ row: 2, cells: ["1", "2"] }, { row: 5, cells: ["3", "4"] }] });
  });

  it("may hold line breaks and quotes in its cells", () => {
    expect(readCsv('a,b\n"1\n2","say ""so"""\n3,un"quoted')).toMatchObject({ rows: [{ cells: ["1\n2", 'say "so"'] }, { cells: ["3", 'un"quoted'] }] });
  });

  it("takes back what was guarded against formulas, and leaves the reasons out", () => {
    expect(readCsv("a,erkin:reason,b\n'=1+1,why,'-\n")).toMatchObject({ headings: ["a", "b"], rows: [{ cells: ["=1+1", "-"] }] });
  });
});

describe("cells", () => {
  it("that only say that nothing is known are empty", () => {
    expect(["-", " — ", "н/д", "Белгісіз", "N/A", "неизвестно"].map(knownText)).toEqual(["", "", "", "", "", ""]);
    expect(knownText(" -5 ")).toBe("-5");
  });

  it("hold several names, with quotes and brackets left whole", () => {
    expect(splitCell("Комитет «Сын, Ғана»,Одақ (АНС, Б),-,", "comma")).toEqual(["Комитет «Сын, Ғана»", "Одақ (АНС, Б)"]);
    expect(splitCell("№5 бөлім, орталық,Медеу", "tight_comma")).toEqual(["№5 бөлім, орталық", "Медеу"]);
    expect(splitCell("«Ашық,қалған", "comma")).toEqual(["«Ашық", "қалған"]);
    expect([["a,b"], ["a, b"], ["a; b"], ["a\nb"], ["a|b"], ["a"]].map(guessSeparator)).toEqual(["tight_comma", "comma", "semicolon", "line", "bar", "none"]);
  });

  it("hold web addresses with commas in them", () => {
    expect(addressesIn("https://a.example/x,y, https://b.example; http://c.example,https://a.example/x,y,\nжоқ сілтеме")).toEqual({ addresses: ["https://a.example/x,y", "https://b.example", "http://c.example"], rest: ["жоқ", "сілтеме"] });
  });

  it.each([
    ["1373", 1373, null, null],
    ["1\u00a0373", 1373, null, null],
    ["более 1300", 1300, null, "at_least"],
    ["не менее 5 человек", 5, null, "at_least"],
    ["20+", 20, null, "at_least"],
    ["20-дан астам", 20, null, "at_least"],
    ["шамамен 40 адам", 40, null, "about"],
    ["~ 12", 12, null, "about"],
    ["20–30", 20, 30, "range"],
    ["0", 0, null, null],
  ] as const)("hold figures such as %s", (cell, figure, figureTo, bound) => expect(readFigure(cell)).toEqual({ ok: true, value: { figure, figureTo, bound } }));

  it.each(["двадцать", "1.5", "-3", "30–20", "1 37", "10 или 12", "9".repeat(80)])("do not hold a figure in %s", (cell) => expect(readFigure(cell)).toEqual({ ok: false }));
});

describe("columns are guessed", () => {
  it("from the headings of a published list", () => {
    const guessed = guessColumns(LIST_HEADINGS, listOf([{}]).slice(1).map((cells, at) => ({ row: at + 2, cells })));
    expect(Object.fromEntries(LIST_HEADINGS.map((heading, at) => [heading, guessed[at]]))).toEqual({ year: "year", event_id: "external_id", event_title: "title", date: "start", region: "place", description: "note", agreement: "permit", event_type: "kind", subject_type: "note", subject_topic: "note", subject_story: "demands", organizer_type: "note", organizer_name: "organiser", detentions: "count", ovd: "stations", place: "spot", links: "sources" });
  });

  it.each([
    [["Название", "Дата", "Город", "Адрес", "Задержано", "Ссылки", "Организатор", "Комментарий"], ["title", "start", "place", "spot", "count", "sources", "organiser", "note"]],
    [["Атауы", "Күні", "Қала", "Мекенжайы", "Ұсталғандар саны", "Сілтемелер", "Ұйымдастырушы", "Ескертпе"], ["title", "start", "place", "spot", "count", "sources", "organiser", "note"]],
    [["Event", "Date", "City", "Venue", "Detained", "Links", "Organiser", "Notes"], ["title", "start", "place", "spot", "count", "sources", "organiser", "note"]],
  ])("from %s", (given, expected) => expect(guessColumns(given, [])).toEqual(expected));

  it("by what stands in them where the heading says nothing, and only once where one is enough", () => {
    expect(guessColumns(["x", "title", "name"], [{ row: 2, cells: ["https://a.example", "1", "2"] }])).toEqual(["sources", "title", "skip"]);
  });
});
