import type { TaskActions } from "@/components/tasks/task-buttons";
import type { Actor } from "@/lib/model/permissions";
import type { TaskItem, TaskPage } from "@/lib/model/task";
import { findDoneTask } from "@/lib/services/tasks";
import { newSubmission, param } from "@/lib/web/pages";
import { finishTaskAction, reopenTaskAction } from "./actions";

/** The buttons of the tasks on one page, and where they lead back to. */
export const taskActions = (back: TaskPage): TaskActions => ({ finish: finishTaskAction, reopen: reopenTaskAction, submission: newSubmission(), back });

/** The task that the address says was just done, where it was. */
export async function doneTask(actor: Actor, asked: string | string[] | undefined): Promise<TaskItem | undefined> {
  const id = param(asked);
  return id === undefined ? undefined : findDoneTask(actor, id);
}
