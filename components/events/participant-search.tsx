import { useTranslations } from "next-intl";

/** Offers further people to tick in the form below: a plain address, so it works without JavaScript. */
export function ParticipantSearch({ query }: { query: string | undefined }) {
  const t = useTranslations("events.participants");
  return (
    <details className="max-w-2xl" open={query !== undefined}>
      <summary className="link inline-flex min-h-11 items-center sm:min-h-8">{t("more")}</summary>
      <form method="get" role="search" aria-label={t("more")} className="flex flex-wrap items-end gap-2 pt-1">
        <input type="search" name="q" defaultValue={query} maxLength={200} autoComplete="off" aria-label={t("label")} placeholder={t("label")} className="input min-w-0 flex-1" data-testid="field-participant-search" />
        <button className="button button-secondary" data-testid="action-search-people">
          {t("submit")}
        </button>
      </form>
    </details>
  );
}
