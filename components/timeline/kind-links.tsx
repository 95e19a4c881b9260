import Link from "next/link";
import { useTranslations } from "next-intl";
import { timelineKinds, type TimelineKind } from "@/lib/model/vocabularies";

type Props = { caseId: string; counts: ReadonlyMap<TimelineKind, number>; current: TimelineKind | undefined };

/** The kinds of which there is something, each with an address of its own. */
export function KindLinks({ caseId, counts, current }: Props) {
  const t = useTranslations("timeline");
  const vocab = useTranslations("vocab.timeline_kinds");
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const link = (kind: TimelineKind | undefined, word: string, count: number) => (
    <li key={kind ?? "all"}>
      <Link href={`/cases/${caseId}/timeline${kind ? `?kind=${kind}` : ""}`} prefetch={false} aria-current={kind === current ? "page" : undefined} className="view-link" data-testid={`kind-${kind ?? "all"}`}>
        {word} <span className="ms-1.5 tabular-nums">{count}</span>
      </Link>
    </li>
  );
  return (
    <nav aria-label={t("filter")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {link(undefined, t("all"), all)}
        {timelineKinds.filter((kind) => counts.has(kind)).map((kind) => link(kind, vocab(kind), counts.get(kind) ?? 0))}
      </ul>
    </nav>
  );
}
