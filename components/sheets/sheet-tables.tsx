import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

export type TakenSheet = { id: string; createdAt: number; rows: number; reason: string; fetchable: boolean };
export type BroughtSheet = { id: string; fileName: string; state: string; createdAt: number; saved: number };

/** Sheets that were taken out, newest first; each is there to be fetched for an hour. */
export function TakenTable({ items, zone }: { items: readonly TakenSheet[]; zone: string }) {
  const t = useTranslations("sheets.taken");
  const locale = useLocale() as Locale;
  return (
    <DataTable<TakenSheet>
      caption={t("title")}
      rows={items}
      rowKey={({ id }) => id}
      data-testid="taken-sheets"
      columns={[
        { key: "when", header: t("column.when"), primary: true, cell: ({ createdAt }) => formatInstant(createdAt, zone, locale, { compact: true }) },
        { key: "rows", header: t("column.rows"), align: "end", cell: ({ rows }) => formatCount(rows, locale) },
        { key: "reason", header: t("column.reason"), cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
        { key: "file", header: t("column.file"), cell: ({ id, fetchable }) => (fetchable ? <FetchLink id={id} /> : t("gone")) },
      ]}
    />
  );
}

export function FetchLink({ id }: { id: string }) {
  const t = useTranslations("sheets.taken");
  return (
    <a href={`/api/sheets/${id}`} download className="link" data-testid={`fetch-${id}`}>
      {t("fetch")}
    </a>
  );
}

/** Sheets that came back, newest first. */
export function BroughtTable({ items, zone }: { items: readonly BroughtSheet[]; zone: string }) {
  const t = useTranslations("sheets.drafts");
  const locale = useLocale() as Locale;
  return (
    <DataTable<BroughtSheet>
      caption={t("title")}
      rows={items}
      rowKey={({ id }) => id}
      data-testid="brought-sheets"
      columns={[
        {
          key: "file",
          header: t("column.file"),
          primary: true,
          cell: ({ id, fileName }) => (
            <Link href={`/sheets/${id}`} prefetch={false} className="link wrap-anywhere">
              {fileName}
            </Link>
          ),
        },
        { key: "state", header: t("column.state"), cell: ({ state }) => t(`state.${state}`) },
        { key: "when", header: t("column.when"), cell: ({ createdAt }) => formatInstant(createdAt, zone, locale, { compact: true }) },
        { key: "saved", header: t("column.saved"), align: "end", cell: ({ state, saved }) => (state === "applied" ? formatCount(saved, locale) : "–") },
      ]}
    />
  );
}
