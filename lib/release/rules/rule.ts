import type { Convention, Term } from "../types";

/** `confirmed`: the text or an official quotation was seen; `secondary`: a secondary or partial text; `unconfirmed`: neither. */
export type Confidence = "confirmed" | "secondary" | "unconfirmed";

/** A rule of law as dated data: in force on dates from `validFrom` (inclusive) to `validTo` (exclusive); null is open. */
export type RuleEntry<Value> = {
  id: string;
  citation: string;
  validFrom: string | null;
  validTo: string | null;
  confidence: Confidence;
  /** Kinds of detention to which the rule applies; empty for all. */
  appliesTo: readonly string[];
  value: Value;
};

/** How a term is counted: by `exact` when the minute of the beginning is known, otherwise the window over `window`. */
export type Counting = { exact: Convention | null; window: readonly Convention[]; readings: readonly Convention[] };

/** A clock that starts at the deprivation of liberty. */
export type Limit = { hours: number };

/** The longest term that the law allows; where it may be longer in a listed situation, `exceptional`. */
export type MaxTerm = { term: Term; exceptional?: Term };

/** One day of `kind` counts as `ratio` days of the term. */
export type Crediting = { kind: string; ratio: string };

export type RuleSet = {
  ruleSet: string;
  ruleSetVersion: string;
  counting: readonly RuleEntry<Counting>[];
  limits: readonly RuleEntry<Limit>[];
  maxTerms: readonly RuleEntry<MaxTerm>[];
  crediting: readonly RuleEntry<Crediting>[];
};

/** The rules in force for a kind of detention on a date; without a date, those in force now (no end of validity). */
export function inForce<Value>(entries: readonly RuleEntry<Value>[], detentionKind: string, date: string | null): RuleEntry<Value>[] {
  return entries.filter(({ appliesTo, validFrom, validTo }) => {
    if (appliesTo.length > 0 && !appliesTo.includes(detentionKind)) return false;
    if (date === null) return validTo === null;
    return (validFrom === null || validFrom <= date) && (validTo === null || date < validTo);
  });
}
