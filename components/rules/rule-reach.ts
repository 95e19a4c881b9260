import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { RuleEntry } from "@/lib/release/rules/rule";

/** The dates on which a rule is in force, and the kinds of detention that it is for, in words. */
export function useRuleReach(): (law: RuleEntry<unknown>) => { valid: string; applies: string } {
  const t = useTranslations("rules");
  const kinds = useTranslations("vocab.detention_kinds");
  const locale = useLocale() as Locale;
  const day = (date: string) => formatDay(date, locale, { compact: true });
  const valid = ({ validFrom, validTo }: RuleEntry<unknown>): string => {
    // `validTo` is the first day on which the rule is no longer in force.
    if (validFrom !== null && validTo !== null) return t("valid.between", { from: day(validFrom), to: day(dayBefore(validTo)) });
    if (validFrom !== null) return t("valid.from", { from: day(validFrom) });
    return validTo === null ? t("valid.always") : t("valid.to", { to: day(dayBefore(validTo)) });
  };
  return (law) => ({ valid: valid(law), applies: law.appliesTo.length ? law.appliesTo.map((kind) => kinds(kind)).join(", ") : t("applies_to_all") });
}

const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
