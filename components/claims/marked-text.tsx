import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { markTree, type MarkPiece } from "./mark-tree";
import "./marks.css";

/** Something found in a text: its kind, where it leads to, and whether it was accepted already. */
export type Mark = { key: string; kind: string; start: number; end: number; accepted: boolean };

type Props = {
  /** The id of the text, for whoever selects words in it. */
  id: string;
  text: string;
  language: string;
  marks: readonly Mark[];
};

/** A text whole, with what was found in it highlighted in place. Nothing but the text itself stands inside, so that places in it can be counted. */
export function MarkedText({ id, text, language, marks }: Props) {
  const kinds = useTranslations("vocab.claim_kinds");
  const drawn = (pieces: readonly MarkPiece<Mark>[]): ReactNode[] => pieces.map((piece, at) => (typeof piece === "string" ? piece : <MarkPart key={`${piece.span.key}-${at}`} piece={piece} title={kinds(piece.span.kind)} drawn={drawn} />));
  return (
    <div id={id} lang={language === "other" ? undefined : language} className="max-w-prose leading-loose wrap-anywhere whitespace-pre-wrap" data-testid="marked-text">
      {drawn(markTree(text, marks))}
    </div>
  );
}

type PartProps = { piece: Exclude<MarkPiece<Mark>, string>; title: string; drawn: (pieces: readonly MarkPiece<Mark>[]) => ReactNode[] };

/** One mark; its own words lead to the line that accepts it. */
function MarkPart({ piece: { span, inside }, title, drawn }: PartProps) {
  const first = inside.findIndex((each) => typeof each === "string");
  return (
    <mark id={`mark-${span.key}`} className="claim-mark" data-kind={span.kind} data-accepted={span.accepted ? "" : undefined} title={title}>
      {inside.map((each, at) =>
        at === first ? (
          <a key="words" href={`#take-${span.key}`}>
            {each as string}
          </a>
        ) : (
          drawn([each])
        ),
      )}
    </mark>
  );
}

/** What the marks mean, for the kinds that the text has. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations("claims.read");
  const kinds = useTranslations("vocab.claim_kinds");
  const counted = new Map<string, number>();
  for (const { kind } of marks) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  if (counted.size === 0) return null;
  return (
    <div className="grid gap-1 text-sm" data-testid="mark-legend">
      <p className="text-muted">{t("legend")}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {[...counted].map(([kind, count]) => (
          <li key={kind}>
            <mark className="claim-mark px-0.5" data-kind={kind}>
              {kinds(kind)}
            </mark>{" "}
            <span className="text-muted tabular-nums">{count}</span>
          </li>
        ))}
        {marks.some(({ accepted }) => accepted) && (
          <li>
            <span aria-hidden className="font-bold text-released">
              ✓
            </span>{" "}
            {t("legend_accepted")}
          </li>
        )}
      </ul>
    </div>
  );
}
