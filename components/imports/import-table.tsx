import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Item = { id: string; kind: string; phase: string; fileName: string; state: string; accepted: number; refused: number; aside: number; createdAt: number };

/** Files that were brought in, newest first. */
export function ImportTable({ items, zone }: { items: readonly Item[]; zone: string }) {
  const t = useTranslations("imports");
  const locale = useLocale() as Locale;
  const counted = (item: Item, count: number) => (item.state === "recorded" || item.state === "undone" ? formatCount(count, locale) : "–");
  return (
    <DataTable<Item>
      caption={t("title")}
      rows={items}
      rowKey={({ id }) => id}
      rowTestId={({ id }) => `import-row-${id}`}
      data-testid="import-table"
      columns={[
        {
          key: "file",
          header: t("column.file"),
          primary: true,
          cell: ({ id, fileName }) => (
            <Link href={`/imports/${id}`} prefetch={false} className="link wrap-anywhere">
              {fileName}
            </Link>
          ),
        },
        { key: "state", header: t("column.state"), cell: ({ state, phase }) => t(`state.${phase === "" ? state : phase}`) },
        { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`upload.kind.${kind}`) },
        { key: "begun", header: t("column.begun"), cell: ({ createdAt }) => formatInstant(createdAt, zone, locale, { compact: true }) },
        { key: "accepted", header: t("verdict.recorded"), align: "end", cell: (item) => counted(item, item.accepted) },
        { key: "aside", header: t("verdict.aside"), align: "end", cell: (item) => counted(item, item.aside) },
        { key: "refused", header: t("verdict.refused"), align: "end", cell: (item) => counted(item, item.refused) },
      ]}
    />
  );
}
