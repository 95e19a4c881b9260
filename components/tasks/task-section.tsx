import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { TaskItem } from "@/lib/model/task";
import type { TaskActions } from "./task-buttons";
import { TaskLines } from "./task-lines";

/** The tasks of a case, on its page. */
export function TaskSection({ tasks, zone, actions, add }: { tasks: readonly TaskItem[]; zone: string; actions?: TaskActions | undefined; add: ReactNode }) {
  const t = useTranslations("tasks");
  return (
    <Section id="tasks" title={t("section")} actions={add} data-testid="case-tasks">
      {tasks.length === 0 ? <p className="text-muted">{t("none")}</p> : <TaskLines tasks={tasks} zone={zone} actions={actions} />}
    </Section>
  );
}
