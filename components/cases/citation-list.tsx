import Link from "next/link";
import { useTranslations } from "next-intl";
import { citedFields } from "@/lib/model/vocabularies";
import type { CaseFrame, ShownCitation } from "./case-facts";
import { Withdrawn } from "./withdrawn";

function Quoted({ shown: { citation, source }, frame }: { shown: ShownCitation; frame: CaseFrame }) {
  const t = useTranslations("cases.citations");
  return (
    <li className="border-s-2 border-line ps-3" data-testid={`citation-${citation.id}`}>
      <blockquote className={citation.withdrawn === null ? "wrap-anywhere whitespace-pre-line" : "line-through"}>
        <q>{citation.quote}</q>
      </blockquote>
      <p className="text-sm">
        <Link href={`/sources/${source.id}`} prefetch={false} className="link">
          {source.title}
        </Link>
        {source.publisher && ` · ${source.publisher}`}
        {frame.editable && citation.withdrawn === null && (
          <span className="print:hidden">
            {" · "}
            <Link href={`/cases/${frame.caseId}/citations/${citation.id}`} prefetch={false} className="link" data-testid={`withdraw-citation-${citation.id}`}>
              {t("withdraw")}
            </Link>
          </span>
        )}
      </p>
      <Withdrawn reason={citation.withdrawn} />
    </li>
  );
}

/** What sources say word for word, by the fact that it supports. */
export function CitationList({ citations, frame }: { citations: readonly ShownCitation[]; frame: CaseFrame }) {
  const t = useTranslations("cases.citations");
  const vocab = useTranslations("vocab.cited_fields");
  if (citations.length === 0) return <p className="text-muted">{t("none")}</p>;
  const groups = citedFields.map((field) => ({ field, shown: citations.filter(({ citation }) => citation.field === field) })).filter(({ shown }) => shown.length > 0);
  return (
    <div className="grid gap-3">
      {groups.map(({ field, shown }) => (
        <div key={field} className="grid gap-2" data-testid={`citations-${field}`}>
          <h3 className="text-sm text-muted">{vocab(field)}</h3>
          <ul className="grid gap-2">
            {shown.map((each) => (
              <Quoted key={each.citation.id} shown={each} frame={frame} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
