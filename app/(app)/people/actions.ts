"use server";

import { personEditInput, personInput } from "@/lib/model/person";
import { recordPerson, updatePerson } from "@/lib/services/people";
import { formAction } from "@/lib/web/form-action";

export const recordPersonAction = formAction(personInput, recordPerson, ({ personId }) => `/people/${personId}`);
export const updatePersonAction = formAction(personEditInput, updatePerson, ({ personId }) => `/people/${personId}`);
