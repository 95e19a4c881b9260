import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { SourceForm } from "@/components/sources/source-form";
import type { RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, param } from "@/lib/web/pages";
import { recordSourceAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("new") };
}

export default async function NewSourcePage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/sources/new");
  if (!can(actor, "source.write")) notFound();
  const given = param((await searchParams)["case"]);
  const forCase = given && /^[0-9a-z-]{1,64}$/.test(given) ? given : undefined;
  const t = await getTranslations("sources");
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={[{ href: "/sources", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("paste_lead")}</p>
      </PageHeader>
      <FormWords namespaces={["vocab", "sources"]}>
        <SourceForm action={recordSourceAction} submission={newSubmission()} {...await inputContext()} values={{}} forCase={forCase} />
      </FormWords>
    </>
  );
}
