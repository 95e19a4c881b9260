import { useLocale, useTranslations } from "next-intl";
import { FilterSelect, type FilterPlace } from "@/components/cases/case-filters";
import { placeOptions } from "@/lib/wording/event-words";
import { Button, LinkButton } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import { allegationQueryString, type AllegationQuery } from "@/lib/model/allegation-query";
import { actLabel, actsByCode } from "@/lib/model/alleged-act-codes";
import { institutionName, type Body } from "@/lib/model/institution-name";
import { authorityResponses, verifications } from "@/lib/model/vocabularies";

type Props = { query: AllegationQuery; agencies: readonly Body[]; places: readonly FilterPlace[]; events: readonly { id: string; title: string }[] };

/** The filters of the list as a plain form: what is chosen becomes the address. */
export function AllegationFilters({ query, agencies, places, events }: Props) {
  const t = useTranslations("allegations.filter");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const any = t("any");
  const options = (list: string, codes: readonly string[]) => codes.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={allegationQueryString(query)} action="/allegations" method="get" role="search" aria-label={t("label")} className="card grid grid-cols-2 items-end gap-3 lg:grid-cols-4 print:hidden" data-testid="allegation-filters">
      <label className="grid min-w-0 gap-1 text-sm text-muted max-sm:col-span-2">
        {t("q")}
        <input type="search" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" className="input w-full" data-testid="field-q" />
      </label>
      <FilterSelect name="act" label={t("act")} value={query.act} empty={any} options={actsByCode.map((value) => ({ value, label: actLabel(value, vocab(`alleged_acts.${value}`)) }))} />
      <FilterSelect name="agency" label={t("agency")} value={query.agencyId} empty={any} options={agencies.map((body) => ({ value: body.id, label: institutionName(body, locale) }))} />
      <FilterSelect name="verification" label={t("verification")} value={query.verification} empty={any} options={options("verifications", verifications)} />
      <FilterSelect name="response" label={t("response")} value={query.response} empty={any} options={options("authority_responses", authorityResponses)} />
      <FilterSelect name="place" label={t("place")} value={query.placeId} empty={any} options={placeOptions(places, locale)} />
      <FilterSelect name="event" label={t("event")} value={query.eventId} empty={any} options={events.map(({ id, title }) => ({ value: id, label: title }))} />
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm text-muted max-sm:col-span-2">
          {t(name)}
          <input type="date" name={name} defaultValue={query[name]} className="input w-full" data-testid={`field-${name}`} />
        </label>
      ))}
      <p className="col-span-2 text-sm text-muted">{t("period")}</p>
      <div className="flex gap-2 max-lg:col-span-2">
        <Button type="submit" variant="primary" data-testid="action-filter">
          {t("apply")}
        </Button>
        <LinkButton href="/allegations" prefetch={false} variant="quiet" data-testid="action-clear-filters">
          {t("clear")}
        </LinkButton>
      </div>
    </form>
  );
}
