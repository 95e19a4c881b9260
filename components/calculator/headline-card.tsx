import { Calculator } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatWindow, relativeDays } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatorAnswer } from "./calculator-answer";

type Props = { calculation: CalculatorAnswer["calculation"]; now: number };

/** The reading that would stand at the head of a case, and why it is this one; or why there is none. */
export function HeadlineCard({ calculation: { headline, error, zone }, now }: Props) {
  const t = useTranslations("calculator");
  const release = useTranslations("release");
  const locale = useLocale() as Locale;
  return (
    <section role="status" aria-labelledby="result-title" className="grid gap-1 rounded-lg border-2 border-accent bg-surface p-4 print:gap-0.5 print:p-2" data-testid="headline">
      <h2 id="result-title" tabIndex={-1} className="flex items-center gap-2 text-base">
        <Calculator aria-hidden className="size-4.5 text-accent" />
        {t("expected")}
      </h2>
      {headline ? (
        <>
          <p>
            <strong className="text-xl" data-testid="headline-when">
              {formatWindow(headline.earliest, headline.latest, zone, locale, { weekday: true })}
            </strong>
            {headline.earliest !== null && Date.parse(headline.earliest) > now && <span className="ms-2 text-muted print:hidden">{relativeDays(headline.earliest, now, zone, locale)}</span>}
          </p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            <Badge>{release(`kind.${headline.kind}`)}</Badge>
            {headline.convention !== "WINDOW" && <Badge>{release(`convention.${headline.convention}`)}</Badge>}
            {!headline.confirmed && <span>{t("unconfirmed")}</span>}
          </p>
          <p className="text-sm">{t(`because.${headline.because}`)}</p>
        </>
      ) : (
        <p data-testid="headline-none">{release(`warning.${error ?? "START_UNBOUNDED"}`)}</p>
      )}
    </section>
  );
}
