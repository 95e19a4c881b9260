import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import writeExcelFile, { type Feature } from "write-excel-file/node";

export type EditColumn = { heading: string; /** In characters. */ width: number; /** Not to be seen, and not to be edited. */ hidden?: boolean; /** Shown, and not to be edited. */ fixed?: boolean; /** What a cell is chosen from; anything else may still be typed. */ offered?: readonly string[] | undefined };
export type EditSheet = { title: string; columns: readonly EditColumn[]; rows: readonly (readonly string[])[]; about: { title: string; lines: readonly string[] } };

const text = (value: string, style: Record<string, unknown> = {}) => ({ value, type: String, format: "@", ...style });
const LISTS = "_";

/**
 * A spreadsheet to be edited and read back: every cell is text and stays text, whatever is typed into it; a second sheet says how it is meant, a
 * hidden third one holds what cells are chosen from. Whoever writes cells into it guards them first.
 */
export function editSheet({ title, columns, rows, about }: EditSheet): Promise<Buffer> {
  const heading = columns.map((column) => text(column.heading, { fontWeight: "bold", backgroundColor: column.fixed ? "#e5e5e5" : "#dbe7f5" }));
  const body = rows.map((row) => row.map((cell, at) => text(cell, { alignVertical: "top", wrap: true, ...(columns[at]?.fixed ? { backgroundColor: "#f2f2f2" } : {}) })));
  const lists = columns.flatMap((column, at) => (column.offered && column.offered.length > 0 ? [{ at, offered: column.offered }] : []));
  const longest = Math.max(1, ...lists.map(({ offered }) => offered.length));
  const offers = Array.from({ length: longest }, (_, row) => lists.map(({ offered }) => text(offered[row] ?? "")));
  return writeExcelFile(
    [
      { data: [heading, ...body], sheet: sheetName(title), columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
      { data: about.lines.map((line) => [text(line, { wrap: true })]), sheet: sheetName(about.title), columns: [{ width: 100 }] },
      { data: offers, sheet: LISTS },
    ],
    { features: [hiding(columns), offering(lists, Math.max(2, rows.length + 1 + ROOM))] },
  ).toBuffer();
}

/** Lists are offered a little below the last row too. */
const ROOM = 200;

/** Thirty-one signs at most, and none that a spreadsheet gives a meaning to. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

type SheetFeature = Feature<Stream | Buffer | Blob>;

const hiding = (columns: readonly EditColumn[]): SheetFeature => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) =>
          sheetIndex !== 0 ? xml : xml.replace(/<col min="(\d+)"/g, (whole, at: string) => (columns[Number(at) - 1]?.hidden ? `<col hidden="1" min="${at}"` : whole)),
      },
      "xl/workbook.xml": { transform: (xml) => xml.replace(`name="${LISTS}"`, `name="${LISTS}" state="hidden"`) },
    },
  },
});

/** A wrong word is not stopped here: what was typed is read, and refused with its reason, when the sheet comes back. */
const offering = (lists: readonly { at: number; offered: readonly string[] }[], last: number): SheetFeature => ({
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, _options, { sheetIndex }) => {
          if (sheetIndex !== 0 || lists.length === 0) return xml;
          const rules = lists.map(({ at, offered }, list) => `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters(at)}2:${letters(at)}${last}"><formula1>${LISTS}!$${letters(list)}$1:$${letters(list)}$${offered.length}</formula1></dataValidation>`);
          return xml.replace("</sheetData>", `</sheetData><dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`);
        },
      },
    },
  },
});

/** The name of a column from its number, 0 being A. */
function letters(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCharCode(65 + (at % 26))}`;
}
