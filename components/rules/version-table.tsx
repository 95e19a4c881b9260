import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { RuleList } from "@/lib/release/rules/rule";
import { ValueWords, type Own } from "./rule-value";

/** Every version of an own value, newest first; those that went back to the law are among them. */
export function VersionTable({ list, versions, zone }: { list: RuleList; versions: readonly Own[]; zone: string }) {
  const t = useTranslations("rules");
  const locale = useLocale() as Locale;
  return (
    <DataTable<Own>
      caption={t("history.title")}
      rows={versions}
      rowKey={({ version }) => String(version)}
      rowTestId={({ version }) => `version-${version}`}
      columns={[
        { key: "version", header: t("history.version"), primary: true, cell: ({ version }) => version },
        {
          key: "value",
          header: t("history.value"),
          cell: ({ restored, value }) => (restored ? t("history.restored") : <div>{value === null ? t("own.unreadable") : <ValueWords list={list} value={value} />}</div>),
        },
        {
          key: "why",
          header: t("history.why"),
          cell: ({ reason, source }) => (
            <div>
              <span className="block whitespace-pre-line">{reason}</span>
              {source && <span className="block text-sm text-muted">{t("own.source", { source })}</span>}
            </div>
          ),
        },
        { key: "who", header: t("history.who"), cell: ({ author, at }) => t("own.by", { author, time: formatInstant(at, zone, locale, { compact: true }) }) },
      ]}
    />
  );
}
