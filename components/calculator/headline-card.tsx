import { Calculator } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ComputedWhen } from "@/components/release/computed-when";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatorAnswer } from "@/lib/release/calculate";
import { whyNothing } from "@/lib/release/explain";

/** The release that would be expected of a case with these facts, with its two alarms; or why there is none. */
export function HeadlineCard({ answer: { estimate, zone, now } }: { answer: CalculatorAnswer }) {
  const t = useTranslations("calculator");
  const release = useTranslations("release");
  const locale = useLocale() as Locale;
  const { basis, watchFrom, overdueFrom } = estimate;
  const told = (at: string): string => formatInstant(at, zone, locale);
  return (
    <section role="status" aria-labelledby="result-title" className="grid gap-1 rounded-lg border-2 border-accent bg-surface p-4 print:gap-0.5 print:p-2" data-testid="headline">
      <h2 id="result-title" tabIndex={-1} className="flex items-center gap-2 text-base">
        <Calculator aria-hidden className="size-4.5 text-accent" />
        {t("expected")}
      </h2>
      {basis === "computed" ? (
        <>
          <ComputedWhen estimate={estimate} zone={zone} now={now} testId="headline-when" />
          {overdueFrom !== null && (
            <p className="text-sm" data-testid="alarms">
              {watchFrom === null ? t("alarms_open", { overdue: told(overdueFrom) }) : t("alarms", { watch: told(watchFrom), overdue: told(overdueFrom) })}
            </p>
          )}
        </>
      ) : (
        <p data-testid="headline-none">{release(`warning.${whyNothing(estimate) ?? "START_UNKNOWN"}`)}</p>
      )}
    </section>
  );
}
