import { rule } from "./entry";
import { general } from "./general";
import type { RuleSet } from "./rule";

const administrative = ["administrative_detention", "administrative_arrest"] as const;

/** Russia: administrative arrest and detention, custody before trial, imprisonment. Not legal advice. */
export const russia: RuleSet = {
  ruleSet: "russia",
  ruleSetVersion: "2026-11-27",
  counting: [
    rule({
      id: "ru.arrest.counting",
      citation:
        "Code of Administrative Offences, art. 4.8 (a period begins on the next day, days end at 24:00) against art. 32.8(3) (detention is credited, execution at once): which of them governs an arrest in days is disputed",
      confidence: "unconfirmed",
      appliesTo: ["administrative_arrest"],
      // Art. 4.8 as written gives the latest reading, so nothing is overdue before it.
      value: {
        exact: "ELAPSED_24H",
        window: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"],
        readings: ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"],
      },
    }),
    rule({
      id: "ru.detention.counting",
      citation: "Code of Administrative Offences, art. 27.5: detention is limited in hours that run from the delivery",
      confidence: "confirmed",
      appliesTo: ["administrative_detention"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H"], readings: ["ELAPSED_24H"] },
    }),
    rule({
      id: "ru.criminal.counting",
      citation: "Constitution, art. 22(2): detention without an order of the court is limited in hours",
      confidence: "confirmed",
      appliesTo: ["criminal_detention"],
      value: { exact: "ELAPSED_24H", window: ["ELAPSED_24H"], readings: ["ELAPSED_24H"] },
    }),
    rule({
      id: "ru.remand.counting",
      citation:
        "Code of Criminal Procedure, art. 128: months are counted without the hour and day of the beginning except as provided, while custody runs from the actual deprivation of liberty; the two collide",
      confidence: "unconfirmed",
      appliesTo: ["remand", "house_arrest"],
      value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    rule({
      id: "ru.prison.counting",
      citation: "Penal Execution Code, art. 173 (months end on the corresponding date); whether the first day is inside a prison term is disputed",
      confidence: "unconfirmed",
      appliesTo: ["imprisonment"],
      value: { exact: null, window: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"], readings: ["INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] },
    }),
    ...general.counting,
  ],
  limits: [
    rule({
      id: "ru.detention.3h",
      citation: "Code of Administrative Offences, art. 27.5: 3 hours from the delivery, or from sobering up; 48 where arrest is possible",
      confidence: "confirmed",
      appliesTo: ["administrative_detention"],
      value: { hours: 3, from: "delivered", soberingCapHours: 48, until: "release" },
    }),
    rule({
      id: "ru.detention.48h",
      citation:
        "Code of Administrative Offences, art. 27.5 as changed in December 2017: 48 hours where arrest is possible, from the delivery; for the intoxicated from sobering up, but sobering up and detention together no longer than 48 hours from the delivery. The day on which the change took effect was not seen; it is applied from 2018",
      validFrom: "2018-01-01",
      confidence: "confirmed",
      appliesTo: administrative,
      value: { hours: 48, from: "delivered", soberingCapHours: 48, until: "court" },
    }),
    rule({
      id: "ru.detention.48h.before",
      citation: "Code of Administrative Offences, art. 27.5 before the change of December 2017: 48 hours from the delivery, or from sobering up without a cap; that wording was not seen",
      validTo: "2018-01-01",
      confidence: "unconfirmed",
      appliesTo: administrative,
      value: { hours: 48, from: "delivered", until: "court" },
    }),
    rule({
      id: "ru.criminal.48h",
      citation: "Constitution, art. 22(2): no more than 48 hours without an order of the court",
      confidence: "confirmed",
      appliesTo: ["criminal_detention"],
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
    ...general.limits,
  ],
  maxTerms: [
    rule({
      id: "ru.arrest.max",
      citation: "Code of Administrative Offences, art. 3.9: up to 15 days; 30 in assembly, emergency, counter-terrorism and drug cases",
      confidence: "confirmed",
      appliesTo: ["administrative_arrest"],
      value: { term: { d: 15 }, exceptional: { d: 30 } },
    }),
  ],
  crediting: [
    rule({
      id: "ru.arrest.credit",
      citation: "Code of Administrative Offences, art. 32.8(3): administrative detention counts towards the arrest",
      confidence: "confirmed",
      appliesTo: ["administrative_arrest"],
      value: { kind: "administrative_detention", ratio: "1/1" },
    }),
    rule({
      id: "ru.custody.credit.strict",
      citation: "Criminal Code, art. 72(3.1): custody before the verdict takes effect, day for day in prison, strict and special regime",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_prison_strict_special", ratio: "1/1" },
    }),
    rule({
      id: "ru.custody.credit.general",
      citation: "Criminal Code, art. 72(3.1): custody before the verdict takes effect, 1 to 1.5 in general regime and for juveniles",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_general_juvenile", ratio: "3/2" },
    }),
    rule({
      id: "ru.custody.credit.settlement",
      citation: "Criminal Code, art. 72(3.1): custody before the verdict takes effect, 1 to 2 in a settlement colony",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_settlement", ratio: "2/1" },
    }),
    rule({
      id: "ru.custody.credit.listed",
      citation: "Criminal Code, art. 72(3.2) and (3.3): day for day for the listed crimes and for disciplinary time, whatever the regime",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "remand_listed_crimes", ratio: "1/1" },
    }),
    rule({
      id: "ru.house-arrest.credit",
      citation: "Criminal Code, art. 72: two days of house arrest for one day of imprisonment",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { kind: "house_arrest", ratio: "1/2" },
    }),
  ],
  chaining: [],
  releaseDays: [
    rule({
      id: "ru.prison.release-day",
      citation: "Penal Execution Code, art. 173: released in the first half of the last day; on the preceding working day where that day is a weekend or a holiday",
      confidence: "confirmed",
      appliesTo: ["imprisonment"],
      value: { rule: "PRECEDING_WORKDAY_FIRST_HALF", weekend: [6, 7] },
    }),
  ],
  servedShares: [],
  appeals: [
    rule({
      id: "ru.arrest.appeal",
      citation:
        "Code of Administrative Offences, art. 30.3: ten days from the copy of the ruling; general knowledge, the article was not seen. Art. 30.5(3), which was seen: an appeal against an arrest that is being served is decided within one day of filing",
      confidence: "unconfirmed",
      value: { days: 10, orderKinds: ["administrative_arrest", "fine", "warning"] },
    }),
    rule({
      id: "ru.remand.appeal",
      citation: "Code of Criminal Procedure, art. 108(11): three days to appeal an order of custody; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      value: { days: 3, orderKinds: ["remand", "extension"] },
    }),
    rule({
      id: "ru.sentence.appeal",
      citation: "Code of Criminal Procedure, art. 389.4: fifteen days to appeal a sentence; general knowledge, the article was not seen",
      confidence: "unconfirmed",
      value: { days: 15, orderKinds: ["sentence"] },
    }),
  ],
};
