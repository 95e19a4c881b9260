import { users } from "@/db/schema";
import type { ClaimValues } from "@/lib/model/claim";
import { recordAdjustment } from "@/lib/services/adjustments";
import { recordAllegation } from "@/lib/services/allegations";
import { getCasePage } from "@/lib/services/case-page";
import { acceptClaims, recordCitation } from "@/lib/services/citations";
import { recordEvent } from "@/lib/services/events";
import { hashPassword } from "@/lib/services/passwords";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { overrideRule } from "@/lib/services/rule-overrides";
import { getReleaseOverrideForm, recordReleaseOverride } from "@/lib/services/release-overrides";
import { recordSource, updateSource } from "@/lib/services/sources";
import { recordStatedRelease } from "@/lib/services/stated-releases";
import { finishTask, recordTask } from "@/lib/services/tasks";
import { aCase, aRuling, ownValue } from "./records";
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
export const eventValues = { kind: "rally" as const, title: `${CANARY} rally`, start: "2019-10-20", end: null, placeIds: [almaty], spot: "", organiser: "", demands: "", participantIds: [] as string[], note: "" };
export const sourceValues = { kind: "article" as const, title: `${CANARY} article`, publisher: "", author: "", url: "", language: "en" as const, published: null, text: `Text about ${CANARY}.` };
export const momentValues = { kind: "still_inside" as const, when: "2019-10-25", institution: "", releaseKind: "unknown" as const, note: "" };
export const adjustmentValues = { kind: "remand" as const, from: "2019-09-01", to: "2019-09-03", days: null, ratio: null, authority: `${CANARY} court`, note: "" };
export const statedValues = { when: "2019-11-04", attributedTo: `${CANARY}’s lawyer`, sourceId: null, note: "" };
export const overrideValues = { when: "2019-11-05", reason: `${CANARY}’s ruling says so`, computed: "" };
export const allegationValues = (caseIds: string[]) => ({ caseIds, acts: ["beating" as const], victimScope: "these" as const, when: null, whereText: "", description: "", attributedTo: `${CANARY} himself`, sourceId: null, agency: "", perpetrator: "", injuries: "", verification: "alleged" as const, response: "not_asked" as const, responseWhen: null, responseNote: "" });

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
  const { orderId } = await aRuling([caseId], { court: `${CANARY} court` });
  const { eventId } = await recordEvent(monitor, { ...eventValues, participantIds: [personId] });
  const { sourceId } = await recordSource(monitor, sourceValues);
  const { allegationId } = await recordAllegation(monitor, allegationValues([caseId]));
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
  const page = await getCasePage(monitor, caseId);
  const records = {
    personId,
    caseId,
    orderId,
    eventId,
    sourceId,
    allegationId,
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
