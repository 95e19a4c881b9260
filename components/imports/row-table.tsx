import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { StatusPill } from "@/components/ui/status-pill";
import type { Finding, PlannedEvent, RowVerdict } from "@/lib/exchange/event-plan";
import { formatCount, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { findingText } from "./finding-words";

/** A row as the page shows it: what it would become or became, and what there is to say about it. */
export type ShownRow = {
  row: number;
  verdict: RowVerdict;
  problems: readonly Finding[];
  doubts: readonly Finding[];
  event: PlannedEvent | null;
  /** The event that it became, or that it looks like. */
  link: { id: string; title: string } | null;
  cells: readonly string[];
};
type Props = { rows: readonly ShownRow[]; headings: readonly string[]; caption: string; recorded: boolean; placeName: (event: PlannedEvent) => string };

const looks = { accepted: ["released", CircleCheck], aside: ["today", CircleDashed], refused: ["overdue", CircleX] } as const;

/** Rows of a file with their verdicts, each with what is recorded of it and every problem and doubt in words. */
export function RowTable({ rows, headings, caption, recorded, placeName }: Props) {
  const t = useTranslations("imports");
  return (
    <DataTable<ShownRow>
      caption={caption}
      rows={rows}
      rowKey={({ row }) => String(row)}
      rowTestId={({ row }) => `row-${row}`}
      data-testid="row-table"
      columns={[
        { key: "row", header: t("column.row"), primary: true, cell: ({ row }) => <span className="whitespace-nowrap">{t("row", { number: row })}</span> },
        {
          key: "verdict",
          header: t("column.verdict"),
          cell: ({ verdict }) => (
            <StatusPill tone={looks[verdict][0]} icon={looks[verdict][1]} className="whitespace-nowrap" data-testid={`verdict-${verdict}`}>
              {t(`verdict.${verdict === "accepted" && recorded ? "recorded" : verdict}`)}
            </StatusPill>
          ),
        },
        { key: "event", header: t("column.event"), whole: true, cell: (row) => <RowEvent row={row} recorded={recorded} placeName={placeName} /> },
        { key: "findings", header: t("column.findings"), whole: true, cell: (row) => <Findings row={row} headings={headings} /> },
      ]}
    />
  );
}

function RowEvent({ row: { event, link, verdict, cells }, recorded, placeName }: { row: ShownRow; recorded: boolean; placeName: Props["placeName"] }) {
  const t = useTranslations("imports");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  if (recorded && verdict === "accepted" && link)
    return (
      <Link href={`/events/${link.id}`} prefetch={false} className="link">
        {link.title}
      </Link>
    );
  if (!event) return <p className="text-sm wrap-anywhere text-muted">{cells.filter(Boolean).map((cell) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell)).slice(0, 6).join(" · ")}</p>;
  const facts = [vocab(`event_kinds.${event.kind}`), event.start === null ? t("preview.no_date") : formatUncertain(event.start, locale, { compact: true }), [placeName(event), event.spot].filter(Boolean).join(", ")];
  const parts = [
    ...event.counts.map((count) => t("preview.count", { category: vocab(`count_categories.${count.category}`), figure: [count.figure, count.figureTo].filter((each) => each !== null).map((each) => formatCount(each, locale)).join("–"), bound: vocab(`count_bounds.${count.bound}`), who: count.attributedTo })),
    ...(event.organisers.length ? [event.organisers.join(", ")] : []),
    ...(event.permit === "unknown" ? [] : [vocab(`permits.${event.permit}`)]),
    ...(event.stations.length ? [t("preview.stations", { count: event.stations.length })] : []),
    ...(event.addresses.length ? [t("preview.sources", { count: event.addresses.length })] : []),
  ];
  return (
    <div className="grid gap-0.5 wrap-anywhere">
      <p className="font-medium">{event.title}</p>
      <p>{facts.join(" · ")}</p>
      <p className="text-sm text-muted">{parts.join(" · ")}</p>
    </div>
  );
}

function Findings({ row: { problems, doubts, link, verdict }, headings }: { row: ShownRow; headings: readonly string[] }) {
  const t = useTranslations("imports");
  const forms = useTranslations("forms");
  if (problems.length + doubts.length === 0) return <span className="text-muted">{t("preview.nothing")}</span>;
  return (
    <ul className="grid gap-1 wrap-anywhere">
      {problems.map((finding, at) => (
        <li key={`problem-${at}`} className="text-overdue" data-testid={`problem-${finding.code}`}>
          {findingText(finding, headings, t, forms)}
        </li>
      ))}
      {doubts.map((finding, at) => (
        <li key={`doubt-${at}`} data-testid={`doubt-${finding.code}`}>
          <strong className="font-medium">{t("preview.doubt")}</strong> {findingText(finding, headings, t, forms)}
        </li>
      ))}
      {verdict !== "accepted" && link && (
        <li>
          <Link href={`/events/${link.id}`} prefetch={false} className="link">
            {t("preview.known_event")}
          </Link>
        </li>
      )}
    </ul>
  );
}
