import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { columnLetters, unclosedQuote } from "@/lib/exchange/unclosed-quote";

const read = (text: string) => {
  try {
    parse(text, { bom: true, delimiter: ";", relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] });
    return "closed";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it("a quote that is never closed is found exactly where the reader of records gives up, however the text is cut", () => {
  const text = fc.array(fc.constantFrom('"', '"', ";", "\n", "\r", "\r\n", "а", " ", ","), { maxLength: 24 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(text, fc.nat(24), (given, cut) => {
      const place = unclosedQuote([given.slice(0, cut), "", given.slice(cut)], ";");
      expect(place === undefined).toBe(read(given) === "closed");
      expect(place).toEqual(unclosedQuote([given], ";"));
      if (!place) return;
      const line = given.split(/\r\n|\n|\r/)[place.line - 1] ?? "";
      expect(line).toContain('"');
    }),
    { numRuns: 3000 },
  );
});

it("columns are called as a spreadsheet calls them", () => {
  expect([1, 2, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
