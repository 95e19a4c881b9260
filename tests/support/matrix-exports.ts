import { INTERNAL } from "@/lib/model/destination";
import { getEverythingForm, makeEverything, openEverything } from "@/lib/services/export-everything";
import { previewExport } from "@/lib/services/export-preview";
import { exportNeedsProof, getExportChoices, getExportPage, makeExport, openExport, outBatches } from "@/lib/services/export-register";
import { streamListedAllegations, streamListedEvents, streamListedPeople } from "@/lib/services/outgoing-lists";
import { streamOutsideOrder } from "@/lib/services/outgoing-order";
import { streamOutOver } from "@/lib/services/outgoing-over";
import { getEditableRecipient, getRecipientList, getRecipientPage, recordRecipient, updateRecipient } from "@/lib/services/recipients";
import { recipientValues } from "./matrix-records";
import { drained, type Call, type Policy } from "./policy";

const everyCase = { what: "cases" as const, format: "csv" as const, to: "internal", purpose: "" as const, filter: "?view=all" };
const sealedEverything = { reason: "moving house", passphrase: "correct horse battery", again: "correct horse battery", password: "" };
const first = { version: 1 };

/** What takes records out of the house, and who gets them. */
export const exportMatrix: Record<string, [Policy, Call]> = {
  streamOutOver: ["list", (actor) => drained(streamOutOver(actor, {}, INTERNAL))],
  getExportChoices: ["export", (actor) => getExportChoices(actor)],
  previewExport: ["export", (actor) => previewExport(actor, everyCase)],
  exportNeedsProof: ["export", (actor) => exportNeedsProof(actor, "internal")],
  makeExport: ["export", (actor) => makeExport(actor, { ...everyCase, reason: "for the archive", password: "" })],
  getExportPage: ["export", async (actor) => getExportPage(actor, (await makeExport(actor, { ...everyCase, reason: "for the archive", password: "" })).exportId)],
  openExport: ["export", async (actor) => new Response((await openExport(actor, (await makeExport(actor, { ...everyCase, reason: "for the archive", password: "" })).exportId)).body).text()],
  streamListedPeople: ["list", (actor) => drained(streamListedPeople(actor, "", INTERNAL))],
  streamListedAllegations: ["list", (actor) => drained(streamListedAllegations(actor, {}, INTERNAL))],
  streamListedEvents: ["list", (actor) => drained(streamListedEvents(actor, {}, INTERNAL))],
  streamOutsideOrder: ["list", (actor) => drained(streamOutsideOrder(actor, "events", "", INTERNAL))],
  outBatches: ["list", (actor) => drained(outBatches(actor, "cases", "?view=all", INTERNAL))],
  getEverythingForm: ["admin", (actor) => getEverythingForm(actor, undefined)],
  makeEverything: ["admin", (actor) => makeEverything(actor, sealedEverything)],
  openEverything: ["admin", async (actor) => (await openEverything(actor, (await makeEverything(actor, sealedEverything)).archiveId)).body.cancel()],
  getRecipientList: ["export", (actor) => getRecipientList(actor)],
  getRecipientPage: ["export", (actor, its) => getRecipientPage(actor, its.recipientId)],
  getEditableRecipient: ["export", (actor, its) => getEditableRecipient(actor, its.recipientId)],
  recordRecipient: ["export", (actor) => recordRecipient(actor, { ...recipientValues, name: "A new one" })],
  updateRecipient: ["export", (actor, its) => updateRecipient(actor, { ...recipientValues, note: "again", recipientId: its.recipientId }, first)],
};
