import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/consent/consent-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { personName } from "@/lib/wording/person-name";
import { getConsentPerson } from "@/lib/services/consents";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordConsentAction } from "../../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consent"))("form.new") };
}

export default async function NewConsentPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/people/${id}/consents/new`);
  const person = await orNotFound(getConsentPerson(actor, id));
  const t = await getTranslations("consent");
  const people = await getTranslations("people");
  return (
    <>
      <PageHeader title={t("form.new")} breadcrumbs={[{ href: "/people", label: people("title") }, { href: `/people/${id}`, label: personName(person, people) }]}>
        <p className="text-muted">{t("form.lead")}</p>
      </PageHeader>
      <FormWords namespaces={["vocab", "consent"]}>
        <ConsentForm action={recordConsentAction} submission={newSubmission()} {...await inputContext()} personId={id} values={{}} />
      </FormWords>
    </>
  );
}
