import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { dateWords } from "@/lib/i18n/date-words";
import { formatDay, formatTime } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalendarDays, CalendarItem } from "@/lib/model/calendar";
import { calendarHref, type CalendarQuery } from "@/lib/model/calendar-query";
import { besideWords, whatWords, whoWords } from "@/lib/wording/calendar-words";
import { KindMark } from "./kind-mark";

type Entry = CalendarItem & { days: CalendarDays };
type Page = { month: string; today: string; weeks: string[][]; entries: readonly Entry[] };
type Props = { page: Page; query: CalendarQuery; className?: string | undefined };

const MOST_SHOWN = 4;

/** A month as a table of weeks. A cell names the first few dates of its day and leads to all of them; on a narrow screen it tells how many there are. */
export function MonthGrid({ page, query, className }: Props) {
  const t = useTranslations("calendar.grid");
  const locale = useLocale() as Locale;
  return (
    <table className={classNames("w-full table-fixed border-collapse", className)} data-testid="calendar-grid">
      <caption className="sr-only">{t("caption", { month: formatDay(page.month, locale) })}</caption>
      <thead>
        <tr>
          {dateWords[locale].weekdaysShort.map((name, day) => (
            <th key={name} scope="col" className="border border-line bg-raised px-1.5 py-1 text-start text-sm font-medium">
              <span aria-hidden>{name}</span>
              <span className="sr-only">{dateWords[locale].weekdays[day]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell key={day} day={day} page={page} query={query} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, page, query }: { day: string; page: Page; query: CalendarQuery }) {
  const t = useTranslations("calendar.grid");
  const locale = useLocale() as Locale;
  const entries = page.entries.filter(({ days }) => days.first <= day && day <= days.last);
  const [here, today] = [day.startsWith(page.month), day === page.today];
  const href = calendarHref({ ...query, month: undefined, view: "agenda", day });
  const label = t("on", { day: formatDay(day, locale, { weekday: true }), count: entries.length });
  const more = entries.length - MOST_SHOWN;
  return (
    <td className={classNames("h-24 border border-line p-1 align-top max-sm:h-14", here ? "bg-surface" : "bg-page")} data-testid={`day-${day}`} aria-current={today ? "date" : undefined}>
      <p className="flex flex-wrap items-center gap-1 text-sm">
        <Link href={href} prefetch={false} aria-label={label} className={classNames("inline-flex size-7 items-center justify-center rounded-full tabular-nums no-underline hover:bg-raised", today ? "bg-accent font-bold text-on-accent hover:bg-accent-strong" : here ? "text-ink" : "text-muted")}>
          {Number(day.slice(8))}
        </Link>
        {today && <span className="font-semibold text-accent max-sm:sr-only">{t("today")}</span>}
        {entries.length > 0 && (
          <span aria-hidden className="rounded-full bg-raised px-1.5 text-sm tabular-nums sm:hidden">
            {entries.length}
          </span>
        )}
      </p>
      <ul className="mt-1 grid gap-1 max-sm:hidden">
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <CellEntry key={entry.key} entry={entry} day={day} />
        ))}
        {more > 0 && (
          <li>
            <Link href={href} prefetch={false} className="link inline-block min-h-6 text-sm" aria-label={t("more_on", { count: more, day: formatDay(day, locale) })}>
              {t("more", { count: more })}
            </Link>
          </li>
        )}
      </ul>
    </td>
  );
}

function CellEntry({ entry, day }: { entry: Entry; day: string }) {
  const t = useTranslations();
  const dashboard = useTranslations("dashboard");
  const kinds = useTranslations("vocab.calendar_kinds");
  const locale = useLocale() as Locale;
  const { days, from, to, zone, kind } = entry;
  const goesOn = day !== days.first;
  const hour = days.allDay || goesOn ? "" : formatTime(from ?? to ?? 0, zone);
  // Red and "overdue" mean a person who should be free; a deadline that has passed is another matter.
  const isHeld = entry.overdue && kind === "release";
  const name = entry.what === "task" ? entry.title : whoWords(entry, t, dashboard, locale) || besideWords(entry, t);
  return (
    <li className={classNames("flex min-w-0 gap-1 rounded-sm border-s-3 bg-raised px-1 py-0.5 text-sm", isHeld ? "border-overdue" : kind === "release" ? "border-custody" : kind === "deadline" ? "border-today" : "border-edge")} data-testid={`entry-${kind}`}>
      <KindMark kind={kind} />
      <span className="min-w-0 wrap-anywhere">
        <span className={isHeld ? "font-semibold text-overdue" : "text-muted"}>{[hour, isHeld ? t("calendar.overdue") : entry.overdue ? t("calendar.past") : kinds(kind)].filter(Boolean).join(" ")}</span>{" "}
        <Link href={entry.href} prefetch={false} title={whatWords(entry, t)} className="link inline-block min-h-6">
          {name}
        </Link>
        {goesOn && <span className="text-muted"> ({t("calendar.grid.goes_on")})</span>}
      </span>
    </li>
  );
}
