"use server";

import { taskEditInput, taskFinishInput, taskInput, taskReopenInput } from "@/lib/model/task";
import { finishTask, recordTask, reopenTask, updateTask } from "@/lib/services/tasks";
import { formAction } from "@/lib/web/form-action";
import { afterDone, afterReopened } from "./task-paths";

export const recordTaskAction = formAction(taskInput, recordTask, ({ caseId }) => `/cases/${caseId}#tasks`);
export const updateTaskAction = formAction(taskEditInput, updateTask, ({ caseId, taskId }) => `/cases/${caseId}/tasks/${taskId}`);
export const finishTaskAction = formAction(taskFinishInput, finishTask, (task, { back }) => afterDone(task, back));
export const reopenTaskAction = formAction(taskReopenInput, reopenTask, (task, { back }) => afterReopened(task, back));
