import { general } from "./general";
import { findRule } from "./override";
import { ruleSets } from "./registry";
import type { Jurisdiction } from "./registry";
import type { RuleSet } from "./rule";

/** Where a rule stands: the first country that has it (null: any country without rules of its own), its set, its list and the law's own entry. */
export type FoundRule = { country: Jurisdiction | null; set: RuleSet } & NonNullable<ReturnType<typeof findRule>>;

/** A rule of any set by its id; null where no set has it. What holds everywhere is found in the general set. */
export function findInSets(id: string): FoundRule | null {
  const everywhere = findRule(general, id);
  if (everywhere) return { country: null, set: general, ...everywhere };
  for (const [country, set] of Object.entries(ruleSets)) {
    const found = findRule(set, id);
    if (found) return { country, set, ...found };
  }
  return null;
}
