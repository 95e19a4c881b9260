import type { ChainRule, Convention, ReleaseRule, Rounding, Term } from "../types";

/** `confirmed`: the text or an official quotation was seen; `secondary`: a secondary or partial text; `unconfirmed`: neither. */
export type Confidence = "confirmed" | "secondary" | "unconfirmed";

/** What an organisation put in the place of a rule: which version of its own, and the source that it relies on. */
export type Overriding = { version: number; source: string };

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
  /** Set where an organisation uses its own value. */
  overridden?: Overriding;
};

/** How a term is counted: by `exact` when the minute of the beginning is known, otherwise the window over `window`. */
export type Counting = { exact: Convention | null; window: readonly Convention[]; readings: readonly Convention[] };

/** What has to happen before a limit passes: a court decides, a charge is brought, or the person is let go. */
export const limitSteps = ["court", "charge", "release"] as const;
export type LimitStep = (typeof limitSteps)[number];

/**
 * A clock in hours. It runs from the first deprivation of liberty, or from the delivery to the police where the law says so. Where
 * somebody had to sober up it runs from then, but ends no later than `soberingCapHours` after the delivery.
 */
export type Limit = { hours: number; from: "deprivation" | "delivered"; soberingCapHours?: number; until: LimitStep };

/** The longest term that the law allows; where it may be longer in a listed situation, `exceptional`. */
export type MaxTerm = { term: Term; exceptional?: Term };

/** One day of `kind` (a kind of credit) counts as `ratio` days of the term. */
export type Crediting = { kind: string; ratio: string; rounding?: Rounding };

/** How consecutive terms are added where months make a difference. */
export type Chaining = { chain: Extract<ChainRule, "AGGREGATE" | "SEQUENTIAL"> };

/** The day and the hour at which people are let go; `weekend` in ISO numbers, Monday 1 … Sunday 7. */
export type ReleaseDay = { rule: ReleaseRule; weekend: readonly number[] };

/** The part of a term after which release is automatic. */
export type ServedShare = { fraction: string };

/** How long a ruling can be appealed: whole days after the date of the ruling, or hours from it; for these kinds of order. */
export type AppealWindow = { days?: number; hours?: number; orderKinds: readonly string[] };

export type RuleSet = {
  ruleSet: string;
  ruleSetVersion: string;
  counting: readonly RuleEntry<Counting>[];
  limits: readonly RuleEntry<Limit>[];
  maxTerms: readonly RuleEntry<MaxTerm>[];
  crediting: readonly RuleEntry<Crediting>[];
  chaining: readonly RuleEntry<Chaining>[];
  releaseDays: readonly RuleEntry<ReleaseDay>[];
  servedShares: readonly RuleEntry<ServedShare>[];
  appeals: readonly RuleEntry<AppealWindow>[];
};

/** The lists of a rule set that hold rules. */
export const ruleLists = ["counting", "limits", "maxTerms", "crediting", "chaining", "releaseDays", "servedShares", "appeals"] as const;
export type RuleList = (typeof ruleLists)[number];

/** The rules in force for a kind of detention on a date; without a date, those in force now (no end of validity). */
export function inForce<Value>(entries: readonly RuleEntry<Value>[], detentionKind: string, date: string | null): RuleEntry<Value>[] {
  return entries.filter(({ appliesTo, validFrom, validTo }) => {
    if (appliesTo.length > 0 && !appliesTo.includes(detentionKind)) return false;
    if (date === null) return validTo === null;
    return (validFrom === null || validFrom <= date) && (validTo === null || date < validTo);
  });
}
