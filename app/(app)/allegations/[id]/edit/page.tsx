import { getTranslations } from "next-intl/server";
import { AllegationForm } from "@/components/allegations/allegation-form";
import { CaseSearch } from "@/components/cases/case-search";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { caseOptions } from "@/components/sources/case-options";
import { zoneNote } from "@/lib/i18n/formats";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { getAllegationChoices } from "@/lib/services/allegation-choices";
import { getEditableAllegation } from "@/lib/services/allegations";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateAllegationAction } from "../../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawQuery> };

export default async function EditAllegationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/allegations/${id}/edit`);
  const allegation = await orNotFound(getEditableAllegation(actor, id));
  const { q } = readCaseQuery(await searchParams);
  const choices = await orNotFound(getAllegationChoices(actor, allegation.caseIds, q));
  const locale = await currentLocale();
  const t = await getTranslations("allegations");
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: `/allegations/${id}`, label: t("one") }]} />
      <CaseSearch query={q} label={t("find_cases")} />
      <FormWords namespaces={["vocab", "allegations"]}>
        <AllegationForm
          action={updateAllegationAction}
          submission={newSubmission()}
          today={choices.today}
          record={allegation}
          values={{ ...allegation.values, acts: allegation.acts, caseIds: allegation.caseIds }}
          cases={caseOptions(choices.cases, await getTranslations("dashboard"), locale)}
          sources={choices.sources}
          agencies={choices.agencies}
          zoneNote={zoneNote(allegation.zone, choices.zone, choices.now, locale) ?? undefined}
          cancelHref={`/allegations/${id}`}
        />
      </FormWords>
    </>
  );
}
