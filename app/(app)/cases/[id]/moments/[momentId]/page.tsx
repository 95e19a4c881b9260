import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WithdrawForm } from "@/components/cases/withdraw-form";
import { MomentForm } from "@/components/custody/moment-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getEditableMoment } from "@/lib/services/moments";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateMomentAction, withdrawMomentAction } from "../../../actions";
import { formPage } from "../../form-page";
import { institutionOptions } from "../institution-options";

type Props = { params: Promise<{ id: string; momentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("moment.edit_title") };
}

export default async function EditMomentPage({ params }: Props) {
  const { id, momentId } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/moments/${momentId}`);
  const { caseId, version, values } = await orNotFound(getEditableMoment(actor, momentId));
  if (caseId !== id) notFound();
  const form = await formPage(actor, id);
  const t = await getTranslations("cases");
  return (
    <>
      <PageHeader title={t("moment.edit_title")} breadcrumbs={[{ href: `/cases/${id}`, label: form.reference }]} />
      <FormWords namespaces={["vocab", "cases"]}>
        <MomentForm
          action={updateMomentAction}
          submission={form.submission}
          today={form.today}
          caseId={id}
          record={{ id: momentId, version }}
          values={values}
          institutions={await institutionOptions(actor)}
          zoneNote={form.zoneNote}
        />
        <WithdrawForm action={withdrawMomentAction} submission={newSubmission()} today={form.today} caseId={id} recordId={momentId} />
      </FormWords>
    </>
  );
}
