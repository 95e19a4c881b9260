import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { fileSubjects } from "@/lib/model/vocabularies";

type Props = { query: { q?: string | undefined; kind?: string | undefined; subject?: string | undefined }; kinds: readonly string[] };

/** Finds files by words, kind of content and kind of record; a plain address, so it can be sent and works without JavaScript. */
export function FileFilters({ query, kinds }: Props) {
  const t = useTranslations("files");
  const vocab = useTranslations("vocab.file_subjects");
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={[query.q, query.kind, query.subject].join()} method="get" role="search" aria-label={t("search.label")} className="flex flex-wrap items-end gap-2">
      <input type="search" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" aria-label={t("search.label")} placeholder={t("search.placeholder")} className="input w-full min-w-0 sm:w-80" data-testid="field-q" />
      <label className="grid gap-1 text-sm">
        {t("search.kind")}
        <select name="kind" defaultValue={query.kind ?? ""} className="input" data-testid="field-kind">
          <option value="">{t("search.all_kinds")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm">
        {t("search.subject")}
        <select name="subject" defaultValue={query.subject ?? ""} className="input" data-testid="field-subject">
          <option value="">{t("search.all_subjects")}</option>
          {fileSubjects.map((type) => (
            <option key={type} value={type}>
              {vocab(type)}
            </option>
          ))}
        </select>
      </label>
      <button className="button button-secondary" data-testid="action-search">
        {t("search.submit")}
      </button>
      {Boolean(query.q ?? query.kind ?? query.subject) && (
        <LinkButton href="/files" prefetch={false} variant="quiet" data-testid="action-clear-filters">
          {t("search.clear")}
        </LinkButton>
      )}
    </form>
  );
}
