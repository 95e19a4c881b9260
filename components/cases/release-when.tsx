import { useLocale, useTranslations } from "next-intl";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { basisOf, expectedWords, termWords } from "@/lib/wording/case-words";

type Props = {
  item: CaseSummary;
  now: number;
  /** Where the reader works; the place's time is named when it differs. */
  viewerZone?: string | undefined;
};

/** The release of a case: observed if there was one, else expected, "in 3 days · Mon 4 Nov 2019, all day", with its basis. */
export function ReleaseWhen({ item, now, viewerZone }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale() as Locale;
  if (!item.outstanding) {
    return (
      <span data-testid="release-when">
        {item.releasedText === null ? t("release.date_unknown") : formatUncertain(item.releasedText, locale, { compact: true })}
        {item.verdict && <span className="block text-sm text-muted">{t(`verdict.${item.verdict}`)}</span>}
      </span>
    );
  }
  const expected = expectedWords(item, now, t, locale, viewerZone);
  return (
    <span data-testid="release-when">
      {expected ? (
        <>
          <strong>{expected.relative}</strong> · {expected.absolute}
        </>
      ) : (
        ((item.termText === "LIFE" && termWords(item.termText, locale)) || t("release.unknown"))
      )}
      {expected && <span className="block text-sm text-muted">{t(`basis.${basisOf(item)}`)}</span>}
    </span>
  );
}
