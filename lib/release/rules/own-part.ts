import type { OverrideValues } from "./override-values";
import type { RuleList, RuleSet } from "./rule";

type Parts = { [L in RuleList]: (law: RuleSet[L][number]["value"]) => OverrideValues[L] | null };

const parts: Parts = {
  counting: ({ exact, window }) => ({ exact, window }),
  limits: ({ hours }) => ({ hours }),
  maxTerms: (law) => law,
  crediting: ({ ratio }) => ({ ratio }),
  chaining: (law) => law,
  releaseDays: ({ rule }) => ({ rule }),
  servedShares: (law) => law,
  appeals: ({ days }) => (days === undefined ? null : { days }),
};

/** The part of a rule's value that an organisation can replace, to begin a form with; null where it has none (a time to appeal in hours). */
export const ownPart = <L extends RuleList>(list: L, value: RuleSet[L][number]["value"]): OverrideValues[L] | null => parts[list](value);
