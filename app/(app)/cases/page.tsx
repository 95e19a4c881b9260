import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseFilters } from "@/components/cases/case-filters";
import { ListActions } from "@/components/cases/case-list-actions";
import { CaseListPage } from "@/components/cases/case-list-page";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { caseQueryString, readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getCaseList, PAGE_SIZE } from "@/lib/services/case-list";
import { findHome, getPlaces } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("list_title") };
}

export default async function CasesPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readCaseQuery(await searchParams);
  const { actor } = await requireSignedIn(`/cases${caseQueryString(query)}`);
  const list = await orNotFound(getCaseList(actor, query));
  const places = (await getPlaces()).map(({ id, nameKk, nameRu, nameEn }) => ({ id, nameKk, nameRu, nameEn }));
  const t = await getTranslations("dashboard");
  const mayRecord = can(actor, "case.write");
  const imports = can(actor, "import.make") && (
    <LinkButton href="/imports/new?kind=cases" data-testid="action-imports">
      {(await getTranslations("imports"))("title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("list_title")} actions={<>{imports}<ListActions query={query} mayRecord={mayRecord} mayExport={can(actor, "case.export")} /></>} />
      <CaseFilters query={query} places={places} />
      <CaseListPage path="/cases" query={query} list={list} pageSize={PAGE_SIZE} zone={(await findHome())?.place.zone ?? "UTC"} mayRecord={mayRecord} />
    </>
  );
}
