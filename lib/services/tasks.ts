import "server-only";
import { randomUUID } from "node:crypto";
import { bodiesById, findComplaintOfCase } from "@/db/queries/allegation-parts";
import { findCase, type CaseRow } from "@/db/queries/cases";
import { latestEstimate } from "@/db/queries/custody";
import { findOrganisation, findPlace } from "@/db/queries/organisation";
import { findPerson } from "@/db/queries/people";
import { changeTask, countTasks, findTask, findTaskFrom, insertTask, listCaseTasks, listTasksOf, type TaskFilter, type TaskRow } from "@/db/queries/tasks";
import { findUser, listColleagues } from "@/db/queries/users";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { taskAssignedFact } from "@/lib/model/notice-facts";
import type { Actor } from "@/lib/model/permissions";
import type { TaskItem, TaskPage, TaskValues, TaskView } from "@/lib/model/task";
import { complaintIdOf } from "@/lib/model/task-origin";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { ReleaseEstimate } from "@/lib/release/estimate-facts";
import { allow } from "./allow";
import { refuseBadDate } from "./case-access";
import { now, realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { noteGiven } from "./notice-now";
import { offersOf, type TaskOffer } from "./task-offers";
import { changesOf, write } from "./write";

export const TASKS_PAGE = 50;
const MOST_COUNTED = 1000;
const MOST_ON_DASHBOARD = 5;
const told = ["what", "due", "assigneeId", "outcome"] as const;

export type ListedTask = TaskItem & { about: Awaited<ReturnType<typeof listTasksOf>>[number]["about"] };

/** Records a follow-up on a case. What `from` names must be what the engine says of this case now, and not have become a task before. */
export const recordTask = (actor: Actor, { caseId, from, ...input }: TaskValues & { caseId: string; from: string }, meta: FormMeta = {}): Promise<{ caseId: string; taskId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await caseFor(tx, actor, "task.write", caseId);
      const offer = from === "" ? undefined : await offerOf(tx, caseId, from);
      if (from !== "" && !offer) throw refuse("from", "unknown_option");
      if (offer && (await findTaskFrom(tx, caseId, offer.key))) throw refuse("from", "task_exists");
      await refuseStranger(tx, row.teamId, input.assigneeId);
      const id = randomUUID();
      const at = realNow();
      const values = { ...input, dueLatest: await dueLatest(tx, input.due, row.zone) };
      await insertTask(tx, { id, caseId, teamId: row.teamId, ...values, origin: offer?.origin ?? "manual", originKey: offer?.key ?? "", createdAt: at, updatedAt: at });
      await log("task.recorded", { subject: ["task", id], caseId, version: [null, 1], changes: changesOf(undefined, input, told) });
      await noteGiven(tx, actor, input.assigneeId, taskAssignedFact({ id, caseId, dueLatest: values.dueLatest }, 1));
      return { caseId, taskId: id };
    },
    meta.submission,
  );

export const updateTask = (actor: Actor, { taskId, ...input }: TaskValues & { taskId: string; outcome: string }, meta: FormMeta): Promise<{ caseId: string; taskId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { task, row } = await taskFor(tx, actor, "task.write", taskId);
      if (input.assigneeId !== task.assigneeId) await refuseStranger(tx, row.teamId, input.assigneeId);
      const values = { ...input, dueLatest: await dueLatest(tx, input.due, row.zone) };
      const version = await change(tx, task, meta, values);
      await log("task.updated", { subject: ["task", taskId], caseId: row.id, version: [version, version + 1], changes: changesOf(task, input, told) });
      if (input.assigneeId !== task.assigneeId) await noteGiven(tx, actor, input.assigneeId, taskAssignedFact({ ...task, dueLatest: values.dueLatest }, version + 1));
      return { caseId: row.id, taskId };
    },
    meta.submission,
  );

/** Says that a task is done; an empty outcome leaves what was written before. */
export const finishTask = (actor: Actor, { taskId, outcome }: { taskId: string; outcome: string; back?: TaskPage }, meta: FormMeta): Promise<{ caseId: string; taskId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { task, row } = await taskFor(tx, actor, "task.write", taskId);
      const values = { outcome: outcome || task.outcome };
      if (task.doneAt !== null) throw new AppError("conflict", { current: savedOf(task) });
      const version = await change(tx, task, meta, { ...values, doneAt: realNow(), doneById: actor.userId });
      await log("task.finished", { subject: ["task", taskId], caseId: row.id, version: [version, version + 1], changes: changesOf(task, values, told.slice(3)) });
      return { caseId: row.id, taskId };
    },
    meta.submission,
  );

/** Takes back that a task is done; what came of it so far stays. */
export const reopenTask = (actor: Actor, { taskId }: { taskId: string; back?: TaskPage }, meta: FormMeta): Promise<{ caseId: string; taskId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { task, row } = await taskFor(tx, actor, "task.write", taskId);
      if (task.doneAt === null) throw new AppError("conflict", { current: savedOf(task) });
      const version = await change(tx, task, meta, { doneAt: null, doneById: null });
      await log("task.reopened", { subject: ["task", taskId], caseId: row.id, version: [version, version + 1] });
      return { caseId: row.id, taskId };
    },
    meta.submission,
  );

/** Every task of a case: what is to be done first, then what was done, newest first. */
export async function getCaseTasks(actor: Actor, caseId: string): Promise<TaskItem[]> {
  const { read } = await store();
  await caseFor(read, actor, "task.read", caseId);
  const at = now();
  return (await listCaseTasks(read, actor, caseId)).map((row) => itemOf(row, at));
}

export type TaskList = { items: ListedTask[]; total: number; more: boolean; page: number };

/** One page of tasks in the actor's scope. A task is late once the day on which it is due has ended where the organisation works. */
export async function listTasks(actor: Actor, { view = "mine", page: asked = 1 }: { view?: TaskView | undefined; page?: number | undefined } = {}): Promise<TaskList> {
  allow(actor, "task.read");
  const { read } = await store();
  const at = now();
  const page = Math.max(1, Math.min(asked, 2000));
  const filters: Record<TaskView, TaskFilter> = { mine: { done: false, assigneeId: actor.userId }, open: { done: false }, overdue: { done: false, dueBy: at }, nobody: { done: false, assigneeId: null }, done: { done: true } };
  const rows = await listTasksOf(read, actor, filters[view], TASKS_PAGE, (page - 1) * TASKS_PAGE);
  const counted = await countTasks(read, actor, filters[view], MOST_COUNTED + 1);
  return { items: rows.map((row) => ({ ...itemOf(row, at), about: row.about })), total: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED, page };
}

/** The few of one's own open tasks that are most urgent. */
export async function listMyTasks(actor: Actor): Promise<ListedTask[]> {
  return (await listTasks(actor)).items.slice(0, MOST_ON_DASHBOARD);
}

/** A task with its case and everybody who could take it over. */
export async function getTaskPage(actor: Actor, taskId: string) {
  const { read } = await store();
  const { task, row } = await taskFor(read, actor, "task.read", taskId);
  const nameOf = async (id: string | null) => (id === null ? null : ((await findUser(read, id))?.name ?? null));
  const names = { assignee: await nameOf(task.assigneeId), doneBy: await nameOf(task.doneById) };
  return { task: itemOf({ task, ...names }, now()), case: caseOf(row), values: editable(task), colleagues: await colleaguesOf(read, row.teamId, task.assigneeId) };
}

/** A task that was just done, to say so and offer the way back; undefined where it is open, or not there for the actor. */
export async function findDoneTask(actor: Actor, taskId: string): Promise<TaskItem | undefined> {
  allow(actor, "task.read");
  const { read } = await store();
  const task = await findTask(read, actor, taskId);
  return task && task.doneAt !== null ? itemOf({ task, assignee: null, doneBy: null }, now()) : undefined;
}

/** What the form of a new task starts with: the offer that `from` names on this case, or the task that was made from it before. */
export async function getTaskDraft(actor: Actor, caseId: string, from: string | undefined) {
  const { read } = await store();
  const row = await caseFor(read, actor, "task.write", caseId);
  const offer = from === undefined ? undefined : await offerOf(read, caseId, from);
  const made = offer && (await findTaskFrom(read, caseId, offer.key));
  const sex = (await findPerson(read, actor, row.personId))?.sex ?? "unknown";
  return { case: caseOf(row), sex, offer, madeTaskId: made?.id, colleagues: await colleaguesOf(read, row.teamId, null) };
}

const caseOf = ({ id, reference, zone }: CaseRow) => ({ id, reference, zone });

async function caseFor(tx: Reader, actor: Actor, permission: "task.read" | "task.write", id: string): Promise<CaseRow> {
  const row = await findCase(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, permission, row);
  return row;
}

async function taskFor(tx: Reader, actor: Actor, permission: "task.read" | "task.write", id: string): Promise<{ task: TaskRow; row: CaseRow }> {
  const task = await findTask(tx, actor, id);
  if (!task) throw new AppError("not_found");
  allow(actor, permission, task);
  return { task, row: await caseFor(tx, actor, permission, task.caseId) };
}

/** The one way in which a task is changed: from the version that the form showed, or not at all. Gives that version. */
async function change(tx: Tx, task: TaskRow, { version: sent }: FormMeta, values: Partial<TaskRow>): Promise<number> {
  const version = seenVersion(sent, savedOf(task));
  if (!(await changeTask(tx, task.id, version, { ...values, updatedAt: realNow() }))) throw new AppError("conflict", { current: savedOf(task) });
  return version;
}

async function offerOf(tx: Reader, caseId: string, key: string): Promise<TaskOffer | undefined> {
  const complaintId = complaintIdOf(key);
  if (complaintId !== undefined) {
    const complaint = await findComplaintOfCase(tx, caseId, complaintId);
    if (!complaint || complaint.outcome !== "pending") return undefined;
    const body = (await bodiesById(tx, [complaint.institutionId])).get(complaint.institutionId ?? "") ?? null;
    return { key, origin: "complaint", complaint: { kind: complaint.kind, body, number: complaint.number, due: complaint.due } };
  }
  const stored = await latestEstimate(tx, caseId);
  return stored && offersOf(JSON.parse(stored.answer) as ReleaseEstimate).find((offer) => offer.key === key);
}

async function refuseStranger(tx: Reader, teamId: string, assigneeId: string | null): Promise<void> {
  if (assigneeId !== null && !(await listColleagues(tx, [teamId])).some((user) => user.id === assigneeId)) throw refuse("assigneeId", "unknown_option");
}

/** Those of the team, and whoever has the task now, even if they have left. */
async function colleaguesOf(tx: Reader, teamId: string, assigneeId: string | null): Promise<{ id: string; name: string }[]> {
  const colleagues = await listColleagues(tx, [teamId]);
  const gone = assigneeId === null || colleagues.some(({ id }) => id === assigneeId) ? undefined : await findUser(tx, assigneeId);
  return gone ? [...colleagues, { id: gone.id, name: gone.name }] : colleagues;
}

/** The end of what a date can mean, exclusive. A day is a working day of the organisation; an hour is read on the clock of the place. */
async function dueLatest(tx: Reader, due: string | null, zone: string): Promise<number | null> {
  if (due === null) return null;
  refuseBadDate("due", due, zone);
  return boundsOf(due, due.includes("T") ? zone : await homeZone(tx, zone)).latest;
}

/** Where the organisation works, read inside the transaction. */
async function homeZone(tx: Reader, fallback: string): Promise<string> {
  const organisation = await findOrganisation(tx);
  const place = organisation && (await findPlace(tx, organisation.defaultPlaceId));
  return place?.zone ?? fallback;
}

const itemOf = ({ task, assignee, doneBy }: { task: TaskRow; assignee: string | null; doneBy: string | null }, at: number): TaskItem => ({
  id: task.id,
  caseId: task.caseId,
  what: task.what,
  due: task.due,
  overdue: task.doneAt === null && task.dueLatest !== null && task.dueLatest <= at,
  assigneeId: task.assigneeId,
  assignee,
  origin: task.origin,
  originKey: task.originKey,
  doneAt: task.doneAt,
  doneBy,
  outcome: task.outcome,
  version: task.version,
});

const savedOf = (task: TaskRow) => ({ version: task.version, values: editable(task) });
const editable = (task: TaskRow): Record<string, string> => ({ what: task.what, due: task.due ?? "", assigneeId: task.assigneeId ?? "", outcome: task.outcome });
