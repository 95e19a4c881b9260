import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { StatedForm } from "@/components/custody/stated-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getSourceChoices } from "@/lib/services/case-choices";
import { getEditableStatedRelease } from "@/lib/services/stated-releases";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateStatedReleaseAction, withdrawStatedReleaseAction } from "../../../actions";
import { formPage } from "../../form-page";

type Props = { params: Promise<{ id: string; statedId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("stated.edit_title") };
}

export default async function EditStatedPage({ params }: Props) {
  const { id, statedId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/stated/${statedId}`);
  const { caseId, version, values } = await orNotFound(getEditableStatedRelease(actor, statedId));
  if (caseId !== id) notFound();
  const form = await formPage(actor, id);
  const t = await getTranslations("cases");
  return (
    <>
      <PageHeader title={t("stated.edit_title")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <FormWords namespaces={["vocab", "cases"]}>
        <StatedForm action={updateStatedReleaseAction} submission={form.submission} today={form.today} caseId={id} record={{ id: statedId, version }} values={values} sources={await getSourceChoices(actor)} zoneNote={form.zoneNote} />
        <WithdrawForm action={withdrawStatedReleaseAction} submission={newSubmission()} today={form.today} caseId={id} recordId={statedId} />
      </FormWords>
    </>
  );
}
