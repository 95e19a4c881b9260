import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

/** The ministry's own calculator is open: it shows how the law is applied, but it is not the text of the law. */
const calculator = "calculator of release dates of the Ministry of Justice and its published examples; the text of the law was not seen";
const prison = ["imprisonment"] as const;

/** England and Wales: terms of imprisonment, detention by the police. Not legal advice. */
export const englandWales: RuleSet = {
  ruleSet: "england-wales",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "gb.prison.counting",
      citation: `The day of the sentence is the first day: ${calculator}`,
      confidence: "secondary",
      appliesTo: prison,
      value: { exact: "INCLUSIVE_DAYS", window: ["INCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "gb.police.24h",
      citation: "Police and Criminal Evidence Act 1984, s. 41: 24 hours from the arrival at the police station without a charge; general knowledge, the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 24, from: "delivered", until: "charge" },
    }),
    rule({
      id: "gb.police.96h",
      citation: "Police and Criminal Evidence Act 1984, s. 44: 96 hours without a charge at the most, with warrants of a court; general knowledge, the text was not seen",
      confidence: "unconfirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 96, from: "delivered", until: "charge" },
    }),
    ...general.limits,
  ],
  maxTerms: [],
  crediting: [
    rule({
      id: "gb.custody.credit",
      citation: `Remand in custody counts day for day: ${calculator}`,
      confidence: "secondary",
      appliesTo: prison,
      value: { kind: "remand", ratio: "1/1" },
    }),
  ],
  chaining: [
    rule({
      id: "gb.prison.chain",
      citation: `Consecutive terms are added unit by unit and applied once: ${calculator}`,
      confidence: "secondary",
      appliesTo: prison,
      value: { chain: "AGGREGATE" },
    }),
  ],
  releaseDays: [
    rule({
      id: "gb.prison.release-day",
      citation: `Released on the preceding working day where the date is a weekend or a bank holiday: ${calculator}`,
      confidence: "secondary",
      appliesTo: prison,
      value: { rule: "PRECEDING_WORKDAY", weekend: [6, 7] },
    }),
  ],
  servedShares: [
    rule({
      id: "gb.prison.share",
      citation: `Release at half-way of the term: ${calculator}. Other shares that later laws set for some sentences are not recorded`,
      confidence: "secondary",
      appliesTo: prison,
      value: { fraction: "1/2" },
    }),
  ],
  appeals: [
    rule({
      id: "gb.sentence.appeal",
      citation: "Criminal Appeal Act 1968, s. 18: 28 days to ask for leave to appeal from the Crown Court; general knowledge, the text was not seen",
      confidence: "unconfirmed",
      value: { days: 28, orderKinds: ["sentence"] },
    }),
  ],
};
