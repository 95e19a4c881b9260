import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CountryLinks } from "@/components/rules/country-links";
import { RuleTable } from "@/components/rules/rule-table";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/model/permissions";
import { getRules } from "@/lib/services/rules";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

type Props = { searchParams: Promise<{ country?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

export default async function RulesPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/rules");
  const { country, countries, ruleSet, ruleSetVersion, zone, lists } = await orNotFound(getRules(actor, param((await searchParams).country)));
  const t = await getTranslations("rules");
  const law = await getTranslations("law");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          can(actor, "rule.override") && (
            <LinkButton href="/rules/recompute" data-testid="action-recompute">
              {t("recompute_link")}
            </LinkButton>
          )
        }
      >
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      <CountryLinks countries={countries} current={country} />
      <p className="text-sm text-muted" data-testid="rule-set">
        {t("version", { country: law(`set.${ruleSet}`), version: ruleSetVersion })}
      </p>
      {lists.map(({ list, rules }) => (
        <Section key={list} id={`list-${list}`} title={law(`list.${list}`)}>
          <RuleTable caption={law(`list.${list}`)} rules={rules} zone={zone} />
        </Section>
      ))}
    </>
  );
}
