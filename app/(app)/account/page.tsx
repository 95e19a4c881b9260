import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/access/password-form";
import { PreferencesForm } from "@/components/access/preferences-form";
import { SessionList } from "@/components/access/session-list";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/model/permissions";
import { findHome, inputContext } from "@/lib/services/organisation";
import { listOwnSessions } from "@/lib/services/sessions";
import { listOwnTeams } from "@/lib/services/users";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, param } from "@/lib/web/pages";
import { changePasswordAction, endSessionAction, updatePreferencesAction } from "./actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

const confirmations = ["preferences", "password", "sessions"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("account.title") };
}

export default async function AccountPage({ searchParams }: Props) {
  const { actor, login, theme } = await requireSignedIn("/account");
  const t = await getTranslations("access.account");
  const roles = await getTranslations("vocab.roles");
  const programs = await getTranslations("api");
  const teams = await listOwnTeams(actor);
  const context = await inputContext();
  const zone = (await findHome())?.place.zone ?? "UTC";
  const typed = param((await searchParams).saved);
  const saved = confirmations.find((known) => known === typed);
  return (
    <FormWords namespaces={["access", "vocab"]}>
      <PageHeader title={t("title")}>
        <p className="wrap-anywhere">{t("who", { name: actor.name, login, role: roles(actor.role) })}</p>
        <p className="text-muted">{t("teams", { count: teams.length, names: teams.map((team) => team.name).join(", ") })}</p>
      </PageHeader>
      {saved && (
        <Alert tone="released" role="status" data-testid={`saved-${saved}`}>
          {t(`saved.${saved}`)}
        </Alert>
      )}
      <Section id="preferences" title={t("preferences")}>
        <PreferencesForm action={updatePreferencesAction} locale={await currentLocale()} theme={theme} submission={newSubmission()} {...context} />
      </Section>
      <Section id="notices" title={t("notices")} actions={<LinkButton href="/account/notices" data-testid="action-notices">{t("notices_open")}</LinkButton>}>
        <p className="text-muted">{t("notices_hint")}</p>
      </Section>
      <Section id="password" title={t("password")}>
        <p className="text-muted">{t("password_hint")}</p>
        <PasswordForm action={changePasswordAction} login={login} submission={newSubmission()} {...context} />
      </Section>
      {can(actor, "token.manage") && (
        <Section id="programs" title={programs("section")} actions={<LinkButton href="/account/tokens" data-testid="action-tokens">{programs("open")}</LinkButton>}>
          <p className="text-muted">{programs("section_explain")}</p>
        </Section>
      )}
      <Section id="sessions" title={t("sessions")}>
        <p className="text-muted">{t("sessions_hint")}</p>
        <SessionList action={endSessionAction} sessions={await listOwnSessions(actor)} zone={zone} />
      </Section>
    </FormWords>
  );
}
