import { choice, date, id, inputOf, line, long, optionalId, type ValuesOf } from "./fields";
import { authorityResponses } from "./vocabularies";

/** What can be recorded of an authority: that it was not asked is the lack of any record. */
export const recordedResponses = authorityResponses.filter((value) => value !== "not_asked") as [Exclude<(typeof authorityResponses)[number], "not_asked">, ...Exclude<(typeof authorityResponses)[number], "not_asked">[]];

/** When a body was asked, when and what it answered. */
export const responseFields = {
  agency: line(200),
  asked: date(),
  answer: choice(recordedResponses, { fallback: "asked" }),
  answered: date(),
  note: long(2000),
  sourceId: optionalId(),
};
export const responseInput = inputOf({ allegationId: id(), ...responseFields });
export const responseEditInput = inputOf({ responseId: id(), ...responseFields });
export type ResponseValues = ValuesOf<typeof responseFields>;

type Counting = { answer: string; answeredEarliest: number | null; createdAt: number; withdrawn: string | null };

/**
 * The response that the sentence tells: the newest answer, by when it was given and else by when it was recorded; where nobody has answered,
 * the newest question. Undefined where nothing counts: then nobody has been asked.
 */
export function responseThatCounts<R extends Counting>(responses: readonly R[]): R | undefined {
  const counting = responses.filter(({ withdrawn, answer }) => withdrawn === null && answer !== "not_asked");
  const answers = counting.filter(({ answer }) => answer !== "asked");
  const at = ({ answeredEarliest, createdAt }: R) => answeredEarliest ?? createdAt;
  return (answers.length ? answers : counting).reduce<R | undefined>((best, each) => (best === undefined || at(each) > at(best) || (at(each) === at(best) && each.createdAt > best.createdAt) ? each : best), undefined);
}
