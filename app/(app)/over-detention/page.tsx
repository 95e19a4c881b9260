import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverFigures } from "@/components/over-detention/over-figures";
import { OverFilters } from "@/components/over-detention/over-filters";
import { OverGroups } from "@/components/over-detention/over-groups";
import { OverList } from "@/components/over-detention/over-list";
import { TakeOut } from "@/components/exports/take-out";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { formatInstant } from "@/lib/i18n/formats";
import type { RawQuery } from "@/lib/model/case-query";
import { overQueryString, readOverQuery } from "@/lib/model/over-detention";
import { can } from "@/lib/model/permissions";
import { PAGE_SIZE } from "@/lib/services/case-list";
import { getOverDetention } from "@/lib/services/over-detention";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overheld"))("title") };
}

export default async function OverDetentionPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readOverQuery(await searchParams);
  const { actor } = await requireSignedIn(`/over-detention${overQueryString(query)}`);
  const { now, zone, totals, byFacility, byCourt, byKind, items, page } = await orNotFound(getOverDetention(actor, query));
  const t = await getTranslations("overheld");
  const { page: _page, ...whole } = query;
  const takeOut = can(actor, "case.export") && <TakeOut what="over_detention" filter={overQueryString(whole)} />;
  return (
    <>
      <PageHeader title={t("title")} actions={takeOut}>
        <p className="max-w-prose text-muted">{t("lead", { when: formatInstant(now, zone, await currentLocale()) })}</p>
      </PageHeader>
      <OverFilters query={query} />
      {totals.count === 0 ? (
        <EmptyState title={t("empty")} data-testid="over-empty">
          {t("empty_hint")}
        </EmptyState>
      ) : (
        <>
          <OverFigures totals={totals} />
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <OverGroups by="facility" groups={byFacility} />
            <OverGroups by="court" groups={byCourt} />
          </div>
          <OverGroups by="kind" groups={byKind} />
          <OverList items={items} />
          <Pagination page={page} pageSize={PAGE_SIZE} total={totals.count} href={(to) => `/over-detention${overQueryString({ ...query, page: to })}`} />
        </>
      )}
    </>
  );
}
