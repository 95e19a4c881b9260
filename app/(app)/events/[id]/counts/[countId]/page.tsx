import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CountForm } from "@/components/events/count-form";
import { CountWithdrawForm } from "@/components/events/count-withdraw-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getEditableCount } from "@/lib/services/counts";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateCountAction, withdrawCountAction } from "../../../actions";
import { countFormPage } from "../../../count-form-page";

type Props = { params: Promise<{ id: string; countId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("count.edit") };
}

export default async function EditCountPage({ params }: Props) {
  const { id, countId } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/counts/${countId}`);
  const count = await orNotFound(getEditableCount(actor, countId));
  if (count.eventId !== id) notFound();
  const { title, form } = await countFormPage(actor, id, countId);
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("count.edit")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: title }]} />
      <FormWords namespaces={["vocab", "events", "cases"]}>
        <CountForm action={updateCountAction} {...form} record={count} values={{ ...count.values, placeIds: count.placeIds }} />
        <CountWithdrawForm action={withdrawCountAction} submission={newSubmission()} today={form.today} eventId={id} recordId={countId} />
      </FormWords>
    </>
  );
}
