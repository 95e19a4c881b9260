import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CaseFrame } from "@/components/cases/case-facts";
import { LinkButton } from "@/components/ui/button";
import type { TaskItem } from "@/lib/model/task";
import { taskState } from "@/lib/wording/task-words";

type Props = { frame: CaseFrame; originKey: string; tasks: readonly TaskItem[]; offered: boolean; ask?: boolean };

/** The way to a task made from what the engine says: the task itself where there is one, else the form, for those who may record. */
export function OfferLink({ frame: { caseId, editable }, originKey, tasks, offered, ask = false }: Props) {
  const t = useTranslations("tasks");
  const made = tasks.find((task) => task.originKey === originKey);
  if (made) {
    return (
      <Link href={`/cases/${caseId}/tasks/${made.id}`} prefetch={false} className="link inline-block min-h-6 justify-self-start self-start" data-testid="offered-task">
        {t("offer.made", { state: t(`state.${taskState(made)}`) })}
      </Link>
    );
  }
  if (!offered || !editable) return null;
  return (
    <LinkButton href={`/cases/${caseId}/tasks/new?from=${encodeURIComponent(originKey)}`} className="justify-self-start self-start print:hidden" data-testid="action-make-task">
      {t(ask ? "offer.ask" : "offer.make")}
    </LinkButton>
  );
}
