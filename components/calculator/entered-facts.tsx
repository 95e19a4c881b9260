import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { formatTerm, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { CalculatorFacts } from "@/lib/release/calculate-facts";
import type { CreditInput, InterruptionInput } from "@/lib/release/types";
import type { CalculatorAnswer } from "./calculator-answer";

type Props = { answer: CalculatorAnswer; places: readonly Option[]; kinds: readonly Option[]; countFroms: readonly Option[] };

/** On paper the form is gone: what was typed stands above the result, as it was read. */
export function EnteredFacts({ answer: { facts, placeId }, places, kinds, countFroms }: Props) {
  const t = useTranslations("calculator");
  const locale = useLocale() as Locale;
  const labelOf = (options: readonly Option[], value: string | null): string => options.find((option) => option.value === value)?.label ?? "";
  const date = (value: string | null): string => (value === null ? "" : formatUncertain(value, locale, { weekday: true }));
  const term = (value: CalculatorFacts["term"]): string => (value === null ? t("unknown_term") : value === "LIFE" ? t("life") : formatTerm(value, locale));
  const stretch = ({ days, from, to, fromAt, toAt }: CreditInput & InterruptionInput): string =>
    days !== undefined ? formatTerm({ d: days }, locale) : formatUncertain(from === to && from ? from : `${from ?? fromAt}/${to ?? toAt}`, locale);
  const { second, statedWeekday, moments } = facts;
  const entered: Record<string, string> = {
    placeId: [labelOf(places, placeId), facts.zone].filter(Boolean).join(" · "),
    kind: labelOf(kinds, facts.detentionKind),
    seized: date(moments.seized),
    delivered: date(moments.delivered),
    ruling: date(moments.ruling),
    countFrom: labelOf(countFroms, facts.countFrom),
    term: term(facts.term),
    secondTerm: second ? term(second.term) : "",
    relation: second ? t(`relation.${second.relation}`) : "",
    secondStart: date(second?.start ?? null),
    credits: facts.credits.map((each) => `${stretch(each)} × ${each.ratio ?? "1/1"}`).join("; "),
    interruptions: facts.interruptions.map(stretch).join("; "),
    fraction: facts.fraction ?? "",
    stated: date(facts.stated),
    statedWeekday: statedWeekday === null ? "" : t(`weekday.${statedWeekday}`),
    observed: date(facts.observed),
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
