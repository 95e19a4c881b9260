import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { KindList, ReportTable } from "@/components/reports/report-lists";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { findHome } from "@/lib/services/organisation";
import { getReportLibrary, REPORTS_PAGE } from "@/lib/services/reports/pages";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound, param } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ReportsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/reports");
  const query = await searchParams;
  const { page } = readCaseQuery(query);
  const library = await orNotFound(getReportLibrary(actor, { page: page ?? 1 }));
  const t = await getTranslations("reports");
  const zone = (await findHome())?.place.zone ?? "UTC";
  const mayMake = can(actor, "report.make");
  const filters = mayMake && (
    <LinkButton href="/reports/filters" data-testid="action-filters">
      {t("filters.title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={filters}>
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      {param(query.saved) === "discarded" && <Alert role="status" title={t("discarded")} data-testid="saved-discarded" />}
      {library.drafts.length > 0 && (
        <Section id="drafts" title={t("drafts.title")} plain>
          <ReportTable items={library.drafts} zone={zone} drafts />
        </Section>
      )}
      {mayMake && (
        <Section id="library" title={t("library.title")} plain>
          <KindList kinds={library.kinds} />
        </Section>
      )}
      <Section id="issued" title={t("issued.title")} plain>
        {library.issued.length > 0 ? (
          <ReportTable items={library.issued} zone={zone} />
        ) : (
          <EmptyState title={t("issued.empty_title")} data-testid="empty">
            {t("issued.empty_hint")}
          </EmptyState>
        )}
        <Pagination page={library.page} pageSize={REPORTS_PAGE} total={library.total} href={(to) => `/reports?page=${to}#issued`} />
      </Section>
    </>
  );
}
