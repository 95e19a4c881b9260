import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { countImportBatches, findImportMapping, insertImportBatch, listImportBatches, updateImportBatch, type ImportBatchRow } from "@/db/queries/imports";
import { listPlaces } from "@/db/queries/organisation";
import { store, type Tx } from "@/db/store";
import { readCsv, type CsvRead, type Delimiter } from "@/lib/exchange/csv-read";
import { decodeText, type Encoding } from "@/lib/exchange/decode";
import { broughtTo, guessColumns, guessDetails } from "@/lib/exchange/event-guess";
import type { KnownPlace } from "@/lib/exchange/event-plan";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { manyColumns, type EventMapping, type ImportColumnValues } from "@/lib/model/event-import";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { headingsKey, recordsOf, requireDraft, settingsOf, type ImportSettings } from "./import-batches";
import { findHome } from "./organisation";
import { changesOf, write } from "./write";

export const IMPORTS_PAGE = 50;
const SAMPLES = 3;
const LONGEST_NAME = 200;

export type UploadedFile = { name: string; bytes: Uint8Array; encoding: Encoding; delimiter: Delimiter | "auto" };
type Readable = Extract<CsvRead, { ok: true }>;

/** Keeps a file as a draft with a first mapping: the one that its headings had before, else a guess. A file that cannot be read is refused by its code. */
export const startImport = (actor: Actor, file: UploadedFile): Promise<{ importId: string; step: ImportSettings["step"] }> =>
  write(actor, async (tx, log) => {
    const teamId = actor.teamIds[0] ?? null;
    allow(actor, "import.make");
    if (teamId === null) throw new AppError("forbidden");
    const { text, encoding } = decodeText(file.bytes, file.encoding);
    const read = readCsv(text, file.delimiter);
    if (!read.ok) throw refuse("file", read.code, read.line === undefined ? undefined : { line: read.line });
    const settings = await firstSettings(tx, teamId, read, encoding);
    const at = realNow();
    const row = {
      id: randomUUID(),
      teamId,
      kind: "events",
      fileName: cleanName(file.name),
      sha256: createHash("sha256").update(file.bytes).digest("hex"),
      content: text,
      mapping: JSON.stringify(settings),
      // The command line has no account; the audit log says who it was.
      authorId: actor.sessionHash === null ? null : actor.userId,
      createdAt: at,
      updatedAt: at,
    };
    await insertImportBatch(tx, row);
    await log("import.begun", { subject: ["import", row.id], version: [null, 1], changes: changesOf(undefined, { ...row, rows: read.rows.length }, ["fileName", "sha256", "rows"]) });
    return { importId: row.id, step: settings.step };
  });

async function firstSettings(tx: Tx, teamId: string, read: Readable, encoding: Encoding): Promise<ImportSettings> {
  const places = await listPlaces(tx);
  const base = { delimiter: read.delimiter, encoding };
  const kept = await findImportMapping(tx, teamId, "events", headingsKey(read.headings));
  if (kept) return { ...base, step: "ready", remembered: true, mapping: broughtTo(JSON.parse(kept.mapping) as EventMapping, read.rows, places) };
  const columns = guessColumns(read.headings, read.rows);
  return { ...base, step: "columns", remembered: false, mapping: { headings: read.headings, columns, ...guessDetails(read.headings, columns, read.rows, places) } };
}

/** A file's own name without what has no place in one line. */
const cleanName = (name: string): string => name.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim().slice(-LONGEST_NAME) || "?";

/** First step: says which column is what. What the second step asks is guessed anew for columns that changed. */
export const setImportColumns = (actor: Actor, { importId, columns: typed }: ImportColumnValues, meta: FormMeta): Promise<{ importId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const settings = settingsOf(batch);
      const { headings } = settings.mapping;
      if (typed.length > headings.length) throw refuse("columns", "too_many", { max: headings.length });
      const columns = headings.map((_, at) => typed[at]?.field ?? "skip");
      const twice = columns.findIndex((target, at) => !manyColumns.has(target) && columns.indexOf(target) !== at);
      if (twice >= 0) throw refuse(`columns.${twice}.field`, "column_twice");
      if (!columns.includes("title")) throw refuse("columns", "no_title_column");
      const read = recordsOf(batch, settings.delimiter);
      const mapping = remade(settings.mapping, columns, read, await listPlaces(tx));
      await keepSettings(tx, batch, meta, { ...settings, mapping, step: settings.step === "columns" ? "details" : settings.step });
      const named = (all: readonly string[]) => headings.filter((_, at) => (all[at] ?? "skip") !== "skip");
      await log("import.mapped", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: changesOf({ columns: named(settings.mapping.columns) }, { columns: named(columns) }, ["columns"]) });
      return { importId };
    },
    meta.submission,
  );

function remade(before: EventMapping, columns: EventMapping["columns"], read: Readable, places: readonly KnownPlace[]): EventMapping {
  const fresh = guessDetails(before.headings, columns, read.rows, places);
  const same = (at: number) => before.columns[at] === columns[at];
  const details = columns.map((_, at) => (same(at) ? before.details[at] : fresh.details[at]) ?? fresh.details[at] ?? { separator: "none" as const, category: "detained" as const, bound: "exact" as const });
  return broughtTo({ ...before, columns, details }, read.rows, places);
}

/** Stores settings over the version that their author saw. */
export async function keepSettings(tx: Tx, batch: ImportBatchRow, meta: FormMeta, settings: ImportSettings): Promise<void> {
  const saved = { version: batch.version, values: {} };
  const version = seenVersion(meta.version, saved);
  if (!(await updateImportBatch(tx, batch.id, version, { mapping: JSON.stringify(settings), updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
}

/** Throws a draft away: its text goes, that there was one stays. */
export const discardImport = (actor: Actor, { importId }: { importId: string }, meta: FormMeta): Promise<{ importId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const version = meta.version ?? batch.version;
      if (!(await updateImportBatch(tx, importId, version, { state: "discarded", content: "", mapping: "", updatedAt: realNow() }))) throw new AppError("conflict", { current: { version: batch.version, values: {} } });
      await log("import.discarded", { subject: ["import", importId], version: [version, version + 1] });
      return { importId };
    },
    meta.submission,
  );

/** One page of imports, newest first; `zone` is the organisation's, for their times. */
export async function getImportList(actor: Actor, page = 1) {
  allow(actor, "import.make");
  const { read } = await store();
  const items = await listImportBatches(read, actor, IMPORTS_PAGE, (page - 1) * IMPORTS_PAGE);
  return { items, total: await countImportBatches(read, actor), page, zone: (await findHome())?.place.zone ?? "UTC" };
}

/** The columns of a draft, each with what it is taken for and the first things that stand in it. */
export async function getImportColumns(actor: Actor, id: string) {
  const { read } = await store();
  const batch = await requireDraft(read, actor, id);
  const { delimiter, encoding, mapping } = settingsOf(batch);
  const { rows } = recordsOf(batch, delimiter);
  const columns = mapping.headings.map((heading, at) => ({ heading, field: mapping.columns[at] ?? "skip", samples: samplesOf(rows.map(({ cells }) => cells[at] ?? "")) }));
  return { id, version: batch.version, fileName: batch.fileName, delimiter, encoding, rowCount: rows.length, columns };
}

function samplesOf(cells: readonly string[]): string[] {
  const filled = new Set<string>();
  for (const cell of cells) {
    const text = cell.replace(/\s+/g, " ").trim();
    if (text !== "") filled.add(text.length > 80 ? `${text.slice(0, 79)}…` : text);
    if (filled.size === SAMPLES) break;
  }
  return [...filled];
}
