import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlaceForm } from "@/components/admin/place-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { inputContext } from "@/lib/services/organisation";
import { getOrganisationSettings } from "@/lib/services/organisation-admin";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordPlaceAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("places.new") };
}

export default async function NewPlacePage() {
  const { actor } = await requireSignedIn("/admin/places/new");
  const { places } = await orNotFound(getOrganisationSettings(actor));
  const t = await getTranslations("admin");
  const zones = [...new Set(places.map((place) => place.zone))].sort().map((value) => ({ value }));
  return (
    <FormWords namespaces={["admin"]}>
      <PageHeader title={t("places.new")} breadcrumbs={[{ href: "/admin", label: t("title") }]} />
      <PlaceForm action={recordPlaceAction} zones={zones} submission={newSubmission()} {...await inputContext()} />
    </FormWords>
  );
}
