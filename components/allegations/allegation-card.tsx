import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useSourceName } from "@/components/sources/source-name";
import { Badge } from "@/components/ui/badge";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { allegationSentence, type AllegationFacts } from "./allegation-sentence";

/** The sentence of an allegation in the reader's language. */
export function AllegationSentence({ facts }: { facts: AllegationFacts }) {
  const t = useTranslations("allegations");
  const format = useFormatter();
  const locale = useLocale();
  return <>{allegationSentence(facts, t, (items) => format.list(items, { type: "conjunction" }), locale)}</>;
}

/** An allegation wherever it is shown: never without who alleges it nor without the authority's answer. */
export function AllegationCard({ facts, linked = true }: { facts: AllegationFacts; linked?: boolean | undefined }) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab");
  const { allegation } = facts;
  const sentence = <AllegationSentence facts={facts} />;
  return (
    <article className="grid gap-2 border-s-4 border-edge ps-3" data-testid={`allegation-${allegation.id}`}>
      <p className="font-medium wrap-anywhere" data-testid="allegation-sentence">
        {allegation.withdrawn === null ? sentence : <s>{sentence}</s>}
      </p>
      {allegation.withdrawn !== null && <p data-testid="allegation-withdrawn">{t("withdrawn_because", { reason: allegation.withdrawn })}</p>}
      <p>
        <Badge>{vocab(`verifications.${allegation.verification}`)}</Badge>
      </p>
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
function useAllegationDetails({ allegation, agency, source }: AllegationFacts): Fact[] {
  const t = useTranslations("allegations.field");
  const locale = useLocale() as Locale;
  const sourceName = useSourceName();
  const fact = (key: string, value: Fact["value"], told: unknown): Fact[] => (told ? [{ key, label: t(key), value, testId: `allegation-${key}` }] : []);
  return [
    ...fact("when", formatUncertain(allegation.when, locale), allegation.when),
    ...fact("whereText", allegation.whereText, allegation.whereText),
    ...fact("agency", agency, agency),
    ...fact("perpetrator", allegation.perpetrator, allegation.perpetrator),
    ...fact("responseWhen", formatUncertain(allegation.responseWhen, locale), allegation.responseWhen),
    ...fact("responseNote", allegation.responseNote, allegation.responseNote),
    ...fact(
      "sourceId",
      <Link href={`/sources/${allegation.sourceId ?? ""}`} prefetch={false} className="link inline-block min-h-6">
        {sourceName({ title: source ?? "" })}
      </Link>,
      allegation.sourceId,
    ),
  ];
}
