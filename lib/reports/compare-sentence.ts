import { SMALLEST_SHOWN } from "@/lib/model/small-cells";
import { isUnchanged, type ReportDifference } from "./compare-records";

type Say = (key: string, values?: Record<string, string | number>) => string;

export const differenceKeys = ["released", "ended", "added", "again", "corrected", "overdue", "stillOverdue", "left"] as const;
export type DifferenceKey = (typeof differenceKeys)[number];

/** Changes that a sentence for everybody may count. */
const isTold = (count: number, forEverybody: boolean): boolean => count > 0 && (!forEverybody || count >= SMALLEST_SHOWN);

/** "Since bulletin 12: 7 released, 3 new, 1 date corrected, 2 overdue." `t` are the words of `reports.compare`. `forEverybody`: of fewer than five it does not say what became of them. */
export function compareSentence(difference: ReportDifference, since: string, t: Say, list: (items: string[]) => string, forEverybody = false): string {
  if (isUnchanged(difference)) return t("nothing", { since });
  const told = differenceKeys.filter((key) => isTold(difference[key].length, forEverybody)).map((key) => t(`told.${key}`, { count: difference[key].length }));
  if (forEverybody) {
    const few = differenceKeys.some((key) => difference[key].length > 0 && !isTold(difference[key].length, true));
    if (few) return told.length === 0 ? t("few_only", { since }) : t("sentence", { since, changes: list([...told, t("few")]) });
  }
  return told.length === 0 ? t("edited_only", { since, count: difference.edited.length }) : t("sentence", { since, changes: list(told) });
}
