"use server";

import { placeInput } from "@/lib/model/account";
import { recordPlace } from "@/lib/services/organisation-admin";
import { formAction } from "@/lib/web/form-action";

export const recordPlaceAction = formAction(placeInput, recordPlace, () => "/admin?saved=place");
