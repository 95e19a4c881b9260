import { choice, date, id, ids, inputOf, line, long, term, type ValuesOf } from "./fields";
import { countFroms, orderKinds } from "./vocabularies";

export const orderFields = {
  kind: choice(orderKinds),
  court: line(300),
  judge: line(200),
  date: date(),
  articles: line(300),
  term: term(),
  countFrom: choice(countFroms, { fallback: "not_stated" }),
  countFromWhen: date(),
  note: long(4000),
};
export const orderInput = inputOf({ caseIds: ids({ required: true }), ...orderFields });
export const orderEditInput = inputOf({ orderId: id(), caseIds: ids({ required: true }), ...orderFields });
export type OrderValues = ValuesOf<typeof orderFields> & { caseIds: string[] };
