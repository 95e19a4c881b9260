import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactForm, LogoForm } from "@/components/admin/letterhead-forms";
import { OrganisationForm } from "@/components/admin/organisation-form";
import { placeName } from "@/lib/wording/place-name";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import { inputContext } from "@/lib/services/organisation";
import { calculatorUse, getOrganisationSettings } from "@/lib/services/organisation-admin";
import { getLetterhead } from "@/lib/services/reports/letterhead";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { updateContactAction, updateOrganisationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("organisation.title") };
}

type Props = { searchParams: Promise<{ logo?: string | string[]; saved?: string | string[] }> };

export default async function OrganisationPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/admin/organisation");
  const { organisation, places } = await orNotFound(getOrganisationSettings(actor));
  const letterhead = await orNotFound(getLetterhead(actor));
  const t = await getTranslations("admin");
  const words = await getTranslations("reports.letterhead");
  const errors = await getTranslations("forms.errors");
  const query = await searchParams;
  const logo = param(query.logo);
  const locale = await currentLocale();
  const options = places.map((place) => ({ value: place.id, label: t("place_option", { name: placeName(place, locale), zone: place.zone }) }));
  const { name, defaultLocale, defaultPlaceId, version } = organisation;
  return (
    <FormWords namespaces={["admin", "reports"]}>
      <PageHeader title={t("organisation.title")} breadcrumbs={[{ href: "/admin", label: t("title") }]} />
      <OrganisationForm action={updateOrganisationAction} values={{ name, defaultLocale, defaultPlaceId, calculator: calculatorUse(organisation) }} version={version} places={options} submission={newSubmission()} {...await inputContext()} />
      <Section id="letterhead" title={words("title")}>
        <p className="max-w-prose text-muted">{words("intro")}</p>
        {(logo === "saved" || param(query.saved) === "letterhead") && <Alert tone="released" role="status" title={words("saved")} data-testid="saved-letterhead" />}
        {logo !== undefined && logo !== "saved" && (
          <Alert tone="overdue" role="alert" title={words("failed")} data-testid="logo-problem">
            <p>{logo === "no_file" ? words("no_file") : errors(logo === "logo_too_large" ? "logo_too_large" : "logo_unreadable")}</p>
          </Alert>
        )}
        <ContactForm action={updateContactAction} contact={letterhead.contact} version={letterhead.version} submission={newSubmission()} {...await inputContext()} />
        <LogoForm logo={letterhead.logo} width={letterhead.logoWidth} height={letterhead.logoHeight} />
      </Section>
    </FormWords>
  );
}
