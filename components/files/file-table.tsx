import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { fileTypeLabel, type FileItem } from "@/lib/model/file";
import { FileMarks, FileName } from "./evidence-files";
import { sizeWords } from "./file-words";

export function FileTable({ items, zone }: { items: readonly FileItem[]; zone: string }) {
  const t = useTranslations("files");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      rowTestId={(item) => `file-row-${item.id}`}
      data-testid="file-table"
      columns={[
        { key: "name", header: t("column.name"), primary: true, cell: (item) => <FileName item={item} /> },
        { key: "type", header: t("column.type"), cell: (item) => fileTypeLabel(item.type) },
        { key: "size", header: t("column.size"), cell: (item) => sizeWords(item.size, t, locale) },
        { key: "received", header: t("column.received"), cell: (item) => (item.receivedAt === null ? null : formatInstant(item.receivedAt, zone, locale, { compact: true })) },
        { key: "sha256", header: t("column.sha256"), cell: (item) => <code className="text-sm">{item.sha256.slice(0, 12)}…</code> },
        { key: "state", header: t("column.state"), cell: (item) => (item.withdrawn !== null || item.isProtected ? <FileMarks item={item} /> : null) },
      ]}
    />
  );
}
