"use server";

import { allegationEditInput, allegationInput } from "@/lib/model/allegation";
import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { recordAllegation, updateAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { formAction } from "@/lib/web/form-action";

export const recordAllegationAction = formAction(allegationInput, recordAllegation, ({ allegationId }) => `/allegations/${allegationId}`);
export const updateAllegationAction = formAction(allegationEditInput, updateAllegation, ({ allegationId }) => `/allegations/${allegationId}`);
export const withdrawAllegationAction = formAction(
  caseWithdrawalInput,
  (actor, { recordId, reason }, meta) => withdrawAllegation(actor, { recordId, reason }, meta),
  ({ allegationId }) => `/allegations/${allegationId}`,
);
