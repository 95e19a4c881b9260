import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { basisOf, caseName } from "@/lib/wording/case-words";
import { InstitutionLink } from "@/components/institutions/institution-link";
import { DataTable, type Column } from "@/components/ui/data-table";
import { formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { NamedInstitution } from "@/lib/model/institution-name";
import { hoursOf, hoursWords } from "@/lib/wording/over-words";

export type ShownOverCase = {
  id: string;
  reference: string;
  personName: string;
  sex: string;
  slot: number | null;
  slotCount: number | null;
  seizedText: string | null;
  placeKk: string;
  placeRu: string;
  placeEn: string;
  zone: string;
  outstanding: boolean;
  releasedText: string | null;
  /** The earliest and the latest lawful reading; the latest is exclusive. */
  watchFrom: number | null;
  dueSort: number | null;
  expectedBasis: string;
  countingConfirmed: boolean;
  facility: NamedInstitution | null;
  court: NamedInstitution | null;
  overKind: string;
  least: number;
  most: number | null;
};

/** Everybody held too long, the longest first, with the hours and what they are counted from and to. */
export function OverList({ items }: { items: readonly ShownOverCase[] }) {
  const t = useTranslations("overheld");
  const names = useTranslations("dashboard");
  const kinds = useTranslations("vocab.over_kinds");
  const locale = useLocale() as Locale;
  const columns: Column<ShownOverCase>[] = [
    {
      key: "person",
      header: t("column.person"),
      primary: true,
      cell: (item) => (
        <>
          <Link href={`/cases/${item.id}#release`} prefetch={false} className="link">
            {caseName(item, names, locale)}
          </Link>
          <span className="block text-sm font-normal text-muted tabular-nums">{item.reference}</span>
        </>
      ),
    },
    {
      key: "hours",
      header: t("column.hours"),
      cell: (item) => (
        <div>
          <strong data-testid="over-hours">{hoursWords(hoursOf(item), t, locale)}</strong>
          <span className="block text-sm text-muted">
            {kinds(item.overKind)} · {names(`basis.${basisOf(item)}`)}
          </span>
        </div>
      ),
    },
    {
      key: "counted",
      header: t("column.counted"),
      cell: (item) => (
        <div>
          {formatWindow(item.watchFrom, item.dueSort, item.zone, locale, { compact: true })}
          <span className="block">{item.outstanding ? <strong className="text-overdue">{t("still_held")}</strong> : t("released", { when: formatUncertain(item.releasedText, locale, { compact: true }) })}</span>
        </div>
      ),
    },
    { key: "facility", header: t("column.facility"), cell: (item) => (item.facility ? <InstitutionLink of={item.facility} /> : t("by.facility.unknown")) },
    { key: "court", header: t("column.court"), cell: (item) => (item.court ? <InstitutionLink of={item.court} /> : t("by.court.unknown")) },
  ];
  return <DataTable caption={t("list_caption")} columns={columns} rows={items} rowKey={(item) => item.id} rowTestId={(item) => `over-row-${item.reference}`} data-testid="over-list" />;
}
