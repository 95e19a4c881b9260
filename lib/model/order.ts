import { z } from "zod";
import { choice, date, id, ids, inputOf, line, long, optionalId, ownTerm, rows, share, term, type InputContext, type ValuesOf } from "./fields";
import { contradictsKind } from "./term-phrases";
import { countFroms, orderKinds, orderRelations } from "./vocabularies";

export const orderFields = {
  kind: choice(orderKinds),
  court: line(300),
  judge: line(200),
  date: date(),
  articles: line(300),
  term: term(),
  countFrom: choice(countFroms, { fallback: "not_stated" }),
  countFromWhen: date(),
  relation: choice(orderRelations, { fallback: "not_stated" }),
  /** The order that it appeals, extends or follows; none means the one before it. */
  relatesToId: optionalId(),
  servedShare: share(),
  note: long(4000),
};

/** Terms of single people under the ruling, where they differ from its own. */
export const ownTerms = rows({ caseId: id(), term: ownTerm() }, { key: "term", max: 500 });

const bound = { caseIds: ids({ required: true }), ...orderFields, ownTerms };
export const orderInput = agreeing(inputOf(bound));
export const orderEditInput = agreeing(inputOf({ orderId: id(), ...bound }));
export type OrderValues = ValuesOf<typeof bound>;

/** A term "of imprisonment" under an administrative arrest is refused: one of the two is wrong, and only the kind would be kept. */
function agreeing<T>(input: (context: InputContext) => z.ZodType<T>): (context: InputContext) => z.ZodType<T> {
  return (context) =>
    z.preprocess((typed, issues) => {
      const { kind, term } = (typed ?? {}) as { kind?: unknown; term?: { amount?: unknown } };
      const amount = term?.amount;
      if (typeof kind === "string" && typeof amount === "string" && contradictsKind(amount, kind)) issues.addIssue({ code: "custom", path: ["term", "amount"], message: "term_kind_differs" });
      return typed;
    }, input(context)) as unknown as z.ZodType<T>;
}
