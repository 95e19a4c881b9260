import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CaseEditForm } from "@/components/cases/case-edit-form";
import { eventSiteOptions } from "@/components/events/event-site-options";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import type { Locale } from "@/lib/i18n/locales";
import { getEventChoices } from "@/lib/services/case-choices";
import { getEditableCase } from "@/lib/services/cases";
import { suggestInstitutions } from "@/lib/services/institutions";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateCaseAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cases");
  return { title: t("edit.title") };
}

export default async function EditCasePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/cases/${id}/edit`);
  const editable = await orNotFound(getEditableCase(actor, id));
  const t = await getTranslations("cases");
  const locale = (await getLocale()) as Locale;
  const names = { kk: "nameKk", ru: "nameRu", en: "nameEn" } as const;
  const chosen = Object.entries(editable.values).flatMap(([name, value]) => (/^events\.\d+\.event$/.test(name) ? [value] : []));
  const events = eventSiteOptions(await getEventChoices(actor, chosen.flatMap((value) => value.split(".")[0] ?? [])), chosen, locale);
  const { police, facility } = await suggestInstitutions(actor);
  return (
    <>
      <PageHeader title={t("edit.title")} breadcrumbs={[{ href: `/cases/${id}`, label: editable.reference }]} />
      <FormWords namespaces={["vocab", "cases"]}>
        <CaseEditForm
          action={updateCaseAction}
          submission={newSubmission()}
          today={(await inputContext()).today}
          caseId={id}
          version={editable.version}
          values={editable.values}
          places={(await getPlaces()).map((place) => ({ id: place.id, name: place[names[locale]] }))}
          colleagues={editable.colleagues}
          events={events}
          police={police}
          facilities={facility}
        />
      </FormWords>
    </>
  );
}
