import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { caseOptions } from "@/components/sources/case-options";
import { CitationForm } from "@/components/sources/citation-form";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getCaseChoices, getSourceChoices } from "@/lib/services/case-choices";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { recordCitationAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawQuery> };

export default async function NewCitationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/citations/new`);
  if (!can(actor, "source.write")) notFound();
  const query = await searchParams;
  const { q } = readCaseQuery(query);
  const sourceId = param(query["source"]);
  const cases = await orNotFound(getCaseChoices(actor, id, q));
  const t = await getTranslations("sources");
  const options = caseOptions(cases, await getTranslations("dashboard"), await currentLocale());
  const own = cases.find((item) => item.id === id);
  return (
    <>
      <PageHeader title={t("cite.title")} breadcrumbs={[{ href: `/cases/${id}`, label: own?.reference ?? "" }]} />
      <CaseSearch query={q} kept={sourceId ? { source: sourceId } : {}} />
      <FormWords namespaces={["vocab", "cases", "sources", "claims"]}>
        <CitationForm action={recordCitationAction} submission={newSubmission()} {...await inputContext()} caseId={id} cases={options} sources={await getSourceChoices(actor)} sourceId={sourceId} />
      </FormWords>
    </>
  );
}
