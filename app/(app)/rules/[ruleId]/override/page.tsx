import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { OverrideForm } from "@/components/rules/override-form";
import { RuleFacts } from "@/components/rules/rule-facts";
import { Card } from "@/components/ui/card";
import { formatTerm } from "@/lib/i18n/formats";
import { parseTerm } from "@/lib/model/term";
import { ruleKey } from "@/lib/release/explain";
import { inputContext } from "@/lib/services/organisation";
import { getEditableRule } from "@/lib/services/rules";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { overrideRuleAction } from "../../actions";

type Props = { params: Promise<{ ruleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("form.title") };
}

export default async function OverridePage({ params }: Props) {
  const { ruleId } = await params;
  const { actor } = await requireSignedIn(`/rules/${ruleId}/override`);
  const page = await orNotFound(getEditableRule(actor, ruleId));
  const { list, law, country, ruleSet, values, version, zone } = page;
  const t = await getTranslations("rules");
  const words = await getTranslations("law");
  const locale = await currentLocale();
  const title = words(`title.${ruleKey(law.id)}`);
  const inWords = (held: string | string[]) => {
    const read = list === "maxTerms" && typeof held === "string" ? parseTerm(held) : undefined;
    return read?.ok ? formatTerm(read.value, locale) : held;
  };
  const { source, ...value } = values;
  const defaults = { ...Object.fromEntries(Object.entries(value).map(([name, held]) => [name, inWords(held)])), source: source ?? "" };
  return (
    <FormWords namespaces={["rules", "release"]}>
      <PageHeader title={t("form.title")} breadcrumbs={[{ href: "/rules", label: t("title") }, { href: `/rules?country=${country}`, label: words(`set.${ruleSet}`) }, { href: `/rules/${law.id}`, label: title }]}>
        <p className="max-w-prose text-muted">{t("form.explain")}</p>
      </PageHeader>
      <Card>
        <p className="mb-2 font-semibold wrap-anywhere">{title}</p>
        <RuleFacts rule={page} zone={zone} />
      </Card>
      <OverrideForm action={overrideRuleAction} ruleId={law.id} list={list} values={defaults} version={version} submission={newSubmission()} {...await inputContext()} />
    </FormWords>
  );
}
