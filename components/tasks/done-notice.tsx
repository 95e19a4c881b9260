import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { TaskItem } from "@/lib/model/task";
import { TaskButton, type TaskActions } from "./task-buttons";

/** Says that a task was just done, which took it off the list, and offers the way back. */
export function DoneNotice({ task, actions }: { task: TaskItem; actions: TaskActions }) {
  const t = useTranslations("tasks");
  return (
    <Alert tone="released" role="status" data-testid="task-done">
      <div className="grid gap-2">
        <p>{t("was_done", { what: task.what })}</p>
        <TaskButton task={task} actions={actions} />
      </div>
    </Alert>
  );
}
