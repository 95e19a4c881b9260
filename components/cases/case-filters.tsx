import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { caseQueryString, caseSorts, listViews, type CaseQuery } from "@/lib/model/case-query";
import { detentionKinds } from "@/lib/model/vocabularies";
import { placeName } from "@/lib/wording/case-words";

export type FilterPlace = { id: string; nameKk: string; nameRu: string; nameEn: string };

type SelectProps = { name: string; label: string; value: string | undefined; empty?: string | undefined; options: readonly { value: string; label: string }[] };

export function FilterSelect({ name, label, value, empty, options }: SelectProps) {
  return (
    <label className="grid min-w-0 gap-1 text-sm text-muted">
      {label}
      <select name={name} defaultValue={value ?? ""} className="input w-full" data-testid={`field-${name}`}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The filters of the list as a plain form: what is chosen becomes the address. */
export function CaseFilters({ query, places }: { query: CaseQuery; places: readonly FilterPlace[] }) {
  const t = useTranslations("dashboard");
  const kinds = useTranslations("vocab.detention_kinds");
  const locale = useLocale() as Locale;
  const named = places.map((place) => ({ value: place.id, label: placeName({ placeKk: place.nameKk, placeRu: place.nameRu, placeEn: place.nameEn }, locale) }));
  const kept = { event: query.eventId, person: query.personId, institution: query.institutionId, owner: query.ownerId };
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={caseQueryString(query)} action="/cases" method="get" role="search" aria-label={t("filter.label")} className="card grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto] print:hidden" data-testid="case-filters">
      <label className="grid min-w-0 gap-1 text-sm text-muted max-lg:col-span-2">
        {t("filter.q")}
        <input type="search" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" className="input w-full" data-testid="field-q" />
      </label>
      <FilterSelect name="view" label={t("filter.view")} value={query.view ?? "outstanding"} options={listViews.map((view) => ({ value: view, label: t(`view.${view}`) }))} />
      <FilterSelect name="place" label={t("filter.place")} value={query.placeId} empty={t("filter.any")} options={named.sort((a, b) => a.label.localeCompare(b.label, locale))} />
      <FilterSelect name="kind" label={t("filter.kind")} value={query.kind} empty={t("filter.any")} options={detentionKinds.map((kind) => ({ value: kind, label: kinds(kind) }))} />
      <FilterSelect name="sort" label={t("filter.sort")} value={query.sort ?? "urgency"} options={caseSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))} />
      {Object.entries(kept).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("filter.apply")}
        </Button>
        <LinkButton href="/cases" prefetch={false} variant="quiet" data-testid="action-clear-filters">
          {t("filter.clear")}
        </LinkButton>
      </div>
    </form>
  );
}
