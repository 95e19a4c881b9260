import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import { CaseOfTask, type TaskCase } from "./case-of-task";
import { TaskButton, type TaskActions } from "./task-buttons";
import { TaskPill } from "./task-lines";
import { doneWords, taskState } from "@/lib/wording/task-words";

type Item = TaskItem & { about: TaskCase };

/** Tasks of many cases, the most urgent first. */
export function TaskTable({ items, zone, actions }: { items: readonly Item[]; zone: string; actions?: TaskActions | undefined }) {
  const t = useTranslations("tasks");
  const locale = useLocale() as Locale;
  return (
    <DataTable<Item>
      caption={t("caption")}
      rows={items}
      rowKey={(task) => task.id}
      rowTestId={(task) => `task-row-${task.id}`}
      data-testid="task-table"
      columns={[
        {
          key: "what",
          header: t("column.what"),
          primary: true,
          cell: (task) => (
            <Link href={`/cases/${task.caseId}/tasks/${task.id}`} prefetch={false} className="link">
              {task.what}
            </Link>
          ),
        },
        { key: "case", header: t("column.case"), cell: (task) => <CaseOfTask about={task.about} /> },
        { key: "due", header: t("column.due"), cell: (task) => (task.due === null ? t("no_due") : formatUncertain(task.due, locale, { compact: true })) },
        { key: "who", header: t("column.assignee"), cell: (task) => task.assignee ?? t("nobody") },
        {
          key: "state",
          header: t("column.state"),
          cell: (task) => (
            <div className="flex flex-wrap items-center gap-2">
              <TaskPill state={taskState(task)} />
              {task.doneAt !== null && <span className="text-sm text-muted">{doneWords(task, zone, t, locale)}</span>}
              <TaskButton task={task} actions={actions} />
            </div>
          ),
        },
      ]}
    />
  );
}
