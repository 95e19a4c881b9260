import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/cases/case-search";
import { RightsForm } from "@/components/cases/rights-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getEditableRights } from "@/lib/services/case-rights";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { formPage } from "../form-page";
import { markRightsAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("rights.title") };
}

export default async function CaseRightsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/rights`);
  const editable = await orNotFound(getEditableRights(actor, id));
  const q = param((await searchParams)["q"]);
  const form = await formPage(actor, id, q);
  const t = await getTranslations("cases");
  return (
    <>
      <PageHeader title={t("rights.title")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <CaseSearch query={q} kept={{}} />
      <FormWords namespaces={["vocab", "cases"]}>
        <RightsForm action={markRightsAction} submission={form.submission} today={form.today} caseId={id} version={editable.version} rights={editable.rights} others={form.cases.filter(({ value }) => value !== id)} />
      </FormWords>
    </>
  );
}
