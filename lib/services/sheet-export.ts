import "server-only";
import { randomUUID } from "node:crypto";
import { findCases } from "@/db/queries/cases";
import { findSheet, forgetSheetsBefore, insertSheet, listSheetRows, type SheetRowRow } from "@/db/queries/sheets";
import { store } from "@/db/store";
import { editSheet } from "@/lib/documents/edit-sheet";
import { guardCell } from "@/lib/exchange/csv-safe";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { caseQueryString, changedQuery, readCaseQuery, type CaseQuery } from "@/lib/model/case-query";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { MOST_SHEET_CASES, SHEET_DAYS, sheetColumns, sheetMarks, type SheetValue, type TakeSheet } from "@/lib/model/sheet";
import { allow } from "./allow";
import { getCaseList, streamCases } from "./case-list";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { offeredCells, sheetWords } from "./sheet-words";
import { sheetCases, type SheetCase } from "./sheet-values";
import { needsStepUp, proveAgain } from "./step-up";
import { write } from "./write";

const HOUR = 3_600_000;
/** A sheet that was just taken out can be fetched for so long; later it is taken out anew. */
export const SHEET_FETCH_MS = HOUR;

/** The cells of one row as they are kept: values, and how they were shown where that differs. */
export type KeptCells = Record<string, [value: string, shown: string]>;
export const keptCells = (row: Pick<SheetRowRow, "base">): Record<string, SheetValue> =>
  Object.fromEntries(Object.entries(JSON.parse(row.base) as KeptCells).map(([key, [value, shown]]) => [key, { value, shown }]));

const queryOf = (filter: string): CaseQuery => changedQuery(readCaseQuery(Object.fromEntries(new URLSearchParams(filter))), {});

/** What the page of taking out must know: how many cases the filter finds, and whether the password is asked for. */
export async function getSheetForm(actor: Actor, query: CaseQuery) {
  allow(actor, "case.export");
  const plain = changedQuery(query, {});
  const { total, more } = await getCaseList(actor, plain);
  return { filter: caseQueryString(plain).slice(1), total, more, needsPassword: await needsStepUp(actor) };
}

/**
 * Takes the cases of a filter out as a sheet to be edited elsewhere, as its author sees them in `locale`. What each cell says is kept here, so that
 * what comes back can be compared with it. The reason and the filter go into the log.
 */
export async function takeSheet(actor: Actor, { password, ...taken }: TakeSheet, meta: FormMeta = {}): Promise<{ sheetId: string }> {
  allow(actor, "case.export");
  await proveAgain(actor, password);
  return keepSheet(actor, taken, meta);
}

/** The same for whoever proved who they are, and for the sample data. */
export async function keepSheet(actor: Actor, { filter, reason, locale }: Omit<TakeSheet, "password">, meta: FormMeta = {}): Promise<{ sheetId: string }> {
  const teamId = actor.teamIds[0] ?? null;
  allow(actor, "case.export", { teamId });
  if (teamId === null) throw new AppError("forbidden");
  const query = queryOf(filter);
  const ids: string[] = [];
  for await (const batch of streamCases(actor, query)) {
    ids.push(...batch.map(({ id }) => id));
    if (ids.length > MOST_SHEET_CASES) throw refuse("filter", "sheet_too_many", { max: MOST_SHEET_CASES });
  }
  const { read } = await store();
  const found = await sheetCases(read, actor, ids, await sheetWords(read, actor, locale));
  if (found.size === 0) throw refuse("filter", "sheet_empty");
  const id = randomUUID();
  return write(
    actor,
    async (tx, log) => {
      const at = realNow();
      await forgetSheetsBefore(tx, at - SHEET_DAYS * 24 * HOUR);
      const told = caseQueryString(query) || "?";
      const rows = ids.flatMap((each) => found.get(each) ?? []).map((each, position) => rowOf(id, each, position));
      await insertSheet(tx, { id, teamId, takerId: actor.userId === "command-line" ? null : actor.userId, locale, filter: told, reason, rows: rows.length, createdAt: at, updatedAt: at }, rows);
      const changes = [["filter", told], ["rows", String(rows.length)], ["reason", reason]] as const;
      await log("export.made", { subject: ["export", id], changes: changes.map(([field, after]) => ({ field, before: null, after })) });
      return { sheetId: id };
    },
    meta.submission,
  );
}

function rowOf(exportId: string, each: SheetCase, position: number) {
  const base: KeptCells = Object.fromEntries(sheetColumns.map(({ key }) => [key, [each.values[key]?.value ?? "", each.values[key]?.shown ?? ""]]));
  return { exportId, caseId: each.id, position, caseVersion: each.version, base: JSON.stringify(base) };
}

type Room = { column: Record<string, string>; file: { title: string; about: string; reference: string; lines: string } };

/** The file of a sheet that the actor took out within the hour, without the cases that the actor does not see any more. */
export async function getSheetFile(actor: Actor, sheetId: string): Promise<{ bytes: Buffer; name: string }> {
  allow(actor, "case.export");
  const { read } = await store();
  const sheet = await findSheet(read, sheetId);
  if (sheet?.takerId !== actor.userId || realNow() - sheet.createdAt > SHEET_FETCH_MS) throw new AppError("not_found");
  const locale = sheet.locale as Locale;
  const [words, room] = [await sheetWords(read, actor, locale), (await messagesOf(locale))["sheets"] as Room];
  const kept = await listSheetRows(read, sheetId);
  const references = new Map<string, string>();
  for (let at = 0; at < kept.length; at += 200) for (const row of await findCases(read, actor, kept.slice(at, at + 200).map(({ caseId }) => caseId))) references.set(row.id, row.reference);
  const rows = kept.filter(({ caseId }) => references.has(caseId)).map((row) => {
    const cells = keptCells(row);
    return [sheetId, row.caseId, String(row.caseVersion), references.get(row.caseId) ?? "", ...sheetColumns.map(({ key }) => guardCell(cells[key]?.shown ?? ""))];
  });
  const columns = [
    ...sheetMarks.map((heading) => ({ heading, width: 8, hidden: true, fixed: true })),
    { heading: room.file.reference, width: 16, fixed: true },
    ...sheetColumns.map((column) => ({ heading: room.column[column.key] ?? column.key, width: widths[column.key] ?? 18, offered: offeredCells(column, words) })),
  ];
  const bytes = await editSheet({ title: room.file.title, columns, rows, about: { title: room.file.about, lines: room.file.lines.split("\n") } });
  return { bytes, name: `erkin-sheet-${new Date(sheet.createdAt).toISOString().slice(0, 10)}.xlsx` };
}

const widths: Record<string, number> = { name: 30, note: 50, agency: 30, held_at: 30, court: 30, residence: 26, lawyer: 24 };
