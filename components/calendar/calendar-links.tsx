import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { formatDay } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { calendarHref, calendarViews, monthBeside, type CalendarQuery } from "@/lib/model/calendar-query";

/** The month or the day that is shown, and the ways to the ones beside it. */
export function MonthLinks({ query, month }: { query: CalendarQuery; month: string }) {
  const t = useTranslations("calendar.nav");
  const locale = useLocale() as Locale;
  const whole = { ...query, day: undefined };
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-2 print:hidden">
      <LinkButton href={calendarHref({ ...whole, month: monthBeside(month, -1) })} aria-label={t("previous")} rel="prev" data-testid="month-previous">
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      </LinkButton>
      <h2 className="min-w-36 text-center first-letter:uppercase" data-testid="calendar-month">
        {query.day ? formatDay(query.day, locale, { weekday: true }) : formatDay(month, locale)}
      </h2>
      <LinkButton href={calendarHref({ ...whole, month: monthBeside(month, 1) })} aria-label={t("next")} rel="next" data-testid="month-next">
        <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
      </LinkButton>
      <LinkButton href={calendarHref({ ...whole, month: query.day ? month : undefined })} variant="quiet" data-testid="month-today">
        {t(query.day ? "whole_month" : "today")}
      </LinkButton>
    </nav>
  );
}

/** The two views as links, each with an address of its own; without a choice the width of the screen decides. */
export function CalendarViews({ query }: { query: CalendarQuery }) {
  const t = useTranslations("calendar.view");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {calendarViews.map((view) => (
          <li key={view}>
            <Link href={calendarHref({ ...query, day: undefined, month: query.month, view })} prefetch={false} aria-current={query.view === view ? "page" : undefined} className="view-link" data-testid={`view-${view}`}>
              {t(view)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
