import { useLocale, useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import type { FormAction } from "@/components/forms/use-form-action";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ApiScope } from "@/lib/model/api";
import type { AudienceProfile } from "@/lib/model/destination";

type Token = { id: string; name: string; prefix: string; profile: AudienceProfile; scopes: ApiScope[]; expiresAt: number; lastUsedDay: string | null; state: "open" | "expired" | "revoked" };
type Props = { action: FormAction; tokens: readonly Token[]; zone: string };

/** One's own tokens, those that ended included, each with a way to end it. */
export function TokenList({ action, tokens, zone }: Props) {
  const t = useTranslations("api");
  const locale = useLocale() as Locale;
  if (tokens.length === 0) return <EmptyState title={t("list.empty")} />;
  return (
    <DataTable<Token>
      caption={t("list.title")}
      rows={tokens}
      rowKey={({ id }) => id}
      rowTestId={({ state }) => `token-${state}`}
      columns={[
        {
          key: "name",
          header: t("list.name"),
          primary: true,
          cell: ({ name, prefix, state }) => (
            <>
              {state === "open" ? name : <s>{name}</s>} <code className="text-sm text-muted">{prefix}…</code>
            </>
          ),
        },
        { key: "may", header: t("list.may"), words: true, cell: ({ scopes }) => <ul className="grid gap-0.5">{scopes.map((scope) => <li key={scope}>{t(`scope.${scope}`)}</li>)}</ul> },
        { key: "told", header: t("list.told"), words: true, cell: ({ profile }) => t(`profile.${profile}`) },
        { key: "until", header: t("list.until"), cell: ({ expiresAt }) => formatInstant(expiresAt, zone, locale, { compact: true }) },
        { key: "used", header: t("list.used"), cell: ({ lastUsedDay }) => (lastUsedDay === null ? t("list.never") : formatUncertain(lastUsedDay, locale)) },
        { key: "state", header: t("list.state"), cell: ({ id, state }) => (state === "open" ? <Revoke action={action} tokenId={id} label={t("list.revoke")} /> : t(`list.${state}`)) },
      ]}
    />
  );
}

function Revoke({ action, tokenId, label }: { action: FormAction; tokenId: string; label: string }) {
  return (
    <FormShell action={action} hidden={{ tokenId }} submitLabel={label} tone="danger" testId="revoke-token">
      {null}
    </FormShell>
  );
}
