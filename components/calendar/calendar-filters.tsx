import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { calendarHref, type CalendarQuery } from "@/lib/model/calendar-query";
import { calendarKinds } from "@/lib/model/vocabularies";

/** Which dates are shown, as a plain form: what is chosen becomes the address. */
export function CalendarFilters({ query, colleagues }: { query: CalendarQuery; colleagues: readonly { id: string; name: string }[] }) {
  const t = useTranslations("calendar.filter");
  const kinds = useTranslations("vocab.calendar_kinds");
  const { month, view, day, owner } = query;
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={calendarHref(query)} action="/calendar" method="get" aria-label={t("label")} className="card flex flex-wrap items-end gap-x-5 gap-y-3 print:hidden">
      {Object.entries({ ...(day ? { day } : { month }), view }).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      <fieldset className="flex min-w-0 flex-wrap gap-x-4">
        <legend className="text-sm text-muted">{t("kinds")}</legend>
        {calendarKinds.map((kind) => (
          <label key={kind} className="choice">
            <input type="checkbox" name="kind" value={kind} defaultChecked={query.kinds.includes(kind)} className="mt-1 size-4.5 shrink-0 accent-accent" data-testid={`filter-kind-${kind}`} />
            <span>{kinds(kind)}</span>
          </label>
        ))}
      </fieldset>
      <label className="grid min-w-40 gap-1 text-sm text-muted">
        {t("owner")}
        <select name="owner" defaultValue={owner ?? ""} className="input w-full" data-testid="filter-owner">
          <option value="">{t("anybody")}</option>
          <option value="me">{t("me")}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("show")}
        </Button>
        <LinkButton href={calendarHref({ month, view, day, kinds: [] })} variant="quiet">
          {t("clear")}
        </LinkButton>
      </div>
    </form>
  );
}
