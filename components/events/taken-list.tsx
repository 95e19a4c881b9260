import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CaseName } from "@/components/cases/case-name";
import { CaseStatus } from "@/components/cases/case-status";
import { termWords } from "@/lib/wording/case-words";
import { DataTable } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locales";
import type { CaseSummary } from "@/lib/model/case-summary";
import { eventOutcomes, type EventOutcome } from "@/lib/model/event-outcome";
import { siteText, type ShownSite } from "@/lib/wording/event-words";

export type TakenCase = {
  item: CaseSummary;
  links: readonly { link: string; siteId: string | null }[];
  siteId: string | null;
  outcome: EventOutcome;
  penalties: readonly { kind: string; term: string | null }[];
};

type Props = { cases: readonly TakenCase[]; sites: readonly ShownSite[]; outcomes: Readonly<Record<string, number>> };

/** Who was taken, site by site, how each belongs to the event, what penalty was given and what became of them. */
export function TakenList({ cases, sites, outcomes }: Props) {
  const t = useTranslations("events");
  const locale = useLocale() as Locale;
  const unknown = { key: "unknown", title: t("site_unknown"), rows: cases.filter(({ siteId }) => siteId === null) };
  const groups = [...sites.map((site) => ({ key: site.id, title: siteText(site, locale), rows: cases.filter(({ siteId }) => siteId === site.id) })), unknown].filter(({ rows }) => rows.length > 0);
  return (
    <div className="grid gap-4">
      <ul className="flex flex-wrap gap-x-4 gap-y-1" data-testid="outcomes">
        {eventOutcomes.flatMap((outcome) => {
          const count = outcomes[outcome] ?? 0;
          return count === 0 ? [] : [<li key={outcome} data-testid={`outcome-${outcome}`}>{t("outcome_count", { outcome: t(`outcome.${outcome}`), count })}</li>];
        })}
      </ul>
      {groups.map(({ key, title, rows }) => (
        <div key={key} className="grid gap-2" data-testid={`taken-at-${key}`}>
          {(groups.length > 1 || key !== "unknown") && <h3>{title}</h3>}
          <TakenTable caption={title} rows={rows} />
        </div>
      ))}
    </div>
  );
}

function TakenTable({ caption, rows }: { caption: string; rows: readonly TakenCase[] }) {
  const t = useTranslations("events");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const penalty = ({ kind, term }: TakenCase["penalties"][number]) => {
    const words = termWords(term, locale);
    return words === null ? vocab(`order_kinds.${kind}`) : t("penalty.with_term", { kind: vocab(`order_kinds.${kind}`), term: words });
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ item }) => item.id}
      rowTestId={({ item }) => `taken-${item.reference}`}
      columns={[
        {
          key: "who",
          header: t("column.who"),
          primary: true,
          cell: ({ item }) => (
            <Link href={`/cases/${item.id}`} prefetch={false} className="link wrap-anywhere">
              <CaseName item={item} /> <span className="text-sm">{item.reference}</span>
            </Link>
          ),
        },
        { key: "link", header: t("column.link"), words: true, cell: ({ links }) => links.map(({ link }) => vocab(`case_event_links.${link}`)).join("; ") },
        { key: "penalty", header: t("column.penalty"), words: true, cell: ({ penalties }) => (penalties.length ? penalties.map(penalty).join("; ") : <span className="text-muted">{t("penalty.none")}</span>) },
        {
          key: "outcome",
          header: t("column.outcome"),
          cell: ({ item, outcome }) => (
            <span className="grid gap-0.5">
              <span>
                <CaseStatus status={item.status} />
              </span>
              {(outcome === "late" || outcome === "on_time" || outcome === "early") && <span className="text-sm text-muted">{t(`outcome.${outcome}`)}</span>}
            </span>
          ),
        },
      ]}
    />
  );
}
