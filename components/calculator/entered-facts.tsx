import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { formatTerm, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatorValues, Stretch } from "@/lib/model/calculator";
import type { CalculatorAnswer } from "@/lib/release/calculate";

type Props = { answer: CalculatorAnswer; places: readonly Option[]; kinds: readonly Option[]; countFroms: readonly Option[] };

/** On paper the form is gone: what was typed stands above the result, as it was read. */
export function EnteredFacts({ answer: { typed, zone }, places, kinds, countFroms }: Props) {
  const t = useTranslations("calculator");
  const locale = useLocale() as Locale;
  const labelOf = (options: readonly Option[], value: string | null): string => options.find((option) => option.value === value)?.label ?? "";
  const date = (value: string | null): string => (value === null ? "" : formatUncertain(value, locale, { weekday: true }));
  const term = (value: CalculatorValues["term"]): string => (value === null ? t("unknown_term") : value === "LIFE" ? t("life") : formatTerm(value, locale));
  const stretch = (span: Stretch): string => {
    if ("days" in span) return formatTerm({ d: span.days }, locale);
    const [from, to] = "from" in span ? [span.from, span.to] : [span.fromAt, span.toAt];
    return formatUncertain(from === to ? from : `${from}/${to}`, locale);
  };
  const second = typed.secondTerm !== null || typed.secondStart !== null;
  const entered: Record<string, string> = {
    placeId: [labelOf(places, typed.placeId), zone].filter(Boolean).join(" · "),
    kind: labelOf(kinds, typed.kind),
    seized: date(typed.seized),
    delivered: date(typed.delivered),
    ruling: date(typed.ruling),
    countFrom: labelOf(countFroms, typed.countFrom),
    term: term(typed.term),
    secondTerm: second ? term(typed.secondTerm) : "",
    relation: second ? t(`relation.${typed.relation}`) : "",
    secondStart: date(typed.secondStart),
    credits: typed.credits.flatMap(({ span, ratio }) => (span ? [`${stretch(span)} × ${ratio}`] : [])).join("; "),
    interruptions: typed.interruptions.flatMap(({ span }) => (span ? [stretch(span)] : [])).join("; "),
    fraction: typed.fraction === "whole" ? "" : typed.fraction,
    stated: date(typed.stated),
    statedWeekday: typed.statedWeekday === "none" ? "" : t(`weekday.${typed.statedWeekday}`),
    observed: date(typed.observed),
  };
  const shown = Object.entries(entered).filter(([, value]) => value !== "");
  return (
    <dl className="hidden grid-cols-2 gap-x-6 gap-y-0.5 print:grid" data-testid="entered">
      {shown.map(([key, value]) => (
        <div key={key}>
          <dt className="inline text-muted">{t(`field.${key}`)}: </dt>
          <dd className="inline font-medium wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
