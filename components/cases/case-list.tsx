import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { CaseRows } from "./case-row";
import { caseRowData, caseRowWords } from "./case-row-data";
import "./case-list.css";

type Props = {
  items: readonly CaseSummary[];
  now: number;
  /** Where the reader works: a place's time is named when it differs. */
  zone: string;
  /** Whether the row actions are offered. */
  mayRecord: boolean;
};

const columns = ["person", "status", "held", "release", "actions"] as const;

/** Cases as a dense table; on a phone each becomes a card. Words are made here, rows are drawn by a client component that needs no library. */
export function CaseList({ items, now, zone, mayRecord }: Props) {
  const t = useTranslations("dashboard");
  const release = useTranslations("release");
  const vocabulary = useTranslations("vocab");
  const locale = useLocale() as Locale;
  return (
    <table className="case-list" data-testid="case-list">
      <caption className="sr-only">{t("row.caption")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`row.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <CaseRows rows={items.map((item) => caseRowData(item, { now, zone, t, release, locale }))} words={caseRowWords(t, vocabulary, mayRecord)} />
    </table>
  );
}
