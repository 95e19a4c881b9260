import { id, ids, inputOf, line, long, optionalId, requiredDate, type ValuesOf } from "./fields";

export const statedReleaseFields = {
  when: requiredDate({ ahead: true }),
  /** Who says so, in words; a source can be named besides. */
  attributedTo: line(300, { required: true, class: "source" }),
  sourceId: optionalId(),
  note: long(2000),
};
export const statedReleaseInput = inputOf({ caseIds: ids({ required: true }), ...statedReleaseFields });
export const statedReleaseEditInput = inputOf({ statedId: id(), ...statedReleaseFields });
export type StatedReleaseValues = ValuesOf<typeof statedReleaseFields>;
