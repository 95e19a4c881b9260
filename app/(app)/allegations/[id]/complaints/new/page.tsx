import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplaintForm } from "@/components/allegations/complaint-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import { getPartChoices } from "@/lib/services/allegation-choices";
import { getEditableAllegation } from "@/lib/services/allegations";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordComplaintAction } from "../../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("complaints.page") };
}

export default async function NewComplaintPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/complaints/new`);
  const { zone } = await orNotFound(getEditableAllegation(actor, id));
  const choices = await orNotFound(getPartChoices(actor));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("complaints.page")} breadcrumbs={[{ href: `/allegations/${id}`, label: t("one") }]} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <ComplaintForm
          action={recordComplaintAction}
          submission={newSubmission()}
          today={choices.today}
          allegationId={id}
          values={{}}
          agencies={choices.agencies}
          zoneNote={zoneNote(zone, choices.zone, choices.now, await currentLocale()) ?? undefined}
        />
      </FormWords>
    </>
  );
}
