"use server";

import { caseRightsInput } from "@/lib/model/case-rights";
import { markRights } from "@/lib/services/case-rights";
import { formAction } from "@/lib/web/form-action";

export const markRightsAction = formAction(caseRightsInput, markRights, ({ caseId }) => `/cases/${caseId}#details`);
