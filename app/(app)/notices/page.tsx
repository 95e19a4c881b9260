import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PressButton } from "@/components/forms/press-button";
import { PageHeader } from "@/components/layout/page-header";
import { NoticeTable } from "@/components/notices/notice-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { noticeViews } from "@/lib/model/notice";
import { listNotices, NOTICES_PAGE } from "@/lib/services/notices";
import { findHome } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { markReadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default async function NoticesPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const asked = await searchParams;
  const view = noticeViews.find((each) => each === param(asked["view"])) ?? "unread";
  const { actor } = await requireSignedIn(view === "unread" ? "/notices" : "/notices?view=all");
  const list = await orNotFound(listNotices(actor, { view, page: readCaseQuery({ page: asked["page"] }).page }));
  const t = await getTranslations("notices");
  const buttons = { action: markReadAction, submission: newSubmission(), failed: t("mark_failed"), href: "/notices" };
  return (
    <FormWords>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href="/account/notices" data-testid="action-settings">
            {t("settings")}
          </LinkButton>
        }
      >
        <p className="max-w-prose text-muted">{t("intro")}</p>
      </PageHeader>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <nav aria-label={t("view.label")}>
          <ul className="flex flex-wrap gap-2">
            {noticeViews.map((each) => (
              <li key={each}>
                <Link href={each === "unread" ? "/notices" : "/notices?view=all"} prefetch={false} aria-current={each === view ? "page" : undefined} className="view-link" data-testid={`view-${each}`}>
                  {t(`view.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {list.items.some(({ read, settled }) => !read && !settled) && <PressButton {...buttons} hidden={{ noticeId: "", view }} label={t("mark_all")} testId="mark-all" />}
      </div>
      {list.items.length > 0 ? (
        <NoticeTable items={list.items} view={view} zone={(await findHome())?.place.zone ?? "UTC"} buttons={buttons} />
      ) : (
        <EmptyState title={t(`empty.${view}`)} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
      <Pagination page={list.page} pageSize={NOTICES_PAGE} total={list.total} href={(to) => `/notices?view=${view}&page=${to}`} />
    </FormWords>
  );
}
