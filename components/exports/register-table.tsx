import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type RegisterLine = { id: string; what: string; format: string; profile: string; purpose: string | null; recipient: string | null; madeBy: string | null; madeAt: number; rows: number | null; complete: boolean };

/** What was taken out, by whom and for whom; how much of it really left. */
export function RegisterTable({ lines, zone }: { lines: readonly RegisterLine[]; zone: string }) {
  const t = useTranslations("exports");
  const vocab = useTranslations("vocab.consent_purposes");
  const locale = useLocale() as Locale;
  if (lines.length === 0) return <p className="text-muted">{t("register.none")}</p>;
  const left = ({ rows, complete }: RegisterLine) => (rows === null ? t("one.not_yet") : t(complete ? "one.rows" : "one.broken", { rows }));
  return (
    <DataTable
      caption={t("register.caption")}
      rows={lines}
      rowKey={({ id }) => id}
      rowTestId={({ id }) => `export-row-${id}`}
      data-testid="export-register"
      columns={[
        { key: "when", header: t("register.when"), primary: true, cell: ({ madeAt }) => formatInstant(madeAt, zone, locale) },
        { key: "what", header: t("register.what"), words: true, cell: ({ what, format }) => `${t(`what.${what}`)}, ${format === "uwazi" ? "Uwazi" : format.toUpperCase()}` },
        {
          key: "to",
          header: t("register.to"),
          cell: ({ recipient, profile, purpose }) => (
            <>
              <bdi>{recipient ?? t(profile === "internal" ? "to_short.internal" : "to_short.public")}</bdi>
              {purpose && <span className="block text-sm text-muted">{vocab(purpose)}</span>}
            </>
          ),
        },
        { key: "by", header: t("register.by"), cell: ({ madeBy }) => <bdi>{madeBy ?? t("register.command_line")}</bdi> },
        { key: "rows", header: t("register.rows"), words: true, cell: left },
      ]}
    />
  );
}
