import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnswersDue } from "@/components/allegations/answers-due";
import { PageHeader } from "@/components/layout/page-header";
import { DoneNotice } from "@/components/tasks/done-notice";
import { TaskTable } from "@/components/tasks/task-table";
import { TaskViews } from "@/components/tasks/task-views";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { taskViews } from "@/lib/model/task";
import { listAnswersDue } from "@/lib/services/complaints";
import { findHome } from "@/lib/services/organisation";
import { listTasks, TASKS_PAGE } from "@/lib/services/tasks";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { doneTask, taskActions } from "./task-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const asked = await searchParams;
  const view = taskViews.find((each) => each === param(asked["view"])) ?? "mine";
  const { actor } = await requireSignedIn(view === "mine" ? "/tasks" : `/tasks?view=${view}`);
  const list = await orNotFound(listTasks(actor, { view, page: readCaseQuery({ page: asked["page"] }).page }));
  const t = await getTranslations("tasks");
  const actions = can(actor, "task.write") ? taskActions(view) : undefined;
  const due = await orNotFound(listAnswersDue(actor));
  const done = await doneTask(actor, asked["done"]);
  return (
    <>
      <PageHeader title={t("title")} />
      <TaskViews current={view} />
      {view !== "done" && <AnswersDue items={due.items} total={due.total} />}
      {done && actions && <DoneNotice task={done} actions={actions} />}
      {list.items.length > 0 ? (
        <>
          <p className="text-muted" role="status" data-testid="list-total">
            {list.more ? t("more_than", { count: list.total }) : t("total", { count: list.total })}
          </p>
          <TaskTable items={list.items} zone={(await findHome())?.place.zone ?? "UTC"} actions={actions} />
        </>
      ) : (
        <EmptyState title={t(`empty.${view}`)} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={TASKS_PAGE} total={list.total} href={(to) => `/tasks?view=${view}&page=${to}`} />
    </>
  );
}
