import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { TaskPill } from "./task-lines";
import { doneWords, dueWords, taskState } from "@/lib/wording/task-words";

/** Where a task stands, by when, who does it, where it came from and what came of it. */
export function TaskFacts({ task, zone }: { task: TaskItem; zone: string }) {
  const t = useTranslations("tasks");
  const origins = useTranslations("vocab.task_origins");
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-2" data-testid="task-facts">
      <p className="flex flex-wrap items-center gap-2">
        <TaskPill state={taskState(task)} />
        {task.origin !== "manual" && <Badge>{origins(task.origin)}</Badge>}
        <span className="text-muted">{[dueWords(task, t, locale), task.assignee ?? t("nobody")].join(" · ")}</span>
      </p>
      {task.doneAt !== null && <p className="text-muted">{doneWords(task, zone, t, locale)}</p>}
      {task.outcome && (
        <p className="whitespace-pre-line wrap-anywhere" data-testid="task-outcome">
          <span className="text-muted">{t("field.outcome")}: </span>
          {task.outcome}
        </p>
      )}
    </div>
  );
}
