import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { TaskItem } from "@/lib/model/task";
import { CaseOfTask, type TaskCase } from "./case-of-task";
import type { TaskActions } from "./task-buttons";
import { TaskLines } from "./task-lines";

/** One's own most urgent tasks, on the dashboard; nothing where there are none. */
export function MyTasks({ tasks, zone, actions }: { tasks: readonly (TaskItem & { about: TaskCase })[]; zone: string; actions?: TaskActions | undefined }) {
  const t = useTranslations("tasks.mine");
  if (tasks.length === 0) return null;
  return (
    <Section id="my-tasks" title={t("title")} data-testid="my-tasks">
      <TaskLines tasks={tasks} zone={zone} actions={actions} about={(task) => <CaseOfTask about={task.about} />} />
      <Link href="/tasks" prefetch={false} className="link inline-block min-h-6 justify-self-start" data-testid="all-tasks">
        {t("all")}
      </Link>
    </Section>
  );
}
