import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/wording/place-name";
import { useSourceName } from "@/components/sources/source-name";
import { Badge } from "@/components/ui/badge";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { StatusPill } from "@/components/ui/status-pill";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { allegationSentence, type AllegationFacts } from "@/lib/wording/allegation-sentence";
import { PerpetratorList } from "./perpetrator-list";

/** An allegation with the complaints about it. */
export type CardedAllegation = AllegationFacts & { complaints: readonly { overdue: boolean }[] };

/** The sentence of an allegation in the reader's language; struck through once it was taken back. */
export function AllegationSentence({ facts }: { facts: AllegationFacts }) {
  const t = useTranslations("allegations");
  const format = useFormatter();
  const sentence = allegationSentence(facts, { t, list: (items) => format.list(items, { type: "conjunction" }), locale: useLocale() });
  return facts.allegation.withdrawn === null ? <>{sentence}</> : <s>{sentence}</s>;
}

/** How far it is verified, what was answered, and whether an answer to a complaint is overdue. */
export function AllegationMarks({ facts }: { facts: CardedAllegation }) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab");
  const { allegation, complaints } = facts;
  const overdue = complaints.filter((each) => each.overdue).length;
  return (
    <p className="flex flex-wrap gap-2">
      <Badge>{vocab(`verifications.${allegation.verification}`)}</Badge>
      <Badge>{vocab(`authority_responses.${allegation.response}`)}</Badge>
      {overdue > 0 && (
        <StatusPill tone="overdue" data-testid="complaints-overdue">
          {t("complaints.overdue", { count: overdue })}
        </StatusPill>
      )}
    </p>
  );
}

/** An allegation wherever it is shown: never without who alleges it nor without the authority's answer. */
export function AllegationCard({ facts, linked = true }: { facts: CardedAllegation; linked?: boolean | undefined }) {
  const t = useTranslations("allegations");
  const { allegation } = facts;
  return (
    <article className="grid gap-2 border-s-4 border-edge ps-3" data-testid={`allegation-${allegation.id}`}>
      <p className="font-medium wrap-anywhere" data-testid="allegation-sentence">
        <AllegationSentence facts={facts} />
      </p>
      {allegation.withdrawn !== null && <p data-testid="allegation-withdrawn">{t("withdrawn_because", { reason: allegation.withdrawn })}</p>}
      <AllegationMarks facts={facts} />
      <DescriptionList facts={useAllegationDetails(facts)} />
      {allegation.description && <p className="wrap-anywhere whitespace-pre-line">{allegation.description}</p>}
      {linked && (
        <p>
          <Link href={`/allegations/${allegation.id}`} prefetch={false} className="link inline-block min-h-6" data-testid={`allegation-link-${allegation.id}`}>
            {t("open")}
          </Link>
        </p>
      )}
    </article>
  );
}

/** When, where, by whom and from which source, as far as told. */
function useAllegationDetails({ allegation, perpetrators, answer, event, place, source }: AllegationFacts): Fact[] {
  const t = useTranslations("allegations.field");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  const fact = (key: string, value: Fact["value"], told: unknown): Fact[] => (told ? [{ key, label: t(key), value, testId: `allegation-${key}` }] : []);
  const link = (href: string, words: string | null | undefined) => (
    <Link href={href} prefetch={false} className="link inline-block min-h-6">
      {words}
    </Link>
  );
  const where = [place ? placeName(place, locale) : "", allegation.whereText].filter(Boolean).join(", ");
  return [
    ...fact("when", formatUncertain(allegation.when, locale), allegation.when),
    ...fact("eventId", link(`/events/${event?.id ?? ""}`, event?.title), event),
    ...fact("whereText", where, where),
    ...fact("perpetrators", <PerpetratorList perpetrators={perpetrators} />, perpetrators.length > 0),
    ...fact("asked", formatUncertain(answer?.asked ?? null, locale), answer?.asked),
    ...fact("answered", formatUncertain(answer?.answered ?? null, locale), answer?.answered),
    ...fact("note", answer?.note, answer?.note),
    ...fact("sourceId", link(`/sources/${allegation.sourceId ?? ""}`, sourceName({ title: source ?? "" })), allegation.sourceId),
  ];
}
