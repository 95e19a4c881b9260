"use server";

import { citationInput } from "@/lib/model/source";
import { recordCitation } from "@/lib/services/citations";
import { formAction } from "@/lib/web/form-action";

export const recordCitationAction = formAction(citationInput, recordCitation, (_result, { caseIds }) => `/cases/${caseIds[0] ?? ""}#sources`);
