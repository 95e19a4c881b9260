import { Check, CircleHelp, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { formatDuration } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Props = { fits: boolean | null; days: number | null | undefined; gap: string | undefined };

const DAY_MS = 86_400_000;

/** Whether a fact fits a reading, and by how much it does not: calendar days, and the least time between the two where that is less than they say. */
export function FitWords({ fits, days, gap }: Props) {
  const t = useTranslations("release.fit");
  const locale = useLocale() as Locale;
  if (fits !== false) {
    const Icon = fits ? Check : CircleHelp;
    return (
      <span className="inline-flex items-baseline gap-1.5">
        <Icon aria-hidden className={`mt-1 size-4 shrink-0 self-start ${fits ? "text-released" : "text-muted"}`} />
        <span>{fits ? t("yes") : t("unknown")}</span>
      </span>
    );
  }
  const ms = gap === undefined ? 0 : Temporal.Duration.from(gap).total("milliseconds");
  const time = formatDuration(Math.abs(ms), locale);
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <X aria-hidden className="mt-1 size-4 shrink-0 self-start text-overdue" />
      <span>
        {days ? t(days < 0 ? "early_days" : "late_days", { days: Math.abs(days) }) : gap === undefined ? t("no") : t(ms < 0 ? "early" : "late", { gap: time })}
        {Boolean(days) && ms !== 0 && Math.abs(ms) < DAY_MS && <span className="block text-sm text-muted print:ms-1 print:inline">{t("at_least", { gap: time })}</span>}
      </span>
    </span>
  );
}
