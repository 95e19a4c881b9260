import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Agenda } from "@/components/calendar/agenda";
import { CalendarFilters } from "@/components/calendar/calendar-filters";
import { CalendarViews, MonthLinks } from "@/components/calendar/calendar-links";
import { MonthGrid } from "@/components/calendar/month-grid";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { calendarHref, readCalendarQuery } from "@/lib/model/calendar-query";
import type { RawQuery } from "@/lib/model/case-query";
import { getCalendar } from "@/lib/services/calendar";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readCalendarQuery(await searchParams);
  const { actor } = await requireSignedIn(calendarHref(query));
  const page = await orNotFound(getCalendar(actor, query));
  const t = await getTranslations("calendar");
  const view = query.day ? "agenda" : query.view;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href="/calendar/feeds" data-testid="action-feeds">
            {t("feeds.open")}
          </LinkButton>
        }
      >
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      <CalendarFilters query={query} colleagues={page.colleagues.filter(({ id }) => id !== actor.userId)} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <MonthLinks query={query} month={page.month} />
        <CalendarViews query={query} />
      </div>
      {page.more && (
        <Alert tone="today" data-testid="more-dates">
          {t("more")}
        </Alert>
      )}
      {/* Without a choice of view a wide screen shows the month, and a phone the list of its days. */}
      {view !== "agenda" && <MonthGrid page={page} query={query} className={view === undefined ? "max-lg:hidden" : undefined} />}
      {view !== "month" && <Agenda page={page} query={query} className={view === undefined ? "lg:hidden print:hidden" : undefined} />}
    </>
  );
}
