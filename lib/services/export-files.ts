import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { xlsxStream, type SheetCell } from "@/lib/documents/xlsx-stream";
import { byteStream } from "@/lib/exchange/byte-stream";
import { cellsOf, csvPieces } from "@/lib/exchange/csv";
import { guardCell } from "@/lib/exchange/csv-safe";
import { outJson } from "@/lib/exchange/out-json";
import type { OutHead, OutKind, OutRecords } from "@/lib/exchange/out-schema";
import { uwaziColumns } from "@/lib/exchange/out-uwazi";
import { outRows } from "@/lib/exchange/out-words";
import type { Locale } from "@/lib/i18n/locales";
import type { ExportFormat } from "@/lib/model/export";
import type { OutCase } from "@/lib/model/outgoing";
import { XLSX_TYPE } from "@/lib/model/file-type";
import { outWordsIn } from "./export-words";

export type ExportFile = { type: string; ending: string; body: ReadableStream<Uint8Array> };
type Batches<K extends OutKind> = AsyncGenerator<OutRecords[K][], void>;
type Facts<K extends OutKind> = { what: K; format: ExportFormat; head: OutHead; batches: Batches<K>; locale: Locale };

/** Records as a file of one format, written as they come and no faster than the reader takes it. */
export async function exportFile<K extends OutKind>({ what, format, head, batches: read, locale }: Facts<K>): Promise<ExportFile> {
  const words = await outWordsIn(locale);
  const batches = inHandfuls(read);
  // A file that nobody began to read never came to the generator around.
  const abandoned = async () => void (await batches.return(), await read.return());
  if (format === "json") return { type: "application/json; charset=utf-8", ending: "json", body: byteStream(outJson(head, batches), abandoned) };
  if (format === "uwazi") {
    const columns = uwaziColumns({ ...words, locale, untitled: words.say("exports.untitled") });
    const cells = cellsOf(columns, batches as AsyncGenerator<OutCase[], void>);
    return { ...csv, body: byteStream(csvPieces(columns.map(({ key }) => key), cells, { mark: false }), abandoned) };
  }
  const rows = outRows(what, words);
  if (format === "csv") {
    const cells = (async function* () {
      for await (const batch of batches) yield batch.map((record) => rows.cells(record).map(String));
    })();
    return { ...csv, body: byteStream(csvPieces(rows.keys, cells), abandoned) };
  }
  const sheets = (async function* (): AsyncGenerator<SheetCell[][], void> {
    try {
      for await (const batch of batches) yield batch.map((record) => rows.cells(record).map(guarded));
    } finally {
      await abandoned();
    }
  })();
  const about = aboutRows(head, rows, words.say);
  return {
    type: XLSX_TYPE,
    ending: "xlsx",
    body: xlsxStream({
      records: { name: what, head: [rows.keys, rows.labels], widths: rows.keys.map(widthOf), batches: sheets },
      about: { name: words.say("exports.about.sheet"), head: [], rows: about, widths: [28, 70] },
      at: Date.parse(head.madeAt),
    }),
  };
}

/** So many records are put into words and cells before everybody else has their turn. */
const HANDFUL = 50;

async function* inHandfuls<T>(batches: AsyncGenerator<T[], void>): AsyncGenerator<T[], void> {
  for await (const batch of batches) {
    for (let at = 0; at < batch.length; at += HANDFUL) {
      yield batch.slice(at, at + HANDFUL);
      await nextTurn();
    }
  }
}

const csv = { type: "text/csv; charset=utf-8", ending: "csv" };

/** Saved as CSV by whoever gets it, a sheet would run what it held as text: so text is guarded here as well. */
const guarded = (cell: SheetCell): SheetCell => (typeof cell === "string" ? guardCell(cell) : cell);

const widthOf = (key: string): number => (/(^|\.)id$|Id$/.test(key) ? 12 : /name|title|note|description/i.test(key) ? 30 : 18);

/** The second sheet: what this file is, and what each column is called. */
function aboutRows(head: OutHead, { keys, labels }: { keys: string[]; labels: string[] }, say: (key: string) => string): SheetCell[][] {
  const facts = (["schema", "export", "what", "profile", "recipient", "purpose", "madeAt", "by", "filter"] as const).map((key): SheetCell[] => [key, guarded(head[key] ?? ""), say(`exports.about.${key}`)]);
  return [[say("exports.about.title")], ...facts, [], [say("exports.about.first_rows")], [say("exports.about.guard")], [], ...keys.map((key, at): SheetCell[] => [key, labels[at] ?? ""])];
}
