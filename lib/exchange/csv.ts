import { stringify } from "csv-stringify/sync";
import { guardCell } from "./csv-safe";

/** One column of a file: a stable key, and the cell of a row as text. */
export type CsvColumn<Row> = { key: string; cell: (row: Row) => string };

/** Spreadsheets read UTF-8 as UTF-8 only behind this mark. */
const MARK = "\uFEFF";

const SPECIAL = /[",\r\n]/;

/** Rows as RFC 4180 text with CRLF; no cell can run as a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => rowText(row.map(guardCell))).join("");
}

/** Most rows need no quotes, and joining those is three times as fast as asking the library, which by itself quotes only whole CRLF breaks. */
const rowText = (cells: string[]): string => (cells.some((cell) => SPECIAL.test(cell)) ? stringify([cells], { record_delimiter: "windows", quoted_match: /[\r\n]/ }) : `${cells.join(",")}\r\n`);

/**
 * A CSV file as UTF-8 bytes, one batch at a time and only as fast as the reader takes them: the header comes before the first batch is
 * asked for, and a reader who goes away ends the batches.
 */
export function csvStream<Row>(headers: readonly string[], columns: readonly CsvColumn<Row>[], batches: AsyncGenerator<readonly Row[], void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(encoder.encode(MARK + csvText([headers])));
          return;
        }
        const next = await batches.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(csvText(next.value.map((row) => columns.map((column) => column.cell(row))))));
      },
      async cancel() {
        await batches.return();
      },
    },
    { highWaterMark: 1 },
  );
}
