import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { FormWords } from "@/components/forms/form-words";
import { RestoreForm } from "@/components/rules/restore-form";
import { RuleFacts } from "@/components/rules/rule-facts";
import { VersionTable } from "@/components/rules/version-table";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/model/permissions";
import { ruleKey } from "@/lib/release/explain";
import { inputContext } from "@/lib/services/organisation";
import { getRule } from "@/lib/services/rules";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { restoreRuleAction } from "../actions";

type Props = { params: Promise<{ ruleId: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("column.rule") };
}

export default async function RulePage({ params, searchParams }: Props) {
  const { ruleId } = await params;
  const { actor } = await requireSignedIn(`/rules/${ruleId}`);
  const page = await orNotFound(getRule(actor, ruleId));
  const { list, law, own, country, ruleSet, versions, zone } = page;
  const t = await getTranslations("rules");
  const words = await getTranslations("law");
  const typed = param((await searchParams).saved);
  const saved = (["overridden", "restored"] as const).find((known) => known === typed);
  const mayOverride = can(actor, "rule.override");
  return (
    <FormWords namespaces={["rules"]}>
      <PageHeader
        title={words(`title.${ruleKey(law.id)}`)}
        breadcrumbs={[{ href: "/rules", label: t("title") }, { href: `/rules?country=${country}`, label: words(`set.${ruleSet}`) }]}
        actions={
          mayOverride && (
            <LinkButton href={`/rules/${law.id}/override`} variant="primary" data-testid="action-override">
              {t(own ? "own.change" : "own.override")}
            </LinkButton>
          )
        }
      >
        <p className="text-muted">{words(`list.${list}`)}</p>
      </PageHeader>
      {saved && (
        <Alert tone="released" role="status" title={t(`saved.${saved}`)} data-testid={`saved-${saved}`}>
          <p>{t("saved.then")}</p>
          {mayOverride && (
            <p className="mt-2">
              <LinkButton href="/rules/recompute">{t("recompute_link")}</LinkButton>
            </p>
          )}
        </Alert>
      )}
      <Card>
        <RuleFacts rule={page} zone={zone} />
      </Card>
      {versions.length > 0 && (
        <Section id="versions" title={t("history.title")}>
          <VersionTable list={list} versions={versions} zone={zone} />
        </Section>
      )}
      {mayOverride && own && <RestoreForm action={restoreRuleAction} ruleId={law.id} version={own.version + 1} submission={newSubmission()} {...await inputContext()} />}
    </FormWords>
  );
}
