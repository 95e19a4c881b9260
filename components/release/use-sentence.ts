import { useLocale, useTranslations } from "next-intl";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Sentence } from "@/lib/release/calculate-facts";

/** Turns a sentence of the calculator into words, its dates and instants in the zone of the place. */
export function useSentence(zone: string): (sentence: Sentence) => string {
  const t = useTranslations();
  const locale = useLocale() as Locale;
  const word = (name: string, value: string | number): string | number => {
    if (typeof value === "number") return value;
    if (name.endsWith("Date")) return formatUncertain(value, locale);
    return name.endsWith("At") ? formatInstant(value, zone, locale) : value;
  };
  // A country may have rules whose own sentence is not written yet; then the general one is still true.
  const known = (key: string): string => (key.startsWith("release.reason.unconfirmed.") && !t.has(key) ? "release.warning.COUNTING_NOT_CONFIRMED" : key);
  return ({ key, params }) => t(known(key), Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(name, value)])));
}
