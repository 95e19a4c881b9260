import "server-only";
import { findSheet, listSheetCells, listSheetRowsOf, type SheetCellRow, type SheetDraftRow } from "@/db/queries/sheets";
import { store, type Reader } from "@/db/store";
import { compareCell, type CellVerdict } from "@/lib/exchange/sheet-diff";
import type { Locale } from "@/lib/i18n/locales";
import type { InputContext } from "@/lib/model/fields";
import type { FieldProblem } from "@/lib/model/form-state";
import { TERM_NOT_KNOWN } from "@/lib/model/ordered-term";
import type { Actor } from "@/lib/model/permissions";
import { sheetColumn, sheetColumns, type CellChoice, type SheetColumn, type SheetValue } from "@/lib/model/sheet";
import { sha256 } from "@/lib/vault/keys";
import { findHome, inputContext } from "./organisation";
import { requireSheet, type SheetNotes } from "./sheet-drafts";
import { keptCells } from "./sheet-export";
import { readCell, sheetWords, shownCell, type SheetWords } from "./sheet-words";
import { sheetCases, type SheetCase, type TargetRow } from "./sheet-values";

/** A cell that says something else than it did, with the three readings as they are shown. */
export type ComparedCell = {
  id: string;
  caseId: string;
  reference: string;
  row: number;
  column: string;
  /** `refused`: it cannot be read or saved, see `problem`. */
  verdict: Exclude<CellVerdict, "untouched"> | "refused";
  base: string;
  now: string;
  mine: string;
  problem?: FieldProblem;
  /** Stands for what the record says now, so that a choice is kept only as long as it was made against the same. */
  print: string;
  /** What was chosen before, as long as the record still says the same. */
  choice?: CellChoice;
};
/** A cell that can be saved, with what is stored and where. */
export type SavableCell = { id: string; column: SheetColumn; of: SheetCase; target: TargetRow | undefined; base: string; now: string; value: string };
export type Compared = { cells: ComparedCell[]; savable: SavableCell[]; /** Stands for all that was seen: another one means that something moved. */ seen: string };

export type ComparedSheet = Awaited<ReturnType<typeof getSheet>>;

/** A sheet that came back, with every cell that says something new; what the actor may not see any more is not told. */
export async function getSheet(actor: Actor, sheetId: string, locale: Locale) {
  const { read } = await store();
  const draft = await requireSheet(read, actor, sheetId);
  const notes = JSON.parse(draft.notes) as Partial<SheetNotes>;
  const compared = draft.state === "draft" ? await compareSheet(read, actor, draft, await inputContext(), locale) : { cells: [], savable: [], seen: "" };
  const sheet = await findSheet(read, draft.exportId);
  const told = { added: notes.added ?? [], foreign: notes.foreign ?? [], twice: notes.twice ?? [], missing: notes.missing ?? 0, unknown: notes.unknown ?? [], absent: notes.absent ?? [] };
  return { draft, zone: (await findHome())?.place.zone ?? "UTC", takenAt: sheet?.createdAt ?? draft.createdAt, cells: compared.cells, seen: compared.seen, notes: told };
}

/**
 * Compares what came back with what was taken out and with the records as they are now. Cells are read in the language of the sheet first, and shown
 * in `locale`.
 */
export async function compareSheet(tx: Reader, actor: Actor, draft: SheetDraftRow, context: InputContext, locale?: Locale): Promise<Compared> {
  const written = ((await findSheet(tx, draft.exportId))?.locale ?? "en") as Locale;
  const typed = await listSheetCells(tx, draft.id);
  const caseIds = [...new Set(typed.map(({ caseId }) => caseId))];
  const words = await sheetWords(tx, actor, written);
  const shown = { ...words, locale: locale ?? written };
  const now = await sheetCases(tx, actor, caseIds, shown);
  const base = new Map((await listSheetRowsOf(tx, draft.exportId, caseIds)).map((row) => [row.caseId, keptCells(row)]));
  const places = new Map<string, Placed[]>();
  const placed = typed.flatMap((cell): Placed[] => {
    const [of, column, was] = [now.get(cell.caseId), sheetColumn(cell.column), base.get(cell.caseId)?.[cell.column]];
    if (!of || !column || !was) return [];
    const each = place(cell, of, column, was, words, context);
    places.set(each.key, [...(places.get(each.key) ?? []), each]);
    return [each];
  });
  const told = placed.flatMap((each) => {
    const others = places.get(each.key) ?? [];
    return others[0] === each || others.some((other) => other.value !== each.value) ? (toldCell(each, others, shown) ?? []) : [];
  });
  told.sort((a, b) => a.cell.row - b.cell.row || position(a.cell.column) - position(b.cell.column));
  return {
    cells: told.map(({ cell }) => cell),
    savable: told.flatMap(({ savable }) => savable ?? []),
    seen: sha256(JSON.stringify([draft.version, told.map(({ cell, savable }) => [cell.id, cell.verdict, cell.problem?.code ?? "", savable?.target?.id ?? "", savable?.base ?? "", savable?.now ?? "", savable?.value ?? ""])])),
  };
}

const position = (key: string): number => sheetColumns.findIndex((column) => column.key === key);
export const printOf = (value: string): string => sha256(value).slice(0, 16);

type Placed = { cell: SheetCellRow; of: SheetCase; column: SheetColumn; was: SheetValue; target: TargetRow | undefined; key: string; value: string | undefined; problem: FieldProblem | undefined };

/** One field of one record: several rows can stand for it, of one person's detentions or of those whom one ruling binds. */
function place(cell: SheetCellRow, of: SheetCase, column: SheetColumn, was: SheetValue, words: SheetWords, context: InputContext): Placed {
  const target = of.targets[column.target];
  const read = readCell(column, cell.typed, words, context);
  const value = read.ok ? (read.value === TERM_NOT_KNOWN && !target?.own ? "" : read.value) : undefined;
  const problem = read.ok ? unsavable(column, target, value ?? "") : read.problem;
  const whose = target?.own || target === undefined ? `${column.target}/${of.id}/${target?.id ?? ""}` : `${column.target}/${target.id}`;
  return { cell, of, column, was, target, key: `${whose}/${column.field}`, value, problem };
}

/** What a sheet cannot say: the page of the case can. */
function unsavable({ target, field }: SheetColumn, row: TargetRow | undefined, value: string): FieldProblem | undefined {
  if (target === "order" && row === undefined) return { code: "sheet_no_ruling" };
  if (target === "released" && field === "when" && value === "") return { code: "sheet_release_emptied" };
  if (target === "released" && field === "releaseKind" && row === undefined) return { code: "sheet_no_release" };
  return target === "person" && row === undefined ? { code: "sheet_no_person" } : undefined;
}

function toldCell({ cell, of, column, was, target, value, problem }: Placed, others: readonly Placed[], words: SheetWords): { cell: ComparedCell; savable?: SavableCell } | undefined {
  const now = of.values[column.key] ?? { value: "", shown: "" };
  const shared = { id: cell.id, caseId: of.id, reference: of.reference, row: cell.row, column: column.key, base: shownCell(column, was.value, words), now: now.shown, print: printOf(now.value) };
  const refused = (why: FieldProblem) => ({ cell: { ...shared, verdict: "refused" as const, mine: cell.typed, problem: why } });
  if (problem) return refused(problem);
  if (others.some((other) => other.value !== value)) return refused({ code: "sheet_rows_differ" });
  const verdict = compareCell({ base: was.value, now: now.value, mine: value ?? "" });
  const mine = shownCell(column, value ?? "", words);
  // Written otherwise, but the same: "10 d" for "10 days".
  if (verdict === "untouched") return undefined;
  const choice = cell.choice !== "" && cell.against === now.value ? (cell.choice as CellChoice) : undefined;
  return { cell: { ...shared, verdict, mine, ...(choice ? { choice } : {}) }, savable: { id: cell.id, column, of, target, base: was.value, now: now.value, value: value ?? "" } };
}
