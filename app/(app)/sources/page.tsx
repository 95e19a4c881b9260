import { ClipboardPaste } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { SourceTable } from "@/components/sources/source-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { WordSearch } from "@/components/ui/word-search";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { can } from "@/lib/model/permissions";
import { getSourceList, SOURCES_PAGE } from "@/lib/services/sources";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcesPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/sources");
  const { q, page } = readCaseQuery(await searchParams);
  const list = await orNotFound(getSourceList(actor, page ?? 1, q));
  const t = await getTranslations("sources");
  const create = (
    <>
      <LinkButton href="/files" data-testid="action-files">
        {t("files")}
      </LinkButton>
      {can(actor, "source.write") && (
        <LinkButton href="/sources/new" variant="primary" data-testid="action-new-source">
          <ClipboardPaste aria-hidden className="size-4" />
          {t("paste")}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <WordSearch label={t("search.label")} placeholder={t("search.placeholder")} submit={t("search.submit")} query={q} />
      {list.items.length > 0 ? (
        <SourceTable items={list.items} zone={list.zone} />
      ) : (
        <EmptyState title={t(q ? "empty.not_found" : "empty.title")} data-testid="empty">
          {t(q ? "empty.not_found_hint" : "empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={SOURCES_PAGE} total={list.total} href={(to) => `/sources?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) }).toString()}`} />
    </>
  );
}
