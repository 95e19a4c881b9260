import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

/** Uzbekistan: administrative arrest, detention in a criminal case. Not legal advice. */
export const uzbekistan: RuleSet = {
  ruleSet: "uzbekistan",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "uz.arrest.counting",
      citation: "Code on Administrative Responsibility and law ZRU-420 of 9 January 2017 on serving administrative arrest: how its days are counted was not seen",
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "uz.criminal.48h",
      citation: "Code of Criminal Procedure of Uzbekistan: 48 hours without an order of the court; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "uz.arrest.max",
      citation: "Code on Administrative Responsibility of Uzbekistan: arrest from 3 to 15 days, 30 in a state of emergency",
      confidence: "confirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 15 }, exceptional: { d: 30 } },
    }),
  ],
  crediting: [],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [
    rule({
      id: "uz.arrest.appeal",
      citation: "Code on Administrative Responsibility of Uzbekistan: ten days to appeal a ruling; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      value: { days: 10, orderKinds: ["administrative_arrest", "fine"] },
    }),
  ],
};
