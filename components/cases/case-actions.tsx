import { ChartNoAxesGantt, FileOutput, FileText, History, Pencil, Printer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import type { CaseFrame } from "./case-facts";

const quick = ["released", "still_inside", "transferred"] as const;

/** What can be done with a case; the most urgent for somebody who is still inside come first. */
export function CaseActions({ frame: { caseId, item, editable }, reports }: { frame: CaseFrame; /** Whether reports of it are offered further down. */ reports: boolean }) {
  const t = useTranslations("cases.act");
  return (
    <>
      {editable && item.outstanding && (
        <LinkButton variant="primary" href={`/cases/${caseId}/moments/new?kind=released`} prefetch={false} data-testid="action-released">
          {t("released")}
        </LinkButton>
      )}
      {editable && (
        <DropdownMenu label={t("record")} align="end" data-testid="action-record">
          {quick.map((kind) => (
            <Link key={kind} href={`/cases/${caseId}/moments/new?kind=${kind}`} prefetch={false} className="menu-item" data-testid={`action-${kind}-menu`}>
              {t(kind)}
            </Link>
          ))}
          <Link href={`/cases/${caseId}/moments/new`} prefetch={false} className="menu-item">
            {t("moment")}
          </Link>
          <Link href={`/cases/${caseId}/orders/new`} prefetch={false} className="menu-item">
            {t("ruling")}
          </Link>
          <Link href={`/cases/${caseId}/stated/new`} prefetch={false} className="menu-item">
            {t("stated")}
          </Link>
          <Link href={`/allegations/new?case=${caseId}`} prefetch={false} className="menu-item">
            {t("allegation")}
          </Link>
          <Link href={`/cases/${caseId}/citations/new`} prefetch={false} className="menu-item">
            {t("citation")}
          </Link>
          <Link href={`/cases/${caseId}/tasks/new`} prefetch={false} className="menu-item">
            {t("task")}
          </Link>
        </DropdownMenu>
      )}
      <DropdownMenu
        label={
          <>
            <FileText aria-hidden className="size-4" />
            {t("page")}
          </>
        }
        align="end"
        data-testid="action-page"
      >
        {editable && (
          <Link href={`/cases/${caseId}/edit`} prefetch={false} className="menu-item" data-testid="action-edit">
            <Pencil aria-hidden className="size-4" />
            {t("edit")}
          </Link>
        )}
        <Link href={`/cases/${caseId}/timeline`} prefetch={false} className="menu-item" data-testid="action-timeline-menu">
          <ChartNoAxesGantt aria-hidden className="size-4" />
          {t("timeline")}
        </Link>
        <Link href={`/cases/${caseId}/print`} prefetch={false} className="menu-item" data-testid="action-print">
          <Printer aria-hidden className="size-4" />
          {t("print")}
        </Link>
        {reports && (
          <a href="#reports" className="menu-item" data-testid="action-reports">
            <FileOutput aria-hidden className="size-4" />
            {t("reports")}
          </a>
        )}
        <Link href={`/cases/${caseId}/history`} prefetch={false} className="menu-item" data-testid="action-history">
          <History aria-hidden className="size-4" />
          {t("history")}
        </Link>
      </DropdownMenu>
    </>
  );
}
