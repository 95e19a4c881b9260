import { CalendarDays as CalendarIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusPill } from "@/components/ui/status-pill";
import { formatDay, zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalendarDays, CalendarItem } from "@/lib/model/calendar";
import type { CalendarQuery } from "@/lib/model/calendar-query";
import { basisWords, besideWords, spanWords, whatWords, whoWords } from "@/lib/wording/calendar-words";
import { KindMark } from "./kind-mark";

type Entry = CalendarItem & { days: CalendarDays };
type Page = { month: string; today: string; zone: string; entries: readonly Entry[] };

/** The dates of a month day by day, or all those of one day. What began before stands on the first day that is shown, with its whole span. */
export function Agenda({ page, query, className }: { page: Page; query: CalendarQuery; className?: string | undefined }) {
  const t = useTranslations("calendar");
  const locale = useLocale() as Locale;
  const [first, last] = query.day ? [query.day, query.day] : [`${page.month}-01`, `${page.month}-31`];
  const byDay = new Map<string, Entry[]>();
  for (const entry of page.entries) {
    if (entry.days.last < first || entry.days.first > last) continue;
    const day = entry.days.first < first ? first : entry.days.first;
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <div className={classNames("grid gap-4", className)} data-testid="calendar-agenda">
      {days.length === 0 && (
        <EmptyState icon={CalendarIcon} title={t(query.day ? "agenda.day_empty" : "agenda.empty")} data-testid="empty">
          {t("agenda.empty_hint")}
        </EmptyState>
      )}
      {days.map(([day, entries]) => (
        <section key={day} className="grid gap-2" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className="first-letter:uppercase">
            {formatDay(day, locale, { weekday: true })}
            {day === page.today && <span className="ms-2 text-sm font-semibold text-accent">{t("grid.today")}</span>}
          </h3>
          <ul className="grid gap-2">
            {entries.map((entry) => (
              <AgendaEntry key={entry.key} entry={entry} homeZone={page.zone} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AgendaEntry({ entry, homeZone }: { entry: Entry; homeZone: string }) {
  const t = useTranslations();
  const dashboard = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  const who = whoWords(entry, t, dashboard, locale);
  const beside = besideWords(entry, t);
  const [name, further] = entry.what === "task" || who === "" ? [beside, who] : [who, beside];
  const note = zoneNote(entry.zone, homeZone, entry.from ?? entry.to ?? 0, locale);
  return (
    <li className="card flex gap-2 py-2.5" data-testid={`agenda-${entry.kind}`}>
      <KindMark kind={entry.kind} />
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {whatWords(entry, t)}
          {entry.overdue && (entry.kind === "release" ? <StatusPill tone="overdue">{t("calendar.overdue")}</StatusPill> : <StatusPill tone="today">{t("calendar.past")}</StatusPill>)}
        </p>
        <p className="wrap-anywhere">
          <Link href={entry.href} prefetch={false} className="link inline-block min-h-6 font-medium">
            {name}
          </Link>{" "}
          <span className="text-sm text-muted tabular-nums">{entry.cases.slice(0, 3).map(({ reference }) => reference).join(", ")}</span>
        </p>
        {further && <p className="text-sm wrap-anywhere">{further}</p>}
        <p className="text-sm text-muted">{[spanWords(entry, dashboard, locale), note, basisWords(entry, dashboard)].filter(Boolean).join(" · ")}</p>
      </div>
    </li>
  );
}
