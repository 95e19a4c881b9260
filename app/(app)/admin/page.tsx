import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationTable, TeamList, UserTable } from "@/components/admin/tables";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { placeName } from "@/lib/wording/place-name";
import { isLocale, nativeNames } from "@/lib/i18n/locales";
import { can } from "@/lib/model/permissions";
import { getOrganisationSettings } from "@/lib/services/organisation-admin";
import { getAdministration } from "@/lib/services/users";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound, param } from "@/lib/web/pages";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

const confirmations = ["user", "team", "organisation"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

export default async function AdminPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/admin");
  const { users, teams, invitations } = await orNotFound(getAdministration(actor));
  const { organisation, places } = await orNotFound(getOrganisationSettings(actor));
  const t = await getTranslations("admin");
  const programs = await getTranslations("api");
  const notices = await getTranslations("notices");
  const locale = await currentLocale();
  const home = places.find((place) => place.id === organisation.defaultPlaceId);
  const language = organisation.defaultLocale;
  const typed = param((await searchParams).saved);
  const saved = confirmations.find((known) => known === typed);
  const facts = [
    { key: "name", label: t("field.name"), value: organisation.name },
    { key: "defaultLocale", label: t("field.defaultLocale"), value: isLocale(language) ? nativeNames[language] : language },
    { key: "defaultPlaceId", label: t("field.defaultPlaceId"), value: home ? t("place_option", { name: placeName(home, locale), zone: home.zone }) : "" },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href="/admin/invite" variant="primary" data-testid="action-invite">
            {t("invite.action")}
          </LinkButton>
        }
      />
      {saved && (
        <Alert tone="released" role="status" data-testid={`saved-${saved}`}>
          {t(`saved.${saved}`)}
        </Alert>
      )}
      <Section id="users" title={t("users.title")}>
        <UserTable users={users} teams={teams} own={actor.userId} />
      </Section>
      {invitations.length > 0 && (
        <Section id="invitations" title={t("invitations.title")}>
          <InvitationTable invitations={invitations} teams={teams} zone={home?.zone ?? "UTC"} />
        </Section>
      )}
      <Section id="teams" title={t("teams.title")} actions={<LinkButton href="/admin/teams/new" data-testid="action-new-team">{t("teams.add")}</LinkButton>}>
        <p className="text-muted">{t("teams.explain")}</p>
        <TeamList teams={teams} users={users} />
      </Section>
      <Section id="places" title={t("places.title")} actions={<LinkButton href="/places" data-testid="action-places">{t("places.open")}</LinkButton>}>
        <p className="text-muted">{t("places.explain")}</p>
      </Section>
      {can(actor, "webhook.manage") && (
        <Section id="webhooks" title={programs("webhooks.title")} actions={<LinkButton href="/admin/webhooks" data-testid="action-webhooks">{programs("webhooks.open")}</LinkButton>}>
          <p className="text-muted">{programs("webhooks.section_explain")}</p>
        </Section>
      )}
      <Section id="mail" title={notices("queue.section")} actions={<LinkButton href="/admin/mail" data-testid="action-mail">{notices("queue.open")}</LinkButton>}>
        <p className="text-muted">{notices("queue.explain")}</p>
      </Section>
      <Section id="organisation" title={t("organisation.title")} actions={<LinkButton href="/admin/organisation" data-testid="action-edit-organisation">{t("organisation.edit")}</LinkButton>}>
        <DescriptionList facts={facts} />
      </Section>
    </>
  );
}
