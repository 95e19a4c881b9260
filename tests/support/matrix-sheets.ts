import { applySheet } from "@/lib/services/sheet-apply";
import { getSheet } from "@/lib/services/sheet-compare";
import { bringSheet, discardSheet, getSheets } from "@/lib/services/sheet-drafts";
import { getSheetFile, getSheetForm, takeSheet } from "@/lib/services/sheet-export";
import { PASSWORD } from "./matrix-records";
import type { Call, Policy } from "./policy";

const everyCase = { filter: "view=all", reason: "a journey", locale: "en" as const, password: PASSWORD };

/** What goes out to be edited elsewhere and comes back. */
export const sheetMatrix: Record<string, [Policy, Call]> = {
  getSheetForm: ["export", (actor) => getSheetForm(actor, {})],
  takeSheet: ["export", (actor) => takeSheet(actor, everyCase)],
  getSheetFile: ["export", async (actor) => getSheetFile(actor, (await takeSheet(actor, everyCase)).sheetId)],
  getSheets: ["recorders", (actor) => getSheets(actor)],
  bringSheet: ["new", (actor, its) => bringSheet(actor, { name: "cases.xlsx", bytes: its.sheetBytes })],
  getSheet: ["write", (actor, its) => getSheet(actor, its.sheetId, "en")],
  applySheet: ["write", async (actor, its) => applySheet(actor, { sheetId: its.sheetId, seen: "0".repeat(64), take: {}, saw: {} }, {})],
  discardSheet: ["write", (actor, its) => discardSheet(actor, { sheetId: its.sheetId }, { version: 1 })],
};
