import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { formatDay, formatInstant, formatTerm, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Implied } from "@/lib/release/calculate-facts";
import type { ImpliedStart } from "@/lib/release/inverse";
import type { Convention } from "@/lib/release/types";

type Row = { convention: Convention; start: ImpliedStart | undefined; days: { least: number; most: number } | null | undefined };

/** What the release would imply if the term was counted so: always marked as a hypothesis. */
export function ImpliedTable({ implied, zone }: { implied: Implied; zone: string }) {
  const t = useTranslations("calculator.implied");
  const release = useTranslations("release");
  const locale = useLocale() as Locale;
  const startWords = (start: ImpliedStart): string => {
    if (start === null) return t("no_start");
    if ("at" in start) return formatInstant(start.at, zone, locale, { weekday: true });
    if ("date" in start) return formatDay(start.date, locale, { weekday: true });
    if ("candidates" in start) return start.candidates.map((each) => (each.includes("T") ? formatInstant(each, zone, locale) : formatDay(each, locale))).join("; ");
    if ("from" in start) return formatWindow(start.from, start.to, zone, locale, { weekday: true });
    return formatUncertain(`${start.dateFrom ?? ".."}/${start.dateTo ?? ".."}`, locale);
  };
  const daysWords = ({ least, most }: { least: number; most: number }): string =>
    least === most ? formatTerm({ d: least }, locale) : `${least}–${formatTerm({ d: most }, locale)}`;
  const used = [...new Set([...implied.starts, ...implied.days].map(({ convention }) => convention))];
  const rows = used.map((convention): Row => ({
    convention,
    start: implied.starts.find((each) => each.convention === convention)?.start,
    days: implied.days.find((each) => each.convention === convention)?.days,
  }));
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    { key: "reading", header: t("reading"), primary: true, cell: ({ convention }) => release(`convention.${convention}`) },
    ...(implied.starts.length > 0 ? [{ key: "start", header: t("start"), cell: ({ start }: Row) => (start === undefined ? "" : startWords(start)) }] : []),
    ...(implied.days.length > 0 ? [{ key: "days", header: t("days"), cell: ({ days }: Row) => (days ? daysWords(days) : t("no_term")) }] : []),
  ];
  return (
    <Section id="implied" title={t(`title_${implied.from}`)} data-testid="implied">
      <p>
        <Badge>{t("hypothesis")}</Badge> <span className="text-sm text-muted">{t("explain")}</span>
      </p>
      <DataTable caption={t(`title_${implied.from}`)} columns={columns} rows={rows} rowKey={({ convention }) => convention} rowTestId={({ convention }) => `implied-${convention}`} />
    </Section>
  );
}
