"use server";

import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { citationInput } from "@/lib/model/source";
import { recordCitation, withdrawCitation } from "@/lib/services/citations";
import { formAction } from "@/lib/web/form-action";

export const recordCitationAction = formAction(citationInput, recordCitation, (_result, { caseIds }) => `/cases/${caseIds[0] ?? ""}#sources`);
export const withdrawCitationAction = formAction(
  caseWithdrawalInput,
  (actor, { recordId, reason }, meta) => withdrawCitation(actor, { recordId, reason }, meta),
  ({ caseId }) => `/cases/${caseId}#sources`,
);
