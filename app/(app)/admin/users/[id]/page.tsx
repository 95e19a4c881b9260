import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { UserForm } from "@/components/admin/user-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { inputContext } from "@/lib/services/organisation";
import { getAdministration } from "@/lib/services/users";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound } from "@/lib/web/pages";
import { updateUserAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("users.title") };
}

export default async function UserPage({ params }: Props) {
  const { id } = await params;
  const { actor } = await requireSignedIn(`/admin/users/${id}`);
  const { users, teams } = await orNotFound(getAdministration(actor));
  const user = users.find((known) => known.id === id);
  if (!user) notFound();
  const t = await getTranslations("admin");
  return (
    <FormWords namespaces={["admin", "vocab"]}>
      <PageHeader title={user.name} breadcrumbs={[{ href: "/admin", label: t("title") }]}>
        <p className="text-muted wrap-anywhere">{user.login}</p>
      </PageHeader>
      {id === actor.userId ? (
        <Alert title={t("own_role.title")} data-testid="own-role">
          {t("own_role.explain")}
        </Alert>
      ) : (
        <>
          <Alert>{t("users.ends_sessions")}</Alert>
          <UserForm action={updateUserAction} user={user} teams={teams.map((team) => ({ value: team.id, label: team.name }))} submission={newSubmission()} {...await inputContext()} />
        </>
      )}
    </FormWords>
  );
}
