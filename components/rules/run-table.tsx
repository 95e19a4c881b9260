import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatCount, formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Run = { id: string; startedAt: number; finishedAt: number | null; examined: number; moved: number };

/** The runs over the open cases, newest first. */
export function RunTable({ runs, zone }: { runs: readonly Run[]; zone: string }) {
  const t = useTranslations("rules");
  const locale = useLocale() as Locale;
  const time = (at: number) => formatInstant(at, zone, locale, { compact: true });
  return (
    <DataTable<Run>
      caption={t("recompute.runs")}
      rows={runs}
      rowKey={({ id }) => id}
      data-testid="runs"
      columns={[
        { key: "started", header: t("recompute.started"), primary: true, cell: ({ startedAt }) => time(startedAt) },
        { key: "examined", header: t("field.examined"), align: "end", cell: ({ examined }) => formatCount(examined, locale) },
        { key: "moved", header: t("field.moved"), align: "end", cell: ({ moved }) => formatCount(moved, locale) },
        { key: "state", header: t("recompute.state"), cell: ({ finishedAt }) => (finishedAt === null ? t("recompute.not_finished") : t("recompute.finished", { time: time(finishedAt) })) },
      ]}
    />
  );
}
