import { choice, date, days, id, ids, inputOf, line, long, ratio, type ValuesOf } from "./fields";
import { adjustmentKinds } from "./vocabularies";

const LONGEST_DAYS = 36_500;

/** Time that counts towards a term, or that does not count: from and to, or only how many days. */
export const adjustmentFields = {
  kind: choice(adjustmentKinds),
  from: date(),
  to: date(),
  days: days(LONGEST_DAYS),
  ratio: ratio(),
  authority: line(300),
  note: long(2000),
};
export const adjustmentInput = inputOf({ caseIds: ids({ required: true }), ...adjustmentFields });
export const adjustmentEditInput = inputOf({ adjustmentId: id(), ...adjustmentFields });
export type AdjustmentValues = ValuesOf<typeof adjustmentFields>;
