import { users } from "@/db/schema";
import type { AllegationValues, NewAllegation, PerpetratorValues, ReviewValues } from "@/lib/model/allegation";
import type { ResponseValues } from "@/lib/model/allegation-response";
import type { ComplaintValues } from "@/lib/model/complaint";
import type { ClaimValues } from "@/lib/model/claim";
import { recordAdjustment } from "@/lib/services/adjustments";
import { recordResponse } from "@/lib/services/allegation-responses";
import { getAllegationPage, recordAllegation } from "@/lib/services/allegations";
import { getCasePage } from "@/lib/services/case-page";
import { acceptClaims, recordCitation } from "@/lib/services/citations";
import { consentsOf, recordConsent } from "@/lib/services/consents";
import { recordComplaint } from "@/lib/services/complaints";
import { recordCount } from "@/lib/services/counts";
import { recordEvent } from "@/lib/services/events";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { setImportDetails } from "@/lib/services/import-details";
import { recordInstitution } from "@/lib/services/institution-records";
import { hashPassword } from "@/lib/services/passwords";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { overrideRule } from "@/lib/services/rule-overrides";
import { getReleaseOverrideForm, recordReleaseOverride } from "@/lib/services/release-overrides";
import { bringSheet } from "@/lib/services/sheet-drafts";
import { getSheetFile, takeSheet } from "@/lib/services/sheet-export";
import { recordSource, updateSource } from "@/lib/services/sources";
import { recordRecipient } from "@/lib/services/recipients";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { finishTask, recordTask } from "@/lib/services/tasks";
import { beginUpload, receivePart } from "@/lib/services/file-uploads";
import { bodyOf, sent } from "./files";
import { answers, fileOf } from "./import-files";
import { aCase, aRuling, ownValue } from "./records";
import { recordReports } from "./matrix-report-records";
import { frozen } from "./stores";
import { admin, almaty, coordinator, freshWorld, monitor } from "./world";

/** Stands in every record of team A: whoever sees it saw something of that team. */
export const CANARY = "Кенаров";
/** Stands in what only those who record may see of a person. */
export const GUARDED = "Құпиядерт";
/** Stands in everything that would tell who a protected source is or what it says. */
export const SHIELDED = "Қорғалбеков";
export const PASSWORD = "seven quiet horses";

export const personValues = { identification: "identified" as const, names: [{ text: `${CANARY} Сынақ`, kind: "legal" as const }], sex: "male" as const, birthDate: null, nationality: "", occupation: "", affiliation: "", residence: "", healthRisk: "", familyContact: "" };
export const eventValues = { kind: "rally" as const, title: `${CANARY} rally`, start: "2019-10-20", end: null, sites: [{ placeId: almaty, spot: "" }], organisers: [], organiser: "", demands: "", permit: "unknown" as const, takers: [], stations: [], participantIds: [] as string[], sources: [], note: "" };
export const countValues = { attributedTo: `${CANARY} ministry`, institution: "", institutionKind: "agency" as const, category: "detained" as const, bound: "exact" as const, figure: 26, figureTo: null, comparedToId: null, placeIds: [] as string[], asOf: null, sourceId: null, note: "" };
export const recipientValues = { name: "Invented Partner", audience: "partners" as const, profile: "partner" as const, note: "", closed: "no" as const };
export const consentEdit = { givenBy: "relative" as const, givenByName: GUARDED, form: "oral" as const, given: "2019-10-22", expires: null, note: `${CANARY}’s wish` };
export const consentValues = { ...consentEdit, purpose: "advocacy" as const, audiences: ["un_bodies" as const] };
export const sourceValues = { kind: "article" as const, title: `${CANARY} article`, publisher: "", author: "", url: "", language: "en" as const, published: null, text: `Text about ${CANARY}.` };
export const institutionValues = { kind: "court" as const, name: "Жаңа сот", nameKk: "", nameRu: "", nameEn: "", spellings: [] as { text: string }[], placeId: almaty as string | null, address: "", parent: "", status: "unknown" as const, statusFrom: null as string | null, legalStatus: "", note: "" };
export const placeValues = { nameKk: "Жаңа", nameRu: "Новый", nameEn: "New", otherNames: [] as { text: string }[], kind: "city" as const, parentId: null as string | null, code: "NEW", country: "KZ", zone: "Asia/Almaty", latitude: null as number | null, longitude: null as number | null };
export const momentValues = { kind: "still_inside" as const, when: "2019-10-25", institution: "", releaseKind: "unknown" as const, note: "" };
export const adjustmentValues = { kind: "remand" as const, from: "2019-09-01", to: "2019-09-03", days: null, ratio: null, authority: `${CANARY} court`, note: "" };
export const statedValues = { when: "2019-11-04", attributedTo: `${CANARY}’s lawyer`, sourceId: null, note: "" };
export const overrideValues = { when: "2019-11-05", reason: `${CANARY}’s ruling says so`, computed: "" };
export const perpetrator = (given: Partial<PerpetratorValues>): PerpetratorValues => ({ agency: "", unit: "", person: "", involvement: "unknown", ...given });
const allegedValues = (caseIds: string[]): AllegationValues => ({ caseIds, acts: ["beating"], victimScope: "these", victimBound: "unknown", victimCount: null, victimGroup: "", eventId: null, placeId: null, when: null, whereText: "", description: "", attributedTo: `${CANARY} himself`, sourceId: null, perpetrators: [], injuries: "", medicalAttention: "unknown", medicalNote: "", forcedStatement: "" });
/** As it is corrected, and as it is first recorded. */
export const allegationEdit = (caseIds: string[], given: Partial<AllegationValues> = {}): AllegationValues => ({ ...allegedValues(caseIds), ...given });
export const allegationValues = (caseIds: string[], given: Partial<NewAllegation> = {}): NewAllegation => ({ ...allegedValues(caseIds), verification: "alleged", ground: "", response: "not_asked", responseWhen: null, responseNote: "", ...given });
export const responseValues: ResponseValues = { agency: "", asked: "2019-10-26", answer: "denied", answered: "2019-10-28", note: `${CANARY} was not beaten`, sourceId: null };
export const complaintValues: ComplaintValues = { kind: "prosecutor", agency: "", filedBy: `${CANARY}’s lawyer`, filed: "2019-10-26", number: "", due: null, dueDays: 3, outcome: "pending", answered: null, note: "" };
export const reviewValues: ReviewValues = { verification: "corroborated", ground: `${CANARY}’s cell mate saw it`, reviewSourceId: null };

/** One grey dot. */
export const tinyPicture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");

export const claimValues = (given: Partial<ClaimValues> = {}): ClaimValues => ({ field: "custody", quote: CANARY, valueKind: "", value: "", valueRef: null, saidBy: "", start: null, end: null, ...given });

/** A protected source with everything that can rest on one. */
async function recordShielded(caseId: string, eventId: string) {
  const text = `${SHIELDED} says so.`;
  const { sourceId } = await recordSource(monitor, { ...sourceValues, kind: "relative", title: `${SHIELDED}, a relative`, publisher: SHIELDED, author: SHIELDED, url: `https://example.org/${SHIELDED}`, text, confidentiality: "protected" });
  await updateSource(monitor, { ...sourceValues, kind: "relative", title: `${SHIELDED}, mother`, publisher: SHIELDED, text, confidentiality: "protected", sourceId }, { version: 1 });
  const claims = [claimValues({ quote: text, saidBy: SHIELDED, valueKind: "name", value: SHIELDED })];
  await acceptClaims(monitor, { sourceId, caseIds: [caseId], eventId: null, claims });
  await acceptClaims(monitor, { sourceId, caseIds: [], eventId, claims });
  const { claimIds } = await acceptClaims(monitor, { sourceId, caseIds: [], eventId: null, claims });
  await recordStatedRelease(monitor, { ...statedValues, attributedTo: SHIELDED, note: SHIELDED, sourceId, caseIds: [caseId] });
  const { allegationId } = await recordAllegation(monitor, { ...allegationValues([caseId]), attributedTo: SHIELDED, description: text, sourceId });
  return { shieldedId: sourceId, looseClaimId: claimIds[0] ?? "", shieldedAllegationId: allegationId };
}

export type Records = Awaited<ReturnType<typeof recorded>>["records"];

/** A world in which team A has one record of each kind, frozen so that every cell of the matrix starts from the same. */
export async function recorded() {
  const store = await freshWorld();
  const passwordHash = await hashPassword(PASSWORD);
  await store.write((tx) => tx.update(users).set({ passwordHash }));
  const { personId } = await recordPerson(monitor, personValues);
  const caseId = await aCase({ who: "known", name: "", personId, heldAt: `${CANARY} prison`, agency: `${CANARY} police` });
  await updatePerson(monitor, { ...personValues, personId, healthRisk: GUARDED, familyContact: GUARDED }, { version: 1 });
  await recordConsent(monitor, { ...consentValues, personId });
  const { orderId } = await aRuling([caseId], { court: `${CANARY} court` });
  const { eventId } = await recordEvent(monitor, { ...eventValues, participantIds: [personId] });
  const { importId } = await startImport(coordinator, fileOf([["id", "title", "date", "city", "type"], ["1", `${CANARY} picket`, "2019-10-21", "Almaty", "rally"]], `${CANARY}.csv`));
  await setImportDetails(coordinator, await answers(coordinator, importId, { sender: CANARY }), { version: 1 });
  const { sheetId: takenSheetId } = await takeSheet(coordinator, { filter: "view=all", reason: "a journey", locale: "en", password: "" });
  const sheetBytes = (await getSheetFile(coordinator, takenSheetId)).bytes;
  const { sheetId } = await bringSheet(coordinator, { name: `${CANARY}.xlsx`, bytes: sheetBytes });
  const { importId: recordedImportId } = await startImport(coordinator, { ...fileOf([["name"], [`${CANARY} Brought In`]]), kind: "people" });
  await setImportDetails(coordinator, await answers(coordinator, recordedImportId, {}), { version: 1 });
  await recordImport(coordinator, { importId: recordedImportId }, { version: 2 });
  const { importId: asideImportId } = await startImport(coordinator, { ...fileOf([["name", "note"], [`${CANARY} Twice`, ""], [`${CANARY} Twice`, ""]]), kind: "people" });
  await setImportDetails(coordinator, await answers(coordinator, asideImportId, {}), { version: 1 });
  const { countId } = await recordCount(monitor, { ...countValues, eventId });
  const { sourceId } = await recordSource(monitor, sourceValues);
  const { allegationId } = await recordAllegation(monitor, allegationValues([caseId], { eventId, injuries: GUARDED, medicalNote: GUARDED, forcedStatement: GUARDED, perpetrators: [perpetrator({ agency: `${CANARY} police`, person: GUARDED })] }));
  await recordResponse(monitor, { allegationId, ...responseValues });
  await recordComplaint(monitor, { allegationId, ...complaintValues });
  const alleged = await getAllegationPage(monitor, allegationId);
  await recordCitation(monitor, { caseIds: [caseId], sourceId, field: "custody", quote: CANARY });
  const shielded = await recordShielded(caseId, eventId);
  await recordAdjustment(monitor, { ...adjustmentValues, caseIds: [caseId] });
  await recordStatedRelease(monitor, { ...statedValues, caseIds: [caseId] });
  const drawn = await getReleaseOverrideForm(coordinator, caseId);
  await recordReleaseOverride(coordinator, { caseId, ...overrideValues }, { version: drawn.version });
  const task = { caseId, from: "", what: `Ask about ${CANARY}`, due: null, assigneeId: "monitor" };
  const { taskId } = await recordTask(monitor, task);
  const { taskId: doneTaskId } = await recordTask(monitor, task);
  await finishTask(monitor, { taskId: doneTaskId, outcome: "" }, { version: 1 });
  await overrideRule(admin, ownValue("kz.arrest.max", { term: "15 d" }), { version: 1 });
  const { institutionId } = await recordInstitution(monitor, { ...institutionValues, name: "Бірінші сот" });
  const { institutionId: otherInstitutionId } = await recordInstitution(monitor, { ...institutionValues, name: "Екінші сот" });
  const { recipientId } = await recordRecipient(coordinator, recipientValues);
  const { fileId } = await sent(monitor, { subject: { type: "source", id: sourceId }, name: `${CANARY}.txt`, bytes: Buffer.from(CANARY) });
  const shown = await sent(monitor, { subject: { type: "case", id: caseId }, name: `${CANARY}.png`, bytes: tinyPicture });
  // Each is taken to its end or given up in its own cell: what lies on the disk is the same for all of them.
  const begin = (name: string) => beginUpload(monitor, { name, size: 5, subject: { type: "case", id: caseId }, isProtected: false });
  const [uploadId, finishedId, cancelledId] = [(await begin("one.txt")).fileId, (await begin("two.txt")).fileId, (await begin("three.txt")).fileId];
  await receivePart(monitor, finishedId, { offset: 0, length: 5, sha256: null }, bodyOf(Buffer.from("words")));
  const page = await getCasePage(monitor, caseId);
  const { consents } = await consentsOf(monitor, personId);
  const reports = await recordReports(CANARY);
  const records = {
    ...reports,
    consentId: consents[0]?.id ?? "",
    personId,
    caseId,
    orderId,
    eventId,
    importId,
    sheetId,
    takenSheetId,
    sheetBytes,
    recordedImportId,
    asideImportId,
    countId,
    sourceId,
    allegationId,
    recipientId,
    institutionId,
    otherInstitutionId,
    responseId: alleged.responses[0]?.id ?? "",
    complaintId: alleged.facts.complaints[0]?.id ?? "",
    fileId,
    shownFileId: shown.fileId,
    uploadId,
    finishedId,
    cancelledId,
    taskId,
    doneTaskId,
    momentId: page.moments[0]?.moment.id ?? "",
    adjustmentId: page.adjustments[0]?.id ?? "",
    statedId: page.stated[0]?.stated.id ?? "",
    estimateId: page.row.estimateId ?? "",
    overrideId: page.override?.override.id ?? "",
    estimates: drawn.version + 1,
    citationId: page.claims.claims[0]?.id ?? "",
    ...shielded,
  };
  return { records, open: await frozen(store) };
}
