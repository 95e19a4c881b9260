import { useLocale, useTranslations } from "next-intl";
import type { CaseFrame, ShownStated } from "@/components/cases/case-facts";
import { useSourceName } from "@/components/sources/source-name";
import { formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

/** What the picture of a case shows, as sentences: custody, what is computed, what is stated, what was observed. */
export function useBandWords({ frame: { item, estimate, now }, stated }: { frame: CaseFrame; stated: readonly ShownStated[] }): string[] {
  const t = useTranslations("cases.band.says");
  const sourceName = useSourceName();
  const locale = useLocale() as Locale;
  const { seizedText, releasedText, outstanding, expectedFrom, expectedTo, expectedBasis, zone, dueSort } = item;
  const used = estimate?.startUsed;
  const begun = seizedText !== null ? t("begun", { date: formatUncertain(seizedText, locale) }) : used ? t("begun_by", { date: formatUncertain(used.when, locale) }) : t("begun_unknown");
  const ended = outstanding ? t("goes_on") : releasedText !== null ? t("released", { date: formatUncertain(releasedText, locale) }) : item.status === "died" ? t("died") : t("released_unknown");
  const when = formatWindow(expectedFrom, expectedTo, zone, locale);
  const due = expectedFrom === null && expectedTo === null ? [] : expectedBasis === "override" ? [t("by_hand", { when })] : expectedBasis === "computed" ? [t("computed", { when })] : [];
  const said = stated.filter(({ stated: each }) => each.withdrawn === null).map(({ stated: each }) => t("stated", { who: each.attributedTo || sourceName({ title: "" }), date: formatUncertain(each.when, locale) }));
  return [begun, ...due, ...said, ended, ...(outstanding && now > dueSort ? [t("past")] : [])];
}
