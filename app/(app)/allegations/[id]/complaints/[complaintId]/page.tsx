import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplaintForm } from "@/components/allegations/complaint-form";
import { TakeBackForm } from "@/components/allegations/take-back-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import { getPartChoices } from "@/lib/services/allegation-choices";
import { getEditableComplaint } from "@/lib/services/complaints";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateComplaintAction, withdrawComplaintAction } from "../../../actions";

type Props = { params: Promise<{ id: string; complaintId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("complaints.edit") };
}

export default async function EditComplaintPage({ params }: Props) {
  const { id, complaintId } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/complaints/${complaintId}`);
  const record = await orNotFound(getEditableComplaint(actor, complaintId));
  const choices = await orNotFound(getPartChoices(actor));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("complaints.edit")} breadcrumbs={[{ href: `/allegations/${record.allegationId}`, label: t("one") }]} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <ComplaintForm
          action={updateComplaintAction}
          submission={newSubmission()}
          today={choices.today}
          allegationId={record.allegationId}
          record={record}
          values={record.values}
          agencies={choices.agencies}
          zoneNote={zoneNote(record.zone, choices.zone, choices.now, await currentLocale()) ?? undefined}
        />
        <TakeBackForm action={withdrawComplaintAction} submission={newSubmission()} today={choices.today} allegationId={record.allegationId} recordId={complaintId} />
      </FormWords>
    </>
  );
}
