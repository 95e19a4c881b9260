import { CalendarDays, CircleAlert, CircleHelp, Clock, Lock, MapPinOff } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { caseQueryString, type ListView } from "@/lib/model/case-query";

export type Counts = { held: number; dueToday: number; overdue: number; next7: number; termUnknown: number; whereaboutsUnknown: number };

const boxes = [
  { count: "held", view: "outstanding", icon: Lock, ink: "text-custody" },
  { count: "dueToday", view: "due_today", icon: Clock, ink: "text-today" },
  { count: "overdue", view: "overdue", icon: CircleAlert, ink: "text-overdue" },
  { count: "next7", view: "next7", icon: CalendarDays, ink: "text-muted" },
  { count: "termUnknown", view: "term_unknown", icon: CircleHelp, ink: "text-muted" },
  { count: "whereaboutsUnknown", view: "whereabouts_unknown", icon: MapPinOff, ink: "text-muted" },
] as const satisfies readonly { count: keyof Counts; view: ListView; icon: unknown; ink: string }[];

type Props = {
  counts: Counts;
  /** The filter that the list below stands at. */
  view: ListView;
};

/** The figures of the morning; each is the filter of the list below. */
export function CountStrip({ counts, view: current }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  return (
    <nav aria-label={t("strip.label")}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6">
        {boxes.map(({ count, view, icon: Icon, ink }) => (
          <li key={view}>
            <Link
              href={`/${caseQueryString(view === "outstanding" ? {} : { view })}`}
              prefetch={false}
              aria-current={view === current ? "true" : undefined}
              className="grid h-full min-h-16 content-between rounded-lg border border-line bg-surface px-3 py-2 text-ink no-underline hover:border-edge aria-[current]:border-2 aria-[current]:border-accent"
              data-testid={`count-${view}`}
            >
              <span className="flex items-center gap-1.5 text-sm">
                <Icon aria-hidden className={`size-4 shrink-0 ${ink}`} />
                {t(`view.${view}`)}
              </span>{" "}
              <strong className="text-2xl tabular-nums" data-testid={`figure-${view}`}>
                {formatCount(counts[count], locale)}
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
