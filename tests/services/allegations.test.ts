import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { allegationReviews, allegations, auditEntries, institutions } from "@/db/schema";
import type { Store } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { daysAfter } from "@/lib/model/complaint";
import { complaintKey } from "@/lib/model/task-origin";
import { getAllegationList } from "@/lib/services/allegation-list";
import { recordResponse, updateResponse, withdrawResponse } from "@/lib/services/allegation-responses";
import { reviewAllegation } from "@/lib/services/allegation-reviews";
import { getAllegationPage, getEditableAllegation, recordAllegation, updateAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { listAudit } from "@/lib/services/audit";
import { getCasePage } from "@/lib/services/case-page";
import { getEditableComplaint, listAnswersDue, recordComplaint, updateComplaint, withdrawComplaint } from "@/lib/services/complaints";
import { recordEvent } from "@/lib/services/events";
import { getSourcePage, recordSource } from "@/lib/services/sources";
import { getTaskDraft, recordTask } from "@/lib/services/tasks";
import { allegationEdit, allegationValues, complaintValues, eventValues, perpetrator, responseValues, sourceValues } from "../support/matrix-records";
import { aCase } from "../support/records";
import { admin, almaty, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-01T09:00+06:00");
  caseId = await aCase({ agency: "Полиция" });
});

const entriesOf = async (about: string) => (await store.read.select({ action: auditEntries.action }).from(auditEntries).where(eq(auditEntries.caseId, about)).orderBy(auditEntries.seq)).map(({ action }) => action);
const refused = (field: string, code: string) => ({ detail: { problems: { [field]: { code } } } });
const alleged = async (given: Parameters<typeof allegationValues>[1] = {}) => (await recordAllegation(monitor, allegationValues([caseId], given))).allegationId;
const rowOf = async (id: string) => (await store.read.select().from(allegations).where(eq(allegations.id, id)))[0];

describe("an allegation", () => {
  it("concerns several cases, says who answers, and stays when withdrawn", async () => {
    const other = await aCase();
    const { allegationId } = await recordAllegation(monitor, allegationValues([caseId, other], { perpetrators: [perpetrator({ agency: "полиция" })], response: "no_comment" }));
    expect((await getAllegationPage(viewer, allegationId)).facts).toMatchObject({ acts: ["beating"], caseCount: 2, perpetrators: [{ body: { name: "Полиция", kind: "police" } }], answer: { body: { kind: "police" } } });
    await updateAllegation(monitor, { allegationId, ...allegationEdit([caseId], { acts: ["beating", "threats"] }) }, { version: 1 });
    await withdrawAllegation(monitor, { recordId: allegationId, reason: "қайталанған" });
    const { facts, mayWrite } = await getAllegationPage(monitor, allegationId);
    expect(facts).toMatchObject({ acts: ["beating", "threats"], caseCount: 1, perpetrators: [], allegation: { withdrawn: "қайталанған" } });
    expect(mayWrite).toBe(false);
    expect((await entriesOf(other)).filter((action) => action.startsWith("allegation"))).toEqual(["allegation.recorded", "allegation.updated"]);
    expect((await entriesOf(caseId)).filter((action) => action.startsWith("allegation"))).toEqual(["allegation.recorded", "allegation.updated", "allegation.withdrawn"]);
  });

  it("is not to be seen from another team nor written by a viewer, and cannot lie in the future", async () => {
    const id = await alleged();
    await expect(getAllegationPage(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(recordAllegation(viewer, allegationValues([caseId]))).rejects.toMatchObject({ code: "forbidden" });
    await expect(alleged({ when: "2019-11-02" })).rejects.toMatchObject(refused("when", "date_in_future"));
  });

  it("gives a new body the place of its event only where the event has one place", async () => {
    const placeOf = async (sites: typeof eventValues.sites, agency: string) => {
      const { eventId } = await recordEvent(monitor, { ...eventValues, sites });
      await recordAllegation(monitor, allegationValues([], { eventId, victimGroup: "citizens", perpetrators: [perpetrator({ agency })] }));
      return (await store.read.select().from(institutions).where(eq(institutions.name, agency)))[0]?.placeId;
    };
    const [here, there] = [{ placeId: almaty, spot: "" }, { placeId: "ast", spot: "" }];
    expect(await placeOf([here, { ...here, spot: "Arbat" }], "Жасақ полициясы")).toBe(almaty);
    expect(await placeOf([here, there], "Қозғалмалы полиция")).toBeNull();
  });

  it("needs a case, an event, or a place with victims in words", async () => {
    const nobody = (given: Parameters<typeof allegationValues>[1]) => recordAllegation(monitor, allegationValues([], given));
    await expect(nobody({})).rejects.toMatchObject(refused("eventId", "nobody_and_nowhere"));
    await expect(nobody({ placeId: almaty })).rejects.toMatchObject(refused("victimGroup", "group_needed"));
    await expect(nobody({ placeId: almaty, victimBound: "about" })).rejects.toMatchObject(refused("victimCount", "required"));
    await expect(nobody({ placeId: almaty, victimCount: 5 })).rejects.toMatchObject(refused("victimBound", "bound_needed"));
    const { allegationId } = await nobody({ placeId: almaty, victimBound: "about", victimCount: 30, victimGroup: "participants of the rally" });
    expect((await getAllegationPage(viewer, allegationId)).facts).toMatchObject({ caseCount: 0, place: { nameEn: "Almaty" }, allegation: { victimBound: "about", victimCount: 30, zone: "Asia/Almaty" } });
    const { eventId } = await recordEvent(monitor, eventValues);
    const atEvent = await nobody({ eventId, victimBound: "dozens", victimGroup: "ordinary citizens" });
    expect((await getAllegationPage(viewer, atEvent.allegationId)).facts.event).toMatchObject({ id: eventId });
    const { eventId: theirs } = await recordEvent(stranger, eventValues);
    await expect(nobody({ eventId: theirs })).rejects.toMatchObject(refused("eventId", "unknown_option"));
    await expect(alleged({ eventId: theirs })).rejects.toMatchObject(refused("eventId", "unknown_option"));
  });

  it("without a case stands in the log with its content for its own team, and among what a source is named for", async () => {
    const { eventId } = await recordEvent(monitor, eventValues);
    const { sourceId } = await recordSource(monitor, sourceValues);
    const { allegationId } = await recordAllegation(monitor, allegationValues([], { eventId, sourceId, victimGroup: "citizens" }));
    const [line] = (await listAudit(admin, { action: "allegation.recorded" })).lines;
    expect(line).toMatchObject({ subject: { type: "allegation", id: allegationId }, case: null, hidden: false });
    expect(line?.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(["victimGroup", "eventId"]));
    expect((await getSourcePage(viewer, sourceId)).alleged).toMatchObject([{ id: allegationId, act: "beating", caseId: null }]);
    await updateAllegation(monitor, { allegationId, ...allegationEdit([caseId]) }, { version: 1 });
    expect((await getSourcePage(viewer, sourceId)).alleged).toEqual([]);
    expect((await getAllegationPage(viewer, allegationId)).facts).toMatchObject({ caseCount: 1, event: null });
  });

  it("names several perpetrators in their order; persons only to those who record", async () => {
    const id = await alleged({ perpetrators: [perpetrator({ agency: "Полиция", unit: "SOBR", involvement: "direct" }), perpetrator({ person: "a tall officer", involvement: "ordered" })] });
    expect((await getAllegationPage(monitor, id)).facts.perpetrators).toMatchObject([{ unit: "SOBR", involvement: "direct" }, { body: null, person: "a tall officer", involvement: "ordered" }]);
    expect(JSON.stringify([await getAllegationPage(viewer, id), await getCasePage(viewer, caseId), await getCasePage(monitor, caseId), await getAllegationList(viewer)])).not.toContain("tall");
    expect((await getEditableAllegation(monitor, id)).values).toMatchObject({ "perpetrators.0.agency": "Полиция", "perpetrators.1.person": "a tall officer" });
    const [line] = (await listAudit(admin, { action: "allegation.recorded" })).lines;
    expect(line?.changes).toEqual(expect.arrayContaining([expect.objectContaining({ field: "agency", after: "Полиция, SOBR" }), expect.objectContaining({ field: "involvement", after: "direct; ordered" })]));
  });
});

describe("how far an allegation is verified", () => {
  it("is held by nobody by name where the command line recorded it", async () => {
    const { allegationId } = await recordAllegation(commandLine(["team-a"]), allegationValues([caseId]));
    expect((await getAllegationPage(viewer, allegationId)).reviews).toMatchObject([{ verification: "alleged", by: null }]);
  });

  it("changes only with a ground, and what was held before stays", async () => {
    await expect(alleged({ verification: "documented" })).rejects.toMatchObject(refused("ground", "required"));
    const allegationId = await alleged();
    await expect(reviewAllegation(monitor, { allegationId, verification: "corroborated", ground: "", reviewSourceId: null }, { version: 1 })).rejects.toMatchObject(refused("ground", "required"));
    await reviewAllegation(monitor, { allegationId, verification: "corroborated", ground: "a second witness", reviewSourceId: null }, { version: 1 });
    await expect(reviewAllegation(admin, { allegationId, verification: "refuted", ground: "x", reviewSourceId: null }, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { verification: "corroborated" } } } });
    expect((await getAllegationPage(viewer, allegationId)).reviews).toMatchObject([{ verification: "corroborated", ground: "a second witness", by: "monitor" }, { verification: "alleged" }]);
    expect(await rowOf(allegationId)).toMatchObject({ verification: "corroborated", version: 1 });
    expect((await entriesOf(caseId)).at(-1)).toBe("allegation.reviewed");
    expect(await store.read.select().from(allegationReviews)).toHaveLength(2);
  });
});

describe("what the authorities answer", () => {
  const state = async (id: string) => (await rowOf(id))?.response;
  const answerOf = async (id: string, at = 0) => (await getAllegationPage(monitor, id)).responses[at]?.id ?? "";

  it("is the newest answer that counts, whatever is recorded later of earlier days", async () => {
    const allegationId = await alleged();
    expect(await state(allegationId)).toBe("not_asked");
    await recordResponse(monitor, { ...responseValues, allegationId, answer: "asked", answered: null, note: "" });
    expect(await state(allegationId)).toBe("asked");
    await recordResponse(monitor, { ...responseValues, allegationId, answer: "acknowledged", asked: null, answered: "2019-10-31" });
    await recordResponse(monitor, { ...responseValues, allegationId, answer: "denied", asked: null, answered: "2019-10-29" });
    expect(await state(allegationId)).toBe("acknowledged");
    await recordResponse(monitor, { ...responseValues, allegationId, answer: "asked", asked: "2019-11-01", answered: null, note: "" });
    expect(await state(allegationId)).toBe("acknowledged");
    const acknowledged = (await getAllegationPage(monitor, allegationId)).responses.find(({ answer }) => answer === "acknowledged")!.id;
    await withdrawResponse(monitor, { recordId: acknowledged, reason: "another case" });
    expect(await state(allegationId)).toBe("denied");
    expect((await getAllegationPage(viewer, allegationId)).responses.find(({ id }) => id === acknowledged)).toMatchObject({ withdrawn: "another case" });
    await expect(withdrawResponse(monitor, { recordId: acknowledged, reason: "twice" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is corrected from the version that was seen, and cannot come before the question", async () => {
    const allegationId = await alleged({ response: "no_comment", responseWhen: "2019-10-30" });
    const responseId = await answerOf(allegationId);
    await updateResponse(monitor, { ...responseValues, responseId, answered: null }, { version: 1 });
    expect(await state(allegationId)).toBe("denied");
    expect((await entriesOf(caseId)).at(-1)).toBe("response.updated");
    await expect(updateResponse(monitor, { ...responseValues, responseId, asked: "2019-10-30", answered: "2019-10-28" }, { version: 2 })).rejects.toMatchObject(refused("answered", "end_before_start"));
    await expect(updateResponse(monitor, { ...responseValues, responseId, answer: "asked" }, { version: 2 })).rejects.toMatchObject(refused("answer", "response_needed"));
    await expect(alleged({ responseNote: "words of an answer" })).rejects.toMatchObject(refused("response", "response_needed"));
  });
});

describe("a complaint", () => {
  const complain = async (given: Partial<typeof complaintValues> = {}) => {
    const allegationId = await alleged();
    await recordComplaint(monitor, { ...complaintValues, allegationId, ...given });
    return { allegationId, complaint: (await getAllegationPage(monitor, allegationId)).facts.complaints[0]! };
  };

  it("has an answer due on the day that is typed, or so many days after it was filed", async () => {
    expect((await complain({ dueDays: 15 })).complaint).toMatchObject({ due: "2019-11-10", overdue: false });
    expect((await complain({ dueDays: null, due: "2019-11" })).complaint).toMatchObject({ due: "2019-11", overdue: false });
    expect((await complain({ filed: null, dueDays: null })).complaint).toMatchObject({ due: null, overdue: false });
    expect((await complain({ filed: "2019-10-24T10:00~" })).complaint.due).toBe("2019-10-27~");
    await expect(complain({ filed: null })).rejects.toMatchObject(refused("filed", "required"));
    await expect(complain({ filed: "2019-10" })).rejects.toMatchObject(refused("filed", "day_needed"));
    await expect(complain({ due: "2019-11-05" })).rejects.toMatchObject(refused("dueDays", "date_or_days"));
    await expect(complain({ dueDays: null, due: "2019-10-20" })).rejects.toMatchObject(refused("due", "end_before_start"));
    await expect(complain({ answered: "2019-10-30" })).rejects.toMatchObject(refused("outcome", "outcome_needed"));
    expect([daysAfter("2019-10-30/2019-11-01", 3), daysAfter("../2019-10-30", 1), daysAfter("2019-10-30/..", 1), daysAfter("2019", 1)]).toEqual(["2019-11-02/2019-11-04", "../2019-10-31", "2019-10-31/..", null]);
  });

  it("that nobody answered in time is told on the allegation, in the case and among the answers due, until it is answered", async () => {
    const { allegationId, complaint } = await complain();
    expect(complaint).toMatchObject({ due: "2019-10-29", overdue: true });
    expect((await getCasePage(viewer, caseId)).allegations[0]?.complaints).toMatchObject([{ overdue: true }]);
    expect(await listAnswersDue(viewer)).toMatchObject({ total: 1, overdue: 1, items: [{ id: complaint.id, allegationId, victims: [{ id: caseId }] }] });
    expect((await listAnswersDue(stranger)).total).toBe(0);
    const { version } = await getEditableComplaint(monitor, complaint.id);
    await updateComplaint(monitor, { ...complaintValues, complaintId: complaint.id, dueDays: null, due: "2019-10-29", outcome: "rejected", answered: "2019-10-31" }, { version });
    expect((await listAnswersDue(viewer)).total).toBe(0);
    await withdrawComplaint(monitor, { recordId: complaint.id, reason: "filed twice" });
    expect((await getAllegationPage(viewer, allegationId)).facts.complaints).toMatchObject([{ withdrawn: "filed twice", overdue: false }]);
    expect((await entriesOf(caseId)).slice(-3)).toEqual(["complaint.recorded", "complaint.updated", "complaint.withdrawn"]);
  });

  it("can become a task of a case that it is about, once, while it is not answered", async () => {
    const { complaint } = await complain();
    const from = complaintKey(complaint.id);
    expect((await getTaskDraft(monitor, caseId, from)).offer).toMatchObject({ origin: "complaint", complaint: { kind: "prosecutor", due: "2019-10-29" } });
    expect((await getTaskDraft(monitor, await aCase(), from)).offer).toBeUndefined();
    await recordTask(monitor, { caseId, from, what: "Ask the prosecutor", due: null, assigneeId: null });
    await expect(recordTask(monitor, { caseId, from, what: "Again", due: null, assigneeId: null })).rejects.toMatchObject(refused("from", "task_exists"));
  });
});

describe("the list of allegations", () => {
  it("is filtered by act, body, verification, answer, place, event, period and words", async () => {
    const { eventId } = await recordEvent(monitor, eventValues);
    const first = await alleged({ when: "2019-10-25", perpetrators: [perpetrator({ agency: "Полиция" })], response: "denied", description: "In the corridor" });
    const second = (await recordAllegation(monitor, allegationValues([], { acts: ["torture"], eventId, verification: "documented", ground: "a video", victimGroup: "citizens" }))).allegationId;
    const found = async (query: Parameters<typeof getAllegationList>[1]) => (await getAllegationList(viewer, query)).items.map(({ facts }) => facts.allegation.id);
    const { agencies, items } = await getAllegationList(viewer);
    expect(items).toHaveLength(2);
    expect(items.find(({ facts }) => facts.allegation.id === first)?.victims).toMatchObject([{ id: caseId }]);
    expect(await found({ act: "torture" })).toEqual([second]);
    expect(await found({ agencyId: agencies[0]!.id })).toEqual([first]);
    expect(await found({ verification: "documented" })).toEqual([second]);
    expect(await found({ response: "denied" })).toEqual([first]);
    expect(await found({ placeId: almaty })).toHaveLength(2);
    expect(await found({ eventId })).toEqual([second]);
    expect(await found({ from: "2019-10-25", to: "2019-10-25" })).toEqual([first]);
    expect(await found({ from: "2019-10-26" })).toEqual([]);
    expect(await found({ q: "corridor" })).toEqual([first]);
    expect(await found({ q: "citizens", act: "beating" })).toEqual([]);
    expect((await getAllegationList(stranger)).total).toBe(0);
  });
});
