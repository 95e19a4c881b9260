import { general } from "./general";
import type { RuleSet } from "./rule";

/** The Code of Administrative Offences of 5 July 2014 applies from this date. */
const koap2014 = "2015-01-01";
const administrative = ["administrative_detention", "administrative_arrest"] as const;
const criminal = ["criminal_detention"] as const;

/** Kazakhstan: administrative arrest and detention, custody before trial, imprisonment. Not legal advice. */
export const kazakhstan: RuleSet = {
  ruleSet: "kazakhstan",
  ruleSetVersion: "2026-11-22",
  counting: [
    {
      id: "kz.arrest.counting",
      citation:
        "Code of Administrative Offences 2014, art. 739 (days run from 00:00 to 24:00; the exclusion of the first hour and day does not apply to detention) and art. 50(3) (detention counts towards the arrest)",
      validFrom: koap2014,
      validTo: null,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    },
    {
      id: "kz.detention.counting",
      citation: "Code of Administrative Offences 2014, art. 788 and 789: detention is recorded to the minute and limited in hours",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: ["administrative_detention", ...criminal],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: ["ELAPSED_24H", "INCLUSIVE_DAYS"] },
    },
    {
      id: "kz.custody.counting",
      citation: "Criminal Code 2014, art. 62; Code of Criminal Procedure 2014: whether the last day is the corresponding date or the day before is disputed",
      validFrom: koap2014,
      validTo: null,
      confidence: "unconfirmed",
      appliesTo: ["imprisonment", "remand", "house_arrest"],
      value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    },
    ...general.counting,
  ],
  limits: [
    {
      id: "kz.detention.3h",
      citation: "Code of Administrative Offences 2014, art. 789: administrative detention, 3 hours in general",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: administrative,
      value: { hours: 3, from: "deprivation", until: "release" },
    },
    {
      id: "kz.detention.48h",
      citation: "Code of Administrative Offences 2014, art. 789: up to 48 hours in the cases that it lists",
      validFrom: koap2014,
      validTo: null,
      confidence: "unconfirmed",
      appliesTo: administrative,
      value: { hours: 48, from: "deprivation", until: "court" },
    },
    {
      id: "kz.criminal.48h",
      citation: "Code of Criminal Procedure 2014: 48 hours without an order of the court",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: criminal,
      value: { hours: 48, from: "deprivation", until: "court" },
    },
    {
      id: "kz.criminal.72h",
      citation: "Constitution of 1995, art. 16(2), and Code of Criminal Procedure: 72 hours at most; re-check for 2026",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: criminal,
      value: { hours: 72, from: "deprivation", until: "court" },
    },
    ...general.limits,
  ],
  maxTerms: [
    {
      id: "kz.arrest.max",
      citation: "Code of Administrative Offences 2014, art. 50: up to 30 days, 45 in a state of emergency",
      validFrom: koap2014,
      validTo: null,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 30 }, exceptional: { d: 45 } },
    },
  ],
  crediting: [
    {
      id: "kz.arrest.credit",
      citation: "Code of Administrative Offences 2014, art. 50(3): the time of detention is part of the arrest",
      validFrom: koap2014,
      validTo: null,
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      value: { kind: "administrative_detention", ratio: "1/1" },
    },
    {
      id: "kz.custody.credit.medium",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, 1 to 1.5 in medium security and for minors",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_medium_security", ratio: "3/2" },
    },
    {
      id: "kz.custody.credit.minimum",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, 1 to 2 in minimum security",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_minimum_security", ratio: "2/1" },
    },
    {
      id: "kz.custody.credit.maximum",
      citation: "Criminal Code 2014, art. 62: custody before the verdict takes effect, day for day in maximum, exceptional and full security",
      validFrom: koap2014,
      validTo: null,
      confidence: "secondary",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_maximum_security", ratio: "1/1" },
    },
  ],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [],
};
