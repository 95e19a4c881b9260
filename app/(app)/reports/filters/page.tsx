import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { RemoveFilterForm } from "@/components/reports/decide-forms";
import { filterWords } from "@/components/reports/filter-words";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getPlaces } from "@/lib/services/organisation";
import { listFilters } from "@/lib/services/reports/filters";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { newSubmission, orNotFound, param } from "@/lib/web/pages";
import { placeOptions } from "@/lib/wording/event-words";
import { removeFilterAction } from "../actions";

type Props = { searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("filters.title") };
}

export default async function FiltersPage({ searchParams }: Props) {
  const { actor } = await requireSignedIn("/reports/filters");
  const filters = await orNotFound(listFilters(actor));
  const t = await getTranslations("reports");
  const locale = await currentLocale();
  const words = { places: new Map(placeOptions(await getPlaces(), locale).map(({ value, label }) => [value, label])), vocab: await getTranslations("vocab"), dashboard: await getTranslations("dashboard") };
  return (
    <FormWords namespaces={["reports"]}>
      <PageHeader title={t("filters.title")} breadcrumbs={[{ href: "/reports", label: t("title") }]}>
        <p className="max-w-prose text-muted">{t("filters.intro")}</p>
      </PageHeader>
      {param((await searchParams).saved) === "removed" && <Alert role="status" title={t("filters.removed")} data-testid="saved-removed" />}
      {filters.length === 0 && (
        <EmptyState title={t("filters.empty_title")} data-testid="empty">
          {t("filters.empty_hint")}
        </EmptyState>
      )}
      <ul className="grid gap-3 md:grid-cols-2" data-testid="filter-list">
        {filters.map(({ id, name, query, version }) => (
          <li key={id} className="card grid gap-3">
            <div>
              <h2 className="wrap-anywhere">{name}</h2>
              <p className="text-muted">{filterWords(query, words)}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              <LinkButton href={`/cases?view=all&${query}`}>{t("filters.show")}</LinkButton>
              <RemoveFilterForm action={removeFilterAction} filterId={id} version={version} submission={newSubmission()} />
            </div>
          </li>
        ))}
      </ul>
    </FormWords>
  );
}
