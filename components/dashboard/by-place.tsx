import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/case-words";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { caseQueryString } from "@/lib/model/case-query";

export type PlaceCount = { placeId: string; nameKk: string; nameRu: string; nameEn: string; held: number; overdue: number };

/** Those still inside by city: a table whose bars are drawn, with the overdue part of each in front. */
export function ByPlace({ rows }: { rows: readonly PlaceCount[] }) {
  const t = useTranslations("dashboard.by_place");
  const locale = useLocale() as Locale;
  const most = Math.max(1, ...rows.map((row) => row.held));
  return (
    <Section id="by-place" title={t("title")} data-testid="by-place">
      {rows.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <table className="w-full text-start [&_td]:py-1 [&_th]:py-1 [&_th]:text-start">
          <thead className="text-sm text-muted">
            <tr>
              <th scope="col">{t("place")}</th>
              <th scope="col" className="w-1/2 max-sm:hidden">
                <span className="sr-only">{t("bar")}</span>
              </th>
              <th scope="col" className="text-end!">
                {t("held")}
              </th>
              <th scope="col" className="text-end!">
                {t("overdue")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.placeId} className="border-t border-line" data-testid="by-place-row">
                <th scope="row" className="font-normal">
                  <Link href={`/cases${caseQueryString({ placeId: row.placeId })}`} prefetch={false} className="link inline-block min-h-6">
                    {placeName({ placeKk: row.nameKk, placeRu: row.nameRu, placeEn: row.nameEn }, locale)}
                  </Link>
                </th>
                <td className="max-sm:hidden">
                  <svg width="100%" height="12" aria-hidden="true" focusable="false">
                    <rect width={`${(row.held / most) * 100}%`} height="12" rx="2" className="fill-custody" />
                    <rect width={`${(row.overdue / most) * 100}%`} height="12" rx="2" className="fill-overdue" />
                  </svg>
                </td>
                <td className="text-end">{formatCount(row.held, locale)}</td>
                <td className="text-end">{formatCount(row.overdue, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
