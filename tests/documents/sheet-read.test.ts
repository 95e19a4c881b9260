import { deflateRawSync } from "node:zlib";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { readSheet, SHEET_LIMITS } from "@/lib/documents/sheet-read";
import { countsFrom1904, shownParts, withShownParts } from "@/lib/documents/shown-dates";
import { storedZip, zipEntries } from "@/lib/documents/zip-entries";

type Cell = { value: string | number | boolean | Date; type: typeof String | typeof Number | typeof Boolean | typeof Date; format?: string } | null;
const text = (value: string): Cell => ({ value, type: String });
const written = async (rows: Cell[][]): Promise<Buffer> => writeExcelFile(rows as SheetData).toBuffer();

/** An archive with its own XML for the only sheet. */
async function withSheet(xml: string): Promise<Buffer> {
  const entries = zipEntries(await written([[text("x")]]));
  const files = async function* () {
    for (const { name, read } of entries) yield { name, bytes: /worksheets\/sheet1\.xml$/.test(name) ? Buffer.from(xml) : await read(1_000_000) };
  };
  return Buffer.concat(await Readable.from(storedZip(files())).toArray());
}
const sheet = (data: string) => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

describe("reading a sheet", () => {
  it("gives text as it stands, days as ISO text, numbers as they were typed, gaps as nothing", async () => {
    const bytes = await written([
      [text("  Аты-жөні "), text("="), text("Күні"), text("Уақыты"), text("№"), text("Иә")],
      [text("Тест Қыз\nекі жол"), null, { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: "dd.mm.yyyy" }, { value: new Date(Date.UTC(2024, 1, 29, 11, 20)), type: Date, format: "dd.mm.yyyy hh:mm" }, { value: 41.6, type: Number }, { value: true, type: Boolean }],
      [],
      [text("007")],
    ]);
    expect(await readSheet(bytes)).toEqual({
      ok: true,
      rows: [
        ["  Аты-жөні ", "=", "Күні", "Уақыты", "№", "Иә"],
        ["Тест Қыз\nекі жол", "", "2024-02-29", "2024-02-29T11:20", "41.6", "true"],
        ["", "", "", "", "", ""],
        ["007", "", "", "", "", ""],
      ],
    });
  });

  it("gives numbers without the digits that only their storage has", async () => {
    const cells = ["41.600000000000001", "1E+3", "12345678901", "-0.5", "1.5E-7"].map((v, at) => `<c r="${"ABCDE"[at] ?? ""}1"><v>${v}</v></c>`).join("");
    expect(await readSheet(await withSheet(sheet(`<row r="1">${cells}</row>`)))).toEqual({ ok: true, rows: [["41.6", "1000", "12345678901", "-0.5", "1.5e-7"]] });
  });

  it("takes no more of a date than its cell shows: programs make a day of a month, and a year of none", async () => {
    const at = new Date(Date.UTC(2019, 9, 1));
    const shown = async (format: string) => {
      const read = await readSheet(await written([[{ value: at, type: Date, format }, text("x")]]));
      return read.ok ? read.rows[0]?.[0] : read.code;
    };
    for (const format of ["mmm yy", "mmmm yyyy", "[$-419]mmmm\\ yyyy;@", "mm/yyyy", 'yyyy" ж. "mmmm', "MM.YYYY"]) expect([format, await shown(format)]).toEqual([format, "2019-10"]);
    for (const format of ["d mmm", "dd.mm", "[$-419]d mmm;@"]) expect([format, await shown(format)]).toEqual([format, "01.10"]);
    expect(await shown("yyyy")).toBe("2019");
    for (const format of ["dd.mm.yyyy", "m/d/yy h:mm AM/PM", "[$-F800]dddd, mmmm dd, yyyy", "dddd", "yyyy-mm-dd hh:mm:ss"]) expect([format, await shown(format)]).toEqual([format, "2019-10-01"]);
  });

  it("knows the formats that a spreadsheet has from the beginning, both calendars, and cells of other makers", async () => {
    const styles = (ids: number[]) => `<styleSheet xmlns="x"><numFmts count="1"><numFmt formatCode="mmmm&quot; &quot;yyyy" numFmtId='170'/></numFmts><cellStyleXfs><xf numFmtId="17"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join("")}</cellXfs></styleSheet>`;
    const parts = shownParts(styles([0, 14, 16, 17, 22, 170, 46]));
    expect([...parts]).toEqual([[2, "no_year"], [3, "year_month"], [5, "year_month"]]);
    const cell = async (xml: string, from1904 = false) => (await withShownParts(Buffer.from(xml), { parts, from1904 })).toString();
    expect(await cell('<x:c r="B2" s="3" t="n"><x:v>43739</x:v></x:c>')).toBe('<x:c r="B2" t="str"><x:v>2019-10</x:v></x:c>');
    expect(await cell('<c s="2" r="B2"><f>A1+1</f><v>43739.5</v></c>')).toBe('<c r="B2" t="str"><v>01.10</v></c>');
    expect(await cell('<c s="5" r="B2"><v>42277</v></c>', true)).toBe('<c r="B2" t="str"><v>2019-10</v></c>');
    for (const same of ['<c s="3" r="B2" t="s"><v>7</v></c>', '<c s="3" r="B2"/><c r="C2"><v>9</v></c>', '<c s="1" r="B2"><v>43739</v></c>', '<c s="3" r="B2"><v></v></c>']) expect(await cell(same)).toBe(same);
    expect([countsFrom1904('<workbookPr date1904="1"/>'), countsFrom1904('<workbookPr/>')]).toEqual([true, false]);
    const many = '<c s="3" r="B2"><v>43739</v></c>'.repeat(70_000);
    expect((await cell(many)).split("2019-10").length - 1).toBe(70_000);
  });

  it("reads what was written, whatever the text", async () => {
    // XML knows no control characters; returns and lone halves of a sign do not survive it either. The writer leaves out what is no character
    // (U+FDD0, U+1FFFE, …) or stands for one that was lost, and loses its way at words that every object knows, as "valueOf".
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((value) => !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u.test(value) && !/_x[0-9a-f]{4}_/i.test(value) && value !== "" && !(value in {}));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (rows) => {
        expect(await readSheet(await written(rows.map((row) => row.map(text))))).toEqual({ ok: true, rows });
      }),
      { numRuns: 25 },
    );
  });

  it("says which cell has no value", async () => {
    expect(await readSheet(await withSheet(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" t="s"><v>99999</v></c></row>')))).toEqual({ ok: false, code: "unreadable_cell", row: 2, column: 2 });
  });

  it("refuses what is no sheet", async () => {
    for (const bytes of [Buffer.from("a,b\r\n1,2"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(0), Buffer.from("PK\u0003\u0004cut off")]) expect(await readSheet(bytes)).toEqual({ ok: false, code: "unreadable" });
    const whole = await written([[text("x")]]);
    expect(await readSheet(whole.subarray(0, whole.length - 40))).toEqual({ ok: false, code: "unreadable" });
    expect(await readSheet(await withSheet("<worksheet><sheetData>"))).toMatchObject({ ok: false });
    expect(await readSheet(await withSheet(sheet("")))).toEqual({ ok: false, code: "empty" });
  });

  it("never throws, whatever the bytes", async () => {
    const whole = await written([[text("x"), text("y")]]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(typeof (await readSheet(bytes)).ok).toBe("boolean");
      }),
      { numRuns: 40 },
    );
  });

  it("refuses bombs before they go off", async () => {
    const started = Date.now();
    expect(await readSheet(await withSheet(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')))).toEqual({ ok: false, code: "too_many_rows" });
    expect(await readSheet(await withSheet(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')))).toEqual({ ok: false, code: "too_many_columns" });
    expect(await readSheet(await withSheet(sheet('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>')))).toEqual({ ok: false, code: "unreadable" });
    expect(await readSheet(await withSheet(sheet("<row/>".repeat(30))), { ...SHEET_LIMITS, rows: 2, columns: 3 })).toEqual({ ok: false, code: "too_many_rows" });
    expect(await readSheet(bomb(SHEET_LIMITS.unzippedBytes + 1_000))).toEqual({ ok: false, code: "unzips_too_large" });
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

/** An archive that says that it holds ten bytes and holds many. */
function bomb(length: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(length), { level: 1 });
  const name = Buffer.from("xl/workbook.xml");
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(10, 18);
  fields.writeUInt16LE(name.length, 22);
  const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed]);
  const list = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, list, end]);
}
