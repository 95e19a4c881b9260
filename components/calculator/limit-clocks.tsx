import { Check, CircleAlert, Clock, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { isoMilliseconds } from "@/components/release/iso-duration";
import { Section } from "@/components/ui/section";
import { formatDuration, formatInstant, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatedLimit } from "@/lib/release/calculate-facts";
import { ruleKey } from "@/lib/release/explain";

const looks = {
  open: [Clock, "text-muted"],
  kept: [Check, "text-released"],
  possibly: [TriangleAlert, "text-today"],
  exceeded: [CircleAlert, "text-overdue"],
} as const;

/** When each limit in hours is reached, and whether it was kept. */
export function LimitClocks({ limits, zone }: { limits: readonly CalculatedLimit[]; zone: string }) {
  const t = useTranslations("calculator");
  const rules = useTranslations("release.limit");
  const locale = useLocale() as Locale;
  return (
    <Section id="limits" title={t("limits")} data-testid="limits">
      <ul className="grid gap-2">
        {limits.map(({ rule, hours, earliest, latest, verdict, by }) => {
          const [Icon, ink] = looks[verdict];
          const exact = earliest !== null && earliest === latest;
          return (
            <li key={rule} className="flex items-start gap-2" data-testid={`limit-${rule}`}>
              <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${ink}`} />
              <span>
                {rules.has(ruleKey(rule)) ? rules(ruleKey(rule)) : t("limit_hours", { hours })}
                <span className="block text-sm text-muted">
                  {t("limit_reached", { when: exact ? formatInstant(earliest, zone, locale, { weekday: true }) : formatWindow(earliest, latest, zone, locale, { weekday: true }) })}
                  {" · "}
                  {verdict === "exceeded" && by !== null ? t("verdict.exceeded_by", { gap: formatDuration(isoMilliseconds(by), locale) }) : t(`verdict.${verdict}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
