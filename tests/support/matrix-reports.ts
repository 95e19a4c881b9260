import { compareReports, compareWithNow } from "@/lib/services/reports/compare";
import { discardReport, saveReportText, startReport } from "@/lib/services/reports/drafts";
import { openReport } from "@/lib/services/reports/files";
import { listFilters, removeFilter } from "@/lib/services/reports/filters";
import { freezeReport, issueReport, withdrawReport } from "@/lib/services/reports/issue";
import { getLetterhead, setLogo, updateContact } from "@/lib/services/reports/letterhead";
import { getNewReport, getReportLibrary, getReportPage } from "@/lib/services/reports/pages";
import type { Actor } from "@/lib/model/permissions";
import { draftReport, type ReportRecords } from "./matrix-report-records";
import type { Policy } from "./policy";

/** Rows of the matrix about reports. */
export const reportMatrix: Record<string, [Policy, (actor: Actor, its: ReportRecords) => unknown]> = {
  getReportPage: ["read", (actor, its) => getReportPage(actor, its.issuedId)],
  openReport: ["read", (actor, its) => openReport(actor, its.issuedId, "pdf")],
  compareReports: ["write", (actor, its) => compareReports(actor, its.issuedId, its.issuedId)],
  compareWithNow: ["write", (actor, its) => compareWithNow(actor, its.issuedId)],
  saveReportText: ["write", (actor, its) => saveReportText(actor, { reportId: its.draftId, slot: "opening", text: "words" }, {})],
  discardReport: ["write", (actor, its) => discardReport(actor, { reportId: its.draftId }, { version: 1 })],
  removeFilter: ["write", (actor, its) => removeFilter(actor, { filterId: its.filterId }, { version: 1 })],
  issueReport: ["override", (actor, its) => issueReport(actor, { reportId: its.draftId, seen: its.seen, reason: "", password: "" }, { version: 1 })],
  freezeReport: ["override", (actor, its) => freezeReport(actor, { reportId: its.draftId, seen: its.seen, reason: "", password: "" }, { version: 1 })],
  withdrawReport: ["override", (actor, its) => withdrawReport(actor, { reportId: its.issuedId, reason: "a mistake" }, { version: 2 })],
  startReport: ["new", (actor) => startReport(actor, draftReport())],
  getReportLibrary: ["list", (actor) => getReportLibrary(actor)],
  getNewReport: ["offer", (actor) => getNewReport(actor, "persons_deprived", undefined)],
  listFilters: ["offer", (actor) => listFilters(actor)],
  getLetterhead: ["admin", (actor) => getLetterhead(actor)],
  updateContact: ["admin", (actor) => updateContact(actor, { contact: "Almaty" }, {})],
  setLogo: ["admin", (actor) => setLogo(actor, null)],
};
