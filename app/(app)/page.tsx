import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseListPage } from "@/components/cases/case-list-page";
import { ListActions } from "@/components/cases/case-list-actions";
import { ByPlace } from "@/components/dashboard/by-place";
import { CountStrip } from "@/components/dashboard/count-strip";
import { CustodyOverTime } from "@/components/dashboard/custody-over-time";
import { DrillBanner } from "@/components/dashboard/drill-banner";
import { DueToday } from "@/components/dashboard/due-today";
import { PageHeader } from "@/components/layout/page-header";
import { DoneNotice } from "@/components/tasks/done-notice";
import { MyTasks } from "@/components/tasks/my-tasks";
import { formatInstant } from "@/lib/i18n/formats";
import { caseQueryString, readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { PAGE_SIZE } from "@/lib/services/case-list";
import { clockIsFixed } from "@/lib/services/clock";
import { getDashboard } from "@/lib/services/dashboard";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";
import { doneTask, taskActions } from "./tasks/task-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const asked = await searchParams;
  const { view, page } = readCaseQuery(asked);
  const query = { ...(view ? { view } : {}), ...(page ? { page } : {}) };
  const { actor } = await requireSignedIn(`/${caseQueryString(query)}`);
  const { now, zone, counts, list, dueToday, byPlace, myTasks, inCustody } = await orNotFound(getDashboard(actor, query));
  const locale = await currentLocale();
  const t = await getTranslations("dashboard");
  const mayRecord = can(actor, "case.write");
  const actions = can(actor, "task.write") ? taskActions("dashboard") : undefined;
  const done = await doneTask(actor, asked["done"]);
  return (
    <>
      <PageHeader title={t("title")} actions={<ListActions query={query} mayRecord={mayRecord} mayExport={can(actor, "case.export")} />}>
        <p className="text-muted">{t("as_of", { when: formatInstant(now, zone, locale, { weekday: true }) })}</p>
      </PageHeader>
      {clockIsFixed() && <DrillBanner now={now} zone={zone} />}
      <CountStrip counts={counts} view={view ?? "outstanding"} />
      {done && actions && <DoneNotice task={done} actions={actions} />}
      <div className={myTasks.length > 0 ? "grid items-start gap-5 lg:grid-cols-2" : undefined}>
        <DueToday items={dueToday} now={now} total={counts.dueToday} />
        <MyTasks tasks={myTasks} zone={zone} actions={actions} />
      </div>
      <CaseListPage path="/" query={query} list={list} pageSize={PAGE_SIZE} zone={zone} mayRecord={mayRecord} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <CustodyOverTime days={inCustody} />
        <ByPlace rows={byPlace} />
      </div>
    </>
  );
}
