import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/exports/ask-form";
import { RegisterTable } from "@/components/exports/register-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { RawQuery } from "@/lib/model/case-query";
import { readExportAsked } from "@/lib/model/export";
import { can } from "@/lib/model/permissions";
import { getExportChoices } from "@/lib/services/export-register";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("title") };
}

export default async function ExportsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/exports");
  const { recipients, last } = await orNotFound(getExportChoices(actor));
  const asked = readExportAsked({ view: "all", ...(await searchParams) });
  const t = await getTranslations("exports");
  const actions = (
    <>
      <LinkButton href="/exports/recipients" data-testid="action-recipients">
        {t("manage")}
      </LinkButton>
      {can(actor, "export.everything") && (
        <LinkButton href="/exports/everything" data-testid="action-everything">
          {t("everything_link")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={actions}>
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      <AskForm asked={asked} recipients={recipients} />
      <Section id="register" title={t("register.title")}>
        <RegisterTable lines={last} zone={(await findHome())?.place.zone ?? "UTC"} />
      </Section>
    </>
  );
}
