import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, auditValues, organisations, releaseEstimates, tasks } from "@/db/schema";
import type { Store } from "@/db/store";
import type { TaskValues, TaskView } from "@/lib/model/task";
import type { ReleaseEstimate } from "@/lib/release/estimate-facts";
import { getCasePage } from "@/lib/services/case-page";
import { getDashboard } from "@/lib/services/dashboard";
import { findDoneTask, finishTask, getCaseTasks, getTaskDraft, getTaskPage, listTasks, recordTask, reopenTask, updateTask } from "@/lib/services/tasks";
import { aCase } from "../support/records";
import { coordinator, freshWorld, monitor, setNow, stranger, viewer } from "../support/world";

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = await freshWorld();
  setNow("2019-11-05T09:00+06:00");
  caseId = await aCase();
});

const task = (given: Partial<TaskValues> & { from?: string } = {}, by = monitor) =>
  recordTask(by, { caseId, from: "", what: "Call the lawyer", due: null, assigneeId: null, ...given }).then(({ taskId }) => taskId);
const listed = async (view: TaskView, by = monitor) => (await listTasks(by, { view })).items.map(({ what }) => what);

/** Stores an answer of the engine as the newest of the case. */
async function answered(given: Partial<ReleaseEstimate>): Promise<void> {
  const estimate = { ...(await getCasePage(monitor, caseId)).estimate!, ...given };
  await store.write((tx) => tx.insert(releaseEstimates).values({ id: "handmade", caseId, at: 8e12, facts: "{}", answer: JSON.stringify(estimate) }));
}

describe("a task", () => {
  it("is recorded, changed, done and opened again, each with its entry in the history of the case", async () => {
    const taskId = await task({ due: "2019-11-06", assigneeId: "coordinator" });
    await updateTask(monitor, { taskId, what: "Call both lawyers", due: "2019-11-07", assigneeId: "coordinator", outcome: "" }, { version: 1 });
    await finishTask(coordinator, { taskId, outcome: "Seized at four" }, { version: 2 });
    expect((await getTaskPage(viewer, taskId)).task).toMatchObject({ what: "Call both lawyers", due: "2019-11-07", outcome: "Seized at four", doneBy: "coordinator", version: 3 });
    await reopenTask(monitor, { taskId }, { version: 3 });
    expect((await getTaskPage(monitor, taskId)).task).toMatchObject({ doneAt: null, doneBy: null, outcome: "Seized at four" });
    const entries = await store.read.select().from(auditEntries).where(eq(auditEntries.subjectId, taskId));
    expect(entries.map(({ action, caseId: about }) => [action, about])).toEqual(["recorded", "updated", "finished", "reopened"].map((verb) => [`task.${verb}`, caseId]));
    const values = await store.read.select().from(auditValues).where(eq(auditValues.seq, entries[1]!.seq));
    expect(values.map(({ field, before, after }) => [field, before, after])).toEqual([["what", "Call the lawyer", "Call both lawyers"], ["due", "2019-11-06", "2019-11-07"]]);
  });

  it("that somebody else changed meanwhile is not overwritten, nor finished, nor opened again", async () => {
    const taskId = await task();
    const change = { taskId, what: "Other", due: null, assigneeId: null, outcome: "" };
    await updateTask(coordinator, change, { version: 1 });
    await expect(updateTask(monitor, change, { version: 1 })).rejects.toMatchObject({ code: "conflict", detail: { current: { version: 2, values: { what: "Other" } } } });
    await expect(updateTask(monitor, change, {})).rejects.toMatchObject({ code: "stale_version" });
    await expect(finishTask(monitor, { taskId, outcome: "" }, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenTask(monitor, { taskId }, { version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await finishTask(monitor, { taskId, outcome: "" }, { version: 2 });
    await expect(finishTask(coordinator, { taskId, outcome: "Twice" }, { version: 3 })).rejects.toMatchObject({ code: "conflict" });
    expect((await store.read.select().from(tasks))[0]).toMatchObject({ version: 3, outcome: "" });
  });

  it("sent twice by the same click is done once", async () => {
    const taskId = await task();
    const meta = { version: 1, submission: "one-click" };
    expect(await finishTask(monitor, { taskId, outcome: "" }, meta)).toEqual(await finishTask(monitor, { taskId, outcome: "" }, meta));
  });

  it("is for somebody of the team or nobody, and has a date that can be", async () => {
    await expect(task({ assigneeId: "stranger" })).rejects.toMatchObject({ detail: { problems: { assigneeId: { code: "unknown_option" } } } });
    await expect(task({ due: "2019-11-05T10:00/2019-11-05T09:00" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("of another team is not there", async () => {
    const taskId = await task();
    await expect(getCaseTasks(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
    await expect(finishTask(stranger, { taskId, outcome: "" }, { version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(finishTask(viewer, { taskId, outcome: "" }, { version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    expect([await listed("open", stranger), await findDoneTask(stranger, taskId)]).toEqual([[], undefined]);
  });
});

describe("the lists", () => {
  it("are one's own, all open ones, the late ones and those that are done, most urgent first", async () => {
    await task({ what: "no date", assigneeId: "monitor" });
    await task({ what: "tomorrow", due: "2019-11-06", assigneeId: "monitor" });
    await task({ what: "yesterday", due: "2019-11-04" });
    const done = await task({ what: "done", due: "2019-11-01", assigneeId: "monitor" });
    await finishTask(monitor, { taskId: done, outcome: "" }, { version: 1 });
    expect(await listed("mine")).toEqual(["tomorrow", "no date"]);
    expect(await listed("open")).toEqual(["yesterday", "tomorrow", "no date"]);
    expect(await listed("overdue")).toEqual(["yesterday"]);
    expect([await listed("nobody"), await listed("nobody", stranger)]).toEqual([["yesterday"], []]);
    expect(await listed("done")).toEqual(["done"]);
    expect((await getCaseTasks(viewer, caseId)).map(({ what }) => what)).toEqual(["yesterday", "tomorrow", "no date", "done"]);
  });

  it("call a task late only once its day has ended where the organisation works", async () => {
    await store.write((tx) => tx.update(organisations).set({ defaultPlaceId: "akb" }));
    await task({ due: "2019-11-05" });
    for (const [at, late] of [["2019-11-05T23:59+05:00", false], ["2019-11-05T23:30+06:00", false], ["2019-11-06T00:00+05:00", true]] as const) {
      setNow(at);
      expect([at, (await listed("overdue")).length === 1, (await getCaseTasks(monitor, caseId))[0]?.overdue]).toEqual([at, late, late]);
    }
  });

  it("read an hour on the clock of the place", async () => {
    await store.write((tx) => tx.update(organisations).set({ defaultPlaceId: "akb" }));
    await task({ due: "2019-11-05T16:00" });
    setNow("2019-11-05T16:00+06:00");
    expect(await listed("overdue")).toEqual([]);
    setNow("2019-11-05T16:01+06:00");
    expect(await listed("overdue")).toEqual(["Call the lawyer"]);
  });

  it("give the dashboard one's own five most urgent", async () => {
    for (let day = 1; day <= 7; day++) await task({ what: `day ${day}`, due: `2019-11-0${day}`, assigneeId: "monitor" });
    expect((await getDashboard(monitor)).myTasks.map(({ what }) => what)).toEqual(["day 1", "day 2", "day 3", "day 4", "day 5"]);
    expect((await getDashboard(coordinator)).myTasks).toEqual([]);
  });
});

describe("what the engine says", () => {
  const hypothesis = { implies: "start", from: "observed", convention: "ELAPSED_24H", at: "2019-10-21T16:00:00+06:00" } as const;
  const appeal = { rule: "kz.arrest.appeal", orderId: "the-order", orderKind: "administrative_arrest", until: "2019-11-07T00:00:00+06:00", confidence: "unconfirmed", filed: null } as const;

  it("becomes a task once, under the name that the engine gave it", async () => {
    await answered({ hypotheses: [hypothesis], appeals: [appeal] });
    expect((await getTaskDraft(monitor, caseId, "start/observed/ELAPSED_24H")).offer).toEqual({ key: "start/observed/ELAPSED_24H", origin: "hypothesis", hypothesis });
    const taskId = await task({ from: "start/observed/ELAPSED_24H" });
    await task({ from: "appeal/kz.arrest.appeal/the-order" });
    expect((await getCaseTasks(monitor, caseId)).map(({ origin, originKey }) => [origin, originKey])).toEqual([["hypothesis", "start/observed/ELAPSED_24H"], ["appeal", "appeal/kz.arrest.appeal/the-order"]]);
    await expect(task({ from: "start/observed/ELAPSED_24H" })).rejects.toMatchObject({ detail: { problems: { from: { code: "task_exists" } } } });
    expect(await getTaskDraft(monitor, caseId, "start/observed/ELAPSED_24H")).toMatchObject({ madeTaskId: taskId });
  });

  it("is all that a task can be made from: other names are refused and prefill nothing", async () => {
    await answered({ hypotheses: [hypothesis], appeals: [{ ...appeal, filed: "2019-10-25" }] });
    for (const from of ["term/observed/ELAPSED_24H", "appeal/kz.arrest.appeal/the-order", "Send money to…", "limit/nothing"]) {
      await expect(task({ from }), from).rejects.toMatchObject({ detail: { problems: { from: { code: "unknown_option" } } } });
      expect((await getTaskDraft(monitor, caseId, from)).offer, from).toBeUndefined();
    }
  });
});
