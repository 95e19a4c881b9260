import Link from "next/link";
import { useTranslations } from "next-intl";
import { taskViews, type TaskView } from "@/lib/model/task";

/** The lists of tasks as links; each has an address of its own. */
export function TaskViews({ current }: { current: TaskView }) {
  const t = useTranslations("tasks.view");
  return (
    <nav aria-label={t("label")}>
      <ul className="flex flex-wrap gap-2">
        {taskViews.map((view) => (
          <li key={view}>
            <Link href={view === "mine" ? "/tasks" : `/tasks?view=${view}`} prefetch={false} aria-current={view === current ? "page" : undefined} className="view-link" data-testid={`view-${view}`}>
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
