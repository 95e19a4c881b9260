import { choice, choices, date, id, ids, inputOf, line, long, optionalId, type ValuesOf } from "./fields";
import { allegedActs, authorityResponses, verifications, victimScopes } from "./vocabularies";

/** What is alleged; it cannot be saved without who alleges it. */
export const allegationFields = {
  caseIds: ids({ required: true }),
  acts: choices(allegedActs, { required: true }),
  victimScope: choice(victimScopes, { fallback: "these" }),
  when: date(),
  whereText: line(300),
  description: long(8000),
  attributedTo: line(300, { required: true, class: "source" }),
  sourceId: optionalId(),
  agency: line(200),
  perpetrator: line(300, { class: "sensitive" }),
  injuries: long(2000, { class: "source" }),
  verification: choice(verifications, { fallback: "alleged" }),
  response: choice(authorityResponses, { fallback: "not_asked" }),
  responseWhen: date(),
  responseNote: long(2000),
};
export const allegationInput = inputOf(allegationFields);
export const allegationEditInput = inputOf({ allegationId: id(), ...allegationFields });
export type AllegationValues = ValuesOf<typeof allegationFields>;
