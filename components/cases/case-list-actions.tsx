import { ClipboardPaste, Download, FileCheck2, FileSpreadsheet, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { caseQueryString, changedQuery, type CaseQuery } from "@/lib/model/case-query";

/** What can be done with a whole list: take it away, or add to it. */
export function ListActions({ query, mayRecord, mayExport }: { query: CaseQuery; mayRecord: boolean; mayExport: boolean }) {
  const t = useTranslations("dashboard");
  const reports = useTranslations("reports");
  return (
    <>
      {mayExport && (
        <LinkButton href={`/exports${caseQueryString(changedQuery(query, { view: query.view ?? "outstanding" }))}`} data-testid="action-export">
          <Download aria-hidden className="size-4" />
          {t("download")}
        </LinkButton>
      )}
      {mayExport && (
        <LinkButton href={`/sheets/new${caseQueryString(changedQuery(query, {}))}`} prefetch={false} data-testid="action-sheet">
          <FileSpreadsheet aria-hidden className="size-4" />
          {t("sheet")}
        </LinkButton>
      )}
      {mayRecord && !mayExport && (
        <LinkButton href="/sheets" data-testid="action-sheets">
          <FileSpreadsheet aria-hidden className="size-4" />
          {t("sheet_back")}
        </LinkButton>
      )}
      {mayRecord && (
        <LinkButton href={`/reports/new?${new URLSearchParams({ kind: "persons_deprived", filter: caseQueryString(changedQuery(query, {})).slice(1) }).toString()}`} data-testid="action-report-on-list">
          <FileCheck2 aria-hidden className="size-4" />
          {reports("from_list")}
        </LinkButton>
      )}
      {mayRecord && (
        <LinkButton href="/sources/new" data-testid="action-paste">
          <ClipboardPaste aria-hidden className="size-4" />
          {t("paste")}
        </LinkButton>
      )}
      {mayRecord && (
        <LinkButton href="/cases/new" prefetch={false} variant="primary" className="max-sm:order-first" data-testid="action-new-case-header">
          <Plus aria-hidden className="size-4" />
          {t("new_case")}
        </LinkButton>
      )}
    </>
  );
}
