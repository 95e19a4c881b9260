import { caseEventRows } from "./case-event";
import { choice, date, id, ids, inputOf, line, long, optionalId, type ValuesOf } from "./fields";
import { detentionKinds, momentKinds, priorities, releaseKinds, sexes } from "./vocabularies";

/** The quick form: who, when, where, by whom, held where, what kind. Everything else can come later. */
export const quickCaseFields = {
  who: choice(["named", "known", "unnamed"] as const, { fallback: "named" }),
  /** A name as far as it is known, for somebody new. */
  name: line(200),
  /** Somebody already recorded. */
  personId: optionalId(),
  /** How many people without a name, each of whom gets a slot and a case of their own. */
  count: line(4),
  sex: choice(sexes, { fallback: "unknown" }),
  seized: date(),
  placeId: id(),
  agency: line(200),
  heldAt: line(200),
  detentionKind: choice(detentionKinds, { fallback: "unknown" }),
};
export const quickCaseInput = inputOf(quickCaseFields);
export type QuickCase = ValuesOf<typeof quickCaseFields>;

export const MOST_SLOTS = 200;

/** What is completed later on the case itself. */
export const caseFields = {
  detentionKind: choice(detentionKinds),
  priority: choice(priorities, { fallback: "normal" }),
  placeId: id(),
  agency: line(200),
  heldAt: line(200),
  events: caseEventRows(),
  ownerId: optionalId(),
  lawyer: line(200, { class: "sensitive" }),
  note: long(4000),
};
export const caseInput = inputOf({ caseId: id(), ...caseFields });
export type CaseEdit = ValuesOf<typeof caseFields> & { caseId: string };

export const momentFields = {
  kind: choice(momentKinds),
  when: date(),
  institution: line(200),
  releaseKind: choice(releaseKinds, { fallback: "unknown" }),
  note: long(2000),
};
export const momentInput = inputOf({ caseIds: ids({ required: true }), ...momentFields });
export const momentEditInput = inputOf({ momentId: id(), ...momentFields });
export type MomentValues = ValuesOf<typeof momentFields>;

/** Taking something back: it stays in the record with the reason, and no longer counts. */
export type Withdrawal = { recordId: string; reason: string };
