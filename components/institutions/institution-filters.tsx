import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { institutionQueryString, type InstitutionQuery } from "@/lib/model/institution";
import { institutionKinds } from "@/lib/model/vocabularies";

type Props = { query: InstitutionQuery; places: readonly { value: string; label: string }[] };

/** The filters of the list as a plain form: what is chosen becomes the address. */
export function InstitutionFilters({ query, places }: Props) {
  const t = useTranslations("institutions.filter");
  const vocab = useTranslations("vocab.institution_kinds");
  const select = (name: string, label: string, value: string | undefined, options: readonly { value: string; label: string }[]) => (
    <label className="grid min-w-0 gap-1 text-sm text-muted">
      {label}
      <select name={name} defaultValue={value ?? ""} className="input w-full" data-testid={`filter-${name}`}>
        <option value="">{t("any")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={institutionQueryString(query)} action="/institutions" method="get" role="search" aria-label={t("label")} className="card grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_auto] print:hidden">
      <label className="grid min-w-0 gap-1 text-sm text-muted max-lg:col-span-2">
        {t("q")}
        <input type="search" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" className="input w-full" data-testid="field-q" />
      </label>
      {select("kind", t("kind"), query.kind, institutionKinds.map((value) => ({ value, label: vocab(value) })))}
      {select("place", t("place"), query.placeId, places)}
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("show")}
        </Button>
        <LinkButton href="/institutions" variant="quiet">
          {t("clear")}
        </LinkButton>
      </div>
    </form>
  );
}
