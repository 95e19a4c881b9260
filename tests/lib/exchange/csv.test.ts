import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unguardCell } from "@/lib/exchange/csv-safe";
import { byteStream } from "@/lib/exchange/byte-stream";
import { cellsOf, csvPieces, csvText, returnedCsv } from "@/lib/exchange/csv";
import { openCsv } from "@/lib/exchange/csv-stream";

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: "\r\n" });

test("whatever a cell holds comes back from the file, behind its guard", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant("ref"), cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(read(csvText(rows)).map((row) => row.map(unguardCell))).toEqual(rows);
    }),
  );
});

test("rows to be corrected come back with the separator of their file, which is found without being told", async () => {
  const cell = fc.string({ unit: fc.constantFrom(",", ";", "\t", '"', "'", "=", "\n", "\r", "а", "1"), maxLength: 8 });
  const table = fc.array(fc.tuple(cell, cell, fc.constant("erkin:reason")), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("comma", "semicolon", "tab"), async (rows, delimiter) => {
      const text = returnedCsv(rows, delimiter);
      expect(text.startsWith("\uFEFF")).toBe(true);
      const file = openCsv(new TextEncoder().encode(text));
      expect(file.delimiter).toBe(delimiter);
      const read: string[][] = [];
      for await (const record of file.records()) read.push(record.map(unguardCell));
      expect(read).toEqual(rows);
    }),
  );
});

test("a name that a spreadsheet would run is made harmless", () => {
  expect(csvText([["=HYPERLINK(1)", "+7 700", "Сауле"]])).toBe("'=HYPERLINK(1),'+7 700,Сауле\r\n");
});

test("the file begins with the mark of UTF-8 and its header, before a batch is asked for", async () => {
  const { batches, asked } = source(3);
  const reader = csvStream(["ref", "name"], columns, batches).getReader();
  const first = await reader.read();
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(first.value)).toBe("\uFEFFref,name\r\n");
  expect(asked()).toBeLessThanOrEqual(1);
});

test("batches are asked for only as fast as they are read", async () => {
  const { batches, asked } = source(1000);
  const reader = csvStream(["ref", "name"], columns, batches).getReader();
  for (let read = 0; read < 4; read++) await reader.read();
  expect(asked()).toBeLessThanOrEqual(5);
});

test("a reader who goes away ends the batches", async () => {
  const { batches, ended } = source(1000);
  const reader = csvStream(["ref", "name"], columns, batches).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(ended()).toBe(true);
});

test("an empty list is a header and nothing else", async () => {
  const { batches } = source(0);
  expect(await new Response(csvStream(["ref", "name"], columns, batches)).text()).toBe("ref,name\r\n");
});

const csvStream = (headers: string[], of: typeof columns, batches: AsyncGenerator<Row[], void>) => byteStream(csvPieces(headers, cellsOf(of, batches)));

type Row = { ref: string; name: string };
const columns = [
  { key: "ref", cell: (row: Row) => row.ref },
  { key: "name", cell: (row: Row) => row.name },
];

function source(count: number) {
  let asked = 0;
  let ended = false;
  async function* batches(): AsyncGenerator<Row[], void> {
    try {
      for (; asked < count; ) yield [{ ref: String(++asked), name: "Дина" }];
    } finally {
      ended = true;
    }
  }
  return { batches: batches(), asked: () => asked, ended: () => ended };
}
