import { claimValueText } from "@/components/claims/claim-value";
import type { SuggestedRow } from "@/components/claims/suggestion-row";
import type { Locale } from "@/lib/i18n/locales";
import type { getReading } from "@/lib/services/claim-reading";

type Reading = Awaited<ReturnType<typeof getReading>>;
type Words = Parameters<typeof claimValueText>[3];

/** What the reader found, as the form shows it line by line; `t` are the words of `claims`. */
export function suggestedRows({ source, suggestions, claims, names }: Reading, t: Words, locale: Locale): SuggestedRow[] {
  return suggestions.map(({ kind, start, end, quote, value, label, field, sentence, saidBy, doubts }) => {
    const named = names[value]?.[locale];
    const shown = claimValueText({ valueKind: kind, value }, names, locale, t) || label;
    const same = claims.filter((claim) => sameWords(claim, { start, quote, kind }) || covers(claim, { start, end, kind, value }));
    return {
      key: `${kind}-${start}`,
      kind,
      quote,
      shown,
      sentence: source.text.slice(sentence.start, sentence.end),
      field: field ?? "",
      value: named ?? value,
      valueRef: named === undefined ? "" : value,
      saidBy,
      start,
      end,
      doubts,
      accepted: same.map(({ id, about }) => ({ claimId: id, about: about.reference ?? about.event ?? "" })),
    };
  });
}

type Claim = Reading["claims"][number];
type Found = Pick<Reading["suggestions"][number], "start" | "end" | "quote" | "kind" | "value">;

const sameWords = (claim: Claim, { start, quote, kind }: Pick<Found, "start" | "quote" | "kind">): boolean =>
  claim.quote === quote && (claim.start === null || claim.start === start) && (claim.valueKind === kind || claim.valueKind === "" || claim.valueKind === "name");

/** A longer quotation that claims the same value. */
const covers = (claim: Claim, { start, end, kind, value }: Pick<Found, "start" | "end" | "kind" | "value">): boolean =>
  claim.start !== null && claim.end !== null && claim.start <= start && claim.end >= end && claim.valueKind === kind && claim.value === value;
