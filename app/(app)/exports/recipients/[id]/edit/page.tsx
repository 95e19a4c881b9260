import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecipientForm } from "@/components/exports/recipient-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { inputContext } from "@/lib/services/organisation";
import { getEditableRecipient } from "@/lib/services/recipients";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateRecipientAction } from "../../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("recipients.edit") };
}

export default async function EditRecipientPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/exports/recipients/${id}/edit`);
  const recipient = await orNotFound(getEditableRecipient(actor, id));
  const t = await getTranslations("exports");
  return (
    <FormWords namespaces={["vocab", "exports"]}>
      <PageHeader title={t("recipients.edit")} breadcrumbs={[{ href: "/exports/recipients", label: t("recipients.title") }, { href: `/exports/recipients/${id}`, label: recipient.name }]} />
      <RecipientForm action={updateRecipientAction} submission={newSubmission()} {...await inputContext()} record={recipient} values={recipient.values} />
    </FormWords>
  );
}
