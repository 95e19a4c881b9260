import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { insertImportBatch, insertImportRows, noteProgress, removeImport } from "@/db/queries/imports";
import { store } from "@/db/store";
import { readSheet } from "@/lib/documents/sheet-read";
import { REASON_HEADING, type Delimiter } from "@/lib/exchange/csv-read";
import { unguardCell } from "@/lib/exchange/csv-safe";
import { CsvRefused, openCsv } from "@/lib/exchange/csv-stream";
import type { Encoding } from "@/lib/exchange/decode";
import { AppError, refuse } from "@/lib/model/errors";
import { MOST_EVENT_ROWS, MOST_IMPORT_ROWS, type ImportKind } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { ImportSettings } from "./import-batches";
import { batchIds } from "./import-ids";
import { kickImport } from "./import-work";
import { firstSettings } from "./imports";
import { changesOf, write } from "./write";

const LONGEST_NAME = 200;
const MOST_COLUMNS = 100;
/** So many rows go into the database at once: others get their turn between. */
const AT_ONCE = 1_000;

export type UploadedFile = { name: string; bytes: Uint8Array; encoding: Encoding; delimiter: Delimiter | "auto"; kind?: ImportKind; /** A mapping of an earlier file, instead of the one that these headings had. */ mappingId?: string };
type Opened = { base: Pick<ImportSettings, "delimiter" | "encoding">; records: () => AsyncGenerator<string[]> };

/** Keeps a file as a draft with a first mapping: the one that its headings had before, else a guess. A file that cannot be read is refused by its code, and nothing of it is kept. */
export async function startImport(actor: Actor, file: UploadedFile): Promise<{ importId: string; step: ImportSettings["step"] }> {
  allow(actor, "import.make");
  const [teamId] = actor.teamIds;
  if (teamId === undefined) throw new AppError("forbidden");
  const opened = await store();
  const at = realNow();
  const batch = {
    id: randomUUID(),
    teamId,
    kind: file.kind ?? "events",
    fileName: cleanName(file.name),
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    content: "",
    state: "reading",
    // The command line has no account; the audit log says who it was.
    authorId: actor.sessionHash === null ? null : actor.userId,
    createdAt: at,
    updatedAt: at,
  };
  await opened.write(async (tx) => void (await insertImportBatch(tx, batch)));
  try {
    const { base, headings, total } = await readRows(batch, file);
    const step = await write(actor, async (tx, log) => {
      const settings = await firstSettings(tx, teamId, batch.id, batch.kind, headings, base, file.mappingId);
      await noteProgress(tx, { id: batch.id, version: 1, phase: "" }, { state: "draft", total, mapping: JSON.stringify(settings), phase: settings.step === "ready" ? "check" : "", updatedAt: realNow() });
      await log("import.begun", { subject: ["import", batch.id], version: [null, 1], changes: changesOf(undefined, { ...batch, rows: total }, ["kind", "fileName", "sha256", "rows"]) });
      return settings.step;
    });
    if (step === "ready") await kickImport(batch.id, total);
    return { importId: batch.id, step };
  } catch (error) {
    await opened.write(async (tx) => removeImport(tx, batch.id));
    if (error instanceof CsvRefused) throw refuse("file", error.code, { ...error.at });
    throw error;
  }
}

async function readRows(batch: { id: string; teamId: string; kind: ImportKind }, file: UploadedFile) {
  const { base, records } = await openFile(file);
  const opened = await store();
  const found = { headings: undefined as string[] | undefined, reasons: -1, total: 0 };
  const most = batch.kind === "events" ? MOST_EVENT_ROWS : MOST_IMPORT_ROWS;
  let held: Parameters<typeof insertImportRows>[1][number][] = [];
  const nextId = batchIds();
  let row = 0;
  for await (const record of records()) {
    row++;
    if (record.every((cell) => cell.trim() === "")) continue;
    const cells = found.headings === undefined || found.reasons < 0 ? record.map(unguardCell) : record.filter((_, at) => at !== found.reasons).map(unguardCell);
    if (found.headings === undefined) {
      const headings = cells.map((heading) => heading.trim());
      if (headings.length > MOST_COLUMNS) throw new CsvRefused("too_many_columns");
      found.reasons = headings.indexOf(REASON_HEADING);
      found.headings = headings.filter((_, at) => at !== found.reasons);
      continue;
    }
    if (++found.total > most) throw new CsvRefused("too_many_rows");
    held.push({ id: nextId(), batchId: batch.id, teamId: batch.teamId, row, verdict: "unread", cells: JSON.stringify(cells) });
    if (held.length >= AT_ONCE) {
      const now = held;
      held = [];
      await opened.write(async (tx) => insertImportRows(tx, now));
    }
  }
  if (found.headings === undefined) throw new CsvRefused("empty");
  if (found.total === 0) throw new CsvRefused("no_rows");
  await opened.write(async (tx) => insertImportRows(tx, held));
  return { base, headings: found.headings, total: found.total };
}

/** A sheet is known by its first bytes, whatever the file is called. */
async function openFile({ bytes, encoding, delimiter }: UploadedFile): Promise<Opened> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheet = await readSheet(bytes);
    if (!sheet.ok) throw new CsvRefused(sheet.code === "unreadable" ? "unreadable_sheet" : sheet.code, sheet.row === undefined ? {} : { line: sheet.row, ...(sheet.column === undefined ? {} : { cell: sheet.column }) });
    const { rows } = sheet;
    return {
      base: { delimiter: "sheet", encoding: "sheet" },
      records: async function* () {
        // A row that was taken is given back at once: a large sheet need not stand in memory twice.
        for (let at = 0; at < rows.length; at++) {
          yield await Promise.resolve(rows[at] ?? []);
          rows[at] = [];
        }
      },
    };
  }
  const csv = openCsv(bytes, encoding, delimiter);
  return { base: { delimiter: csv.delimiter, encoding: csv.encoding }, records: csv.records };
}

/** A file's own name without what has no place in one line. */
const cleanName = (name: string): string => name.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim().slice(-LONGEST_NAME) || "?";
