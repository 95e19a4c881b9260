import { signs, type Delimiter } from "./csv-read";
import { guardCell } from "./csv-safe";

/** One column of a file: a stable key, and the cell of a row as text. */
export type CsvColumn<Row> = { key: string; cell: (row: Row) => string };

/** Spreadsheets read UTF-8 as UTF-8 only behind this mark. */
const MARK = "\uFEFF";

const SPECIAL = /[",\r\n]/;
/** Nothing outside quotes that a reader who looks for the separator could take for one. */
const SPECIAL_ANYWHERE = /[",;\t\r\n]/;

/** Rows as RFC 4180 text with CRLF; no cell can run as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => cellText(cell)).join(",")}\r\n`).join("");
}

/** Rows as they came, to be corrected and read again: behind the mark of UTF-8, with the separator of their file, which a reader finds by itself. */
export function returnedCsv(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  return MARK + rows.map((row) => `${row.map((cell) => cellText(cell, SPECIAL_ANYWHERE)).join(signs[delimiter])}\r\n`).join("");
}

/** Quotes are the whole of RFC 4180 for one who writes; a library, which serves many dialects, takes four times as long for a file of a hundred thousand rows. */
function cellText(cell: string, special = SPECIAL): string {
  const text = guardCell(cell);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file in pieces of text, one batch at a time: the header comes before the first batch is asked for. Without `mark` for programs that take it for a part of the first key. */
export async function* csvPieces(headers: readonly string[], batches: AsyncIterable<readonly (readonly string[])[]>, { mark = true } = {}): AsyncGenerator<string, void> {
  yield (mark ? MARK : "") + csvText([headers]);
  for await (const rows of batches) if (rows.length) yield csvText(rows);
}

/** The rows that columns make of records, batch by batch. */
export async function* cellsOf<Row>(columns: readonly CsvColumn<Row>[], batches: AsyncIterable<readonly Row[]>): AsyncGenerator<string[][], void> {
  for await (const batch of batches) yield batch.map((row) => columns.map((column) => column.cell(row)));
}
