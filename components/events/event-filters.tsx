import { useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { Button, LinkButton } from "@/components/ui/button";
import { eventQueryString, type EventQuery } from "@/lib/model/event-query";
import { eventKinds } from "@/lib/model/vocabularies";

type Props = { query: EventQuery; places: readonly Option[]; organisers: readonly Option[] };

/** Which events to show, as a plain form: what is chosen becomes the address. */
export function EventFilters({ query, places, organisers }: Props) {
  const t = useTranslations("events.filter");
  const kinds = useTranslations("vocab.event_kinds");
  const selects = [
    { name: "kind", value: query.kind, options: eventKinds.map((kind) => ({ value: kind, label: kinds(kind) })) },
    { name: "place", value: query.placeId, options: places },
    { name: "organiser", value: query.organiserId, options: organisers },
  ];
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={eventQueryString(query)} action="/events" method="get" role="search" aria-label={t("label")} className="card grid grid-cols-2 items-end gap-3 lg:grid-cols-3 print:hidden" data-testid="event-filters">
      <label className="grid min-w-0 gap-1 text-sm text-muted max-lg:col-span-2">
        {t("q")}
        <input type="search" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" className="input w-full" data-testid="field-q" />
      </label>
      {selects.map(({ name, value, options }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm text-muted">
          {t(name)}
          <select name={name} defaultValue={value ?? ""} className="input w-full" data-testid={`field-${name}`}>
            <option value="">{t("any")}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm text-muted max-sm:col-span-2">
          {t(name)}
          <input type="date" name={name} defaultValue={query[name]} className="input w-full" data-testid={`field-${name}`} />
        </label>
      ))}
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("apply")}
        </Button>
        <LinkButton href="/events" prefetch={false} variant="quiet" data-testid="action-clear-filters">
          {t("clear")}
        </LinkButton>
      </div>
    </form>
  );
}
