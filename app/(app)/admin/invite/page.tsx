import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { InviteForm } from "@/components/admin/invite-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { getAdministration } from "@/lib/services/users";
import { requireSignedIn } from "@/lib/web/actor";
import { ownAddress } from "@/lib/web/origin";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { inviteAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("invite.title") };
}

export default async function InvitePage() {
  const { actor } = await requireSignedIn("/admin/invite");
  const { teams } = await orNotFound(getAdministration(actor));
  const t = await getTranslations("admin");
  return (
    <FormWords namespaces={["admin", "vocab"]}>
      <PageHeader title={t("invite.title")} breadcrumbs={[{ href: "/admin", label: t("title") }]} />
      <InviteForm
        action={inviteAction}
        teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
        address={ownAddress(await headers())}
        submission={newSubmission()}
      />
    </FormWords>
  );
}
