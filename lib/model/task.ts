import { choice, date, id, inputOf, line, long, optionalId, type ValuesOf } from "./fields";

/** A follow-up: what is to be done, by when as far as that is known, by whom, and what came of it. */
export const taskFields = {
  what: line(500, { required: true }),
  due: date({ ahead: true }),
  assigneeId: optionalId(),
};
/** `from` names what the task is made from (`task-origin.ts`); empty for a hand. */
export const taskInput = inputOf({ caseId: id(), from: line(200), ...taskFields });
export const taskEditInput = inputOf({ taskId: id(), outcome: long(2000), ...taskFields });
export type TaskValues = ValuesOf<typeof taskFields>;

/** The lists of tasks: one's own and everybody's open ones, those that are late, those that nobody has taken, those that are done. */
export const taskViews = ["mine", "open", "overdue", "nobody", "done"] as const;
export type TaskView = (typeof taskViews)[number];

/** Where a task was finished or opened again, and where the person goes back to: its page, its case, the dashboard or a list. */
export const taskPages = ["task", "case", "dashboard", ...taskViews] as const;
export type TaskPage = (typeof taskPages)[number];

export const taskFinishInput = inputOf({ taskId: id(), outcome: long(2000), back: choice(taskPages, { fallback: "task" }) });
export const taskReopenInput = inputOf({ taskId: id(), back: choice(taskPages, { fallback: "task" }) });

/** A task as every list shows it; `due` as far as known in the zone of the case, instants in milliseconds since 1970 UTC. */
export type TaskItem = {
  id: string;
  caseId: string;
  what: string;
  due: string | null;
  overdue: boolean;
  assigneeId: string | null;
  assignee: string | null;
  origin: string;
  originKey: string;
  doneAt: number | null;
  doneBy: string | null;
  outcome: string;
  version: number;
};
