import { choice, date, id, inputOf, line, long, rows, type ValuesOf } from "./fields";
import { identifications, nameKinds, sexes } from "./vocabularies";

export const personNameFields = { text: line(200), kind: choice(nameKinds, { fallback: "legal" }) };

export const MOST_NAMES = 20;

export const personFields = {
  identification: choice(identifications, { fallback: "identified" }),
  names: rows(personNameFields, { key: "text", max: MOST_NAMES }),
  sex: choice(sexes, { fallback: "unknown" }),
  birthDate: date({ class: "sensitive" }),
  nationality: line(100),
  occupation: line(200),
  affiliation: line(200),
  residence: line(200, { class: "sensitive" }),
  healthRisk: long(2000, { class: "source" }),
  familyContact: long(1000, { class: "source" }),
};
export const personInput = inputOf(personFields);
export const personEditInput = inputOf({ personId: id(), ...personFields });
export type PersonValues = ValuesOf<typeof personFields>;
