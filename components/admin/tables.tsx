import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Role } from "@/lib/model/vocabularies";

type User = { id: string; login: string; name: string; role: Role; active: boolean; teamId: string | null };
type Team = { id: string; name: string };
type Invitation = { name: string; role: string; teamId: string | null; expiresAt: number };

const teamName = (teams: readonly Team[], id: string | null): string | undefined => teams.find((team) => team.id === id)?.name;

/** Everybody with an account; one's own row leads nowhere, because nobody changes their own role. */
export function UserTable({ users, teams, own }: { users: readonly User[]; teams: readonly Team[]; own: string }) {
  const t = useTranslations("admin");
  const roles = useTranslations("vocab.roles");
  return (
    <DataTable<User>
      caption={t("users.title")}
      rows={users}
      rowKey={({ id }) => id}
      rowTestId={({ login }) => `user-row-${login}`}
      columns={[
        {
          key: "name",
          header: t("users.name"),
          primary: true,
          cell: ({ id, name }) =>
            id === own ? (
              <>
                {name} <Badge>{t("users.you")}</Badge>
              </>
            ) : (
              <Link href={`/admin/users/${id}`} prefetch={false} className="link">
                {name}
              </Link>
            ),
        },
        { key: "login", header: t("users.login"), cell: ({ login }) => login },
        { key: "role", header: t("field.role"), cell: ({ role }) => roles(role) },
        { key: "team", header: t("field.teamId"), cell: ({ teamId }) => teamName(teams, teamId) ?? t("users.no_team") },
        { key: "status", header: t("field.status"), cell: ({ active }) => t(active ? "status.active" : "status.disabled") },
      ]}
    />
  );
}

export function InvitationTable({ invitations, teams, zone }: { invitations: readonly Invitation[]; teams: readonly Team[]; zone: string }) {
  const t = useTranslations("admin");
  const roles = useTranslations("vocab.roles");
  const locale = useLocale() as Locale;
  return (
    <DataTable<Invitation>
      caption={t("invitations.title")}
      rows={invitations}
      rowKey={({ expiresAt, name }) => `${expiresAt}/${name}`}
      columns={[
        { key: "name", header: t("invitations.name"), primary: true, cell: ({ name }) => name || t("invitations.unnamed") },
        { key: "role", header: t("field.role"), cell: ({ role }) => (role ? roles(role) : "") },
        { key: "team", header: t("field.teamId"), cell: ({ teamId }) => teamName(teams, teamId) },
        { key: "expires", header: t("invitations.expires"), cell: ({ expiresAt }) => formatInstant(expiresAt, zone, locale, { compact: true }) },
      ]}
    />
  );
}

export function TeamList({ teams, users }: { teams: readonly Team[]; users: readonly User[] }) {
  const t = useTranslations("admin");
  return (
    <ul className="grid gap-1">
      {teams.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap gap-x-3" data-testid="team-row">
          <span className="wrap-anywhere">{name}</span>
          <span className="text-muted">{t("teams.members", { count: users.filter((user) => user.teamId === id).length })}</span>
        </li>
      ))}
    </ul>
  );
}
