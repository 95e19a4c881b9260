import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

/** Ukraine: administrative arrest and detention, detention in a criminal case. Not legal advice. */
export const ukraine: RuleSet = {
  ruleSet: "ukraine",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "ua.arrest.counting",
      citation: "Code of Administrative Offences, art. 326 (executed at once) and 327 (detention is credited); how the days of an arrest are counted was not seen",
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "ua.detention.3h",
      citation: "Code of Administrative Offences, art. 263: 3 hours in general; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      appliesTo: ["administrative_detention"],
      value: { hours: 3, from: "deprivation", until: "release" },
    }),
    rule({
      id: "ua.criminal.60h",
      citation: "Code of Criminal Procedure 2012, art. 211: brought to the court within 60 hours; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 60, from: "deprivation", until: "court" },
    }),
    rule({
      id: "ua.criminal.72h",
      citation: "Constitution, art. 29, and Code of Criminal Procedure 2012, art. 211: released after 72 hours without an order of the court; general knowledge, the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 72, from: "deprivation", until: "release" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "ua.arrest.max",
      citation: "Code of Administrative Offences, art. 32: administrative arrest for up to 15 days",
      confidence: "confirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 15 } },
    }),
  ],
  crediting: [
    rule({
      id: "ua.arrest.credit",
      citation: "Code of Administrative Offences, art. 327: administrative detention counts towards the arrest",
      confidence: "confirmed",
      appliesTo: ["administrative_arrest"],
      value: { kind: "administrative_detention", ratio: "1/1" },
    }),
  ],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [
    rule({
      id: "ua.arrest.appeal",
      citation: "Code of Administrative Offences, art. 294: ten days to appeal a ruling of the court; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      value: { days: 10, orderKinds: ["administrative_arrest", "fine"] },
    }),
  ],
};
