import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TakeOut } from "@/components/exports/take-out";
import { PageHeader } from "@/components/layout/page-header";
import { PeopleSearch } from "@/components/people/people-search";
import { PeopleTable } from "@/components/people/people-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getPeopleList, PEOPLE_PAGE } from "@/lib/services/people";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/people");
  const { q, page } = readCaseQuery(await searchParams);
  const list = await orNotFound(getPeopleList(actor, { q, page: page ?? 1 }));
  const t = await getTranslations("people");
  const create = can(actor, "person.write") && (
    <LinkButton href="/people/new" variant="primary" data-testid="action-new-person">
      {t("new")}
    </LinkButton>
  );
  const imports = can(actor, "import.make") && (
    <LinkButton href="/imports/new?kind=people" data-testid="action-imports">
      {(await getTranslations("imports"))("title")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={<>{can(actor, "case.export") && <TakeOut what="people" filter={q ? `?${new URLSearchParams({ q }).toString()}` : ""} />}{imports}{create}</>} />
      <PeopleSearch query={q} />
      {list.items.length > 0 ? (
        <PeopleTable items={list.items} />
      ) : (
        <EmptyState title={t(q ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(q ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={PEOPLE_PAGE} total={list.total} href={(to) => `/people?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) }).toString()}`} />
    </>
  );
}
