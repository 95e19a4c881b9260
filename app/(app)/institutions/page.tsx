import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeOptions } from "@/lib/wording/event-words";
import { InstitutionFilters } from "@/components/institutions/institution-filters";
import { InstitutionTable } from "@/components/institutions/institution-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { RawQuery } from "@/lib/model/case-query";
import { institutionQueryString, readInstitutionQuery } from "@/lib/model/institution";
import { getInstitutionList, INSTITUTIONS_PAGE } from "@/lib/services/institution-pages";
import { getPlaces } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("institutions"))("title") };
}

export default async function InstitutionsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readInstitutionQuery(await searchParams);
  const { actor } = await requireSignedIn(`/institutions${institutionQueryString(query)}`);
  const locale = await currentLocale();
  const { items, total, page, mayWrite } = await orNotFound(getInstitutionList(actor, query, locale));
  const t = await getTranslations("institutions");
  const narrowed = query.q !== undefined || query.kind !== undefined || query.placeId !== undefined;
  const actions = (
    <>
      <LinkButton href="/places" data-testid="action-places">
        {t("all_places")}
      </LinkButton>
      {mayWrite && (
        <LinkButton href="/institutions/new" variant="primary" data-testid="action-new-institution">
          {t("new")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={actions}>
        <p className="max-w-prose text-muted">{t("shared")}</p>
      </PageHeader>
      <InstitutionFilters query={query} places={placeOptions(await getPlaces(), locale)} />
      {items.length > 0 ? (
        <InstitutionTable items={items} />
      ) : (
        <EmptyState title={t(narrowed ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(narrowed ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={page} pageSize={INSTITUTIONS_PAGE} total={total} href={(to) => `/institutions${institutionQueryString({ ...query, page: to })}`} />
    </>
  );
}
