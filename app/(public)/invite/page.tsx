import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteAcceptForm } from "@/components/access/invite-accept-form";
import { FormWords } from "@/components/forms/form-words";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { findHome, inputContext } from "@/lib/services/organisation";
import { findInvitation } from "@/lib/services/users";
import { findActor } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";
import { acceptInvitationAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("invite.title") };
}

export default async function InvitePage({ searchParams }: Props) {
  const token = param((await searchParams).token) ?? "";
  const invitation = await findInvitation(token);
  const t = await getTranslations("access.invite");
  if (!invitation) {
    return (
      <>
        <h1 data-testid="page-title">{t("bad_title")}</h1>
        <Alert tone="today" data-testid="bad-link">
          {t("bad_explain")}
        </Alert>
      </>
    );
  }
  const signedIn = await findActor();
  return (
    <>
      <h1 data-testid="page-title">{t("title")}</h1>
      <p>{t("intro", { organisation: (await findHome())?.organisation.name ?? "Erkin" })}</p>
      {signedIn && <Alert tone="today">{t("signed_in", { name: signedIn.actor.name })}</Alert>}
      <Card>
        <FormWords namespaces={["access"]}>
          <InviteAcceptForm action={acceptInvitationAction} token={token} name={invitation.name} locale={await currentLocale()} {...await inputContext()} />
        </FormWords>
      </Card>
    </>
  );
}
