import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdjustmentForm } from "@/components/adjustments/adjustment-form";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getEditableAdjustment } from "@/lib/services/adjustments";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateAdjustmentAction, withdrawAdjustmentAction } from "../../../actions";
import { formPage } from "../../form-page";

type Props = { params: Promise<{ id: string; adjustmentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rulings");
  return { title: t("adjustment.edit_title") };
}

export default async function EditAdjustmentPage({ params }: Props) {
  const { id, adjustmentId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/adjustments/${adjustmentId}`);
  const { caseId, version, values } = await orNotFound(getEditableAdjustment(actor, adjustmentId));
  if (caseId !== id) notFound();
  const form = await formPage(actor, id);
  const t = await getTranslations("rulings");
  return (
    <>
      <PageHeader title={t("adjustment.edit_title")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <FormWords namespaces={["vocab", "cases", "rulings"]}>
        <AdjustmentForm action={updateAdjustmentAction} submission={form.submission} today={form.today} caseId={id} record={{ id: adjustmentId, version }} values={values} zoneNote={form.zoneNote} />
        <WithdrawForm action={withdrawAdjustmentAction} submission={newSubmission()} today={form.today} caseId={id} recordId={adjustmentId} />
      </FormWords>
    </>
  );
}
