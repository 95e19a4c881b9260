import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CountForm } from "@/components/events/count-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { countPrefill } from "@/lib/model/claim-prefill";
import { findClaimPrefill } from "@/lib/services/claim-prefill";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";
import { recordCountAction } from "../../../actions";
import { countFormPage } from "../../../count-form-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("count.new") };
}

export default async function NewCountPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/events/${id}/counts/new`);
  const { title, form } = await countFormPage(actor, id);
  const claim = await findClaimPrefill(actor, param((await searchParams)["claim"]), await currentLocale());
  const t = await getTranslations("events");
  return (
    <>
      <PageHeader title={t("count.new")} breadcrumbs={[{ href: "/events", label: t("title") }, { href: `/events/${id}`, label: title }]} />
      <FormWords namespaces={["vocab", "events"]}>
        <CountForm action={recordCountAction} {...form} values={claim ? countPrefill(claim) : {}} claim={claim?.id} />
      </FormWords>
    </>
  );
}
