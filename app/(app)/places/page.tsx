import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PlaceTable } from "@/components/places/place-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { WordSearch } from "@/components/ui/word-search";
import { readCaseQuery, type RawQuery } from "@/lib/model/case-query";
import { getPlaceList } from "@/lib/services/place-pages";
import { requireSignedIn } from "@/lib/web/actor";
import { orNotFound } from "@/lib/web/pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("places"))("title") };
}

export default async function PlacesPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const { actor } = await requireSignedIn("/places");
  const { q } = readCaseQuery(await searchParams);
  const { items, mayWrite } = await orNotFound(getPlaceList(actor, q));
  const t = await getTranslations("places");
  const institutions = await getTranslations("institutions");
  const create = mayWrite && (
    <LinkButton href="/places/new" variant="primary" data-testid="action-new-place">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} breadcrumbs={[{ href: "/institutions", label: institutions("title") }]} actions={create}>
        <p className="max-w-prose text-muted">{t("shared")}</p>
      </PageHeader>
      <WordSearch label={t("search.label")} placeholder={t("search.placeholder")} submit={t("search.submit")} query={q} />
      {items.length > 0 ? (
        <PlaceTable items={items} />
      ) : (
        <EmptyState title={t("empty.title")} data-testid="empty">
          {t("empty.hint")}
        </EmptyState>
      )}
    </>
  );
}
