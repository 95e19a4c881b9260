import { useLocale, useTranslations } from "next-intl";
import { formatTerm } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { ratioWords } from "@/lib/i18n/ratio-words";
import type { RuleList, RuleSet } from "@/lib/release/rules/rule";
import type { Convention } from "@/lib/release/types";

type Words = { [L in RuleList]: (value: RuleSet[L][number]["value"]) => string[] };

/** Inside a sentence a reading begins with a small letter. */
const small = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** What a rule says, one sentence after the other. */
export function useRuleWords(): (list: RuleList, value: unknown) => string[] {
  const t = useTranslations("rules");
  const law = useTranslations("law");
  const release = useTranslations("release.convention");
  const kinds = useTranslations("vocab.order_kinds");
  const locale = useLocale() as Locale;
  const reading = (convention: Convention) => small(release(convention));
  const readings = (conventions: readonly Convention[]) => conventions.map(reading).join("; ");
  const words: Words = {
    counting: ({ exact, window }) =>
      exact === null ? [t("value.counting_always", { readings: readings(window) })] : [t("value.counting_exact", { reading: reading(exact) }), t("value.counting_window", { readings: readings(window) })],
    limits: ({ hours, from, until, soberingCapHours }) => [
      t("value.limit", { hours, from: law(`from.${from}`), until: law(`until.${until}`) }),
      ...(soberingCapHours === undefined ? [] : [t("value.limit_sobering", { hours: soberingCapHours })]),
    ],
    maxTerms: ({ term, exceptional }) => [t("value.max", { term: formatTerm(term, locale) }), ...(exceptional ? [t("value.max_exceptional", { term: formatTerm(exceptional, locale) })] : [])],
    crediting: ({ ratio }) => {
      const { value, shown } = ratioWords(ratio, locale);
      return [t("value.credit", { ratio: value, shown })];
    },
    chaining: ({ chain }) => [`${t(`chain.${chain}`)}.`],
    releaseDays: ({ rule }) => [`${t(`release_rule.${rule}`)}.`],
    servedShares: ({ fraction }) => [t("value.share", { share: fraction })],
    appeals: ({ days, hours, orderKinds }) => [
      ...(days === undefined ? [] : [t("value.appeal_days", { days })]),
      ...(hours === undefined ? [] : [t("value.appeal_hours", { hours })]),
      ...(orderKinds.length ? [t("value.appeal_kinds", { kinds: orderKinds.map((kind) => kinds(kind)).join(", ") })] : []),
    ],
  };
  return <L extends RuleList>(list: L, value: unknown) => (words[list] as (value: unknown) => string[])(value);
}
