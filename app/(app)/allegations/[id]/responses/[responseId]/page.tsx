import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResponseForm } from "@/components/allegations/response-form";
import { TakeBackForm } from "@/components/allegations/take-back-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import { getPartChoices } from "@/lib/services/allegation-choices";
import { getEditableResponse } from "@/lib/services/allegation-responses";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateResponseAction, withdrawResponseAction } from "../../../actions";

type Props = { params: Promise<{ id: string; responseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("answers.edit") };
}

export default async function EditResponsePage({ params }: Props) {
  const { id, responseId } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/responses/${responseId}`);
  const record = await orNotFound(getEditableResponse(actor, responseId));
  const choices = await orNotFound(getPartChoices(actor));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("answers.edit")} breadcrumbs={[{ href: `/allegations/${record.allegationId}`, label: t("one") }]} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <ResponseForm
          action={updateResponseAction}
          submission={newSubmission()}
          today={choices.today}
          allegationId={record.allegationId}
          record={record}
          values={record.values}
          agencies={choices.agencies}
          sources={choices.sources}
          zoneNote={zoneNote(record.zone, choices.zone, choices.now, await currentLocale()) ?? undefined}
        />
        <TakeBackForm action={withdrawResponseAction} submission={newSubmission()} today={choices.today} allegationId={record.allegationId} recordId={responseId} />
      </FormWords>
    </>
  );
}
