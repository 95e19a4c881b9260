import "server-only";
import { randomUUID } from "node:crypto";
import { changeSheetDraft, findSheet, findSheetDraft, insertSheetDraft, listSheetDrafts, listSheetRows, listSheets, type SheetDraftRow, type SheetExportRow } from "@/db/queries/sheets";
import { store, type Reader } from "@/db/store";
import { readSheet } from "@/lib/documents/sheet-read";
import { unguardCell } from "@/lib/exchange/csv-safe";
import { cellText, matchRows, type SheetRow } from "@/lib/exchange/sheet-diff";
import { locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { MOST_SHEET_CASES, MOST_SHEET_CHANGES, SHEET_DAYS, sheetColumns } from "@/lib/model/sheet";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { keptCells, SHEET_FETCH_MS } from "./sheet-export";
import { write } from "./write";

const SHOWN = 20;
/** The heading stands near the top, whatever somebody wrote above it. */
const HEADING_WITHIN = 20;
const LIMITS = { rows: MOST_SHEET_CASES + 1000, columns: 100, unzippedBytes: 64_000_000 };

/** What is told of rows and columns that stand for nothing in the sheet; rows by their numbers in the file. */
export type SheetNotes = { added: number[]; foreign: number[]; twice: number[]; missing: number; unknown: string[]; absent: string[] };

/** The sheets that the actor took out last, and those that the team brought back. */
export async function getSheets(actor: Actor) {
  allow(actor, "case.write");
  const { read } = await store();
  const taken = can(actor, "case.export") ? await listSheets(read, actor.userId, SHOWN) : [];
  const at = realNow();
  return {
    taken: taken.map((sheet) => ({ ...sheet, fetchable: at - sheet.createdAt <= SHEET_FETCH_MS })),
    drafts: await listSheetDrafts(read, actor, SHOWN),
    mayTake: can(actor, "case.export"),
    zone: (await findHome())?.place.zone ?? "UTC",
  };
}

/** Keeps what a sheet says differently than it was taken out, for somebody to look at; a file that cannot be read is refused by its code. */
export async function bringSheet(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<{ sheetId: string }> {
  const teamId = actor.teamIds[0] ?? null;
  allow(actor, "case.write", { teamId });
  if (teamId === null) throw new AppError("forbidden");
  const read = await readSheet(file.bytes, LIMITS);
  if (!read.ok) throw refuse("file", read.code);
  const { read: reader } = await store();
  const { rows, unknown, absent } = await rowsOf(read.rows);
  const sheet = await sheetOf(reader, rows);
  const kept = new Map((await listSheetRows(reader, sheet.id)).map((row) => [row.caseId, keptCells(row)]));
  const { matched, missing, ...notes } = matchRows(sheet.id, [...kept.keys()], rows);
  const draft = { id: randomUUID(), at: realNow() };
  const cells = matched.flatMap(({ row, id, cells: typed }) =>
    Object.entries(typed).flatMap(([column, text]) => (cellText(text) === cellText(kept.get(id)?.[column]?.shown ?? "") ? [] : [{ id: randomUUID(), draftId: draft.id, caseId: id, row, column, typed: text }])),
  );
  if (cells.length > MOST_SHEET_CHANGES) throw refuse("file", "sheet_many_changes", { max: MOST_SHEET_CHANGES });
  const told: SheetNotes = { ...notes, missing: missing.length, unknown, absent };
  return write(actor, async (tx, log) => {
    await insertSheetDraft(tx, { id: draft.id, exportId: sheet.id, teamId, authorId: actor.userId === "command-line" ? null : actor.userId, fileName: cleanName(file.name), notes: JSON.stringify(told), createdAt: draft.at, updatedAt: draft.at }, cells);
    await log("sheet.brought", { subject: ["sheet", draft.id], changes: [{ field: "cells", before: null, after: String(cells.length) }] });
    return { sheetId: draft.id };
  });
}

const LONGEST_NAME = 200;
const cleanName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, "").split(/[\\/]/).at(-1)?.slice(0, LONGEST_NAME) || "—";

/** Throws away a sheet that came back; nothing of it is saved. */
export const discardSheet = (actor: Actor, { sheetId }: { sheetId: string }, meta: FormMeta): Promise<{ sheetId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const draft = await requireSheetDraft(tx, actor, sheetId);
      const saved = { version: draft.version, values: {} };
      if (!(await changeSheetDraft(tx, sheetId, seenVersion(meta.version, saved), { state: "discarded", updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await log("sheet.discarded", { subject: ["sheet", sheetId], version: [draft.version, draft.version + 1] });
      return { sheetId };
    },
    meta.submission,
  );

/** A sheet that the team brought back, or `not_found`. Its cells are shown of those cases only that the reader may write. */
export async function requireSheet(tx: Reader, actor: Actor, id: string): Promise<SheetDraftRow> {
  const draft = await findSheetDraft(tx, actor, id);
  if (!draft) throw new AppError("not_found");
  allow(actor, "case.write", draft);
  return draft;
}

/** The same where something is still to be decided. */
export async function requireSheetDraft(tx: Reader, actor: Actor, id: string): Promise<SheetDraftRow> {
  const draft = await requireSheet(tx, actor, id);
  if (draft.state !== "draft") throw new AppError("not_found");
  return draft;
}

/** The sheet that most rows say they come from, as long as it can still be compared with. */
async function sheetOf(tx: Reader, rows: readonly SheetRow[]): Promise<SheetExportRow> {
  const counts = new Map<string, number>();
  for (const { sheet } of rows) if (sheet !== "") counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  const [id] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (id === undefined) throw refuse("file", "sheet_no_ids");
  const sheet = /^[0-9a-f-]{36}$/.test(id) ? await findSheet(tx, id) : undefined;
  if (!sheet) throw refuse("file", "sheet_unknown", { days: SHEET_DAYS });
  return sheet;
}

/** The rows under the heading, by our columns; a heading is known in every language. */
async function rowsOf(rows: readonly string[][]): Promise<{ rows: SheetRow[]; unknown: string[]; absent: string[] }> {
  const at = rows.slice(0, HEADING_WITHIN).findIndex((row) => row.includes("sheet") && row.includes("id"));
  const heading = rows[at];
  if (heading === undefined) throw refuse("file", "sheet_no_ids");
  const known = await headings();
  const keys = heading.map((text) => known.get(cellText(text).toLocaleLowerCase()));
  const [sheetAt, idAt] = [heading.indexOf("sheet"), heading.indexOf("id")];
  const columns = keys.flatMap((key, column) => (key !== undefined && key !== "" && keys.indexOf(key) === column ? [[key, column] as const] : []));
  const found = rows.slice(at + 1).map((row, index): SheetRow => ({
    row: at + 2 + index,
    sheet: (row[sheetAt] ?? "").trim(),
    id: (row[idAt] ?? "").trim(),
    cells: Object.fromEntries(columns.map(([key, column]) => [key, unguardCell(row[column] ?? "")])),
  }));
  const unknown = heading.filter((text, column) => keys[column] === undefined && text.trim() !== "").map((text) => text.trim().slice(0, 80));
  return { rows: found, unknown: unknown.slice(0, 20), absent: sheetColumns.map(({ key }) => key as string).filter((key) => !keys.includes(key)) };
}

/** Our columns by what they are called, in small letters; "" for those that are not edited. */
async function headings(): Promise<Map<string, string>> {
  const known = new Map(["sheet", "id", "version"].map((mark) => [mark, ""]));
  for (const locale of locales) {
    const { column, file } = (await messagesOf(locale))["sheets"] as { column: Record<string, string>; file: { reference: string } };
    known.set(cellText(file.reference).toLocaleLowerCase(), "");
    for (const { key } of sheetColumns) known.set(cellText(column[key] ?? key).toLocaleLowerCase(), key);
  }
  return known;
}
