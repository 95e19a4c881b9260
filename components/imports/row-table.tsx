import { CircleCheck, CircleDashed, CircleSlash, CircleX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { StatusPill } from "@/components/ui/status-pill";
import type { Finding, JudgedRow, RowVerdict } from "@/lib/exchange/event-plan";
import type { PlannedPlace } from "@/lib/exchange/place-plan";
import type { ImportKind } from "@/lib/model/import-kind";
import { findingText } from "./finding-words";
import { usePlanWords } from "./plan-words";

/** A row as the page shows it: what it would become or became, and what there is to say about it. */
export type ShownRow = {
  row: number;
  verdict: RowVerdict | "withdrawn";
  problems: readonly Finding[];
  doubts: readonly Finding[];
  plan: JudgedRow["plan"];
  /** The record that it became, or that it looks like. */
  link: { id: string; name: string } | null;
  cells: readonly string[];
  /** Set aside for a likeness that somebody may overrule. */
  mayTake: boolean;
};
type Props = { rows: readonly ShownRow[]; kind: ImportKind; headings: readonly string[]; caption: string; recorded: boolean; placeName: (place: PlannedPlace) => string; take: (row: number) => ReactNode };

const looks = { accepted: ["released", CircleCheck], aside: ["today", CircleDashed], refused: ["overdue", CircleX], withdrawn: ["today", CircleSlash] } as const;

/** Rows of a file with their verdicts, each with what is recorded of it and every problem and doubt in words. */
export function RowTable({ rows, kind, headings, caption, recorded, placeName, take }: Props) {
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
        { key: "event", header: t("column.event"), whole: true, cell: (row) => <RowPlan row={row} kind={kind} recorded={recorded} placeName={placeName} /> },
        { key: "findings", header: t("column.findings"), whole: true, cell: (row) => <Findings row={row} kind={kind} headings={headings} take={take} /> },
      ]}
    />
  );
}

function RowPlan({ row: { plan, link, verdict, cells }, kind, recorded, placeName }: { row: ShownRow; kind: ImportKind; recorded: boolean; placeName: Props["placeName"] }) {
  const words = usePlanWords(placeName);
  if (recorded && verdict === "accepted" && link)
    return (
      <Link href={`/${kind}/${link.id}`} prefetch={false} className="link wrap-anywhere">
        {link.name}
      </Link>
    );
  if (!plan) return <p className="text-sm wrap-anywhere text-muted">{cells.filter(Boolean).map((cell) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell)).slice(0, 6).join(" · ")}</p>;
  const { title, facts, parts } = words(plan);
  return (
    <div className="grid gap-0.5 wrap-anywhere">
      <p className="font-medium">{title}</p>
      <p>{facts.join(" · ")}</p>
      {parts.length > 0 && <p className="text-sm text-muted">{parts.join(" · ")}</p>}
    </div>
  );
}

function Findings({ row: { row, problems, doubts, link, verdict, mayTake }, kind, headings, take }: { row: ShownRow; kind: ImportKind; headings: readonly string[]; take: Props["take"] }) {
  const t = useTranslations("imports");
  const forms = useTranslations("forms");
  if (problems.length + doubts.length === 0) return <span className="text-muted">{t("preview.nothing")}</span>;
  return (
    <>
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
            <Link href={`/${kind}/${link.id}`} prefetch={false} className="link">
              {t(`preview.known_${kind}`)}
            </Link>
          </li>
        )}
      </ul>
      {mayTake && take(row)}
    </>
  );
}
