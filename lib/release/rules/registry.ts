import { belarus } from "./belarus";
import { englandWales } from "./england-wales";
import { general } from "./general";
import { kazakhstan } from "./kazakhstan";
import { kyrgyzstan } from "./kyrgyzstan";
import type { RuleSet } from "./rule";
import { russia } from "./russia";
import { ukraine } from "./ukraine";
import { uzbekistan } from "./uzbekistan";

/** A country by its ISO 3166-1 code of two letters. */
export type Jurisdiction = string;

/** Countries whose law is recorded; a new one is a file in this folder and a line here. */
export const ruleSets: Readonly<Record<Jurisdiction, RuleSet>> = {
  KZ: kazakhstan,
  RU: russia,
  BY: belarus,
  KG: kyrgyzstan,
  UZ: uzbekistan,
  UA: ukraine,
  GB: englandWales,
};

/** The rules of a country; of any other, what holds everywhere. */
export function ruleSetOf(jurisdiction: Jurisdiction): RuleSet {
  const found = Object.hasOwn(ruleSets, jurisdiction) ? ruleSets[jurisdiction] : undefined;
  return found ?? general;
}
