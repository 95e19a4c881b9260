import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { InstitutionForm } from "@/components/institutions/institution-form";
import { PageHeader } from "@/components/layout/page-header";
import { institutionName } from "@/lib/model/institution-name";
import { getEditableInstitution, suggestParents } from "@/lib/services/institution-records";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateInstitutionAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("institutions"))("edit") };
}

export default async function EditInstitutionPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/institutions/${id}/edit`);
  const institution = await orNotFound(getEditableInstitution(actor, id));
  const locale = await currentLocale();
  const t = await getTranslations("institutions");
  return (
    <FormWords namespaces={["vocab", "institutions"]}>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: "/institutions", label: t("title") }, { href: `/institutions/${id}`, label: institutionName(institution.naming, locale) }]}>
        <p className="max-w-prose text-muted">{t("shared")}</p>
      </PageHeader>
      <InstitutionForm
        action={updateInstitutionAction}
        submission={newSubmission()}
        {...await inputContext()}
        record={institution}
        values={institution.values}
        places={placeOptions(await getPlaces(), locale)}
        parents={await suggestParents(actor, locale)}
      />
    </FormWords>
  );
}
