import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { sheetCells, sheetDrafts, sheetExports, sheetRows } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type SheetExportRow = typeof sheetExports.$inferSelect;
export type SheetRowRow = typeof sheetRows.$inferSelect;
export type SheetDraftRow = typeof sheetDrafts.$inferSelect;
export type SheetCellRow = typeof sheetCells.$inferSelect;

const CHUNK = 200;
const chunks = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => all.slice(at * CHUNK, (at + 1) * CHUNK));

export async function insertSheet(tx: Tx, sheet: typeof sheetExports.$inferInsert, rows: (typeof sheetRows.$inferInsert)[]): Promise<void> {
  await tx.insert(sheetExports).values(sheet);
  for (const some of chunks(rows)) await tx.insert(sheetRows).values(some);
}

export async function findSheet(tx: Reader, id: string): Promise<SheetExportRow | undefined> {
  const [row] = await tx.select().from(sheetExports).where(eq(sheetExports.id, id));
  return row;
}

export const listSheets = (tx: Reader, takerId: string, limit: number): Promise<SheetExportRow[]> =>
  tx.select().from(sheetExports).where(eq(sheetExports.takerId, takerId)).orderBy(desc(sheetExports.createdAt), asc(sheetExports.id)).limit(limit);

export const listSheetRows = (tx: Reader, exportId: string): Promise<SheetRowRow[]> => tx.select().from(sheetRows).where(eq(sheetRows.exportId, exportId)).orderBy(asc(sheetRows.position));

export async function listSheetRowsOf(tx: Reader, exportId: string, caseIds: readonly string[]): Promise<SheetRowRow[]> {
  const found: SheetRowRow[] = [];
  for (const some of chunks(caseIds)) found.push(...(await tx.select().from(sheetRows).where(and(eq(sheetRows.exportId, exportId), inArray(sheetRows.caseId, some)))));
  return found;
}

export async function insertSheetDraft(tx: Tx, draft: typeof sheetDrafts.$inferInsert, cells: (typeof sheetCells.$inferInsert)[]): Promise<void> {
  await tx.insert(sheetDrafts).values(draft);
  for (const some of chunks(cells)) await tx.insert(sheetCells).values(some);
}

export async function findSheetDraft(tx: Reader, scope: Scope, id: string): Promise<SheetDraftRow | undefined> {
  const [row] = await tx.select().from(sheetDrafts).where(and(eq(sheetDrafts.id, id), within(scope, sheetDrafts.teamId)));
  return row;
}

export const listSheetDrafts = (tx: Reader, scope: Scope, limit: number): Promise<SheetDraftRow[]> =>
  tx.select().from(sheetDrafts).where(within(scope, sheetDrafts.teamId)).orderBy(desc(sheetDrafts.createdAt), asc(sheetDrafts.id)).limit(limit);

export const listSheetCells = (tx: Reader, draftId: string): Promise<SheetCellRow[]> =>
  tx.select().from(sheetCells).where(eq(sheetCells.draftId, draftId)).orderBy(asc(sheetCells.row), asc(sheetCells.id));

export const chooseSheetCell = (tx: Tx, id: string, choice: string, against: string) => tx.update(sheetCells).set({ choice, against }).where(eq(sheetCells.id, id));

/** Changes a draft that is still as it was seen; false where it is not. */
export async function changeSheetDraft(tx: Tx, id: string, version: number, change: Partial<typeof sheetDrafts.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(sheetDrafts).set({ ...change, version: version + 1 }).where(and(eq(sheetDrafts.id, id), eq(sheetDrafts.version, version))).returning({ id: sheetDrafts.id });
  return changed.length > 0;
}

export const forgetSheetCells = (tx: Tx, draftId: string) => tx.delete(sheetCells).where(eq(sheetCells.draftId, draftId));

/** Takes away what was said in sheets of before a moment: nobody can bring them back any more. */
export async function forgetSheetsBefore(tx: Tx, before: number): Promise<void> {
  const old = (await tx.select({ id: sheetExports.id }).from(sheetExports).where(lt(sheetExports.createdAt, before)).limit(500)).map(({ id }) => id);
  for (const id of old) {
    const drafts = await tx.select({ id: sheetDrafts.id }).from(sheetDrafts).where(eq(sheetDrafts.exportId, id));
    for (const draft of drafts) await forgetSheetCells(tx, draft.id);
    await tx.delete(sheetDrafts).where(eq(sheetDrafts.exportId, id));
    await tx.delete(sheetRows).where(eq(sheetRows.exportId, id));
    await tx.delete(sheetExports).where(eq(sheetExports.id, id));
  }
}
