import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { caseName } from "@/lib/wording/case-words";

/** Whose case it is: the name, or which of the unidentified people. */
export function CaseName({ item }: { item: CaseSummary }) {
  const t = useTranslations("dashboard");
  return <bdi>{caseName(item, t, useLocale() as Locale)}</bdi>;
}
