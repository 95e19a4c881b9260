import { useTranslations } from "next-intl";
import type { ReleaseEstimate } from "@/lib/release/estimate-facts";
import { ruleKey } from "@/lib/release/explain";

/** What a result rests on: the rule of counting with how sure it is, what computed it, and that it is not legal advice. */
export function LawNote({ estimate: { countingRule, provenance } }: { estimate: Pick<ReleaseEstimate, "countingRule" | "provenance"> }) {
  const t = useTranslations("release");
  const laws = useTranslations("law.title");
  return (
    <div className="grid gap-1 text-sm text-muted print:gap-0" data-testid="provenance">
      {countingRule && (
        <p data-testid="counting-rule">
          {t("law", { citation: laws(ruleKey(countingRule.id)) })} ·{" "}
          <strong>{countingRule.overridden ? t("own_rule", { version: countingRule.overridden.version, source: countingRule.overridden.source }) : t(`confidence.${countingRule.confidence}`)}</strong>
        </p>
      )}
      <p>{t("provenance", { engine: provenance.engine, rules: `${provenance.ruleSet} ${provenance.ruleSetVersion}`, zoneData: provenance.zoneData })}</p>
      <p className="font-medium text-ink">{t("no_advice")}</p>
    </div>
  );
}
