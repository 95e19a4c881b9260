import { isUnchanged, type ReportDifference } from "./compare-records";

type Say = (key: string, values?: Record<string, string | number>) => string;

export const differenceKeys = ["released", "ended", "added", "again", "corrected", "overdue", "stillOverdue", "left"] as const;
export type DifferenceKey = (typeof differenceKeys)[number];

/** "Since bulletin 12: 7 released, 3 new, 1 date corrected, 2 overdue." `t` are the words of `reports.compare`. */
export function compareSentence(difference: ReportDifference, since: string, t: Say, list: (items: string[]) => string): string {
  if (isUnchanged(difference)) return t("nothing", { since });
  const told = differenceKeys.filter((key) => difference[key].length > 0).map((key) => t(`told.${key}`, { count: difference[key].length }));
  return told.length === 0 ? t("edited_only", { since, count: difference.edited.length }) : t("sentence", { since, changes: list(told) });
}
