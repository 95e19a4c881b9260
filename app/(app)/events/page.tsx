import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventFilters } from "@/components/events/event-filters";
import { EventTable } from "@/components/events/event-table";
import { bodyOptions, placeOptions } from "@/lib/wording/event-words";
import { TakeOut } from "@/components/exports/take-out";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { RawQuery } from "@/lib/model/case-query";
import { eventQueryString, readEventQuery } from "@/lib/model/event-query";
import { can } from "@/lib/model/permissions";
import { EVENTS_PAGE, getEventList } from "@/lib/services/event-list";
import { getPlaces } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = readEventQuery(await searchParams);
  const { actor } = await requireSignedIn(`/events${eventQueryString(query)}`);
  const { page: _page, ...narrowed } = query;
  const list = await orNotFound(getEventList(actor, query));
  const locale = await currentLocale();
  const t = await getTranslations("events");
  const imports = can(actor, "import.make") && (
    <LinkButton href="/imports" data-testid="action-imports">
      {(await getTranslations("imports"))("title")}
    </LinkButton>
  );
  const create = can(actor, "event.write") && (
    <LinkButton href="/events/new" variant="primary" data-testid="action-new-event">
      {t("new")}
    </LinkButton>
  );
  const actions = (
    <>
      {can(actor, "case.export") && <TakeOut what="events" filter={eventQueryString(narrowed)} />}
      {imports}
      {create}
    </>
  );
  const filtered = Object.keys(narrowed).length > 0;
  return (
    <>
      <PageHeader title={t("title")} actions={actions} />
      <EventFilters query={query} places={placeOptions(await getPlaces(), locale)} organisers={bodyOptions(list.organisers, locale)} />
      {list.items.length > 0 ? (
        <EventTable items={list.items} />
      ) : (
        <EmptyState title={t(filtered ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(filtered ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={EVENTS_PAGE} total={list.total} href={(to) => `/events${eventQueryString({ ...narrowed, page: to })}`} />
    </>
  );
}
