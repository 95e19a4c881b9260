import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { PlaceForm } from "@/components/places/place-form";
import { inputContext } from "@/lib/services/organisation";
import { getPlaceChoices } from "@/lib/services/place-records";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordPlaceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places"))("new") };
}

export default async function NewPlacePage() {
  const { actor } = await requireSignedIn("/places/new");
  const places = await orNotFound(getPlaceChoices(actor));
  const t = await getTranslations("places");
  const zones = [...new Set(places.map((place) => place.zone))].sort().map((value) => ({ value }));
  return (
    <FormWords namespaces={["vocab", "places"]}>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/places", label: t("title") }]} />
      <PlaceForm action={recordPlaceAction} submission={newSubmission()} {...await inputContext()} values={{}} others={placeOptions(places, await currentLocale())} zones={zones} />
    </FormWords>
  );
}
