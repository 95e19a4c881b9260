import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganisationForm } from "@/components/admin/organisation-form";
import { placeName } from "@/lib/wording/place-name";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { inputContext } from "@/lib/services/organisation";
import { calculatorUse, getOrganisationSettings } from "@/lib/services/organisation-admin";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateOrganisationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("organisation.title") };
}

export default async function OrganisationPage() {
  const { actor } = await requireSignedIn("/admin/organisation");
  const { organisation, places } = await orNotFound(getOrganisationSettings(actor));
  const t = await getTranslations("admin");
  const locale = await currentLocale();
  const options = places.map((place) => ({ value: place.id, label: t("place_option", { name: placeName(place, locale), zone: place.zone }) }));
  const { name, defaultLocale, defaultPlaceId, version } = organisation;
  return (
    <FormWords namespaces={["admin"]}>
      <PageHeader title={t("organisation.title")} breadcrumbs={[{ href: "/admin", label: t("title") }]} />
      <OrganisationForm action={updateOrganisationAction} values={{ name, defaultLocale, defaultPlaceId, calculator: calculatorUse(organisation) }} version={version} places={options} submission={newSubmission()} {...await inputContext()} />
    </FormWords>
  );
}
