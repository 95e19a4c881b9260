import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

const administrative = ["administrative_detention", "administrative_arrest"] as const;
const criminal = ["criminal_detention"] as const;

/** Belarus: administrative arrest and detention, custody before trial, imprisonment. Not legal advice. */
export const belarus: RuleSet = {
  ruleSet: "belarus",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "by.arrest.counting",
      citation: "Code of Administrative Offences and its procedure: an arrest is ordered in days; how they are counted was not seen",
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    rule({
      id: "by.detention.counting",
      citation: "Code of Procedure on Administrative Offences, art. 8.4(3) in the text of 2006: detention runs from the actual detention; the article in the code of 2021 was not seen",
      confidence: "secondary",
      appliesTo: ["administrative_detention"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS"] },
    }),
    rule({
      id: "by.custody.counting",
      citation: "Criminal Code and Code of Criminal Procedure: whether a term ends on the corresponding date or the day before was not seen",
      confidence: "unconfirmed",
      appliesTo: ["imprisonment", "remand", "house_arrest"],
      value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "by.detention.3h",
      citation: "Code of Procedure on Administrative Offences: 3 hours in general, from the actual detention; the figure was not verified",
      confidence: "unconfirmed",
      appliesTo: ["administrative_detention"],
      value: { hours: 3, from: "deprivation", until: "release" },
    }),
    rule({
      id: "by.detention.72h",
      citation: "Code of Procedure on Administrative Offences: 72 hours where arrest is possible, from the actual detention; the figure was not verified",
      confidence: "unconfirmed",
      appliesTo: administrative,
      value: { hours: 72, from: "deprivation", until: "court" },
    }),
    rule({
      id: "by.criminal.72h",
      citation: "Code of Criminal Procedure: 72 hours of detention without a measure of restraint; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: criminal,
      value: { hours: 72, from: "deprivation", until: "release" },
    }),
    rule({
      id: "by.criminal.10d",
      citation: "Code of Criminal Procedure: ten days to bring a charge, here 240 hours; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: [...criminal, "remand", "house_arrest"],
      value: { hours: 240, from: "deprivation", until: "charge" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "by.arrest.max",
      citation: "Code of Administrative Offences, art. 6.7 and 24.23: up to 15 days, 30 for repeated or listed offences; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 15 }, exceptional: { d: 30 } },
    }),
  ],
  crediting: [
    rule({
      id: "by.custody.credit",
      citation: "Criminal Code, art. 75-1, in force on 19 June 2021: one day of custody for a day and a half in a colony of general or enhanced regime",
      validFrom: "2021-06-19",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_general_enhanced", ratio: "3/2" },
    }),
  ],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [
    rule({
      id: "by.arrest.appeal",
      citation:
        "Code of Procedure on Administrative Offences: five days for a person under arrest, ten for others; general knowledge, the article was not seen, so the shorter one is used",
      confidence: "unconfirmed",
      value: { days: 5, orderKinds: ["administrative_arrest"] },
    }),
  ],
};
