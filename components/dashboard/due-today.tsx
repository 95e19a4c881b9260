import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { basisOf, caseName, placeName } from "@/lib/wording/case-words";
import { Section } from "@/components/ui/section";
import { formatTime, isSameDay, relativeDays } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { caseQueryString } from "@/lib/model/case-query";
import type { CaseSummary } from "@/lib/model/case-summary";
import { institutionName } from "@/lib/model/institution-name";

type Props = {
  /** Soonest first. */
  items: readonly CaseSummary[];
  now: number;
  /** How many there are in all; the others are behind a link. */
  total: number;
};

const MOST_SHOWN = 12;

/** Sorts behind every hour. */
const LAST = "99:99";

/** The hour of release, where it is known and of today. */
const key = (item: CaseSummary, now: number): string | null =>
  item.expectedKind === "instant" && item.expectedFrom !== null && isSameDay(item.expectedFrom, now, item.zone) ? formatTime(item.expectedFrom, item.zone) : null;

/** Who may come out today: by the hour where it is known, then those with a whole day or a window. */
export function DueToday({ items: all, now, total }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  const items = all.slice(0, MOST_SHOWN);
  const hours = [...new Set(items.map((item) => key(item, now)))].sort((a, b) => ((a ?? LAST) < (b ?? LAST) ? -1 : 1));
  const place = (item: CaseSummary) => [item.heldAt && institutionName(item.heldAt, locale), placeName(item, locale)].filter(Boolean).join(", ");
  const until = (item: CaseSummary) => (item.expectedKind === "window" && item.expectedTo !== null ? ` · ${t("release.at_latest", { day: relativeDays(item.expectedTo - 1, now, item.zone, locale) })}` : "");
  return (
    <Section id="due-today" title={t("today.title")} data-testid="due-today">
      {items.length === 0 ? (
        <p className="text-muted">{t("today.empty")}</p>
      ) : (
        <dl className="grid gap-3">
          {hours.map((hour) => (
            <div key={hour ?? "day"} className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]" data-testid={`due-hour-${hour ?? "day"}`}>
              <dt className="font-semibold">{hour ?? t("today.any_hour")}</dt>
              {items
                .filter((item) => key(item, now) === hour)
                .map((item) => (
                  <dd key={item.id} className="sm:col-start-2">
                    <Link href={`/cases/${item.id}`} prefetch={false} className="link inline-block min-h-6">
                      {caseName(item, t, locale)}
                    </Link>{" "}
                    <span className="text-sm text-muted">{`${place(item)} · ${t(`basis.${basisOf(item)}`)}${until(item)}`}</span>
                  </dd>
                ))}
            </div>
          ))}
        </dl>
      )}
      {total > items.length && (
        <Link href={`/${caseQueryString({ view: "due_today" })}`} prefetch={false} className="link justify-self-start" data-testid="due-today-all">
          {t("today.all", { count: total })}
        </Link>
      )}
    </Section>
  );
}
