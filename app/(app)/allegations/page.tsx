import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllegationFilters } from "@/components/allegations/allegation-filters";
import { AllegationTable } from "@/components/allegations/allegation-table";
import { TakeOut } from "@/components/exports/take-out";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { allegationQueryString, readAllegationQuery } from "@/lib/model/allegation-query";
import { caseQueryString, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { ALLEGATIONS_PAGE, getAllegationList } from "@/lib/services/allegation-list";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allegations"))("title") };
}

export default async function AllegationsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readAllegationQuery(await searchParams);
  const { actor } = await requireSignedIn(`/allegations${allegationQueryString(query)}`);
  const { items, total, page, agencies, places, events } = await orNotFound(getAllegationList(actor, query));
  const t = await getTranslations("allegations");
  const { placeId, eventId, agencyId, from, to } = query;
  const filter = caseQueryString({ ...(placeId ? { placeId } : {}), ...(eventId ? { eventId } : {}), ...(agencyId ? { institutionId: agencyId } : {}) }).slice(1);
  const report = can(actor, "report.make") && (
    <LinkButton href={`/reports/new?${new URLSearchParams({ kind: "ill_treatment", filter, from: from ?? "any", to: to ?? "any" }).toString()}`} prefetch={false} data-testid="action-report">
      {(await getTranslations("tables"))("link.ill_treatment")}
    </LinkButton>
  );
  const create = can(actor, "allegation.write") && (
    <LinkButton href={query.eventId ? `/allegations/new?event=${query.eventId}` : "/allegations/new"} variant="primary" data-testid="action-new-allegation">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={<>{can(actor, "case.export") && <TakeOut what="allegations" filter={allegationQueryString({ ...query, page: 1 })} />}{report}{create}</>} />
      <AllegationFilters query={query} agencies={agencies} places={places} events={events} />
      {items.length > 0 ? (
        <>
          <p className="text-muted" role="status" data-testid="list-total">
            {t("total", { count: total })}
          </p>
          <AllegationTable items={items} />
        </>
      ) : (
        <EmptyState title={t("empty.title")} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
      <Pagination page={page} pageSize={ALLEGATIONS_PAGE} total={total} href={(to) => `/allegations${allegationQueryString({ ...query, page: to })}`} />
    </>
  );
}
