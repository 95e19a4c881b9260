import type { AdjustmentKind } from "./vocabularies";

const credits: readonly AdjustmentKind[] = ["administrative_detention", "remand", "house_arrest", "other_credit"];

/** Whether an adjustment shortens the term; otherwise it is time that does not count. */
export const isCredit = (kind: AdjustmentKind): boolean => credits.includes(kind);
