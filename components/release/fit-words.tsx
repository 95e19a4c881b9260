import { Check, CircleHelp, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDuration } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Fit } from "@/lib/release/calculate-facts";
import { isoMilliseconds } from "./iso-duration";

const DAY = 86_400_000;

/** Whether a fact fits a result, and by how much it does not: calendar days, and the least gap where it is less than they say. */
export function FitWords({ fit }: { fit: Fit }) {
  const t = useTranslations("calculator.fit");
  const locale = useLocale() as Locale;
  if (fit.fits !== false) {
    const Icon = fit.fits ? Check : CircleHelp;
    return (
      <span className="inline-flex items-center gap-1.5">
        <Icon aria-hidden className={fit.fits ? "size-4 shrink-0 text-released" : "size-4 shrink-0 text-muted"} />
        {fit.fits ? t("yes") : t("unknown")}
      </span>
    );
  }
  const ms = fit.by === null ? 0 : isoMilliseconds(fit.by);
  const side = fit.early ? "early" : "late";
  return (
    <span className="inline-flex items-start gap-1.5">
      <X aria-hidden className="mt-1 size-4 shrink-0 text-overdue" />
      <span>
        {fit.days === 0 ? t(side, { gap: formatDuration(ms, locale) }) : t(`${side}_days`, { days: Math.abs(fit.days) })}
        {fit.days !== 0 && ms > 0 && ms < DAY && <span className="block text-sm text-muted print:ms-1 print:inline">{t("at_least", { gap: formatDuration(ms, locale) })}</span>}
      </span>
    </span>
  );
}
