import { Search } from "lucide-react";
import { useTranslations } from "next-intl";

/** Leads to the list of cases with what was typed; the address can be sent. */
export function SearchForm({ query }: { query?: string | undefined }) {
  const t = useTranslations("common");
  return (
    <form action="/cases" method="get" role="search" className="flex min-w-0 flex-1 items-stretch gap-1 sm:max-w-md print:hidden">
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={200}
        aria-label={t("search_label")}
        placeholder={t("search_placeholder")}
        autoComplete="off"
        className="input w-full min-w-0"
        data-testid="search"
      />
      <button className="button button-secondary max-sm:hidden" aria-label={t("search")}>
        <Search aria-hidden className="size-4" />
      </button>
    </form>
  );
}
