import { rule } from "./entry";
import type { RuleSet } from "./rule";

const arrestReadings = ["ELAPSED_24H", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] as const;

/** What holds where a country has no rule of its own: all readings side by side, and the international limit. */
export const general: RuleSet = {
  ruleSet: "general",
  ruleSetVersion: "1",
  counting: [
    rule({
      id: "general.counting",
      citation: "No rule of counting is recorded: every common reading is shown",
      confidence: "unconfirmed",
      value: { exact: null, window: ["ELAPSED_24H", "INCLUSIVE_DAYS"], readings: arrestReadings },
    }),
  ],
  limits: [
    rule({
      id: "iccpr.9.48h",
      citation: "ICCPR art. 9(3); Human Rights Committee, General Comment 35, para. 33: 48 hours to be brought before a judge",
      confidence: "secondary",
      value: { hours: 48, from: "deprivation", until: "court" },
    }),
  ],
  maxTerms: [],
  crediting: [],
  chaining: [],
  releaseDays: [],
  servedShares: [],
  appeals: [],
};
