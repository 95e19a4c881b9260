import type { TaskPage } from "@/lib/model/task";

type Task = { caseId: string; taskId: string };

/** Back to where a task was done; a list that it left says so and offers the way back. */
export function afterDone({ caseId, taskId }: Task, back: TaskPage): string {
  if (back === "dashboard") return `/?done=${taskId}`;
  return back === "task" || back === "case" ? afterReopened({ caseId, taskId }, back) : `/tasks?view=${back}&done=${taskId}`;
}

export function afterReopened({ caseId, taskId }: Task, back: TaskPage): string {
  if (back === "task") return `/cases/${caseId}/tasks/${taskId}`;
  if (back === "case") return `/cases/${caseId}#tasks`;
  return back === "dashboard" ? "/" : `/tasks?view=${back}`;
}
