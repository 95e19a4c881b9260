"use server";

import { institutionEditInput, institutionInput, mergeInput } from "@/lib/model/institution";
import { mergeInstitutions } from "@/lib/services/institution-merge";
import { recordInstitution, updateInstitution } from "@/lib/services/institution-records";
import { formAction } from "@/lib/web/form-action";

export const recordInstitutionAction = formAction(institutionInput, recordInstitution, ({ institutionId }) => `/institutions/${institutionId}`);
export const updateInstitutionAction = formAction(institutionEditInput, updateInstitution, ({ institutionId }) => `/institutions/${institutionId}`);
export const mergeInstitutionsAction = formAction(mergeInput, mergeInstitutions, ({ institutionId }) => `/institutions/${institutionId}`);
