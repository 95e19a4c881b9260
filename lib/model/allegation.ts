import { choice, choices, count, date, id, ids, inputOf, line, long, optionalId, rows, type ValuesOf } from "./fields";
import { allegedActs, authorityResponses, involvements, medicalAttentions, verifications, victimBounds, victimScopes, type VictimBound } from "./vocabularies";

export const MOST_PERPETRATORS = 20;
export const MOST_VICTIMS = 1_000_000;

/** Who is alleged to have done it: a body by its name, a unit of it, a person named or described. */
export const perpetratorFields = {
  agency: line(200),
  unit: line(200),
  person: line(300, { class: "sensitive" }),
  involvement: choice(involvements, { fallback: "unknown" }),
};
export type PerpetratorValues = ValuesOf<typeof perpetratorFields>;

/** What is alleged; it cannot be saved without who alleges it. */
export const allegationFields = {
  caseIds: ids(),
  acts: choices(allegedActs, { required: true }),
  victimScope: choice(victimScopes, { fallback: "these" }),
  victimBound: choice(victimBounds, { fallback: "unknown" }),
  victimCount: count(MOST_VICTIMS),
  victimGroup: line(300),
  eventId: optionalId(),
  placeId: optionalId(),
  when: date(),
  whereText: line(300),
  description: long(8000),
  attributedTo: line(300, { required: true, class: "source" }),
  sourceId: optionalId(),
  perpetrators: rows(perpetratorFields, { key: ["agency", "unit", "person"], max: MOST_PERPETRATORS }),
  injuries: long(2000, { class: "source" }),
  medicalAttention: choice(medicalAttentions, { fallback: "unknown" }),
  medicalNote: long(2000, { class: "sensitive" }),
  forcedStatement: long(4000, { class: "sensitive" }),
};
export type AllegationValues = ValuesOf<typeof allegationFields>;

/** How far it is borne out, and on what ground. */
export const reviewFields = {
  verification: choice(verifications, { fallback: "alleged" }),
  ground: long(2000),
};

/** What is known when an allegation is first recorded; later each has its own form and its history. */
const firstKnown = {
  ...reviewFields,
  response: choice(authorityResponses, { fallback: "not_asked" }),
  responseWhen: date(),
  responseNote: long(2000),
};
export const allegationInput = inputOf({ ...allegationFields, ...firstKnown });
export const allegationEditInput = inputOf({ allegationId: id(), ...allegationFields });
export type NewAllegation = AllegationValues & ValuesOf<typeof firstKnown>;

export const reviewInput = inputOf({ allegationId: id(), ...reviewFields, reviewSourceId: optionalId() });
export type ReviewValues = ValuesOf<typeof reviewFields> & { reviewSourceId: string | null };

/** Taking back an allegation, an answer to it or a complaint about it: `recordId` is what is taken back. */
export const allegationWithdrawalInput = inputOf({ allegationId: id(), recordId: id(), reason: line(500, { required: true }) });

/** Bounds that are nothing without a figure. */
export const countedBounds: readonly VictimBound[] = ["exact", "about", "at_least"];

type Victims = Pick<AllegationValues, "caseIds" | "victimBound" | "victimCount" | "victimGroup" | "eventId" | "placeId">;

/** The first thing that keeps the victims from being told, as field and code; null where they can be. */
export function victimProblem({ caseIds, victimBound, victimCount, victimGroup, eventId, placeId }: Victims): { field: string; code: "required" | "bound_needed" | "nobody_and_nowhere" | "group_needed" } | null {
  const counted = countedBounds.includes(victimBound);
  if (counted && victimCount === null) return { field: "victimCount", code: "required" };
  if (!counted && victimCount !== null) return { field: "victimBound", code: "bound_needed" };
  if (caseIds.length > 0 || eventId !== null) return null;
  if (placeId === null) return { field: "eventId", code: "nobody_and_nowhere" };
  return victimGroup === "" ? { field: "victimGroup", code: "group_needed" } : null;
}
