import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecipientForm } from "@/components/exports/recipient-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { inputContext } from "@/lib/services/organisation";
import { getRecipientList } from "@/lib/services/recipients";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordRecipientAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("recipients.new") };
}

export default async function NewRecipientPage() {
  const { actor } = await requireSignedIn("/exports/recipients/new");
  await orNotFound(getRecipientList(actor));
  const t = await getTranslations("exports");
  return (
    <FormWords namespaces={["vocab", "exports"]}>
      <PageHeader title={t("recipients.new")} breadcrumbs={[{ href: "/exports/recipients", label: t("recipients.title") }]} />
      <RecipientForm action={recordRecipientAction} submission={newSubmission()} {...await inputContext()} values={{}} />
    </FormWords>
  );
}
