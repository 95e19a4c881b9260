import type { Provenance } from "./types";

/** Raised whenever a change in this room can change a result. */
export const engineVersion = "1.1.0";

/** The conventions and definitions themselves, when no country's rules are applied. */
export const generalRuleSet = { ruleSet: "general", ruleSetVersion: "1" } as const;

/** `zoneData` is the version of the time-zone database of the runtime, which the caller knows. */
export function provenance(zoneData: string, rules: { ruleSet: string; ruleSetVersion: string } = generalRuleSet): Provenance {
  return { engine: `erkin-release ${engineVersion}`, ruleSet: rules.ruleSet, ruleSetVersion: rules.ruleSetVersion, zoneData };
}
