import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResponseForm } from "@/components/allegations/response-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import { getPartChoices } from "@/lib/services/allegation-choices";
import { getEditableAllegation } from "@/lib/services/allegations";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordResponseAction } from "../../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("answers.page") };
}

export default async function NewResponsePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/responses/new`);
  const { zone, values } = await orNotFound(getEditableAllegation(actor, id));
  const choices = await orNotFound(getPartChoices(actor));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("answers.page")} breadcrumbs={[{ href: `/allegations/${id}`, label: t("one") }]} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <ResponseForm
          action={recordResponseAction}
          submission={newSubmission()}
          today={choices.today}
          allegationId={id}
          values={{ agency: values["perpetrators.0.agency"] ?? "" }}
          agencies={choices.agencies}
          sources={choices.sources}
          zoneNote={zoneNote(zone, choices.zone, choices.now, await currentLocale()) ?? undefined}
        />
      </FormWords>
    </>
  );
}
