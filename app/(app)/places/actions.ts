"use server";

import { mergeInput } from "@/lib/model/institution";
import { placeEditInput, placeInput } from "@/lib/model/place";
import { mergePlaces } from "@/lib/services/place-merge";
import { recordPlace, updatePlace } from "@/lib/services/place-records";
import { formAction } from "@/lib/web/form-action";

export const recordPlaceAction = formAction(placeInput, recordPlace, ({ placeId }) => `/places/${placeId}`);
export const updatePlaceAction = formAction(placeEditInput, updatePlace, ({ placeId }) => `/places/${placeId}`);
export const mergePlacesAction = formAction(mergeInput, mergePlaces, ({ placeId }) => `/places/${placeId}`);
