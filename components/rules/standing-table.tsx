import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { ruleKey } from "@/lib/release/explain";
import { ruleSetOf } from "@/lib/release/rules/registry";

type MadeWith = { engine: string | null; ruleSet: string | null; ruleSetVersion: string | null; zoneData: string | null; overrides: string | null };
type Group = MadeWith & { country: string; cases: number; now: MadeWith; behind: boolean };

/** What the estimates of the open cases were made with, beside what they would be made with now. */
export function StandingTable({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations("rules.recompute");
  const law = useTranslations("law.set");
  const locale = useLocale() as Locale;
  return (
    <DataTable<Group>
      caption={t("versions")}
      rows={groups}
      rowKey={({ now: _now, cases: _cases, ...made }) => JSON.stringify(made)}
      data-testid="made-with"
      columns={[
        { key: "country", header: t("country"), primary: true, cell: ({ country }) => law(ruleSetOf(country).ruleSet) },
        { key: "cases", header: t("cases"), align: "end", cell: ({ cases }) => formatCount(cases, locale) },
        { key: "made", header: t("made_with"), cell: (group) => <Versions made={group} /> },
        { key: "now", header: t("now"), cell: ({ behind, now }) => (behind ? <Versions made={now} /> : t("same")) },
      ]}
    />
  );
}

function Versions({ made }: { made: MadeWith }) {
  const t = useTranslations("rules.recompute");
  const title = useTranslations("law.title");
  if (made.engine === null) return t("no_estimate");
  const own = JSON.parse(made.overrides ?? "[]") as { ruleId: string; version: number }[];
  return (
    <ul className="text-sm">
      <li>{t("rules", { version: made.ruleSetVersion ?? "" })}</li>
      <li>{t("engine", { version: made.engine.split(" ").at(-1) ?? "" })}</li>
      <li>{t("zones", { version: made.zoneData ?? "" })}</li>
      {own.map(({ ruleId, version }) => (
        <li key={ruleId}>{t("own", { version, rule: title.has(ruleKey(ruleId)) ? title(ruleKey(ruleId)) : ruleId })}</li>
      ))}
    </ul>
  );
}
