import { choice, degrees, id, inputOf, line, optionalId, rows, type ValuesOf } from "./fields";
import { placeKinds } from "./vocabularies";

export const MOST_PLACE_NAMES = 30;

export const placeFields = {
  nameKk: line(120, { required: true }),
  nameRu: line(120, { required: true }),
  nameEn: line(120, { required: true }),
  /** Former names and other spellings that it is found by. */
  otherNames: rows({ text: line(120) }, { key: "text", max: MOST_PLACE_NAMES }),
  kind: choice(placeKinds, { fallback: "city" }),
  /** The region or country that it lies in. */
  parentId: optionalId(),
  code: line(5, { required: true }),
  country: line(2, { required: true }),
  zone: line(60, { required: true }),
  latitude: degrees(90),
  longitude: degrees(180),
};
export const placeInput = inputOf(placeFields);
export const placeEditInput = inputOf({ placeId: id(), ...placeFields });
export type PlaceValues = ValuesOf<typeof placeFields>;
