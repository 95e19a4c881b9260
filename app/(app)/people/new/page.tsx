import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { PersonForm } from "@/components/people/person-form";
import { can } from "@/lib/model/permissions";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission } from "@/lib/web/pages";
import { recordPersonAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("new") };
}

export default async function NewPersonPage() {
  const { actor } = await requireSignedIn("/people/new");
  if (!can(actor, "person.write")) notFound();
  const t = await getTranslations("people");
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/people", label: t("title") }]} />
      <FormWords namespaces={["vocab", "people"]}>
        <PersonForm action={recordPersonAction} submission={newSubmission()} {...await inputContext()} values={{}} />
      </FormWords>
    </>
  );
}
