import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { StatedForm } from "@/components/custody/stated-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { statedPrefill } from "@/lib/model/claim-prefill";
import { getSourceChoices } from "@/lib/services/case-choices";
import { getEditableCase } from "@/lib/services/cases";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound, param } from "@/lib/web/pages";
import { recordStatedReleaseAction } from "../../../actions";
import { formPage } from "../../form-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("stated.new") };
}

export default async function NewStatedPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/stated/new`);
  await orNotFound(getEditableCase(actor, id));
  const query = await searchParams;
  const q = param(query["q"]);
  const claim = await findClaimPrefill(actor, param(query["claim"]), await currentLocale());
  const form = await formPage(actor, id, q);
  const t = await getTranslations("cases");
  return (
    <>
      <PageHeader title={t("stated.new")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]}>
        <p className="text-muted">{t("stated.lead")}</p>
      </PageHeader>
      <CaseSearch query={q} kept={claim ? { claim: claim.id } : {}} />
      <FormWords namespaces={["vocab", "cases"]}>
        <StatedForm action={recordStatedReleaseAction} submission={form.submission} today={form.today} caseId={id} values={claim ? statedPrefill(claim) : {}} claim={claim?.id} cases={form.cases} sources={await getSourceChoices(actor)} zoneNote={form.zoneNote} />
      </FormWords>
    </>
  );
}
