import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { overViews, type OverQuery } from "@/lib/model/over-detention";

/** Whom to count, and in which time, as a plain form: what is chosen becomes the address. */
export function OverFilters({ query }: { query: OverQuery }) {
  const t = useTranslations("overheld");
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={[query.view, query.from, query.to].join()} action="/over-detention" method="get" className="card grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_auto] print:hidden" data-testid="over-filters">
      <label className="grid min-w-0 gap-1 text-sm text-muted max-lg:col-span-2">
        {t("filter.view")}
        <select name="view" defaultValue={query.view ?? "all"} className="input w-full" data-testid="field-view">
          {overViews.map((view) => (
            <option key={view} value={view}>
              {t(`view.${view}`)}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm text-muted max-sm:col-span-2">
          {t(`filter.${name}`)}
          <input type="date" name={name} defaultValue={query[name]} className="input w-full" data-testid={`field-${name}`} />
        </label>
      ))}
      <p className="text-sm text-muted max-lg:col-span-2 lg:order-last lg:col-span-4">{t("filter.shows")}</p>
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("filter.apply")}
        </Button>
        <LinkButton href="/over-detention" prefetch={false} variant="quiet" data-testid="action-clear-filters">
          {t("filter.clear")}
        </LinkButton>
      </div>
    </form>
  );
}
