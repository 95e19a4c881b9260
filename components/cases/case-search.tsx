import { useTranslations } from "next-intl";

/** Finds further cases to tick below: a plain address, so it works without JavaScript. `kept` are the other parts of the address. */
export function CaseSearch({ query, kept = {}, label }: { query?: string | undefined; kept?: Record<string, string>; label?: string | undefined }) {
  const t = useTranslations("cases");
  return (
    <details className="max-w-2xl" open={query !== undefined}>
      <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{label ?? t("several.more")}</summary>
      <form method="get" role="search" aria-label={label ?? t("several.more")} className="flex flex-wrap items-end gap-2 pt-1">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="search" name="q" defaultValue={query} maxLength={200} autoComplete="off" aria-label={t("several.search_label")} placeholder={t("several.search_label")} className="input min-w-0 flex-1" data-testid="field-case-search" />
        <button className="button button-secondary" data-testid="action-search-cases">
          {t("several.search")}
        </button>
      </form>
    </details>
  );
}
