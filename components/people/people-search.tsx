import { useTranslations } from "next-intl";

/** Finds people by parts of any name; a plain address, so it can be sent and works without JavaScript. */
export function PeopleSearch({ query }: { query: string | undefined }) {
  const t = useTranslations("people.search");
  return (
    <form method="get" role="search" aria-label={t("label")} className="flex max-w-xl flex-wrap items-stretch gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={200}
        autoComplete="off"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        className="input min-w-0 flex-1"
        data-testid="field-q"
      />
      <button className="button button-secondary" data-testid="action-search">
        {t("submit")}
      </button>
    </form>
  );
}
