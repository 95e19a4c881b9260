import Link from "next/link";
import { useTranslations } from "next-intl";
import { slotName } from "@/components/people/person-name";

export type SourceCitation = {
  id: string;
  field: string;
  quote: string;
  withdrawn: string | null;
  caseId: string;
  reference: string;
  slot: number | null;
  slotCount: number | null;
  displayName: string;
  sex: string;
};

/** What a source is cited for, case by case. */
export function SourceCitations({ citations, mayWithdraw }: { citations: readonly SourceCitation[]; mayWithdraw: boolean }) {
  const t = useTranslations("sources.citations");
  const people = useTranslations("people");
  const vocab = useTranslations("vocab.cited_fields");
  if (citations.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="grid gap-3" data-testid="source-citations">
      {citations.map((citation) => (
        <li key={citation.id} className="grid gap-1 border-s-4 border-edge ps-3" data-testid={`citation-${citation.id}`}>
          <p>
            <Link href={`/cases/${citation.caseId}`} prefetch={false} className="link inline-block min-h-6">
              {citation.reference}
            </Link>{" "}
            <bdi>{slotName(citation, people)}</bdi> · {vocab(citation.field)}
          </p>
          <blockquote className="wrap-anywhere whitespace-pre-line">{citation.withdrawn === null ? <q>{citation.quote}</q> : <s>{citation.quote}</s>}</blockquote>
          {citation.withdrawn !== null && <p className="text-sm">{t("withdrawn", { reason: citation.withdrawn })}</p>}
          {citation.withdrawn === null && mayWithdraw && (
            <p className="print:hidden">
              <Link href={`/cases/${citation.caseId}/citations/${citation.id}`} prefetch={false} className="link inline-block min-h-6 text-sm" data-testid={`withdraw-citation-${citation.id}`}>
                {t("withdraw")}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
