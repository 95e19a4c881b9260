import "server-only";
import { listImportRows, subjectNames, type ImportBatchRow } from "@/db/queries/imports";
import { findOrganisation, findPlace, listPlaces } from "@/db/queries/organisation";
import { store, type Reader } from "@/db/store";
import { rowVerdicts, type Finding, type JudgedRow, type RowVerdict } from "@/lib/exchange/event-plan";
import type { ImportKind } from "@/lib/model/import-kind";
import { can, type Actor } from "@/lib/model/permissions";
import { requireBatch, settingsOf, type ImportSettings } from "./import-batches";
import { checkerOf } from "./import-check";
import { csvRowOf } from "./import-rows";

export const ROWS_PAGE = 50;

export type ImportShow = "all" | RowVerdict | "withdrawn";
/** What is kept of the judgement of a row. `taken`: somebody said that it is recorded although it looks like something; `certain`: its number is known. */
export type KeptRow = { problems: Finding[]; doubts: Finding[]; taken?: boolean; certain?: boolean; like?: string; kind?: string };

/** A row as its page shows it: what it would become while it is a draft, what it became afterwards. */
export type ImportRow = {
  row: number;
  verdict: RowVerdict | "withdrawn";
  problems: Finding[];
  doubts: Finding[];
  cells: string[];
  plan: JudgedRow["plan"];
  /** The record that it became, or that it looks like; null as well where the reader may not see it. */
  link: { id: string; name: string } | null;
  /** Set aside for a likeness that somebody may overrule. */
  mayTake: boolean;
};

const summaryOf = ({ id, version, kind, fileName, sha256, state, createdAt, recordedAt, accepted, refused, aside, withdrawn, reason, failure, total }: ImportBatchRow) => ({
  ...{ id, version, kind: kind as ImportKind, fileName, sha256, state, createdAt, recordedAt, reason, failure, total },
  counts: { accepted, refused, aside, withdrawn },
});

/** A batch with one page of its rows, and what goes on with it at this moment. */
export async function getImportPage(actor: Actor, id: string, show: ImportShow = "all", page = 1) {
  const { read } = await store();
  const batch = await requireBatch(read, actor, id);
  const organisation = await findOrganisation(read);
  const home = organisation && (await findPlace(read, organisation.defaultPlaceId));
  const going = batch.phase === "" ? null : { phase: batch.phase, done: batch.done, total: batch.phase === "record" ? batch.accepted : batch.total };
  const base = { ...summaryOf(batch), zone: home?.zone ?? "UTC", page, going, mayRecord: can(actor, "import.make", batch) };
  const settings = batch.state === "discarded" ? undefined : settingsOf(batch);
  const draft = batch.state === "draft" && settings && !going ? await draftOf(read, settings) : null;
  const shown = settings !== undefined && !going && (draft === null || draft.step === "ready");
  const rows = shown ? await pageOf(read, actor, batch, show, page) : [];
  const { accepted, aside, refused, withdrawn } = base.counts;
  const all = { all: accepted + aside + refused + withdrawn, accepted, aside, refused, withdrawn };
  return { ...base, draft, headings: settings?.mapping.headings ?? [], delimiter: settings?.delimiter, rows, total: shown ? all[show] : 0 };
}

async function draftOf(read: Reader, { step, remembered, mapping }: ReturnType<typeof settingsOf>) {
  return { step, remembered, places: await listPlaces(read), newPlaces: mapping.places.filter(({ placeId, code }) => placeId === null && code !== "") };
}

async function pageOf(read: Reader, actor: Actor, batch: ImportBatchRow, show: ImportShow, page: number): Promise<ImportRow[]> {
  const verdicts = show === "all" ? [...rowVerdicts, "withdrawn"] : [show];
  const found = await listImportRows(read, batch.id, { verdicts, limit: ROWS_PAGE, offset: (page - 1) * ROWS_PAGE });
  const kept = found.map(({ problems }) => keptOf(problems));
  // What a row would become is read anew for these few; how it was judged stands with it.
  const plans = new Map(batch.state === "draft" ? (await (await checkerOf(read, batch)).judge(read, found.map(csvRowOf))).map(({ row, plan }) => [row, plan]) : []);
  const names = await subjectNames(read, actor, batch.kind, found.flatMap(({ subjectId }, at) => subjectId ?? kept[at]?.like ?? []));
  return found.map(({ row, verdict, cells, subjectId }, at) => {
    const { problems, doubts, like, certain = false } = kept[at] ?? keptOf("[]");
    const target = subjectId ?? like ?? null;
    const name = target === null ? undefined : names.get(target);
    return {
      ...{ row, verdict: verdict as ImportRow["verdict"], problems, doubts, cells: JSON.parse(cells) as string[], plan: plans.get(row) ?? null },
      link: target === null || name === undefined ? null : { id: target, name },
      mayTake: batch.state === "draft" && verdict === "aside" && !certain,
    };
  });
}

const keptOf = (problems: string): KeptRow => (problems === "[]" ? { problems: [], doubts: [] } : (JSON.parse(problems) as KeptRow));

export type LeftOut = { row: number; cells: string[]; verdict: RowVerdict; problems: Finding[]; doubts: Finding[] };

export type LeftOutRows = { fileName: string; /** What stood between the cells of the file, or that it was a sheet. */ delimiter: ImportSettings["delimiter"]; headings: string[]; rows: LeftOut[] };

/** The rows of a batch that are not recorded, with the headings of their file and why. */
export async function getLeftOutRows(actor: Actor, id: string): Promise<LeftOutRows> {
  const { read } = await store();
  const batch = await requireBatch(read, actor, id);
  if (batch.state === "discarded") return { fileName: batch.fileName, delimiter: "comma", headings: [], rows: [] };
  const { delimiter, mapping: { headings } } = settingsOf(batch);
  const left = await listImportRows(read, id, { verdicts: ["aside", "refused"], limit: batch.total });
  return { fileName: batch.fileName, delimiter, headings, rows: left.map(({ row, verdict, problems, cells }) => ({ row, verdict: verdict as RowVerdict, cells: JSON.parse(cells) as string[], problems: keptOf(problems).problems, doubts: keptOf(problems).doubts })) };
}
