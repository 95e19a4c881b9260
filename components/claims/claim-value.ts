import { useLocale, useTranslations } from "next-intl";
import { formatCount, formatTerm, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { countOf } from "@/lib/model/claim-count";
import { termOf } from "@/lib/model/ordered-term";
import type { RecordNames } from "@/components/claims/claim-facts";

type Value = { valueKind: string; value: string };
type CountWords = (key: string, values?: Record<string, string | number>) => string;

/** A claimed value in the reader's language; a record whose name may not be seen has none. `t` are the words of `claims`. */
export function claimValueText({ valueKind, value }: Value, names: RecordNames, locale: Locale, t: CountWords, weekday = true): string {
  if (value === "") return "";
  if (valueKind === "when") return formatUncertain(value, locale, { weekday });
  if (valueKind === "term") {
    const term = termOf(value);
    return term === null ? value : formatTerm(term, locale);
  }
  if (valueKind === "count") {
    const count = countOf(value);
    return count === null ? value : t(`count.${count.bound}`, { figure: count.figure === null ? "" : formatCount(count.figure, locale) });
  }
  if (valueKind === "place" || valueKind === "institution" || valueKind === "person") return names[value]?.[locale] ?? "";
  return value;
}

/** `claimValueText` with the words and the language of the page. */
export function useClaimValue(names: RecordNames): (value: Value, weekday?: boolean) => string {
  const t = useTranslations("claims");
  const locale = useLocale() as Locale;
  return (value, weekday) => claimValueText(value, names, locale, t, weekday);
}
