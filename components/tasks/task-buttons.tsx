import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/use-form-action";
import type { TaskItem, TaskPage } from "@/lib/model/task";
import { OneClick } from "./one-click";

/** What the buttons of a list do, and under which key; undefined for those who may not record, and on paper. */
export type TaskActions = { finish: FormAction; reopen: FormAction; submission: string; back: TaskPage };

/** "Done" on an open task, the way back on a done one. */
export function TaskButton({ task, actions }: { task: TaskItem; actions: TaskActions | undefined }) {
  const t = useTranslations("tasks");
  if (!actions) return null;
  const { finish, reopen, submission, back } = actions;
  const open = task.doneAt === null;
  return (
    <OneClick
      action={open ? finish : reopen}
      hidden={{ taskId: task.id, back, ...(open ? { outcome: "" } : {}) }}
      version={task.version}
      submission={submission}
      label={t(open ? "done" : "undo")}
      about={task.what}
      failed={t("failed")}
      href={`/cases/${task.caseId}/tasks/${task.id}`}
      testId={open ? "action-task-done" : "action-task-reopen"}
    />
  );
}
