import "server-only";
import { findImportMapping } from "@/db/queries/import-mappings";
import { changeImportRows, countImportBatches, findBatch, listImportBatches, listImportRows, removeImportRows, updateImportBatch, type ImportBatchRow } from "@/db/queries/imports";
import { listPlaceNames, listPlaces } from "@/db/queries/organisation";
import { store, type Reader, type Tx } from "@/db/store";
import type { CsvRow } from "@/lib/exchange/csv-read";
import { broughtTo, guessDetails } from "@/lib/exchange/event-guess";
import type { KnownPlace } from "@/lib/exchange/event-plan";
import { matchWord, type ListWords } from "@/lib/exchange/import-words";
import { guessRecordColumns } from "@/lib/exchange/record-guess";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { wordKey, type EventMapping, type ImportColumnValues } from "@/lib/model/event-import";
import { manyColumns, neededTargets, targetsOf, type ImportKind, type ImportTarget } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { chosenMapping } from "./import-mappings";
import type { KeptRow } from "./import-preview";
import { headingsKey, requireDraft, settingsOf, type ImportSettings } from "./import-batches";
import { gatherRows } from "./import-rows";
import { kickImport } from "./import-work";
import { listWords } from "./import-vocabulary";
import { findHome, todayIn } from "./organisation";
import { changesOf, write } from "./write";

export const IMPORTS_PAGE = 50;
const SAMPLES = 3;

/** What is made of a new file: the mapping that was chosen, else the one that its headings had before, else a guess. Words that nobody has answered yet are asked for. */
export async function firstSettings(tx: Tx, teamId: string, batchId: string, kind: ImportKind, headings: string[], base: Pick<ImportSettings, "delimiter" | "encoding">, mappingId?: string): Promise<ImportSettings> {
  const [places, lists] = [await namedPlaces(tx), await listWords()];
  const kept = mappingId === undefined ? await findImportMapping(tx, teamId, kind, headingsKey(headings)) : undefined;
  const remembered = mappingId === undefined ? kept && (JSON.parse(kept.mapping) as EventMapping) : await chosenMapping(tx, teamId, kind, mappingId, headings);
  if (remembered) {
    const mapping = broughtTo(remembered, await gatherRows(tx, batchId, remembered.columns), places, lists);
    return { ...base, step: asksAnew(remembered, mapping, lists) ? "details" : "ready", remembered: true, mapping };
  }
  const columns = guessRecordColumns(kind, headings, await gatherRows(tx, batchId, []), todayIn("UTC"));
  const rows = await gatherRows(tx, batchId, columns);
  return { ...base, step: "columns", remembered: false, mapping: { headings, columns, ...guessDetails(headings, columns, rows, places, lists) } };
}

/** Places with every name that a file may call them by. */
async function namedPlaces(tx: Tx): Promise<KnownPlace[]> {
  const names = Map.groupBy(await listPlaceNames(tx), ({ placeId }) => placeId);
  return (await listPlaces(tx)).map((place) => ({ ...place, otherNames: (names.get(place.id) ?? []).map(({ text }) => text) }));
}

/** Whether a file holds words of a list that no earlier file had, and that are not the list's own. */
function asksAnew(before: Partial<EventMapping>, { words }: EventMapping, lists: ListWords): boolean {
  const answered = new Set((before.words ?? []).map(({ list, text }) => `${list} ${wordKey(text)}`));
  return words.some(({ list, text }) => !answered.has(`${list} ${wordKey(text)}`) && !matchWord(text, list, lists)?.sure);
}

/** First step: says which column is what. What the second step asks is guessed anew for columns that changed. */
export const setImportColumns = (actor: Actor, { importId, columns: typed }: ImportColumnValues, meta: FormMeta): Promise<{ importId: string }> =>
  thenChecked(write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const settings = settingsOf(batch);
      const { headings } = settings.mapping;
      if (typed.length > headings.length) throw refuse("columns", "too_many", { max: headings.length });
      const columns = headings.map((_, at) => typed[at]?.field ?? "skip");
      const kind = batch.kind as ImportKind;
      const possible: readonly ImportTarget[] = targetsOf[kind];
      const other = columns.findIndex((target) => !possible.includes(target));
      if (other >= 0) throw refuse(`columns.${other}.field`, "unknown_option");
      const twice = columns.findIndex((target, at) => !manyColumns.has(target) && columns.indexOf(target) !== at);
      if (twice >= 0) throw refuse(`columns.${twice}.field`, "column_twice");
      if (!neededTargets[kind].some((target) => columns.includes(target))) throw refuse("columns", kind === "events" ? "no_title_column" : "no_name_column");
      const mapping = remade(settings.mapping, columns, await gatherRows(tx, batch.id, columns), await namedPlaces(tx), await listWords());
      await keepSettings(tx, batch, meta, { ...settings, mapping, step: settings.step === "columns" ? "details" : settings.step });
      const named = (all: readonly string[]) => headings.filter((_, at) => (all[at] ?? "skip") !== "skip");
      await log("import.mapped", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: changesOf({ columns: named(settings.mapping.columns) }, { columns: named(columns) }, ["columns"]) });
      return { importId };
    },
    meta.submission,
  ));

/** What was answered changes what rows are: they are checked anew, a small file before the page is drawn again. */
export async function thenChecked(done: Promise<{ importId: string }>): Promise<{ importId: string }> {
  const { importId } = await done;
  const batch = await findBatch((await store()).read, importId);
  if (batch?.phase === "check") await kickImport(importId, batch.total);
  return { importId };
}

function remade(before: EventMapping, columns: EventMapping["columns"], rows: readonly CsvRow[], places: readonly KnownPlace[], lists: ListWords): EventMapping {
  const fresh = guessDetails(before.headings, columns, rows, places, lists);
  const same = (at: number) => before.columns[at] === columns[at];
  const details = columns.map((_, at) => (same(at) ? before.details[at] : fresh.details[at]) ?? fresh.details[at] ?? { separator: "none" as const, category: "detained" as const, bound: "exact" as const });
  return broughtTo({ ...before, columns, details }, rows, places, lists);
}

/** Stores settings over the version that their author saw; once everything is answered, every row is checked anew. */
export async function keepSettings(tx: Tx, batch: ImportBatchRow, meta: FormMeta, settings: ImportSettings): Promise<void> {
  const saved = { version: batch.version, values: {} };
  const version = seenVersion(meta.version, saved);
  const phase = settings.step === "ready" ? "check" : "";
  if (!(await updateImportBatch(tx, batch.id, version, { mapping: JSON.stringify(settings), phase, done: 0, failure: "", accepted: 0, aside: 0, refused: 0, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
}

/** Throws a draft away: its text goes, that there was one stays. */
export const discardImport = (actor: Actor, { importId }: { importId: string }, meta: FormMeta): Promise<{ importId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const version = meta.version ?? batch.version;
      if (!(await updateImportBatch(tx, importId, version, { state: "discarded", phase: "", mapping: "", updatedAt: realNow() }))) throw new AppError("conflict", { current: { version: batch.version, values: {} } });
      await removeImportRows(tx, importId);
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

/** Takes a row that only looks like something on record among those that are recorded; one whose number is known stays out. */
export const acceptRow = (actor: Actor, { importId, row }: { importId: string; row: string }, meta: FormMeta): Promise<{ importId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const [line] = await listImportRows(tx, importId, { after: Number(row) - 1, limit: 1 });
      const kept = line && (JSON.parse(line.problems) as KeptRow);
      if (line?.row !== Number(row) || line.verdict !== "aside" || !kept || kept.certain) throw refuse("row", "unknown_option");
      const saved = { version: batch.version, values: {} };
      if (!(await updateImportBatch(tx, importId, seenVersion(meta.version, saved), { accepted: batch.accepted + 1, aside: batch.aside - 1, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await changeImportRows(tx, [{ id: line.id, change: { verdict: "accepted", problems: JSON.stringify({ ...kept, taken: true }) } }]);
      await log("import.rowAccepted", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: [{ field: "row", before: null, after: row }] });
      return { importId };
    },
    meta.submission,
  );

/** The columns of a draft, each with what it is taken for and the first things that stand in it. */
export async function getImportColumns(actor: Actor, id: string) {
  const { read } = await store();
  const batch = await requireDraft(read, actor, id);
  const { delimiter, encoding, mapping } = settingsOf(batch);
  const rows = await firstRows(read, id);
  const columns = mapping.headings.map((heading, at) => ({ heading, field: mapping.columns[at] ?? "skip", samples: samplesOf(rows.map((cells) => cells[at] ?? "")) }));
  return { id, version: batch.version, kind: batch.kind as ImportKind, fileName: batch.fileName, delimiter, encoding, rowCount: batch.total, columns };
}

const firstRows = async (read: Reader, id: string): Promise<string[][]> => (await listImportRows(read, id, { limit: 200 })).map(({ cells }) => JSON.parse(cells) as string[]);

function samplesOf(cells: readonly string[]): string[] {
  const filled = new Set<string>();
  for (const cell of cells) {
    const text = cell.replace(/\s+/g, " ").trim();
    if (text !== "") filled.add(text.length > 80 ? `${text.slice(0, 79)}…` : text);
    if (filled.size === SAMPLES) break;
  }
  return [...filled];
}
