import { INTERNAL } from "@/lib/model/destination";
import type { Actor } from "@/lib/model/permissions";
import { getEditableAdjustment, recordAdjustment, updateAdjustment, withdrawAdjustment } from "@/lib/services/adjustments";
import { getAllegationChoices, getPartChoices } from "@/lib/services/allegation-choices";
import { getAllegationList } from "@/lib/services/allegation-list";
import { getEditableResponse, recordResponse, updateResponse, withdrawResponse } from "@/lib/services/allegation-responses";
import { getReviewForm, reviewAllegation } from "@/lib/services/allegation-reviews";
import { getAllegationPage, getEditableAllegation, recordAllegation, updateAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { programs } from "./matrix-programs";
import { getCaseHistory, getFileHistory, listAudit } from "@/lib/services/audit";
import { admitToCalculator, answerRequest, calculateTerm } from "@/lib/services/calculator";
import { getCaseChoices, getEventChoices, getPersonChoices, getSourceChoices } from "@/lib/services/case-choices";
import { getCaseList, streamCases } from "@/lib/services/case-list";
import { getCasePage, getCaseReference, getRelatedCases } from "@/lib/services/case-page";
import { getEditableRights, markRights } from "@/lib/services/case-rights";
import { getEditableCase, recordCase, updateCase } from "@/lib/services/cases";
import { acceptClaims, recordCitation, recordClaim } from "@/lib/services/citations";
import { getEditableComplaint, listAnswersDue, recordComplaint, updateComplaint, withdrawComplaint } from "@/lib/services/complaints";
import { consentsOf, getConsentPerson, getEditableConsent, recordConsent, updateConsent, withdrawConsent } from "@/lib/services/consents";
import { getSubjectChoices } from "@/lib/services/claim-choices";
import { attachClaims, followClaim, getClaim, updateClaim, withdrawCitation } from "@/lib/services/claim-edits";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { getReading } from "@/lib/services/claim-reading";
import { getCaseClaims, getEventClaims, getSourceClaims } from "@/lib/services/claims";
import { getDashboard } from "@/lib/services/dashboard";
import { linkCases } from "@/lib/services/case-events";
import { getCountChoices, getEditableCount, recordCount, updateCount, withdrawCount } from "@/lib/services/counts";
import { getLinkChoices } from "@/lib/services/event-links";
import { getEventList } from "@/lib/services/event-list";
import { getEventPage } from "@/lib/services/event-page";
import { getEditableEvent, getParticipantChoices, recordEvent, updateEvent } from "@/lib/services/events";
import { getEstimateHistory, getEstimateSnapshot } from "@/lib/services/estimate-history";
import { getInstitutionMerge, mergeInstitutions } from "@/lib/services/institution-merge";
import { getInstitutionList, getInstitutionPage } from "@/lib/services/institution-pages";
import { getEditableInstitution, recordInstitution, suggestParents, updateInstitution } from "@/lib/services/institution-records";
import { openOriginal, openPreview } from "@/lib/services/file-custody";
import { receiveForm } from "@/lib/services/file-form";
import { recordSampleFile } from "@/lib/services/sample-files";
import { beginUpload, cancelUpload, finishUpload, getUpload, receivePart } from "@/lib/services/file-uploads";
import { describeFile, getFileList, getFilePage, getFilesOf, getFileTarget, linkFile, withdrawFile } from "@/lib/services/files";
import { suggestInstitutions } from "@/lib/services/institutions";
import { getEditableMoment, recordMoment, updateMoment, withdrawMoment } from "@/lib/services/moments";
import { getCaseOrders, getEditableOrder, recordOrder, updateOrder, withdrawOrder } from "@/lib/services/orders";
import { getOrganisationSettings, updateOrganisation } from "@/lib/services/organisation-admin";
import { getEditablePerson, getPeopleList, getPersonPage, recordPerson, updatePerson } from "@/lib/services/people";
import { getPlaceMerge, mergePlaces } from "@/lib/services/place-merge";
import { getPlaceList, getPlacePage } from "@/lib/services/place-pages";
import { getEditablePlace, getPlaceChoices, recordPlace, updatePlace } from "@/lib/services/place-records";
import { listOutCases, streamOutAllegations, streamOutCases, streamOutCounts, streamOutEvents, streamOutPeople } from "@/lib/services/outgoing";
import { getOutCaseFile, getOutEventFile } from "@/lib/services/outgoing-files";
import { getOverDetention } from "@/lib/services/over-detention";
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
import { getCaseTimeline } from "@/lib/services/timeline";
import { needsStepUp, proveAgain } from "@/lib/services/step-up";
import { changePassword, getAdministration, invite, listOwnTeams, recordTeam, updatePreferences, updateUser } from "@/lib/services/users";
import { calendarMatrix } from "./matrix-calendar";
import { adjustmentValues, allegationValues, CANARY, countValues, eventValues, momentValues, overrideValues, PASSWORD, personValues, sourceValues, statedValues, institutionValues, placeValues, allegationEdit, complaintValues, responseValues, reviewValues, consentEdit, consentValues, claimValues } from "./matrix-records";
import { exportMatrix } from "./matrix-exports";
import { drained, type Call, type Policy } from "./policy";
import { reportMatrix } from "./matrix-reports";
import { sheetMatrix } from "./matrix-sheets";
import { bodyOf } from "./files";
import { calculatorValues, ownValue, quickCase, ruling } from "./records";
import { almaty } from "./world";

import { importMatrix } from "./matrix-imports";

const first = { version: 1 };
const gone = (recordId: string) => ({ recordId, reason: "a mistake" });

async function startedAndSettled(actor: Actor): Promise<unknown> {
  const started = await startRecompute(actor, {}, {});
  await recomputeSettled();
  return started;
}

const closed = async (opening: ReturnType<typeof openOriginal>): Promise<void> => (await opening).sealed.close();

/** Every service function that takes an actor, with who may call it on a record of team A. */
export const matrix: Record<string, [Policy, Call]> = {
  getCasePage: ["read", (actor, its) => getCasePage(actor, its.caseId)],
  getOutCaseFile: ["read", (actor, its) => getOutCaseFile(actor, its.caseId, INTERNAL)],
  getOutEventFile: ["read", (actor, its) => getOutEventFile(actor, its.eventId, INTERNAL)],
  listOutCases: ["list", (actor, its) => listOutCases(actor, [its.caseId], INTERNAL)],
  streamOutCases: ["list", (actor) => drained(streamOutCases(actor, { view: "all" }, INTERNAL))],
  streamOutPeople: ["list", (actor) => drained(streamOutPeople(actor, INTERNAL))],
  streamOutAllegations: ["list", (actor) => drained(streamOutAllegations(actor, INTERNAL))],
  streamOutEvents: ["list", (actor) => drained(streamOutEvents(actor, INTERNAL))],
  streamOutCounts: ["list", (actor) => drained(streamOutCounts(actor, INTERNAL))],
  getCaseTimeline: ["read", (actor, its) => getCaseTimeline(actor, its.caseId)],
  getCaseOrders: ["read", (actor, its) => getCaseOrders(actor, its.caseId)],
  getCaseReference: ["read", (actor, its) => getCaseReference(actor, its.caseId)],
  getRelatedCases: ["read", (actor, its) => getRelatedCases(actor, its.caseId)],
  getCaseChoices: ["read", (actor, its) => getCaseChoices(actor, its.caseId)],
  getCaseHistory: ["read", (actor, its) => getCaseHistory(actor, its.caseId)],
  getEstimateHistory: ["read", (actor, its) => getEstimateHistory(actor, its.caseId)],
  getEstimateSnapshot: ["read", (actor, its) => getEstimateSnapshot(actor, its.caseId, its.estimateId)],
  getPersonPage: ["read", (actor, its) => getPersonPage(actor, its.personId)],
  consentsOf: ["read", (actor, its) => consentsOf(actor, its.personId)],
  getEventPage: ["read", (actor, its) => getEventPage(actor, its.eventId)],
  getSourcePage: ["read", (actor, its) => getSourcePage(actor, its.sourceId)],
  getAllegationPage: ["read", (actor, its) => getAllegationPage(actor, its.allegationId)],
  getFilesOf: ["read", (actor, its) => getFilesOf(actor, { type: "source", id: its.sourceId })],
  getFilePage: ["read", (actor, its) => getFilePage(actor, its.fileId)],
  getFileHistory: ["read", (actor, its) => getFileHistory(actor, its.fileId)],
  openOriginal: ["read", (actor, its) => closed(openOriginal(actor, its.fileId))],
  openPreview: ["read", (actor, its) => closed(openPreview(actor, its.shownFileId))],
  getCaseTasks: ["read", (actor, its) => getCaseTasks(actor, its.caseId)],
  getTaskPage: ["read", (actor, its) => getTaskPage(actor, its.taskId)],
  getCaseClaims: ["read", (actor, its) => getCaseClaims(actor, its.caseId)],
  getEventClaims: ["read", (actor, its) => getEventClaims(actor, its.eventId)],
  getSourceClaims: ["read", (actor, its) => getSourceClaims(actor, its.shieldedId)],
  getClaim: ["write", (actor, its) => getClaim(actor, its.citationId)],
  getReading: ["write", (actor, its) => getReading(actor, its.sourceId)],
  getSubjectChoices: ["write", (actor, its) => getSubjectChoices(actor, its.sourceId, [its.caseId])],

  getEditableCase: ["write", (actor, its) => getEditableCase(actor, its.caseId)],
  getEditableMoment: ["write", (actor, its) => getEditableMoment(actor, its.momentId)],
  getEditableOrder: ["write", (actor, its) => getEditableOrder(actor, its.orderId)],
  getEditableAdjustment: ["write", (actor, its) => getEditableAdjustment(actor, its.adjustmentId)],
  getEditableStatedRelease: ["write", (actor, its) => getEditableStatedRelease(actor, its.statedId)],
  getEditablePerson: ["write", (actor, its) => getEditablePerson(actor, its.personId)],
  getConsentPerson: ["write", (actor, its) => getConsentPerson(actor, its.personId)],
  getEditableConsent: ["write", (actor, its) => getEditableConsent(actor, its.consentId)],
  getEditableEvent: ["write", (actor, its) => getEditableEvent(actor, its.eventId)],
  getEditableCount: ["write", (actor, its) => getEditableCount(actor, its.countId)],
  getLinkChoices: ["write", (actor, its) => getLinkChoices(actor, its.eventId, undefined)],
  getCountChoices: ["write", (actor, its) => getCountChoices(actor, its.eventId)],
  getEditableSource: ["write", (actor, its) => getEditableSource(actor, its.sourceId)],
  getEditableAllegation: ["write", (actor, its) => getEditableAllegation(actor, its.allegationId)],
  getEditableResponse: ["write", (actor, its) => getEditableResponse(actor, its.responseId)],
  getEditableComplaint: ["write", (actor, its) => getEditableComplaint(actor, its.complaintId)],
  getReviewForm: ["write", (actor, its) => getReviewForm(actor, its.allegationId)],
  getTaskDraft: ["write", (actor, its) => getTaskDraft(actor, its.caseId, undefined)],
  getAllegationChoices: ["read", (actor, its) => getAllegationChoices(actor, [its.caseId], undefined)],
  previewOrder: ["write", (actor, its) => previewOrder(actor, { ...ruling([its.caseId]), orderId: null })],

  recordMoment: ["write", (actor, its) => recordMoment(actor, { ...momentValues, caseIds: [its.caseId] })],
  recordOrder: ["write", (actor, its) => recordOrder(actor, ruling([its.caseId]))],
  recordAdjustment: ["write", (actor, its) => recordAdjustment(actor, { ...adjustmentValues, caseIds: [its.caseId] })],
  recordStatedRelease: ["write", (actor, its) => recordStatedRelease(actor, { ...statedValues, caseIds: [its.caseId] })],
  recordAllegation: ["write", (actor, its) => recordAllegation(actor, allegationValues([its.caseId]))],
  recordResponse: ["write", (actor, its) => recordResponse(actor, { allegationId: its.allegationId, ...responseValues })],
  updateResponse: ["write", (actor, its) => updateResponse(actor, { responseId: its.responseId, ...responseValues }, first)],
  withdrawResponse: ["write", (actor, its) => withdrawResponse(actor, gone(its.responseId))],
  reviewAllegation: ["write", (actor, its) => reviewAllegation(actor, { allegationId: its.allegationId, ...reviewValues }, first)],
  recordComplaint: ["write", (actor, its) => recordComplaint(actor, { allegationId: its.allegationId, ...complaintValues })],
  updateComplaint: ["write", (actor, its) => updateComplaint(actor, { complaintId: its.complaintId, ...complaintValues }, first)],
  withdrawComplaint: ["write", (actor, its) => withdrawComplaint(actor, gone(its.complaintId))],
  recordCitation: ["write", (actor, its) => recordCitation(actor, { caseIds: [its.caseId], sourceId: its.sourceId, field: "release", quote: CANARY })],
  getEditableRights: ["write", (actor, its) => getEditableRights(actor, its.caseId)],
  markRights: ["write", (actor, its) => markRights(actor, { caseId: its.caseId, rights: ["iccpr_9"], otherIds: [] }, first)],
  updateCase: ["write", (actor, its) => updateCase(actor, { caseId: its.caseId, detentionKind: "unknown", priority: "high", placeId: almaty, agency: "", heldAt: "", events: [], ownerId: null, lawyer: "", note: "" }, first)],
  recordClaim: ["write", (actor, its) => recordClaim(actor, { sourceId: its.sourceId, caseIds: [its.caseId], eventId: null, ...claimValues({ field: "identity" }) })],
  acceptClaims: ["write", (actor, its) => acceptClaims(actor, { sourceId: its.sourceId, caseIds: [], eventId: its.eventId, claims: [claimValues()] })],
  updateClaim: ["write", (actor, its) => updateClaim(actor, { claimId: its.citationId, field: "release", valueKind: "", value: "", valueRef: null, saidBy: CANARY }, first)],
  attachClaims: ["write", (actor, its) => attachClaims(actor, { sourceId: its.shieldedId, claimIds: [its.looseClaimId], caseIds: [its.caseId], eventId: null })],
  followClaim: ["write", (actor, its) => followClaim(actor, { claimId: its.citationId, follow: "yes" })],
  updateMoment: ["write", (actor, its) => updateMoment(actor, { ...momentValues, momentId: its.momentId }, first)],
  updateOrder: ["write", (actor, its) => updateOrder(actor, { ...ruling([its.caseId]), orderId: its.orderId }, first)],
  updateAdjustment: ["write", (actor, its) => updateAdjustment(actor, { ...adjustmentValues, adjustmentId: its.adjustmentId }, first)],
  updateStatedRelease: ["write", (actor, its) => updateStatedRelease(actor, { ...statedValues, statedId: its.statedId }, first)],
  updatePerson: ["write", (actor, its) => updatePerson(actor, { ...personValues, personId: its.personId }, { version: 2 })],
  recordConsent: ["write", (actor, its) => recordConsent(actor, { ...consentValues, personId: its.personId })],
  updateConsent: ["write", (actor, its) => updateConsent(actor, { ...consentEdit, consentId: its.consentId }, first)],
  withdrawConsent: ["write", (actor, its) => withdrawConsent(actor, { consentId: its.consentId, when: null, reason: "a mistake" })],
  updateEvent: ["write", (actor, its) => updateEvent(actor, { ...eventValues, eventId: its.eventId }, first)],
  linkCases: ["write", (actor, its) => linkCases(actor, { eventId: its.eventId, caseIds: [its.caseId], link: "at", siteId: null })],
  recordCount: ["write", (actor, its) => recordCount(actor, { ...countValues, eventId: its.eventId })],
  updateCount: ["write", (actor, its) => updateCount(actor, { ...countValues, countId: its.countId }, first)],
  withdrawCount: ["write", (actor, its) => withdrawCount(actor, gone(its.countId))],
  updateSource: ["write", (actor, its) => updateSource(actor, { ...sourceValues, sourceId: its.sourceId }, first)],
  updateAllegation: ["write", (actor, its) => updateAllegation(actor, { ...allegationEdit([its.caseId]), allegationId: its.allegationId }, first)],
  getFileTarget: ["write", (actor, its) => getFileTarget(actor, { type: "source", id: its.sourceId })],
  beginUpload: ["write", (actor, its) => beginUpload(actor, { name: "a.txt", size: 5, subject: { type: "case", id: its.caseId }, isProtected: false })],
  getUpload: ["write", (actor, its) => getUpload(actor, its.uploadId)],
  receivePart: ["write", (actor, its) => receivePart(actor, its.uploadId, { offset: 0, length: 5, sha256: null }, bodyOf(Buffer.from("words")))],
  finishUpload: ["write", (actor, its) => finishUpload(actor, its.finishedId)],
  cancelUpload: ["write", (actor, its) => cancelUpload(actor, its.cancelledId)],
  receiveForm: ["write", (actor, its) => receiveForm(actor, { subject: { type: "event", id: its.eventId }, name: "b.txt", isProtected: false }, bodyOf(Buffer.from("words")))],
  recordSampleFile: ["write", (actor, its) => recordSampleFile(actor, { type: "case", id: its.caseId })],
  linkFile: ["write", (actor, its) => linkFile(actor, { fileId: its.fileId, record: `/cases/${its.caseId}` })],
  describeFile: ["write", (actor, its) => describeFile(actor, { fileId: its.fileId, description: CANARY }, { version: 2 })],
  withdrawFile: ["write", (actor, its) => withdrawFile(actor, { fileId: its.fileId, reason: "a mistake" })],
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
  getAllegationList: ["list", (actor) => getAllegationList(actor)],
  listAnswersDue: ["list", (actor) => listAnswersDue(actor)],
  getSourceList: ["list", (actor) => getSourceList(actor)],
  getFileList: ["list", (actor) => getFileList(actor, {})],
  listTasks: ["list", (actor) => listTasks(actor, { view: "open" })],
  listMyTasks: ["list", (actor) => listMyTasks(actor)],
  findDoneTask: ["list", (actor, its) => findDoneTask(actor, its.doneTaskId)],
  getPersonChoices: ["list", (actor, its) => getPersonChoices(actor, CANARY, its.personId)],
  getSourceChoices: ["list", (actor) => getSourceChoices(actor)],
  getEventChoices: ["list", (actor) => getEventChoices(actor)],
  // Institutions are reference data of the whole organisation.
  suggestInstitutions: ["account", (actor) => suggestInstitutions(actor)],
  getInstitutionList: ["account", (actor) => getInstitutionList(actor, {})],
  getInstitutionPage: ["account", (actor, its) => getInstitutionPage(actor, its.institutionId)],
  suggestParents: ["recorders", (actor) => suggestParents(actor, "en")],
  getEditableInstitution: ["recorders", (actor, its) => getEditableInstitution(actor, its.institutionId)],
  recordInstitution: ["recorders", (actor) => recordInstitution(actor, institutionValues)],
  updateInstitution: ["recorders", (actor, its) => updateInstitution(actor, { ...institutionValues, institutionId: its.institutionId }, first)],
  getInstitutionMerge: ["export", (actor, its) => getInstitutionMerge(actor, its.institutionId, its.otherInstitutionId, undefined)],
  mergeInstitutions: ["export", (actor, its) => mergeInstitutions(actor, { id: its.institutionId, otherId: its.otherInstitutionId, otherVersion: "1", keep: "this" }, first)],
  getPlaceList: ["account", (actor) => getPlaceList(actor)],
  getPlacePage: ["account", (actor) => getPlacePage(actor, almaty)],
  getPlaceChoices: ["export", (actor) => getPlaceChoices(actor)],
  getEditablePlace: ["export", (actor) => getEditablePlace(actor, almaty)],
  recordPlace: ["export", (actor) => recordPlace(actor, placeValues)],
  updatePlace: ["export", (actor) => updatePlace(actor, { ...placeValues, placeId: "mow" }, first)],
  getPlaceMerge: ["export", (actor) => getPlaceMerge(actor, almaty, "shy", undefined)],
  mergePlaces: ["export", (actor) => mergePlaces(actor, { id: almaty, otherId: "shy", otherVersion: "1", keep: "this" }, first)],
  getPartChoices: ["account", (actor) => getPartChoices(actor)],
  findClaimPrefill: ["offer", (actor, its) => findClaimPrefill(actor, its.citationId, "en")],
  getParticipantChoices: ["offer", (actor) => getParticipantChoices(actor, undefined, CANARY)],

  streamCases: ["export", (actor) => drained(streamCases(actor, { view: "all" }))],
  ...exportMatrix,



  ...programs,
  ...reportMatrix,

  ...sheetMatrix,
  ...importMatrix,
  getAdministration: ["admin", (actor) => getAdministration(actor)],
  getOrganisationSettings: ["admin", (actor) => getOrganisationSettings(actor)],
  updateOrganisation: ["admin", (actor) => updateOrganisation(actor, { name: "New name", defaultLocale: "en", defaultPlaceId: almaty, calculator: "signed_in" }, first)],
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
  ...calendarMatrix,
  admitToCalculator: ["account", (actor) => admitToCalculator(actor, "net")],
  calculateTerm: ["account", (actor) => calculateTerm(actor, calculatorValues, "net")],
  answerRequest: ["account", (actor) => answerRequest(actor, { cases: [] }, "net")],
  listOwnTeams: ["account", (actor) => listOwnTeams(actor)],
  updatePreferences: ["account", (actor) => updatePreferences(actor, { locale: "kk", theme: "dark" })],
  needsStepUp: ["account", (actor) => needsStepUp(actor)],
  proveAgain: ["account", (actor) => proveAgain(actor, PASSWORD)],
  changePassword: ["account", (actor) => changePassword(actor, { current: PASSWORD, password: "eight quiet horses" })],
  listOwnSessions: ["self", (actor) => listOwnSessions(actor)],
  endOwnSessions: ["self", (actor) => endOwnSessions(actor, "others")],
  signOut: ["self", (actor) => signOut(actor)],
};
