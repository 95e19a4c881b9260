import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportTable } from "@/components/imports/import-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getImportList, IMPORTS_PAGE } from "@/lib/services/imports";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/imports");
  const { page } = readCaseQuery(await searchParams);
  const list = await orNotFound(getImportList(actor, page ?? 1));
  const t = await getTranslations("imports");
  const create = (
    <>
      {can(actor, "case.export") && (
        <LinkButton href="/exports" data-testid="action-exports">
          {(await getTranslations("exports"))("title")}
        </LinkButton>
      )}
      {can(actor, "case.write") && (
        <LinkButton href="/sheets" data-testid="action-sheets">
          {(await getTranslations("sheets"))("title")}
        </LinkButton>
      )}
      <LinkButton href="/imports/new" variant="primary" data-testid="action-new-import">
        {t("new")}
      </LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      {list.items.length > 0 ? (
        <ImportTable items={list.items} zone={list.zone} />
      ) : (
        <EmptyState title={t("empty.title")} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={IMPORTS_PAGE} total={list.total} href={(to) => `/imports?page=${to}`} />
    </>
  );
}
