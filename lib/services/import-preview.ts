import "server-only";
import { eventsBetween, eventsByKey, institutionPlaces, listImportRows, type ImportBatchRow } from "@/db/queries/imports";
import { findOrganisation, findPlace, listPlaces } from "@/db/queries/organisation";
import { store, type Reader } from "@/db/store";
import type { CsvRow } from "@/lib/exchange/csv-read";
import { checkRows } from "@/lib/exchange/event-check";
import type { CheckedRow, Finding, KnownRecords, RowVerdict } from "@/lib/exchange/event-plan";
import { knownText } from "@/lib/exchange/cells";
import type { EventMapping } from "@/lib/model/event-import";
import { date, type InputContext } from "@/lib/model/fields";
import { can, type Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { recordsOf, requireBatch, settingsOf } from "./import-batches";
import { progressOf } from "./import-progress";
import { todayIn } from "./organisation";

export const ROWS_PAGE = 50;
const DAY_MS = 86_400_000;

export type ImportShow = "all" | RowVerdict;
/** What is kept of a row once its file is recorded; the cells only of rows that were not. */
export type KeptRow = { problems: Finding[]; doubts: Finding[]; cells?: string[] };

/** Every row of a draft, checked against what is on record now. */
export async function checkedDraft(tx: Reader, batch: ImportBatchRow): Promise<CheckedRow[]> {
  const { delimiter, mapping } = settingsOf(batch);
  const { rows } = recordsOf(batch, delimiter);
  const organisation = await findOrganisation(tx);
  const zone = (organisation && (await findPlace(tx, organisation.defaultPlaceId)))?.zone ?? "UTC";
  const context = { today: todayIn(zone) };
  return checkRows(rows, mapping, await knownRecords(tx, batch.teamId, rows, mapping, context), context);
}

async function knownRecords(tx: Reader, teamId: string, rows: readonly CsvRow[], mapping: EventMapping, context: InputContext): Promise<KnownRecords> {
  const cells = (target: EventMapping["columns"][number]) => {
    const at = mapping.columns.indexOf(target);
    return at < 0 ? [] : rows.map((row) => knownText(row.cells[at] ?? "")).filter(Boolean);
  };
  const sender = foldName(mapping.sender);
  const keys = await eventsByKey(tx, teamId, cells("external_id").map((key) => `${sender}:${key.trim()}`));
  const span = spanOf(cells("start"), context);
  return {
    places: await listPlaces(tx),
    keys,
    events: span ? await eventsBetween(tx, teamId, span.from, span.to) : [],
    stations: await institutionPlaces(tx, mapping.stationKind),
  };
}

/** The time that the dates of a file lie in, a day wider on both sides than any zone could make it. */
function spanOf(typed: readonly string[], context: InputContext): { from: number; to: number } | undefined {
  const read = [...new Set(typed)].flatMap((text) => date().schema(context).safeParse(text.replace(/\s+/g, " ")).data ?? []);
  const at = read.flatMap((each) => boundsOf(each, "UTC").earliest ?? []);
  if (at.length === 0) return undefined;
  return { from: at.reduce((a, b) => Math.min(a, b)) - DAY_MS, to: at.reduce((a, b) => Math.max(a, b)) + 2 * DAY_MS };
}

const summaryOf = ({ id, version, fileName, sha256, state, createdAt, recordedAt, accepted, refused, aside }: ImportBatchRow) => ({ id, version, fileName, sha256, state, createdAt, recordedAt, counts: { accepted, refused, aside } });

/** A batch with one page of its rows: those of a draft as they would be recorded, those of a recorded one as they were. */
export async function getImportPage(actor: Actor, id: string, show: ImportShow = "all", page = 1) {
  const { read } = await store();
  const batch = await requireBatch(read, actor, id);
  const organisation = await findOrganisation(read);
  const home = organisation && (await findPlace(read, organisation.defaultPlaceId));
  const base = { ...summaryOf(batch), zone: home?.zone ?? "UTC", page, mayRecord: can(actor, "import.make", batch) };
  const progress = progressOf(id);
  const going = batch.state === "draft" && progress && !progress.failed ? { done: progress.done, total: progress.total } : null;
  if (going) return { ...base, going, failed: false, draft: null, headings: [], rows: [], total: 0, found: [] };
  if (batch.state === "draft") return { ...base, going, failed: progress?.failed ?? false, ...(await draftPage(read, batch, show, page)) };
  const headings = batch.state === "recorded" ? settingsOf(batch).mapping.headings : [];
  const verdicts = show === "all" ? ["accepted", "aside", "refused"] : [show];
  const kept = batch.state === "recorded" ? await listImportRows(read, id, verdicts, ROWS_PAGE, (page - 1) * ROWS_PAGE) : [];
  const rows = kept.map(({ problems, verdict, ...row }) => ({ ...row, verdict: verdict as RowVerdict, ...(JSON.parse(problems) as KeptRow) }));
  const total = show === "all" ? batch.accepted + batch.aside + batch.refused : base.counts[show];
  return { ...base, going, failed: false, draft: null, headings, rows, total, found: [] };
}

async function draftPage(read: Reader, batch: ImportBatchRow, show: ImportShow, page: number) {
  const { step, remembered, mapping } = settingsOf(batch);
  const checked = await checkedDraft(read, batch);
  const counts = countsOf(checked);
  const shown = show === "all" ? checked : checked.filter(({ verdict }) => verdict === show);
  return {
    counts,
    draft: { step, remembered, places: await listPlaces(read), newPlaces: mapping.places.filter(({ placeId, code }) => placeId === null && code !== "") },
    headings: mapping.headings,
    rows: [],
    found: shown.slice((page - 1) * ROWS_PAGE, page * ROWS_PAGE),
    total: shown.length,
  };
}

export const countsOf = (rows: readonly CheckedRow[]): Record<RowVerdict, number> => ({
  accepted: rows.filter(({ verdict }) => verdict === "accepted").length,
  aside: rows.filter(({ verdict }) => verdict === "aside").length,
  refused: rows.filter(({ verdict }) => verdict === "refused").length,
});

export type LeftOut = { row: number; cells: string[]; verdict: RowVerdict; problems: Finding[]; doubts: Finding[] };

/** The rows of a batch that are not recorded, with the headings of their file and why. */
export async function getLeftOutRows(actor: Actor, id: string): Promise<{ fileName: string; headings: string[]; rows: LeftOut[] }> {
  const { read } = await store();
  const batch = await requireBatch(read, actor, id);
  if (batch.state === "discarded") return { fileName: batch.fileName, headings: [], rows: [] };
  const { headings } = settingsOf(batch).mapping;
  if (batch.state === "draft") return { fileName: batch.fileName, headings, rows: (await checkedDraft(read, batch)).filter(({ verdict }) => verdict !== "accepted") };
  const kept = await listImportRows(read, id, ["aside", "refused"], batch.aside + batch.refused, 0);
  const rows = kept.map(({ row, verdict, problems }) => {
    const told = JSON.parse(problems) as KeptRow;
    return { row, verdict: verdict as RowVerdict, problems: told.problems, doubts: told.doubts, cells: told.cells ?? [] };
  });
  return { fileName: batch.fileName, headings, rows };
}
