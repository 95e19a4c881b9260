import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

/** The Code of Offences no. 128 of 28 October 2021 is in force from this date. */
const code2021 = "2021-12-01";

/** Kyrgyzstan: arrest for an offence, detention in a criminal case. Not legal advice. */
export const kyrgyzstan: RuleSet = {
  ruleSet: "kyrgyzstan",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "kg.arrest.counting",
      citation: "Code of Offences no. 128 of 28 October 2021: arrest exists and rulings are executed at once; how its days are counted was not seen",
      validFrom: code2021,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: null, window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "kg.detention.48h",
      citation: "Kyrgyzstan: 48 hours of detention without an order of the court; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention", "administrative_detention", "administrative_arrest"],
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "kg.arrest.max",
      citation: "Code of Offences no. 128 of 28 October 2021: arrest from 3 to 7 days; the article was not seen",
      validFrom: code2021,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 7 } },
    }),
  ],
  crediting: [],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [],
};
