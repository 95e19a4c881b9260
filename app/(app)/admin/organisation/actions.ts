"use server";

import { organisationInput } from "@/lib/model/account";
import { letterheadInput } from "@/lib/model/report-input";
import { updateOrganisation } from "@/lib/services/organisation-admin";
import { updateContact } from "@/lib/services/reports/letterhead";
import { formAction } from "@/lib/web/form-action";

export const updateOrganisationAction = formAction(organisationInput, updateOrganisation, () => "/admin?saved=organisation");
export const updateContactAction = formAction(letterheadInput, updateContact, () => "/admin/organisation?saved=letterhead#letterhead");
