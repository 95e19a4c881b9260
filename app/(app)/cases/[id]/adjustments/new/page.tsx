import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdjustmentForm } from "@/components/adjustments/adjustment-form";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getEditableCase } from "@/lib/services/cases";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";
import { recordAdjustmentAction } from "../../../actions";
import { formPage } from "../../form-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulings");
  return { title: t("adjustment.new") };
}

export default async function NewAdjustmentPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/adjustments/new`);
  await orNotFound(getEditableCase(actor, id));
  const q = param((await searchParams)["q"]);
  const form = await formPage(actor, id, q);
  const t = await getTranslations("rulings");
  return (
    <>
      <PageHeader title={t("adjustment.new")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]}>
        <p className="text-muted">{t("adjustment.lead")}</p>
      </PageHeader>
      <CaseSearch query={q} />
      <FormWords namespaces={["vocab", "cases", "rulings"]}>
        <AdjustmentForm action={recordAdjustmentAction} submission={form.submission} today={form.today} caseId={id} values={{}} cases={form.cases} zoneNote={form.zoneNote} />
      </FormWords>
    </>
  );
}
