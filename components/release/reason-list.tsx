import { useLocale, useTranslations } from "next-intl";
import { termWords } from "@/lib/wording/case-words";
import { formatInstant, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { ruleKey, type Reason } from "@/lib/release/explain";

/** Turns a reason into a sentence of the reader's language, its dates and instants in the zone of the place. */
export function useReasonText(zone: string): (reason: Reason) => string {
  const t = useTranslations("release");
  const law = useTranslations("law");
  const locale = useLocale() as Locale;
  const word = (name: string, value: string | number) => {
    if (typeof value === "number") return value;
    if (name.endsWith("Date")) return formatUncertain(value, locale);
    if (name.endsWith("Term")) return termWords(value, locale) ?? value;
    if (name.endsWith("Span")) return spanWords(value);
    return name.endsWith("At") ? formatInstant(value, zone, locale) : value;
  };
  const spanWords = (value: string) => {
    const [from, to] = value.split("/").map((side) => (side === ".." ? null : side));
    return formatWindow(from ?? null, to ?? null, zone, locale);
  };
  return ({ key, params, law: rule, overridden }) => {
    const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, word(name, value)]));
    const sentence = key.startsWith("law.") ? law(key.slice("law.".length), words) : t(key, words);
    if (overridden) return `${sentence} ${t("own_rule", { version: overridden.version, source: overridden.source })}`;
    return rule === undefined ? sentence : `${sentence} (${law(`title.${ruleKey(rule)}`)})`;
  };
}

/** The reasons of a result as sentences, in the order in which they are read. */
export function ReasonList({ reasons, zone }: { reasons: readonly Reason[]; zone: string }) {
  const text = useReasonText(zone);
  return (
    <ol className="grid list-decimal gap-1 ps-5" data-testid="reasons">
      {reasons.map((reason, position) => (
        <li key={`${reason.key}/${position}`}>{text(reason)}</li>
      ))}
    </ol>
  );
}
