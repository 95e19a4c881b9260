import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllegationForm } from "@/components/allegations/allegation-form";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { zoneNote } from "@/lib/i18n/formats";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { getAllegationChoices } from "@/lib/services/allegation-choices";
import { getEditableAllegation } from "@/lib/services/allegations";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateAllegationAction } from "../../actions";
import { formChoices } from "../../form-choices";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("edit") };
}

export default async function EditAllegationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/edit`);
  const allegation = await orNotFound(getEditableAllegation(actor, id));
  const { q } = readCaseQuery(await searchParams);
  const choices = await orNotFound(getAllegationChoices(actor, allegation.caseIds, q, allegation.values["eventId"] || undefined));
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: `/allegations/${id}`, label: t("one") }]} />
      <CaseSearch query={q} label={t("find_cases")} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <AllegationForm
          action={updateAllegationAction}
          submission={newSubmission()}
          record={allegation}
          {...await formChoices(choices)}
          values={{ ...allegation.values, acts: allegation.acts, caseIds: allegation.caseIds }}
          zoneNote={zoneNote(allegation.zone, choices.zone, choices.now, await currentLocale()) ?? undefined}
          cancelHref={`/allegations/${id}`}
        />
      </FormWords>
    </>
  );
}
