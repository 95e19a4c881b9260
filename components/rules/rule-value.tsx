import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { RuleEntry, RuleList } from "@/lib/release/rules/rule";
import { useRuleWords } from "./rule-words";

export type Own = { version: number; value: unknown; restored: boolean; source: string; reason: string; author: string; at: number };
export type Shown = { list: RuleList; law: RuleEntry<unknown>; own: Own | null };

/** A value in sentences, one below the other. */
export function ValueWords({ list, value }: { list: RuleList; value: unknown }) {
  const words = useRuleWords();
  return words(list, value).map((sentence) => (
    <span key={sentence} className="block">
      {sentence}
    </span>
  ));
}

/** What a rule says: the organisation's own value first where one stands, with who put it there and why, then the law's. */
export function RuleValue({ rule: { list, law, own }, zone }: { rule: Shown; zone: string }) {
  const t = useTranslations("rules.own");
  const words = useRuleWords();
  const locale = useLocale() as Locale;
  if (!own) return <ValueWords list={list} value={law.value} />;
  return (
    <div className="grid gap-1" data-testid="own-value">
      <span>
        <Badge>{t("badge", { version: own.version })}</Badge>
      </span>
      {own.value === null ? <span>{t("unreadable")}</span> : <span className="font-medium"><ValueWords list={list} value={own.value} /></span>}
      <span className="text-sm text-muted">{t("by_law", { value: words(list, law.value).join(" ") })}</span>
      <span className="text-sm wrap-anywhere">{t("source", { source: own.source })}</span>
      <span className="text-sm wrap-anywhere whitespace-pre-line">{t("reason", { reason: own.reason })}</span>
      <span className="text-sm text-muted">{t("by", { author: own.author, time: formatInstant(own.at, zone, locale, { compact: true }) })}</span>
    </div>
  );
}
