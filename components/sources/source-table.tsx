import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { useSourceName } from "./source-name";

export type SourceItem = { id: string; kind: string; title: string; publisher: string; published: string | null; textSha256: string; capturedAt: number; masked: boolean };

export function SourceTable({ items, zone }: { items: readonly SourceItem[]; zone: string }) {
  const t = useTranslations("sources");
  const vocab = useTranslations("vocab.source_kinds");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      rowTestId={(item) => `source-row-${item.id}`}
      data-testid="source-table"
      columns={[
        {
          key: "title",
          header: t("column.title"),
          primary: true,
          cell: (item) => (
            <Link href={`/sources/${item.id}`} prefetch={false} className="link">
              {sourceName({ title: item.title })}
            </Link>
          ),
        },
        { key: "kind", header: t("column.kind"), cell: (item) => vocab(item.kind) },
        { key: "publisher", header: t("column.publisher"), cell: (item) => item.publisher || null },
        { key: "published", header: t("column.published"), cell: (item) => (item.published === null ? null : formatUncertain(item.published, locale, { compact: true })) },
        { key: "captured", header: t("column.captured"), cell: (item) => item.masked ? null : formatInstant(item.capturedAt, zone, locale, { compact: true }) },
        { key: "text", header: t("column.text"), cell: (item) => item.masked ? null : t(item.textSha256 ? "text_kept" : "text_missing") },
      ]}
    />
  );
}
