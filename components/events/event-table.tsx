import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { counterName, figureText, type CountFacts } from "./count-facts";
import { periodText, sitesText, type ShownSite } from "@/lib/wording/event-words";

export type EventItem = {
  id: string;
  kind: string;
  title: string;
  start: string | null;
  end: string | null;
  sites: readonly ShownSite[];
  caseCount: number;
  /** What was reported of people detained, each figure by itself. */
  reported: readonly Pick<CountFacts, "id" | "attributedTo" | "bound" | "figure" | "figureTo">[];
};

export function EventTable({ items }: { items: readonly EventItem[] }) {
  const t = useTranslations("events");
  const vocab = useTranslations("vocab.event_kinds");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      rowTestId={(item) => `event-row-${item.id}`}
      data-testid="event-table"
      columns={[
        {
          key: "title",
          header: t("column.title"),
          primary: true,
          cell: (item) => (
            <Link href={`/events/${item.id}`} prefetch={false} className="link">
              {item.title}
            </Link>
          ),
        },
        { key: "kind", header: t("column.kind"), cell: (item) => vocab(item.kind) },
        { key: "when", header: t("column.when"), cell: (item) => periodText(item.start, item.end, locale) },
        { key: "where", header: t("column.where"), cell: (item) => sitesText(item.sites, locale) },
        {
          key: "reported",
          header: t("column.reported"),
          cell: ({ reported }) =>
            reported.length > 0 && (
              <ul className="grid gap-0.5">
                {reported.map((count) => (
                  <li key={count.id}>
                    {figureText(count, t, (value) => formatCount(value, locale))} <span className="text-sm text-muted">{counterName(count, t)}</span>
                  </li>
                ))}
              </ul>
            ),
        },
        { key: "cases", header: t("column.cases"), align: "end", cell: (item) => item.caseCount },
      ]}
    />
  );
}
