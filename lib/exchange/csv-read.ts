import { CsvError, parse } from "csv-parse/sync";
import { unguardCell } from "./csv-safe";
import { unclosedQuote } from "./unclosed-quote";

/** What may stand between cells; `auto` looks for itself. */
export const delimiters = ["auto", "comma", "semicolon", "tab"] as const;
export type Delimiter = Exclude<(typeof delimiters)[number], "auto">;

/** A record of the file; `row` counts records as a spreadsheet does, the headings being row 1. */
export type CsvRow = { row: number; cells: string[] };
export type CsvProblem = "unreadable_sheet" | "unreadable_cell" | "unzips_too_large" | "empty" | "no_rows" | "unclosed_quote" | "unreadable" | "too_many_rows" | "too_many_columns" | "not_text";
/** The line of a file and the cell of its row, from 1, as far as they are known. */
export type CsvPlace = { line?: number; cell?: number };
type Unread = { ok: false; code: CsvProblem } & CsvPlace;
export type CsvRead = { ok: true; delimiter: Delimiter; headings: string[]; rows: CsvRow[] } | Unread;

/** The heading of the column that a file of refused rows carries; it is left out when the file comes back. */
export const REASON_HEADING = "erkin:reason";

/** More would hold the storage for longer than one transaction may. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 100;
export const signs: Record<Delimiter, string> = { comma: ",", semicolon: ";", tab: "\t" };

/**
 * The records of a CSV text. Rows in which nothing stands are passed over and keep their number; a row with more or fewer cells than there are
 * headings stays as it is, for whoever checks it. Never throws.
 */
export function readCsv(text: string, chosen: Delimiter | "auto" = "auto"): CsvRead {
  // A table has no use for NUL, and neither has a text column of PostgreSQL.
  if (text.includes("\u0000")) return { ok: false, code: "not_text" };
  const delimiter = chosen === "auto" ? detectedDelimiter(text) : chosen;
  const read = records(text, delimiter);
  if (!read.ok) return read;
  const all = read.records.map((cells, at) => ({ row: at + 1, cells: cells.map(unguardCell) })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first, ...rows] = all;
  if (!first) return { ok: false, code: "empty" };
  if (first.cells.length > MOST_COLUMNS) return { ok: false, code: "too_many_columns" };
  if (rows.length > MOST_ROWS) return { ok: false, code: "too_many_rows" };
  if (rows.length === 0) return { ok: false, code: "no_rows" };
  return { ok: true, delimiter, ...withoutReasons(first.cells.map((heading) => heading.trim()), rows) };
}

function records(text: string, delimiter: Delimiter): { ok: true; records: string[][] } | Unread {
  try {
    const found = parse(text, { bom: true, delimiter: signs[delimiter], relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] });
    return { ok: true, records: found };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") return { ok: false, code: "unclosed_quote", ...unclosedQuote([text], signs[delimiter]) };
    return { ok: false, code: "unreadable", ...(typeof error.lines === "number" ? { line: error.lines } : {}) };
  }
}

/** Without the column of reasons, where somebody feeds a file of refused rows again. */
function withoutReasons(headings: string[], rows: CsvRow[]): { headings: string[]; rows: CsvRow[] } {
  const at = headings.indexOf(REASON_HEADING);
  if (at < 0) return { headings, rows };
  const without = (cells: string[]) => cells.filter((_, position) => position !== at);
  return { headings: without(headings), rows: rows.map(({ row, cells }) => ({ row, cells: without(cells) })) };
}

/** The sign that stands most often outside quotes in the first line. */
export function detectedDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { comma: 0, semicolon: 0, tab: 0 };
  let quoted = false;
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "\n" || sign === "\r") {
      if (counts.comma + counts.semicolon + counts.tab > 0) break;
    } else if (sign === ",") counts.comma++;
    else if (sign === ";") counts.semicolon++;
    else if (sign === "\t") counts.tab++;
  }
  if (counts.tab > 0 && counts.tab >= counts.comma && counts.tab >= counts.semicolon) return "tab";
  return counts.semicolon > counts.comma ? "semicolon" : "comma";
}
