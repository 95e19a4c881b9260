import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusPill } from "@/components/ui/status-pill";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { TaskButton, type TaskActions } from "./task-buttons";
import { doneWords, dueWords, taskState } from "@/lib/wording/task-words";

type Props<T extends TaskItem> = {
  tasks: readonly T[];
  /** Where the organisation works: the zone in which it is told when something was done. */
  zone: string;
  actions?: TaskActions | undefined;
  /** What stands below a task, such as its case. */
  about?: ((task: T) => ReactNode) | undefined;
};

/** Tasks as a short list, each with its date, who does it, and one button. */
export function TaskLines<T extends TaskItem>({ tasks, zone, actions, about }: Props<T>) {
  const t = useTranslations("tasks");
  const locale = useLocale() as Locale;
  return (
    <ul className="grid gap-3" data-testid="task-lines">
      {tasks.map((task) => {
        const state = taskState(task);
        const facts = state === "done" ? [doneWords(task, zone, t, locale)] : [dueWords(task, t, locale), task.assignee ?? t("nobody")];
        return (
          <li key={task.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line pt-3 first:border-t-0 first:pt-0" data-testid={`task-${task.id}`}>
            <div className="grid min-w-0 flex-1 basis-64 gap-0.5 wrap-anywhere">
              <p>
                {state !== "open" && <TaskPill state={state} />}{" "}
                <Link href={`/cases/${task.caseId}/tasks/${task.id}`} prefetch={false} className="link inline-block min-h-6">
                  {task.what}
                </Link>
              </p>
              <p className="text-sm text-muted">{facts.join(" · ")}</p>
              {about?.(task)}
              {state === "done" && task.outcome && <p className="text-sm whitespace-pre-line">{task.outcome}</p>}
            </div>
            <TaskButton task={task} actions={actions} />
          </li>
        );
      })}
    </ul>
  );
}

/** Whether a task is late or done, in one glance. */
export function TaskPill({ state }: { state: "open" | "overdue" | "done" }) {
  const t = useTranslations("tasks.state");
  const tones = { open: "neutral", overdue: "overdue", done: "released" } as const;
  return (
    <StatusPill tone={tones[state]} data-testid={`task-state-${state}`}>
      {t(state)}
    </StatusPill>
  );
}
