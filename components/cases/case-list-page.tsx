import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { caseQueryString, changedQuery, type CaseQuery } from "@/lib/model/case-query";
import type { CaseSummary } from "@/lib/model/case-summary";
import { CaseList } from "./case-list";

type Props = {
  /** The page that the list stands on, "/" or "/cases". */
  path: string;
  query: CaseQuery;
  list: { items: readonly CaseSummary[]; total: number; more: boolean; page: number; now: number };
  pageSize: number;
  zone: string;
  mayRecord: boolean;
};

const narrowed = ({ q, placeId, kind, eventId, personId, institutionId, ownerId }: CaseQuery): boolean => [q, placeId, kind, eventId, personId, institutionId, ownerId].some((part) => part !== undefined);

/** One page of cases with how many there are, the way to the others, and what to do when there are none. */
export function CaseListPage({ path, query, list, pageSize, zone, mayRecord }: Props) {
  const t = useTranslations("dashboard.list");
  const { items, total, more, page, now } = list;
  if (items.length === 0) return <NoCases path={path} query={query} page={page} mayRecord={mayRecord} />;
  return (
    <>
      <p className="text-muted" role="status" data-testid="list-total">
        {more ? t("more_than", { count: total }) : t("total", { count: total })}
      </p>
      <CaseList items={items} now={now} zone={zone} mayRecord={mayRecord} />
      <Pagination page={page} pageSize={pageSize} total={total} href={(to) => path + caseQueryString({ ...query, page: to })} />
    </>
  );
}

function NoCases({ path, query, page, mayRecord }: Pick<Props, "path" | "query" | "mayRecord"> & { page: number }) {
  const t = useTranslations("dashboard.list");
  const record = mayRecord ? (
    <LinkButton href="/cases/new" prefetch={false} variant="primary" data-testid="action-new-case">
      {t("record")}
    </LinkButton>
  ) : undefined;
  if (page > 1) {
    return <EmptyState title={t("empty.page")} action={<LinkButton href={path + caseQueryString(changedQuery(query, {}))} prefetch={false}>{t("empty.first_page")}</LinkButton>} data-testid="list-empty" />;
  }
  if (narrowed(query)) {
    const wider = changedQuery({}, { view: "all", q: query.q });
    return (
      <EmptyState
        title={t("empty.filtered")}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            {query.q && query.view !== "all" && <LinkButton href={`/cases${caseQueryString(wider)}`} prefetch={false} data-testid="action-search-all">{t("empty.search_all")}</LinkButton>}
            <LinkButton href="/cases" prefetch={false} variant="quiet">{t("empty.clear")}</LinkButton>
          </span>
        }
        data-testid="list-empty"
      >
        {t("empty.filtered_hint")}
      </EmptyState>
    );
  }
  const view = query.view ?? "outstanding";
  return (
    <EmptyState title={t(`empty.view.${view}`)} action={record} data-testid="list-empty">
      {view === "outstanding" || view === "all" ? t("empty.start") : undefined}
    </EmptyState>
  );
}
