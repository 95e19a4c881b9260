import { z } from "zod";
import { choice, date, id, ids, inputOf, line, long, optionalId, type Field, type ValuesOf } from "./fields";
import { countBounds, countCategories, institutionKinds, type CountBound } from "./vocabularies";

const MOST_COUNTED = 10_000_000;

/** A whole number of people, written with or without spaces between thousands; empty means that no figure is told. */
const people = (): Field<number | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const text = (typed ?? "").replace(/[\s\u00a0\u202f]/g, "");
        if (text === "") return null;
        if (/^\d{1,8}$/.test(text) && Number(text) <= MOST_COUNTED) return Number(text);
        issues.addIssue({ code: "custom", message: "not_a_number" });
        return null;
      }) as unknown as z.ZodType<number | null>,
});

/** One figure by one who counted. */
export const countFields = {
  /** Who counted, in words; the only thing that no count can be without. */
  attributedTo: line(300, { required: true, class: "source" }),
  /** The body that counted, by its name, where it is one on record or is to become one. */
  institution: line(300),
  institutionKind: choice(institutionKinds, { fallback: "agency" }),
  category: choice(countCategories),
  bound: choice(countBounds),
  figure: people(),
  /** The upper end of a range. */
  figureTo: people(),
  /** The count that "far more" compares with. */
  comparedToId: optionalId(),
  /** The places of the event that it speaks of; none where it speaks of the event as a whole. */
  placeIds: ids(),
  /** The day that it speaks of. */
  asOf: date(),
  sourceId: optionalId(),
  note: long(2000),
};
export const countInput = inputOf({ eventId: id(), ...countFields });
export const countEditInput = inputOf({ countId: id(), ...countFields });
export const countWithdrawalInput = inputOf({ eventId: id(), recordId: id(), reason: line(500, { required: true }) });
export type CountValues = ValuesOf<typeof countFields>;

type Figures = { bound: CountBound; figure: number | null; figureTo: number | null; comparedToId: string | null };

/** What is wrong with the figures of a count: the field and the code, or undefined. A figure nobody gave stays away. */
export function figureProblem({ bound, figure, figureTo, comparedToId }: Figures): readonly [field: keyof Figures, code: string] | undefined {
  const mayLack = bound === "tens" || bound === "far_more";
  if (!mayLack && figure === null) return ["figure", "required"];
  if (mayLack && figure !== null) return ["figure", "count_without_figure"];
  if (bound === "range" && figureTo === null) return ["figureTo", "required"];
  if (bound === "range" && figureTo !== null && figure !== null && figureTo <= figure) return ["figureTo", "range_backwards"];
  if (bound !== "range" && figureTo !== null) return ["figureTo", "only_for_a_range"];
  if (bound !== "far_more" && comparedToId !== null) return ["comparedToId", "only_for_far_more"];
  return undefined;
}
