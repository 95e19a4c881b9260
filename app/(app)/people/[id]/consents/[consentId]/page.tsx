import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/consent/consent-form";
import { ConsentWithdrawForm } from "@/components/consent/consent-withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { personName } from "@/lib/wording/person-name";
import { getEditableConsent } from "@/lib/services/consents";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateConsentAction, withdrawConsentAction } from "../../../actions";

type Props = { params: Promise<{ id: string; consentId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consent"))("form.correct") };
}

export default async function EditConsentPage({ params }: Props) {
  const { id, consentId } = await params;
  const { actor } = await requireSignedIn(`/people/${id}/consents/${consentId}`);
  const { personId, person, purpose, audience, version, values } = await orNotFound(getEditableConsent(actor, consentId));
  if (personId !== id) notFound();
  const { today } = await inputContext();
  const t = await getTranslations("consent");
  const vocab = await getTranslations("vocab");
  const people = await getTranslations("people");
  return (
    <>
      <PageHeader title={t("form.correct")} breadcrumbs={[{ href: "/people", label: people("title") }, { href: `/people/${id}`, label: personName(person, people) }]}>
        <p>
          {vocab(`consent_purposes.${purpose}`)}: {vocab(`consent_audiences.${audience}`)}
        </p>
        <p className="text-muted">{t("form.fixed")}</p>
      </PageHeader>
      <FormWords namespaces={["vocab", "consent"]}>
        <ConsentForm action={updateConsentAction} submission={newSubmission()} today={today} personId={id} record={{ id: consentId, version }} values={values} />
        <ConsentWithdrawForm action={withdrawConsentAction} submission={newSubmission()} today={today} consentId={consentId} />
      </FormWords>
    </>
  );
}
