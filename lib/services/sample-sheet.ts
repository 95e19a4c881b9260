import "server-only";
import { randomUUID } from "node:crypto";
import { insertSheetDraft, listSheetRows } from "@/db/queries/sheets";
import { store } from "@/db/store";
import { can, type Actor } from "@/lib/model/permissions";
import { realNow } from "./clock";
import { keepSheet } from "./sheet-export";
import { write } from "./write";

/** A sheet that came back with a few changes, to be looked at; nothing of it is saved. */
export async function recordSampleSheet(actor: Actor): Promise<void> {
  if (!can(actor, "case.export")) return;
  const { sheetId } = await keepSheet(actor, { filter: "view=all", reason: "Мысал", locale: "kk" });
  const { read } = await store();
  const [one, two] = await listSheetRows(read, sheetId);
  if (!one || !two) return;
  const [id, at] = [randomUUID(), realNow()];
  const changed = [[one.caseId, 2, "lawyer", "Мысал Адвокатов"], [one.caseId, 2, "sex", "?!"], [two.caseId, 3, "note", "Отбасымен сөйлестік."]] as const;
  const cells = changed.map(([caseId, row, column, typed]) => ({ id: randomUUID(), draftId: id, caseId, row, column, typed }));
  const notes = JSON.stringify({ added: [9], foreign: [], twice: [], missing: 1, unknown: [], absent: ["articles"] });
  await write(actor, async (tx, log) => {
    await insertSheetDraft(tx, { id, exportId: sheetId, teamId: actor.teamIds[0] ?? "", authorId: actor.userId === "command-line" ? null : actor.userId, fileName: "мысал-кесте.xlsx", notes, createdAt: at, updatedAt: at }, cells);
    await log("sheet.brought", { subject: ["sheet", id], changes: [{ field: "cells", before: null, after: String(cells.length) }] });
  });
}
