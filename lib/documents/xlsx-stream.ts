import { zipStream, type Member } from "./zip-stream";

export type SheetCell = string | number | boolean;
export type SheetRows = { name: string; /** Rows above the records, which stay in view. */ head: readonly (readonly SheetCell[])[]; widths?: readonly number[] };

type Book = {
  records: SheetRows & { batches: AsyncGenerator<readonly (readonly SheetCell[])[], void> };
  about: SheetRows & { rows: readonly (readonly SheetCell[])[] };
  /** Epoch milliseconds; the members are dated with its day. */
  at: number;
};

/** What a sheet can hold; a list that is longer goes on in another sheet. */
const MOST_ROWS = 1_048_576;
/** What a cell can hold. */
const MOST_SIGNS = 32_767;
const DAY_MS = 86_400_000;

/**
 * A workbook of any length as bytes, written as the records come: one sheet of records (more, where one cannot hold them) and one that tells what
 * the file is. Text is written into the cells themselves, since a table of shared strings would have to be held until the end.
 */
export const xlsxStream = (book: Book, mostRows = MOST_ROWS): ReadableStream<Uint8Array> => zipStream(bookMembers(book, mostRows), Math.floor(book.at / DAY_MS) * DAY_MS);

async function* bookMembers({ records, about }: Book, mostRows: number): AsyncGenerator<Member, void> {
  const { batches } = records;
  const names: string[] = [];
  const rest: (readonly SheetCell[])[] = [];
  let more = true;
  const sheet = async function* (): AsyncGenerator<string> {
    yield sheetStart(records);
    let row = 0;
    let text = "";
    const put = (cells: readonly SheetCell[]) => (text += rowXml(cells, ++row));
    records.head.forEach(put);
    for (const cells of rest.splice(0, mostRows - row)) put(cells);
    while (row < mostRows && more) {
      const next = await batches.next();
      more = !next.done;
      for (const cells of next.value ?? []) {
        if (row < mostRows) put(cells);
        else rest.push(cells);
      }
      yield text;
      text = "";
    }
    yield `${text}${SHEET_END}`;
  };
  try {
    yield { name: "[Content_Types].xml", pieces: [contentTypes] };
    do {
      names.push(names.length === 0 ? records.name : `${records.name} ${names.length + 1}`);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, pieces: sheet() };
    } while (more || rest.length > 0);
    names.push(about.name);
    yield { name: `xl/worksheets/sheet${names.length}.xml`, pieces: [aboutXml(about)] };
    for (const [name, xml] of bookParts(names)) yield { name, pieces: [xml] };
  } finally {
    await batches.return();
  }
}


const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_END = "</sheetData></worksheet>";

function sheetStart({ head, widths = [] }: SheetRows): string {
  const pane = head.length ? `<pane ySplit="${head.length}" topLeftCell="A${head.length + 1}" activePane="bottomLeft" state="frozen"/>` : "";
  const columns = widths.length ? `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` : "";
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns}<sheetData>`;
}

function aboutXml(about: Book["about"]): string {
  return `${sheetStart(about)}${[...about.head, ...about.rows].map((cells, at) => rowXml(cells, at + 1)).join("")}${SHEET_END}`;
}

const letters: string[] = [];
function letterOf(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const text = (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
  letters[column] = text;
  return text;
}

function rowXml(cells: readonly SheetCell[], row: number): string {
  let text = `<row r="${row}">`;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (cell === "" || cell === undefined) continue;
    const ref = `r="${letterOf(at)}${row}"`;
    if (typeof cell === "number") text += `<c ${ref}><v>${cell}</v></c>`;
    else if (typeof cell === "boolean") text += `<c ${ref} t="b"><v>${cell ? 1 : 0}</v></c>`;
    else text += `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}

// eslint-disable-next-line no-control-regex -- these are what XML has no place for
const SPECIAL = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as a cell holds it: what XML cannot hold is written as `_x0001_`, as spreadsheets do; what a cell cannot hold is cut with an ellipsis. */
function xmlText(text: string): string {
  const held = text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS - 1)}…` : text;
  if (!SPECIAL.test(held)) return held;
  return held
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
    // eslint-disable-next-line no-control-regex -- these are what XML has no place for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Every part that is not named is a sheet, so that it can stand first, before anybody knows how many there are. */
const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;

function bookParts(names: readonly string[]): [string, string][] {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name).replace(/"/g, "&quot;")}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("");
  const links = names.map((_name, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("");
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return [
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}${styles}</Relationships>`],
    ["xl/styles.xml", `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`],
    ["docProps/app.xml", `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Erkin</Application></Properties>`],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`],
  ];
}
