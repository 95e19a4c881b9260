import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { ruleKey } from "@/lib/release/explain";
import { ConfidencePill } from "./confidence-pill";
import { useRuleReach } from "./rule-reach";
import { RuleValue, type Shown } from "./rule-value";

/** Everything about one rule: what it says, when and for whom, how sure it is and why not surer. */
export function RuleFacts({ rule, zone }: { rule: Shown; zone: string }) {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  const reach = useRuleReach()(rule.law);
  const { id, confidence } = rule.law;
  const unsure = `unconfirmed.${ruleKey(id)}`;
  return (
    <DescriptionList
      facts={[
        { key: "value", label: t("column.value"), value: <RuleValue rule={rule} zone={zone} />, testId: "rule-value" },
        {
          key: "confidence",
          label: t("column.confidence"),
          value: (
            <div className="grid justify-items-start gap-1">
              <ConfidencePill confidence={confidence} />
              {law.has(unsure) && <span className="max-w-prose text-sm text-muted">{law(unsure)}</span>}
            </div>
          ),
        },
        { key: "valid", label: t("column.valid"), value: reach.valid },
        { key: "applies", label: t("column.applies"), value: reach.applies },
        ...(rule.own ? [] : [{ key: "own", label: t("own.title"), value: t("own.none") }]),
      ]}
    />
  );
}
