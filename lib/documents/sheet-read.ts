import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { InvalidSpreadsheetError, readSheet as readFirst, type CellValue } from "read-excel-file/node";
import { countsFrom1904, shownParts, withShownParts } from "./shown-dates";
import { storedZip, zipEntries, ZipProblem, type ZipEntry } from "./zip-entries";

/** `unreadable`: no XLSX; `unreadable_cell`: a cell whose value cannot be told, by its row and column; `empty`: nothing stands in the sheet. */
export type SheetProblem = "unreadable" | "unreadable_cell" | "unzips_too_large" | "too_many_rows" | "too_many_columns" | "empty";
export type SheetRead = { ok: true; rows: string[][] } | { ok: false; code: SheetProblem; row?: number; column?: number };
export type SheetLimits = { rows: number; columns: number; unzippedBytes: number };

/** What a file may hold: the headings and a hundred thousand rows. */
export const SHEET_LIMITS: SheetLimits = { rows: 100_001, columns: 100, unzippedBytes: 256_000_000 };

/**
 * The first sheet of an XLSX file as rows of text, every row as wide as the widest, gaps as "". Dates are `YYYY-MM-DD`, with a time
 * `YYYY-MM-DDTHH:MM`, a time alone `HH:MM`; a cell that shows no more than a month or a year is no more (lib/documents/shown-dates.ts); numbers stand as they were typed; formulas give the value that the file keeps of them. Cells
 * come as they are: whoever wrote them with `guardCell` takes that away with `unguardCell`. Never throws for what a file can be.
 * A bomb is refused before it is read: the archive is unpacked under a limit, and where its cells say they stand is looked at first.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): Promise<SheetRead> {
  const found: { problem?: SheetProblem } = {};
  try {
    const entries = zipEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const checked = Readable.from(storedZip(unpackedWithin(entries, limits, found)), { objectMode: false });
    const cells = await readFirst<TypedNumber>(checked, 1, { parseNumber: (typed) => ({ typed }), trim: false });
    const rows: string[][] = [];
    for (const row of cells) {
      if (rows.push(row.map(textOf)) % 2_000 === 0) await nextTurn();
    }
    return rows.length === 0 ? { ok: false, code: "empty" } : { ok: true, rows };
  } catch (error) {
    return problemOf(error, found.problem);
  }
}

/** What the library stumbles over in a file of somebody else's making is that file's fault. */
function problemOf(error: unknown, problem: SheetProblem | undefined): SheetRead {
  if (problem) return { ok: false, code: problem };
  if (error instanceof ZipProblem) return { ok: false, code: error.code };
  const at = error instanceof InvalidSpreadsheetError ? /row (\d+), col (\d+)/.exec(error.message) : null;
  return at ? { ok: false, code: "unreadable_cell", row: Number(at[1]), column: Number(at[2]) } : { ok: false, code: "unreadable" };
}

async function* unpackedWithin(entries: readonly ZipEntry[], limits: SheetLimits, found: { problem?: SheetProblem }): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) if (/^xl\/.*\.xml(\.rels)?$/.test(entry.name) && !parts.has(entry.name)) parts.set(entry.name, entry);
  let left = limits.unzippedBytes;
  try {
    const small = async (name: string) => (await parts.get(name)?.read(MOST_STYLES))?.toString("utf8") ?? "";
    const dates = { parts: shownParts(await small("xl/styles.xml")), from1904: countsFrom1904(await small("xl/workbook.xml")) };
    for (const { name, read } of parts.values()) {
      const bytes = await read(left);
      left -= bytes.length;
      const isSheet = bytes.includes("sheetData");
      if (isSheet) await checkReferences(bytes, limits);
      yield { name, bytes: isSheet ? await withShownParts(bytes, dates) : bytes };
    }
  } catch (error) {
    if (error instanceof SheetTooLarge || error instanceof ZipProblem) found.problem = error.code;
    throw error;
  }
}

/** Formats and the list of sheets; more is no workbook that somebody typed. */
const MOST_STYLES = 16_000_000;

class SheetTooLarge extends Error {
  constructor(readonly code: "too_many_rows" | "too_many_columns" | "unreadable") {
    super(code);
  }
}

const SLICE = 1_000_000;
/** Where a row or cell says it stands. What lies before a far corner would be filled with empty cells. */
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/g;
const CELL = /<(?:\w+:)?(?:c|row)[\s/>]/g;

async function checkReferences(bytes: Buffer, limits: SheetLimits): Promise<void> {
  let cells = 0;
  for (let from = 0; from < bytes.length; ) {
    // Cut behind a tag, so that no reference is seen in halves.
    const end = from + SLICE < bytes.length ? bytes.lastIndexOf(0x3e, from + SLICE) + 1 : bytes.length;
    const to = end > from ? end : Math.min(bytes.length, from + SLICE);
    const text = bytes.toString("latin1", from, to);
    for (const [, reference = ""] of text.matchAll(REFERENCE)) checkReference(reference, limits);
    cells += text.match(CELL)?.length ?? 0;
    if (cells > limits.rows * (limits.columns + 1)) throw new SheetTooLarge("too_many_rows");
    from = to;
    await nextTurn();
  }
}

function checkReference(reference: string, limits: SheetLimits): void {
  const [whole, letters = "", digits = ""] = /^([A-Za-z]{0,4})(\d{0,9})$/.exec(reference) ?? [];
  if (whole === undefined) throw new SheetTooLarge("unreadable");
  if (Number(digits) > limits.rows) throw new SheetTooLarge("too_many_rows");
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (column > limits.columns) throw new SheetTooLarge("too_many_columns");
}

/** A number as its file keeps it, told apart from a text of digits until both are text. */
type TypedNumber = { typed: string };

function textOf(cell: CellValue<TypedNumber> | null): string {
  if (cell === null) return "";
  if (cell instanceof Date) return dateText(cell);
  return typeof cell === "object" ? numberText(cell.typed) : String(cell);
}

/** A number as somebody sees it: files keep 41.6 as 41.600000000000001, and long numbers with an exponent. */
const numberText = (typed: string): string => (/E/i.test(typed) || /\.\d{14,}$/.test(typed) ? String(Number(Number(typed).toPrecision(15))) : typed);

/** Days are kept as fractions, so that a minute may come a fraction of a second early. */
function dateText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const time = iso.slice(11, 16);
  if (date.getUTCFullYear() < 1900) return time;
  return time === "00:00" ? iso.slice(0, 10) : iso.slice(0, 16);
}
