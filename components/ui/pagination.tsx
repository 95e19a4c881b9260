import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type Props = {
  /** One-based. */
  page: number;
  pageSize: number;
  total: number;
  /** The address of a page, with the filters and the sort order kept. */
  href: (page: number) => string;
};

/** Earlier and later pages as links; nothing when all fits on one page. */
export function Pagination({ page, pageSize, total, href }: Props) {
  const t = useTranslations("common.pages");
  const locale = useLocale() as Locale;
  const count = (number: number) => formatCount(number, locale);
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-3 print:hidden" data-testid="pagination">
      {page > 1 && (
        <Link href={href(page - 1)} rel="prev" prefetch={false} className="button button-secondary">
          <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
          {t("previous")}
        </Link>
      )}
      <span className="text-muted tabular-nums" aria-current="page">
        {t("range", { from: count(from), to: count(Math.min(total, page * pageSize)), total: count(total) })}
      </span>
      {page < last && (
        <Link href={href(page + 1)} rel="next" prefetch={false} className="button button-secondary">
          {t("next")}
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </Link>
      )}
    </nav>
  );
}
