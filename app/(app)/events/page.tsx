import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventTable } from "@/components/events/event-table";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { WordSearch } from "@/components/ui/word-search";
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
  const { q, page } = readCaseQuery(await searchParams);
  const list = await orNotFound(getEventList(actor, page ?? 1, q));
  const t = await getTranslations("events");
  const create = can(actor, "event.write") && (
    <LinkButton href="/events/new" variant="primary" data-testid="action-new-event">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <WordSearch label={t("search.label")} placeholder={t("search.placeholder")} submit={t("search.submit")} query={q} />
      {list.items.length > 0 ? (
        <EventTable items={list.items} />
      ) : (
        <EmptyState title={t(q ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(q ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={EVENTS_PAGE} total={list.total} href={(to) => `/events?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) }).toString()}`} />
    </>
  );
}
