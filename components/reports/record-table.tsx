import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { ReportRecord } from "@/lib/model/report";

const pages: Record<ReportRecord["kind"], (id: string) => string | null> = { case: (id) => `/cases/${id}`, event: (id) => `/events/${id}`, allegation: (id) => `/allegations/${id}`, count: () => null };

/** The name of a record as the house calls it, as a link where it has a page. */
export function RecordLink({ record }: { record: ReportRecord }) {
  const href = pages[record.kind](record.id);
  return href === null ? (
    record.label
  ) : (
    <Link href={href} prefetch={false} className="link">
      {record.label}
    </Link>
  );
}

/** When somebody was expected or released, in words. */
export function useRecordDates(zone: string): (record: ReportRecord) => string {
  const t = useTranslations("reports.compare");
  const locale = useLocale() as Locale;
  return ({ released, expectedFrom, expectedTo }) => {
    if (released !== null) return formatUncertain(released, locale, { compact: true });
    return expectedFrom === null && expectedTo === null ? t("no_date") : formatWindow(expectedFrom, expectedTo, zone, locale, { compact: true });
  };
}

/** What a report contained, with the version of each record. */
export function RecordTable({ records, zone }: { records: readonly ReportRecord[]; zone: string }) {
  const t = useTranslations("reports");
  const vocab = useTranslations("vocab");
  const dates = useRecordDates(zone);
  return (
    <DataTable<ReportRecord>
      caption={t("frozen.records")}
      rows={records}
      rowKey={({ kind, id }) => `${kind}/${id}`}
      data-testid="record-table"
      columns={[
        { key: "record", header: t("frozen.record"), primary: true, cell: (record) => <RecordLink record={record} /> },
        { key: "version", header: t("frozen.version"), align: "end", cell: ({ version }) => String(version) },
        { key: "then", header: t("frozen.then"), cell: (record) => (record.kind === "case" ? [record.status === null ? "" : vocab(`custody_statuses.${record.status}`), dates(record)].filter(Boolean).join(" · ") : "–") },
      ]}
    />
  );
}
