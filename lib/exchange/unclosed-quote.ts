/** Where a cell begins: the line of the file, as a text editor counts them, and the cell of its row, both from 1. */
type CellPlace = { line: number; cell: number };

type Reading = CellPlace & { state: "begin" | "bare" | "quoted" | "quote"; after: string; opened: CellPlace };

/**
 * Where the quoted cell begins that is never closed; undefined where every one is. The reader of records knows only the line on which the file
 * ends: this reads the text once more, by the same rules (a quote opens only at the beginning of a cell, two stand for one, and one that more
 * text follows ends nothing but the quoting).
 */
export function unclosedQuote(slices: Iterable<string>, between: string): CellPlace | undefined {
  const at: Reading = { line: 1, cell: 1, state: "begin", after: "", opened: { line: 1, cell: 1 } };
  let first = true;
  for (const slice of slices) {
    const text = first && slice.startsWith("\uFEFF") ? slice.slice(1) : slice;
    first &&= slice === "";
    for (const sign of text) read(at, sign, between);
  }
  return at.state === "quoted" ? at.opened : undefined;
}

function read(at: Reading, sign: string, between: string): void {
  const ends = sign === "\n" || sign === "\r";
  const second = sign === "\n" && at.after === "\r";
  if (ends && !second) at.line++;
  at.after = sign;
  if (at.state === "quoted") {
    if (sign === '"') at.state = "quote";
  } else if (at.state === "quote" && sign === '"') at.state = "quoted";
  else if (ends) {
    at.state = "begin";
    at.cell = 1;
  } else if (sign === between) {
    at.state = "begin";
    at.cell++;
  } else if (at.state === "begin" && sign === '"') {
    at.state = "quoted";
    at.opened = { line: at.line, cell: at.cell };
  } else at.state = "bare";
}

/** The letters by which a spreadsheet calls a column, counted from 1. */
export const columnLetters = (column: number): string => (column <= 26 ? "" : columnLetters(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26));
