"use server";

import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { releaseOverrideInput } from "@/lib/model/release-override";
import { recordReleaseOverride, withdrawReleaseOverride } from "@/lib/services/release-overrides";
import { formAction } from "@/lib/web/form-action";

export const recordReleaseOverrideAction = formAction(releaseOverrideInput, recordReleaseOverride, ({ caseId }) => `/cases/${caseId}#release`);
export const withdrawReleaseOverrideAction = formAction(caseWithdrawalInput, withdrawReleaseOverride, (_result, { caseId }) => `/cases/${caseId}#release`);
