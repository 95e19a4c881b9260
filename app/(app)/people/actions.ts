"use server";

import { consentEditInput, consentInput, consentWithdrawalInput } from "@/lib/model/consent";
import { personEditInput, personInput } from "@/lib/model/person";
import { recordConsent, updateConsent, withdrawConsent } from "@/lib/services/consents";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { formAction } from "@/lib/web/form-action";

export const recordPersonAction = formAction(personInput, recordPerson, ({ personId }) => `/people/${personId}`);
export const updatePersonAction = formAction(personEditInput, updatePerson, ({ personId }) => `/people/${personId}`);

export const recordConsentAction = formAction(consentInput, recordConsent, ({ personId }) => `/people/${personId}#consent`);
export const updateConsentAction = formAction(consentEditInput, updateConsent, ({ personId }) => `/people/${personId}#consent`);
export const withdrawConsentAction = formAction(consentWithdrawalInput, withdrawConsent, ({ personId }) => `/people/${personId}#consent`);
