import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatInstant, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { explain, ruleKey, type Reason } from "@/lib/release/explain";
import { termWords } from "./case-words";
import { Readings } from "./readings";

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

function Law({ estimate }: { estimate: ReleaseEstimate }) {
  const t = useTranslations("release.confidence");
  const laws = useTranslations("law.title");
  const words = useTranslations("cases.release");
  const { provenance, countingRule } = estimate;
  return (
    <div className="grid gap-1 text-sm text-muted">
      {countingRule && (
        <p data-testid="counting-rule">
          {words("law", { citation: laws(ruleKey(countingRule.id)) })} · <strong>{t(countingRule.confidence)}</strong>
        </p>
      )}
      <p>{words("provenance", { engine: provenance.engine, rules: `${provenance.ruleSet} ${provenance.ruleSetVersion}`, zoneData: provenance.zoneData })}</p>
      <p>{words("no_advice")}</p>
    </div>
  );
}

/** "Why this date?": the reasons as sentences, every reading side by side, the law with how sure it is. */
export function ReleaseReasons({ estimate, zone, open = false, children }: { estimate: ReleaseEstimate; zone: string; open?: boolean | undefined; /** Stands below the readings. */ children?: ReactNode }) {
  const words = useTranslations("cases.release");
  const text = useReasonText(zone);
  const body = (
    <div className="grid gap-3 pt-2">
      <ol className="grid gap-1 ps-5 list-decimal" data-testid="reasons">
        {explain(estimate).map((reason, position) => (
          <li key={`${reason.key}/${position}`}>{text(reason)}</li>
        ))}
      </ol>
      <Readings estimate={estimate} zone={zone} />
      {children}
      <Law estimate={estimate} />
    </div>
  );
  if (open)
    return (
      <div>
        <p className="font-semibold">{words("why")}</p>
        {body}
      </div>
    );
  return (
    <details data-testid="why">
      <summary className="link inline-flex min-h-11 items-center sm:min-h-8" data-testid="action-why">
        {words("why")}
      </summary>
      {body}
    </details>
  );
}
