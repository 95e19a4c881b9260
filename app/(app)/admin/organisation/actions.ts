"use server";

import { organisationInput } from "@/lib/model/account";
import { updateOrganisation } from "@/lib/services/organisation-admin";
import { formAction } from "@/lib/web/form-action";

export const updateOrganisationAction = formAction(organisationInput, updateOrganisation, () => "/admin?saved=organisation");
