import { useLocale, useTranslations } from "next-intl";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { useResultWords } from "./estimate-changes";
import type { ShownEstimate } from "./estimate-list";

/** What one estimate said: the computed result, and what was set by hand in its place. */
export function EstimateSummary({ entry, answer, zone }: { entry: Pick<ShownEstimate, "override">; answer: ReleaseEstimate; zone: string }) {
  const t = useTranslations("estimates");
  const locale = useLocale() as Locale;
  const words = useResultWords(zone);
  const millis = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  const { override } = entry;
  return (
    <div className="card grid gap-1">
      <p className="text-lg font-bold" data-testid="snapshot-result">
        {words({ basis: answer.basis, earliest: millis(answer.earliest), latest: millis(answer.latest) })}
      </p>
      {override && (
        <p data-testid="snapshot-override">
          {t("stood_instead", { when: formatUncertain(override.when, locale), name: override.author })} {t("override.because", { reason: override.reason })}
        </p>
      )}
    </div>
  );
}
