import type { Actor } from "@/lib/model/permissions";
import { getEditableAdjustment, recordAdjustment, updateAdjustment, withdrawAdjustment } from "@/lib/services/adjustments";
import { getAllegationChoices } from "@/lib/services/allegation-choices";
import { getAllegationPage, getEditableAllegation, recordAllegation, updateAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { getCaseHistory, listAudit } from "@/lib/services/audit";
import { admitToCalculator, answerRequest, calculateTerm } from "@/lib/services/calculator";
import { getCaseChoices, getEventChoices, getPersonChoices, getSourceChoices } from "@/lib/services/case-choices";
import { getCaseList, streamCases } from "@/lib/services/case-list";
import { getCasePage, getCaseReference, getRelatedCases } from "@/lib/services/case-page";
import { getEditableCase, recordCase, updateCase } from "@/lib/services/cases";
import { getCitation, recordCitation, withdrawCitation } from "@/lib/services/citations";
import { getDashboard } from "@/lib/services/dashboard";
import { linkCases } from "@/lib/services/case-events";
import { getCountChoices, getEditableCount, recordCount, updateCount, withdrawCount } from "@/lib/services/counts";
import { getLinkChoices } from "@/lib/services/event-links";
import { getEventList } from "@/lib/services/event-list";
import { getEventPage } from "@/lib/services/event-page";
import { getEditableEvent, getParticipantChoices, recordEvent, updateEvent } from "@/lib/services/events";
import { getEstimateHistory, getEstimateSnapshot } from "@/lib/services/estimate-history";
import { getImportDetails, setImportDetails } from "@/lib/services/import-details";
import { getImportPage, getLeftOutRows } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { discardImport, getImportColumns, getImportList, setImportColumns, startImport } from "@/lib/services/imports";
import { exportCases, exportCounts, exportOverDetention } from "@/lib/services/exports";
import { suggestInstitutions } from "@/lib/services/institutions";
import { getEditableMoment, recordMoment, updateMoment, withdrawMoment } from "@/lib/services/moments";
import { getCaseOrders, getEditableOrder, recordOrder, updateOrder, withdrawOrder } from "@/lib/services/orders";
import { getOrganisationSettings, recordPlace, updateOrganisation } from "@/lib/services/organisation-admin";
import { getEditablePerson, getPeopleList, getPersonPage, recordPerson, updatePerson } from "@/lib/services/people";
import { getOverDetention, streamOverDetention } from "@/lib/services/over-detention";
import { getRecompute, recomputeSettled, runRecompute, startRecompute } from "@/lib/services/recompute";
import { getReleaseOverrideForm, recordReleaseOverride, withdrawReleaseOverride } from "@/lib/services/release-overrides";
import { previewOrder } from "@/lib/services/release-preview";
import { overrideRule, restoreRule } from "@/lib/services/rule-overrides";
import { getEditableRule, getRule, getRules } from "@/lib/services/rules";
import { recordSampleData } from "@/lib/services/sample-data";
import { endOwnSessions, listOwnSessions, signOut } from "@/lib/services/sessions";
import { getEditableSource, getSourceList, getSourcePage, recordSource, updateSource } from "@/lib/services/sources";
import { getEditableStatedRelease, recordStatedRelease, updateStatedRelease, withdrawStatedRelease } from "@/lib/services/stated-releases";
import { findDoneTask, finishTask, getCaseTasks, getTaskDraft, getTaskPage, listMyTasks, listTasks, recordTask, reopenTask, updateTask } from "@/lib/services/tasks";
import { changePassword, getAdministration, invite, listOwnTeams, recordTeam, updatePreferences, updateUser } from "@/lib/services/users";
import { adjustmentValues, allegationValues, CANARY, countValues, eventValues, momentValues, overrideValues, PASSWORD, personValues, sourceValues, statedValues, type Records } from "./matrix-records";
import { answers, columnsOf, fileOf } from "./import-files";
import { calculatorValues, ownValue, quickCase, ruling } from "./records";
import { almaty, coordinator } from "./world";

/**
 * `read`: the team, whatever the role. `write`: those of the team who record. `new`: whoever records, in a team of their own. `list`: everybody,
 * of their own team only. `offer`: the same for those who record. `export`: coordinators and administrators. `override`: those of them who are
 * of the team. `admin`. `self`: one's own account.
 */
export type Policy = "read" | "write" | "new" | "list" | "offer" | "export" | "override" | "admin" | "account" | "self";
type Call = (actor: Actor, its: Records) => unknown;

const first = { version: 1 };
const gone = (recordId: string) => ({ recordId, reason: "a mistake" });

async function startedAndSettled(actor: Actor): Promise<unknown> {
  const started = await startRecompute(actor, {}, {});
  await recomputeSettled();
  return started;
}

async function drained<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

/** Every service function that takes an actor, with who may call it on a record of team A. */
export const matrix: Record<string, [Policy, Call]> = {
  getCasePage: ["read", (actor, its) => getCasePage(actor, its.caseId)],
  getCaseOrders: ["read", (actor, its) => getCaseOrders(actor, its.caseId)],
  getCaseReference: ["read", (actor, its) => getCaseReference(actor, its.caseId)],
  getRelatedCases: ["read", (actor, its) => getRelatedCases(actor, its.caseId)],
  getCaseChoices: ["read", (actor, its) => getCaseChoices(actor, its.caseId)],
  getCaseHistory: ["read", (actor, its) => getCaseHistory(actor, its.caseId)],
  getEstimateHistory: ["read", (actor, its) => getEstimateHistory(actor, its.caseId)],
  getEstimateSnapshot: ["read", (actor, its) => getEstimateSnapshot(actor, its.caseId, its.estimateId)],
  getPersonPage: ["read", (actor, its) => getPersonPage(actor, its.personId)],
  getEventPage: ["read", (actor, its) => getEventPage(actor, its.eventId)],
  getSourcePage: ["read", (actor, its) => getSourcePage(actor, its.sourceId)],
  getAllegationPage: ["read", (actor, its) => getAllegationPage(actor, its.allegationId)],
  getCaseTasks: ["read", (actor, its) => getCaseTasks(actor, its.caseId)],
  getTaskPage: ["read", (actor, its) => getTaskPage(actor, its.taskId)],
  getCitation: ["write", (actor, its) => getCitation(actor, its.citationId)],

  getEditableCase: ["write", (actor, its) => getEditableCase(actor, its.caseId)],
  getEditableMoment: ["write", (actor, its) => getEditableMoment(actor, its.momentId)],
  getEditableOrder: ["write", (actor, its) => getEditableOrder(actor, its.orderId)],
  getEditableAdjustment: ["write", (actor, its) => getEditableAdjustment(actor, its.adjustmentId)],
  getEditableStatedRelease: ["write", (actor, its) => getEditableStatedRelease(actor, its.statedId)],
  getEditablePerson: ["write", (actor, its) => getEditablePerson(actor, its.personId)],
  getEditableEvent: ["write", (actor, its) => getEditableEvent(actor, its.eventId)],
  getEditableCount: ["write", (actor, its) => getEditableCount(actor, its.countId)],
  getLinkChoices: ["write", (actor, its) => getLinkChoices(actor, its.eventId, undefined)],
  getCountChoices: ["write", (actor, its) => getCountChoices(actor, its.eventId)],
  getEditableSource: ["write", (actor, its) => getEditableSource(actor, its.sourceId)],
  getEditableAllegation: ["write", (actor, its) => getEditableAllegation(actor, its.allegationId)],
  getTaskDraft: ["write", (actor, its) => getTaskDraft(actor, its.caseId, undefined)],
  getAllegationChoices: ["read", (actor, its) => getAllegationChoices(actor, [its.caseId], undefined)],
  previewOrder: ["write", (actor, its) => previewOrder(actor, { ...ruling([its.caseId]), orderId: null })],

  recordMoment: ["write", (actor, its) => recordMoment(actor, { ...momentValues, caseIds: [its.caseId] })],
  recordOrder: ["write", (actor, its) => recordOrder(actor, ruling([its.caseId]))],
  recordAdjustment: ["write", (actor, its) => recordAdjustment(actor, { ...adjustmentValues, caseIds: [its.caseId] })],
  recordStatedRelease: ["write", (actor, its) => recordStatedRelease(actor, { ...statedValues, caseIds: [its.caseId] })],
  recordAllegation: ["write", (actor, its) => recordAllegation(actor, allegationValues([its.caseId]))],
  recordCitation: ["write", (actor, its) => recordCitation(actor, { caseIds: [its.caseId], sourceId: its.sourceId, field: "custody", quote: CANARY })],
  updateCase: ["write", (actor, its) => updateCase(actor, { caseId: its.caseId, detentionKind: "unknown", priority: "high", placeId: almaty, agency: "", heldAt: "", events: [], ownerId: null, lawyer: "", note: "" }, first)],
  updateMoment: ["write", (actor, its) => updateMoment(actor, { ...momentValues, momentId: its.momentId }, first)],
  updateOrder: ["write", (actor, its) => updateOrder(actor, { ...ruling([its.caseId]), orderId: its.orderId }, first)],
  updateAdjustment: ["write", (actor, its) => updateAdjustment(actor, { ...adjustmentValues, adjustmentId: its.adjustmentId }, first)],
  updateStatedRelease: ["write", (actor, its) => updateStatedRelease(actor, { ...statedValues, statedId: its.statedId }, first)],
  updatePerson: ["write", (actor, its) => updatePerson(actor, { ...personValues, personId: its.personId }, { version: 2 })],
  updateEvent: ["write", (actor, its) => updateEvent(actor, { ...eventValues, eventId: its.eventId }, first)],
  linkCases: ["write", (actor, its) => linkCases(actor, { eventId: its.eventId, caseIds: [its.caseId], link: "at", siteId: null })],
  recordCount: ["write", (actor, its) => recordCount(actor, { ...countValues, eventId: its.eventId })],
  updateCount: ["write", (actor, its) => updateCount(actor, { ...countValues, countId: its.countId }, first)],
  withdrawCount: ["write", (actor, its) => withdrawCount(actor, gone(its.countId))],
  updateSource: ["write", (actor, its) => updateSource(actor, { ...sourceValues, sourceId: its.sourceId }, first)],
  updateAllegation: ["write", (actor, its) => updateAllegation(actor, { ...allegationValues([its.caseId]), allegationId: its.allegationId }, first)],
  recordTask: ["write", (actor, its) => recordTask(actor, { caseId: its.caseId, from: "", what: CANARY, due: "2019-11-05", assigneeId: null })],
  updateTask: ["write", (actor, its) => updateTask(actor, { taskId: its.taskId, what: CANARY, due: null, assigneeId: null, outcome: "" }, first)],
  finishTask: ["write", (actor, its) => finishTask(actor, { taskId: its.taskId, outcome: CANARY }, first)],
  reopenTask: ["write", (actor, its) => reopenTask(actor, { taskId: its.doneTaskId }, { version: 2 })],
  withdrawMoment: ["write", (actor, its) => withdrawMoment(actor, gone(its.momentId))],
  withdrawOrder: ["write", (actor, its) => withdrawOrder(actor, gone(its.orderId))],
  withdrawAdjustment: ["write", (actor, its) => withdrawAdjustment(actor, gone(its.adjustmentId))],
  withdrawStatedRelease: ["write", (actor, its) => withdrawStatedRelease(actor, gone(its.statedId))],
  withdrawAllegation: ["write", (actor, its) => withdrawAllegation(actor, gone(its.allegationId))],
  withdrawCitation: ["write", (actor, its) => withdrawCitation(actor, gone(its.citationId))],

  getReleaseOverrideForm: ["override", (actor, its) => getReleaseOverrideForm(actor, its.caseId)],
  recordReleaseOverride: ["override", (actor, its) => recordReleaseOverride(actor, { caseId: its.caseId, ...overrideValues }, { version: its.estimates })],
  withdrawReleaseOverride: ["override", (actor, its) => withdrawReleaseOverride(actor, gone(its.overrideId))],

  recordCase: ["new", (actor) => recordCase(actor, quickCase())],
  recordPerson: ["new", (actor) => recordPerson(actor, personValues)],
  recordEvent: ["new", (actor) => recordEvent(actor, eventValues)],
  recordSource: ["new", (actor) => recordSource(actor, sourceValues)],
  recordSampleData: ["new", (actor) => recordSampleData(actor)],

  getCaseList: ["list", (actor) => getCaseList(actor, { view: "all", q: CANARY })],
  getDashboard: ["list", (actor) => getDashboard(actor)],
  getOverDetention: ["list", (actor) => getOverDetention(actor, {})],
  getPeopleList: ["list", (actor) => getPeopleList(actor, { q: CANARY })],
  getEventList: ["list", (actor) => getEventList(actor)],
  getSourceList: ["list", (actor) => getSourceList(actor)],
  listTasks: ["list", (actor) => listTasks(actor, { view: "open" })],
  listMyTasks: ["list", (actor) => listMyTasks(actor)],
  findDoneTask: ["list", (actor, its) => findDoneTask(actor, its.doneTaskId)],
  getPersonChoices: ["list", (actor, its) => getPersonChoices(actor, CANARY, its.personId)],
  getSourceChoices: ["list", (actor) => getSourceChoices(actor)],
  getEventChoices: ["list", (actor) => getEventChoices(actor)],
  // Institutions are reference data of the whole organisation.
  suggestInstitutions: ["account", (actor) => suggestInstitutions(actor)],
  getParticipantChoices: ["offer", (actor) => getParticipantChoices(actor, undefined, CANARY)],

  streamCases: ["export", (actor) => drained(streamCases(actor, { view: "all" }))],
  exportCases: ["export", async (actor) => drained((await exportCases(actor, { view: "all" })).batches)],

  streamOverDetention: ["export", (actor) => drained(streamOverDetention(actor, {}))],
  exportCounts: ["export", async (actor, its) => drained((await exportCounts(actor, its.eventId)).batches)],
  exportOverDetention: ["export", async (actor) => drained((await exportOverDetention(actor, {})).batches)],

  startImport: ["export", (actor) => startImport(actor, fileOf([["title"], ["A rally"]]))],
  getImportList: ["export", (actor) => getImportList(actor)],
  getImportColumns: ["override", (actor, its) => getImportColumns(actor, its.importId)],
  setImportColumns: ["override", async (actor, its) => setImportColumns(actor, columnsOf(its.importId, ["external_id", "title", "start", "place", "kind"]), { version: 2 })],
  getImportDetails: ["override", (actor, its) => getImportDetails(actor, its.importId)],
  setImportDetails: ["override", async (actor, its) => setImportDetails(actor, await answers(coordinator, its.importId, {}), { version: 2 })],
  getImportPage: ["override", (actor, its) => getImportPage(actor, its.importId)],
  getLeftOutRows: ["override", (actor, its) => getLeftOutRows(actor, its.importId)],
  recordImport: ["override", (actor, its) => recordImport(actor, { importId: its.importId }, { version: 2 })],
  discardImport: ["override", (actor, its) => discardImport(actor, { importId: its.importId }, { version: 2 })],

  getAdministration: ["admin", (actor) => getAdministration(actor)],
  getOrganisationSettings: ["admin", (actor) => getOrganisationSettings(actor)],
  updateOrganisation: ["admin", (actor) => updateOrganisation(actor, { name: "New name", defaultLocale: "en", defaultPlaceId: almaty, calculator: "signed_in" }, first)],
  recordPlace: ["admin", (actor) => recordPlace(actor, { nameKk: "Жаңа", nameRu: "Новый", nameEn: "New", code: "NEW", country: "KZ", zone: "Asia/Almaty" })],
  recordTeam: ["admin", (actor) => recordTeam(actor, { name: "Team C" })],
  invite: ["admin", (actor) => invite(actor, { name: "New", role: "viewer", teamId: "team-a" })],
  updateUser: ["admin", (actor) => updateUser(actor, { userId: "viewer", role: "monitor", teamId: "team-a", status: "active" }, first)],
  // Rules of law are the organisation's and hold nothing of a case; what moves is told of one's own teams only.
  getRules: ["account", (actor) => getRules(actor, "KZ")],
  getRule: ["account", (actor) => getRule(actor, "kz.arrest.counting")],
  getEditableRule: ["admin", (actor) => getEditableRule(actor, "kz.arrest.counting")],
  overrideRule: ["admin", (actor) => overrideRule(actor, ownValue("kz.detention.48h", { hours: "24" }), first)],
  restoreRule: ["admin", (actor) => restoreRule(actor, { ruleId: "kz.arrest.max", reason: "the law was changed" }, { version: 2 })],
  getRecompute: ["admin", (actor) => getRecompute(actor, 10)],
  startRecompute: ["admin", (actor) => startedAndSettled(actor)],
  runRecompute: ["admin", (actor) => runRecompute(actor)],
  listAudit: ["admin", (actor) => listAudit(actor, {})],

  admitToCalculator: ["account", (actor) => admitToCalculator(actor, "net")],
  calculateTerm: ["account", (actor) => calculateTerm(actor, calculatorValues, "net")],
  answerRequest: ["account", (actor) => answerRequest(actor, { cases: [] }, "net")],
  listOwnTeams: ["account", (actor) => listOwnTeams(actor)],
  updatePreferences: ["account", (actor) => updatePreferences(actor, { locale: "kk", theme: "dark" })],
  changePassword: ["account", (actor) => changePassword(actor, { current: PASSWORD, password: "eight quiet horses" })],
  listOwnSessions: ["self", (actor) => listOwnSessions(actor)],
  endOwnSessions: ["self", (actor) => endOwnSessions(actor, "others")],
  signOut: ["self", (actor) => signOut(actor)],
};

/** Exported functions without an actor of their own, each with the reason why that is right. */
export const withoutActor: Record<string, readonly string[]> = {
  "guards and parts of a transaction, called by services that have checked": [
    "allow", "requireCase", "requireCases", "refuseBadDate", "checkOrder", "institutionNamed", "recordEventIn", "recordCountIn", "recordSourceIn", "recordPlaceIn", "recordSampleImport", "requireBatch", "requireDraft", "keepSettings", "checkedDraft", "newPeople", "recordMomentRow", "refreshCaseText", "refreshEstimate", "replaceClocks", "limitsOf", "draftEstimate", "loadFacts", "activeOverrides", "activeOverride", "settleOverride", "endWithEntry", "standing", "editableCase", "requireEvent", "checkedEvent", "partsOf", "ledgerOf", "checkedCaseEvents", "replaceCaseEvents", "deriveLeadingEvent", "openSession", "endAllSessions", "admit", "countFailure", "countSuccess", "write",
  ],
  "pure": ["settingsOf", "recordsOf", "headingsKey", "countsOf", "editableLinks", "linkTexts", "newestVersions", "activeOf", "currentVersions", "versionsText", "zoneData", "overriddenColumns", "whatIsOver", "offersOf", "changesOf", "commitment", "entryJson", "leafOf", "headOf", "newSalt", "withStatus", "normaliseLogin", "isWeakHash", "quoteOccurs", "samplePeople", "SeedProblem", "orderPreviewInput", "isZone", "calculatorUse"],
  "counters in memory": ["takeTokens", "takeTime", "forgetAllowances"],
  "before anybody is signed in": ["signIn", "findSignedIn", "findInvitation", "acceptInvitation", "isSetUp", "setupPlaces", "setupTokenWorks", "completeSetup"],
  "the process and the command line": ["seedPlaces", "issueSetupToken", "readiness", "claimStorage", "verifyChain", "recomputeSettled", "progressOf", "goOn", "importSettled", "seedAccess", "clerkOf", "recordFixture", "hashPassword", "passwordMatches", "decoyHash"],
  "what everybody may know: time, zone, places": ["now", "realNow", "clockIsFixed", "isCalculatorOpen", "localNow", "endOfToday", "todayIn", "inputContext", "findHome", "getPlaces"],
};
