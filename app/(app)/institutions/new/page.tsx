import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { InstitutionForm } from "@/components/institutions/institution-form";
import { PageHeader } from "@/components/layout/page-header";
import { suggestParents } from "@/lib/services/institution-records";
import { getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordInstitutionAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("institutions"))("new") };
}

export default async function NewInstitutionPage() {
  const { actor } = await requireSignedIn("/institutions/new");
  const locale = await currentLocale();
  const parents = await orNotFound(suggestParents(actor, locale));
  const t = await getTranslations("institutions");
  return (
    <FormWords namespaces={["vocab", "institutions"]}>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/institutions", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("shared")}</p>
      </PageHeader>
      <InstitutionForm action={recordInstitutionAction} submission={newSubmission()} {...await inputContext()} values={{}} places={placeOptions(await getPlaces(), locale)} parents={parents} />
    </FormWords>
  );
}
