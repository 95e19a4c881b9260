import { getImportDetails, setImportDetails } from "@/lib/services/import-details";
import { getImportPage, getLeftOutRows } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { getImportUndo, undoImport } from "@/lib/services/import-undo";
import { acceptRow, discardImport, getImportColumns, getImportList, setImportColumns } from "@/lib/services/imports";
import { listImportMappings } from "@/lib/services/import-mappings";
import { startImport } from "@/lib/services/import-start";
import { answers, columnsOf, fileOf } from "./import-files";
import type { Call, Policy } from "./policy";
import { coordinator } from "./world";

/** Files of rows on their way in. */
export const importMatrix: Record<string, [Policy, Call]> = {
  startImport: ["export", (actor) => startImport(actor, fileOf([["title"], ["A rally"]]))],
  listImportMappings: ["export", (actor) => listImportMappings(actor)],
  getImportList: ["export", (actor) => getImportList(actor)],
  getImportColumns: ["override", (actor, its) => getImportColumns(actor, its.importId)],
  setImportColumns: ["override", async (actor, its) => setImportColumns(actor, columnsOf(its.importId, ["external_id", "title", "start", "place", "kind"]), { version: 2 })],
  getImportDetails: ["override", (actor, its) => getImportDetails(actor, its.importId)],
  setImportDetails: ["override", async (actor, its) => setImportDetails(actor, await answers(coordinator, its.importId, {}), { version: 2 })],
  getImportPage: ["override", (actor, its) => getImportPage(actor, its.importId)],
  getLeftOutRows: ["override", (actor, its) => getLeftOutRows(actor, its.importId)],
  recordImport: ["override", (actor, its) => recordImport(actor, { importId: its.importId }, { version: 2 })],
  acceptRow: ["override", (actor, its) => acceptRow(actor, { importId: its.asideImportId, row: "3" }, { version: 2 })],
  getImportUndo: ["override", (actor, its) => getImportUndo(actor, its.recordedImportId)],
  undoImport: ["override", (actor, its) => undoImport(actor, { importId: its.recordedImportId, reason: "wrong file" }, { version: 3 })],
  discardImport: ["override", (actor, its) => discardImport(actor, { importId: its.importId }, { version: 2 })],
};
