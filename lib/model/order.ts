import { choice, date, id, ids, inputOf, line, long, optionalId, ownTerm, rows, share, term, type ValuesOf } from "./fields";
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
export const orderInput = inputOf(bound);
export const orderEditInput = inputOf({ orderId: id(), ...bound });
export type OrderValues = ValuesOf<typeof bound>;
