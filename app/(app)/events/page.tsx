import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventTable } from "@/components/events/event-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { EVENTS_PAGE, getEventList } from "@/lib/services/events";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/events");
  const list = await orNotFound(getEventList(actor, readCaseQuery(await searchParams).page));
  const t = await getTranslations("events");
  const create = can(actor, "event.write") && (
    <LinkButton href="/events/new" variant="primary" data-testid="action-new-event">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      {list.items.length > 0 ? (
        <EventTable items={list.items} />
      ) : (
        <EmptyState title={t("empty.title")} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={EVENTS_PAGE} total={list.total} href={(page) => `/events?page=${page}`} />
    </>
  );
}
