import { general } from "./general";
import { kazakhstan } from "./kazakhstan";
import type { RuleSet } from "./rule";

/** An ISO 3166 country code. */
export type Jurisdiction = string;

/** Countries whose rules of counting are recorded; a new one is a file in this folder and a line here. */
const ruleSets: Readonly<Record<Jurisdiction, RuleSet>> = { KZ: kazakhstan };

/** The rules of a country; what is general where the country has none of its own. */
export const ruleSetOf = (jurisdiction: Jurisdiction): RuleSet => (Object.hasOwn(ruleSets, jurisdiction) ? ruleSets[jurisdiction] : undefined) ?? general;
