import { kazakhstan } from "./kazakhstan";
import type { RuleSet } from "./rule";

/** Countries whose rules of counting are recorded; a new one is a file in this folder and a line here. */
export const ruleSets = { KZ: kazakhstan } as const satisfies Record<string, RuleSet>;
export type Jurisdiction = keyof typeof ruleSets;

export function ruleSetOf(jurisdiction: Jurisdiction): RuleSet {
  return ruleSets[jurisdiction];
}
