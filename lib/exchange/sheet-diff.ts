/** Three readings of one cell, each as it is stored: when the sheet was taken out, in the record now, in the sheet that came back. */
export type ThreeWay = { base: string; now: string; mine: string };

/**
 * `untouched`: the sheet says what it said. `agreed`: it says what the record says by now. `changed`: only the sheet changed. `conflict`: both did,
 * to different values, and a person must choose.
 */
export type CellVerdict = "untouched" | "agreed" | "changed" | "conflict";

export function compareCell({ base, now, mine }: ThreeWay): CellVerdict {
  if (mine === base) return "untouched";
  if (mine === now) return "agreed";
  return now === base ? "changed" : "conflict";
}

/** What the record says once a cell was decided; undefined while a conflict waits for somebody. Without a choice what only the sheet changed is taken. */
export function decidedCell(cell: ThreeWay, choice: "sheet" | "record" | undefined): string | undefined {
  const verdict = compareCell(cell);
  if (verdict === "conflict") return choice === undefined ? undefined : choice === "sheet" ? cell.mine : cell.now;
  return verdict === "changed" && choice !== "record" ? cell.mine : cell.now;
}

export type SheetRow = { /** The row of the file, the heading being row 1. */ row: number; sheet: string; id: string; cells: Readonly<Record<string, string>> };

export type MatchedRows = {
  matched: SheetRow[];
  /** Rows without an id in which something stands. */
  added: number[];
  /** Rows whose id or sheet is not of this one. */
  foreign: number[];
  /** Rows whose id came before. */
  twice: number[];
  /** Ids that were taken out and did not come back. */
  missing: string[];
};

/** Which rows of a sheet stand for which records. A row is never matched by anything but its id. */
export function matchRows(sheet: string, known: readonly string[], rows: readonly SheetRow[]): MatchedRows {
  const ids = new Set(known);
  const seen = new Set<string>();
  const found: MatchedRows = { matched: [], added: [], foreign: [], twice: [], missing: [] };
  for (const row of rows) {
    const filled = Object.values(row.cells).some((cell) => cell.trim() !== "");
    if (row.id === "" && row.sheet === "") {
      if (filled) found.added.push(row.row);
    } else if (row.sheet !== sheet || !ids.has(row.id)) found.foreign.push(row.row);
    else if (seen.has(row.id)) found.twice.push(row.row);
    else {
      seen.add(row.id);
      found.matched.push(row);
    }
  }
  return { ...found, missing: known.filter((id) => !seen.has(id)) };
}

/** A text of a cell as it is compared with the text that was written into it: spreadsheets change line ends, compose letters and drop blanks at the ends. */
export const cellText = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/_x000[dD]_/g, "").trim();
