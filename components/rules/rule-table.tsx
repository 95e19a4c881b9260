import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { ruleKey } from "@/lib/release/explain";
import { ConfidencePill } from "./confidence-pill";
import { useRuleReach } from "./rule-reach";
import { RuleValue, type Shown } from "./rule-value";

/** The rules of one list, each with what it says, when and for whom, and how sure it is. */
export function RuleTable({ caption, rules, zone }: { caption: string; rules: readonly Shown[]; zone: string }) {
  const t = useTranslations("rules.column");
  const title = useTranslations("law.title");
  const reach = useRuleReach();
  return (
    <DataTable<Shown>
      caption={caption}
      rows={rules}
      rowKey={({ law }) => law.id}
      rowTestId={({ law }) => `rule-${law.id}`}
      columns={[
        {
          key: "rule",
          header: t("rule"),
          primary: true,
          cell: ({ law }) => (
            <Link href={`/rules/${law.id}`} prefetch={false} className="link inline!">
              {title(ruleKey(law.id))}
            </Link>
          ),
        },
        { key: "value", header: t("value"), whole: true, cell: (rule) => <div><RuleValue rule={rule} zone={zone} /></div> },
        { key: "valid", header: t("valid"), cell: ({ law }) => reach(law).valid },
        { key: "applies", header: t("applies"), cell: ({ law }) => reach(law).applies },
        { key: "confidence", header: t("confidence"), cell: ({ law }) => <ConfidencePill confidence={law.confidence} /> },
      ]}
    />
  );
}
