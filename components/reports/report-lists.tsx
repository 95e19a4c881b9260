import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/button";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { reportSubjects, type ReportKind } from "@/lib/model/report";
import { periodWords, reportName } from "@/lib/wording/report-words";

export type ListedReport = {
  id: string;
  kind: string;
  variant: string;
  state: string;
  profile: string;
  series: string | null;
  number: number | null;
  fromDay: string | null;
  toDay: string | null;
  issuedAt: number | null;
  updatedAt: number;
  authorName: string | null;
  issuerName: string | null;
  /** Who it is for, where that is neither the house nor everybody. */
  recipientName: string | null;
  /** The reference of the case or the title of the event that it is about. */
  subject: string | null;
};

/** The list from which the one record is chosen that such a report is about. */
const begins = (kind: ReportKind): string => (reportSubjects[kind] === "event" ? "/events" : kind === "overdue_letter" ? "/?view=overdue" : "/cases");

/** Every kind of report with what it is; those about one case or event begin on its page. */
export function KindList({ kinds }: { kinds: readonly ReportKind[] }) {
  const t = useTranslations("reports");
  return (
    <ul className="grid gap-3 md:grid-cols-2" data-testid="report-kinds">
      {kinds.map((kind) => (
        <li key={kind} className="card grid content-start gap-2" data-testid={`kind-${kind}`}>
          <h3>{t(`kind.${kind}.title`)}</h3>
          <p className="text-muted">{t(`kind.${kind}.about`)}</p>
          {reportSubjects[kind] === "filter" ? (
            <p className="mt-1">
              <LinkButton href={`/reports/new?kind=${kind}`} data-testid={`action-new-${kind}`}>
                {t("library.start")}
                <span className="sr-only">: {t(`kind.${kind}.title`)}</span>
              </LinkButton>
            </p>
          ) : (
            <p className="mt-1">
              <LinkButton href={begins(kind)} data-testid={`action-choose-${kind}`}>
                {t(reportSubjects[kind] === "event" ? "library.choose_event" : kind === "overdue_letter" ? "library.choose_overdue" : "library.choose_case")}
                <span className="sr-only">: {t(`kind.${kind}.title`)}</span>
              </LinkButton>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

type Props = { items: readonly ListedReport[]; zone: string; drafts?: boolean };

/** Reports, the newest first; one that was withdrawn is struck through. */
export function ReportTable({ items, zone, drafts = false }: Props) {
  const t = useTranslations("reports");
  const locale = useLocale() as Locale;
  const words = useTranslations("reports.document");
  const addressed = (item: ListedReport) => {
    const text = [addressee(item, t), item.subject].filter(Boolean).join(" · ");
    return text !== "" && <span className="block text-sm font-normal text-muted">{text}</span>;
  };
  const name = (item: ListedReport) => (drafts ? t(`kind.${item.kind}.title`) : reportName(item, words));
  return (
    <DataTable<ListedReport>
      caption={t(drafts ? "drafts.title" : "issued.title")}
      rows={items}
      rowKey={({ id }) => id}
      rowTestId={({ id }) => `report-row-${id}`}
      data-testid={drafts ? "draft-table" : "issued-table"}
      columns={[
        {
          key: "name",
          header: t(drafts ? "column.kind" : "column.number"),
          primary: true,
          cell: (item) => (
            <>
              <Link href={`/reports/${item.id}`} prefetch={false} className={drafts ? "link" : "link sm:whitespace-nowrap"}>
                {item.state === "withdrawn" ? <del>{name(item)}</del> : name(item)}
              </Link>
              {drafts && addressed(item)}
            </>
          ),
        },
        ...(drafts
          ? []
          : [
              {
                key: "kind",
                header: t("column.kind"),
                cell: (item: ListedReport) => (
                  <div>
                    {t(`kind.${item.kind}.title`)}
                    {addressed(item)}
                  </div>
                ),
              },
            ]),
        { key: "period", header: t("column.period"), cell: ({ fromDay, toDay }) => periodWords(fromDay, toDay, locale, { compact: true }) },
        { key: "to", header: t("column.to"), cell: ({ profile, recipientName }) => recipientName ?? t(`to.${profile}`) },
        { key: "by", header: t("column.by"), cell: ({ authorName, issuerName }) => (drafts ? authorName : issuerName) ?? "–" },
        { key: "when", header: t(drafts ? "column.changed" : "column.when"), cell: ({ issuedAt, updatedAt }) => formatInstant(issuedAt ?? updatedAt, zone, locale, { compact: true }) },
        ...(drafts ? [] : [{ key: "state", header: t("column.state"), cell: ({ state }: ListedReport) => t(`state.${state}`) }]),
      ]}
    />
  );
}

/** The body that a letter, an appeal or a communication is written to; "" for reports that are written to nobody. */
function addressee({ kind, variant }: ListedReport, t: ReturnType<typeof useTranslations<"reports">>): string {
  if (variant !== "" && t.has(`variant.${kind}.${variant}`)) return t(`variant.${kind}.${variant}`);
  return t.has(`addressee.${kind}`) ? t(`addressee.${kind}`) : "";
}
