import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeName } from "@/lib/wording/place-name";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { PlaceForm } from "@/components/places/place-form";
import { inputContext } from "@/lib/services/organisation";
import { getEditablePlace } from "@/lib/services/place-records";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updatePlaceAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places"))("edit") };
}

export default async function EditPlacePage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/places/${id}/edit`);
  const place = await orNotFound(getEditablePlace(actor, id));
  const locale = await currentLocale();
  const t = await getTranslations("places");
  const zones = [...new Set(place.others.map(({ zone }) => zone))].sort().map((value) => ({ value }));
  return (
    <FormWords namespaces={["vocab", "places"]}>
      <PageHeader title={t("edit")} breadcrumbs={[{ href: "/places", label: t("title") }, { href: `/places/${id}`, label: placeName(place.names, locale) }]} />
      <PlaceForm action={updatePlaceAction} submission={newSubmission()} {...await inputContext()} record={place} values={place.values} others={placeOptions(place.others, locale)} zones={zones} />
    </FormWords>
  );
}
