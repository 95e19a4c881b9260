import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { FormWords } from "@/components/forms/form-words";
import { DetailsForm } from "@/components/imports/details-form";
import { PageHeader } from "@/components/layout/page-header";
import { getImportDetails } from "@/lib/services/import-details";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { setImportDetailsAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("details.title") };
}

export default async function ImportDetailsPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/imports/${id}/details`);
  const { version, kind, fileName, mapping, places, mayAddPlaces } = await orNotFound(getImportDetails(actor, id));
  const t = await getTranslations("imports");
  const zones = [...new Set(places.map((place) => place.zone))].sort();
  return (
    <FormWords namespaces={["imports", "vocab"]}>
      <PageHeader title={t("details.title")} breadcrumbs={[{ href: "/imports", label: t("title") }, { href: `/imports/${id}`, label: fileName }]}>
        <p className="max-w-prose text-muted">{t("details.explain")}</p>
      </PageHeader>
      <DetailsForm action={setImportDetailsAction} submission={newSubmission()} importId={id} version={version} kind={kind} mapping={mapping} places={placeOptions(places, await currentLocale())} zones={zones} mayAddPlaces={mayAddPlaces} />
    </FormWords>
  );
}
