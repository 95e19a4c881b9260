import type { useTranslations } from "next-intl";
import { formatHours } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

/** Whole minutes: at least, and at most where that is known of everybody. */
export type Hours = { least: number; most: number; mostUnknown: number };

/** "at least 14 h 30 min, at most 38 h 30 min"; one figure where both are the same. `t` are the words of the namespace `overheld`. */
export function hoursWords({ least, most, mostUnknown }: Hours, t: ReturnType<typeof useTranslations>, locale: Locale): string {
  const shown = formatHours(least, locale);
  if (mostUnknown > 0) return t("hours.least", { least: shown });
  return most === least ? t("hours.exact", { least: shown }) : t("hours.between", { least: shown, most: formatHours(most, locale) });
}

export const hoursOf = ({ least, most }: { least: number; most: number | null }): Hours => ({ least, most: most ?? 0, mostUnknown: most === null ? 1 : 0 });
