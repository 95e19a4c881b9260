import { choices, id, ids, inputOf, type ValuesOf } from "./fields";
import { engagedRights } from "./vocabularies";

/** The rights that one case engages, exactly; to `otherIds` the same ones are added. */
export const caseRightsFields = { caseId: id(), rights: choices(engagedRights), otherIds: ids() };
export const caseRightsInput = inputOf(caseRightsFields);
export type CaseRights = ValuesOf<typeof caseRightsFields>;
