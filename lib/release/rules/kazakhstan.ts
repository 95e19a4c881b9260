import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

/** The Code of Administrative Offences of 5 July 2014 applies from this date. */
const koap2014 = "2015-01-01";
const administrative = ["administrative_detention", "administrative_arrest"] as const;
const criminal = ["criminal_detention"] as const;

/** Kazakhstan: administrative arrest and detention, custody before trial, imprisonment. Not legal advice. */
export const kazakhstan: RuleSet = {
  ruleSet: "kazakhstan",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "kz.arrest.counting",
      citation:
        "Code of Administrative Offences 2014, art. 739 (days run from 00:00 to 24:00; the exclusion of the first hour and day does not apply to detention) and art. 50(3) (detention counts towards the arrest)",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    rule({
      id: "kz.detention.counting",
      citation: "Code of Administrative Offences 2014, art. 788 and 789: detention is recorded to the minute and limited in hours",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: ["administrative_detention"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS"] },
    }),
    rule({
      id: "kz.criminal.counting",
      citation: "Code of Criminal Procedure 2014, art. 131: detention counts from the actual detention, recorded to the minute",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: criminal,
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS"] },
    }),
    rule({
      id: "kz.custody.counting",
      citation: "Criminal Code 2014, art. 62; Code of Criminal Procedure 2014: whether the last day is the corresponding date or the day before is disputed",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: ["imprisonment", "remand", "house_arrest"],
      value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "kz.detention.3h",
      citation: "Code of Administrative Offences 2014, art. 789: administrative detention, 3 hours in general",
      validFrom: koap2014,
      confidence: "secondary",
      // Where arrest is possible the longer limit of the same article applies.
      appliesTo: ["administrative_detention"],
      value: { hours: 3, from: "deprivation", until: "release" },
    }),
    rule({
      id: "kz.detention.48h",
      citation: "Code of Administrative Offences 2014, art. 789: up to 48 hours in the cases that it lists",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: administrative,
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
    rule({
      id: "kz.criminal.48h",
      citation: "Code of Criminal Procedure 2014: 48 hours without an order of the court; known from the debate on the law, re-check for 2026",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: criminal,
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
    rule({
      id: "kz.criminal.72h",
      citation: "Constitution of 1995, art. 16(2), and Code of Criminal Procedure: 72 hours at most; a draft constitution of 2026 proposed 48, so re-check for 2026",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: criminal,
      value: { hours: 72, from: "deprivation", until: "court" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "kz.arrest.max",
      citation:
        "Code of Administrative Offences 2014, art. 50: up to 30 days, 45 in a state of emergency (text not seen); what art. 488 allowed for rallies in each year is an open question and is not recorded",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 30 }, exceptional: { d: 45 } },
    }),
  ],
  crediting: [
    rule({
      id: "kz.arrest.credit",
      citation: "Code of Administrative Offences 2014, art. 50(3): the time of detention is part of the arrest",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { kind: "administrative_detention", ratio: "1/1" },
    }),
    rule({
      id: "kz.custody.credit.medium",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, 1 to 1.5 in medium security and for minors",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_medium_security", ratio: "3/2" },
    }),
    rule({
      id: "kz.custody.credit.minimum",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, 1 to 2 in minimum security",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_minimum_security", ratio: "2/1" },
    }),
    rule({
      id: "kz.custody.credit.maximum",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, day for day in maximum, exceptional and full security",
      validFrom: koap2014,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_maximum_security", ratio: "1/1" },
    }),
    rule({
      id: "kz.house-arrest.credit",
      citation: "Criminal Code 2014: two days of house arrest for one day of imprisonment; general knowledge, the text was not seen",
      validFrom: koap2014,
      confidence: "unconfirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "house_arrest", ratio: "1/2" },
    }),
  ],
  chaining: [],
  releaseDays: [
    rule({
      id: "kz.prison.release-day",
      citation: "Penal Execution Code: released in the first half of the last day, earlier where that day is not a working day; the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["imprisonment"],
      value: { rule: "PRECEDING_WORKDAY_FIRST_HALF", weekend: [6, 7] },
    }),
  ],
  servedShares: [],
  appeals: [
    rule({
      id: "kz.arrest.appeal",
      citation: "Code of Administrative Offences 2014: a ruling can be appealed for ten days; general knowledge, the article was not seen",
      validFrom: koap2014,
      confidence: "unconfirmed",
      value: { days: 10, orderKinds: ["administrative_arrest", "fine", "warning"] },
    }),
    rule({
      id: "kz.sentence.appeal",
      citation: "Code of Criminal Procedure 2014: a sentence can be appealed for fifteen days; general knowledge, the article was not seen",
      validFrom: koap2014,
      confidence: "unconfirmed",
      value: { days: 15, orderKinds: ["sentence"] },
    }),
  ],
};
