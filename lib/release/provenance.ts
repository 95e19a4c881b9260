import type { Provenance } from "./types";

/** Raised whenever a change in this room can change a result. */
export const engineVersion = "1.1.0";

/** The conventions and definitions themselves, when no country's rules are applied. */
export const generalRuleSet = { ruleSet: "general", ruleSetVersion: "1" } as const;

/**
 * `zoneData` is the version of the time-zone database of the runtime, which the caller knows. Values that an organisation put in the place of
 * rules are named with their version.
 */
export function provenance(
  zoneData: string,
  rules: { ruleSet: string; ruleSetVersion: string } = generalRuleSet,
  overrides: readonly { ruleId: string; version: number }[] = [],
): Provenance {
  const named = overrides.map(({ ruleId, version }) => `${ruleId} v${version}`).sort();
  return {
    engine: `erkin-release ${engineVersion}`,
    ruleSet: rules.ruleSet,
    ruleSetVersion: rules.ruleSetVersion,
    zoneData,
    ...(named.length > 0 ? { overrides: named } : {}),
  };
}
