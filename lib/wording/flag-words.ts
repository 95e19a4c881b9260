import type { useTranslations } from "next-intl";
import { REVOLVING_DAYS, type DetentionFlags } from "@/lib/model/custody-history";

/** The words of the namespace `timeline.history`. */
type Words = ReturnType<typeof useTranslations>;

export type FlagWords = {
  /** "3rd detention of 4"; empty where it is the only one. */
  nth: string;
  /** "2nd within a year", with its doubt; empty where it is the first. */
  year: string;
  /** "detained again 2 days after a release", with its doubt; empty where it is not. */
  again: string;
};

/** What a detention is among a person's others, in words that say how sure they are. */
export function flagWords({ nth, count, withinYear, again }: DetentionFlags, t: Words): FlagWords {
  if (count < 2) return { nth: "", year: "", again: "" };
  return {
    nth: nth.least === nth.most ? t("nth", { n: nth.least, count }) : t("nth_unsure", { ...nth, count }),
    year: withinYear.most < 2 ? "" : withinYear.least === withinYear.most ? t("year", { n: withinYear.least }) : t("year_unsure", { n: withinYear.most }),
    again: again === null ? "" : againWords(again, t),
  };
}

function againWords({ days: { least, most }, certain }: NonNullable<DetentionFlags["again"]>, t: Words): string {
  if (!certain) return t("again_unsure", { least, most, limit: REVOLVING_DAYS });
  return least === most ? t("again", { days: least }) : t("again_between", { least, most });
}
