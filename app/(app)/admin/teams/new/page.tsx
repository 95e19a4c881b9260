import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamForm } from "@/components/admin/team-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { inputContext } from "@/lib/services/organisation";
import { getAdministration } from "@/lib/services/users";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { recordTeamAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("teams.new") };
}

export default async function NewTeamPage() {
  const { actor } = await requireSignedIn("/admin/teams/new");
  await orNotFound(getAdministration(actor));
  const t = await getTranslations("admin");
  return (
    <FormWords namespaces={["admin"]}>
      <PageHeader title={t("teams.new")} breadcrumbs={[{ href: "/admin", label: t("title") }]}>
        <p className="text-muted">{t("teams.explain")}</p>
      </PageHeader>
      <TeamForm action={recordTeamAction} submission={newSubmission()} {...await inputContext()} />
    </FormWords>
  );
}
