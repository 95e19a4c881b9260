import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CountForm } from "@/components/events/count-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { requireSignedIn } from "@/lib/web/actor";
import { recordCountAction } from "../../../actions";
import { countFormPage } from "../../../count-form-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("count.new") };
}

export default async function NewCountPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/counts/new`);
  const { title, form } = await countFormPage(actor, id);
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("count.new")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: title }]} />
      <FormWords namespaces={["vocab", "events"]}>
        <CountForm action={recordCountAction} {...form} values={{}} />
      </FormWords>
    </>
  );
}
