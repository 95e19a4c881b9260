import type { QuickCase } from "@/lib/model/case";
import type { CalculatorValues } from "@/lib/model/calculator";
import type { OrderValues } from "@/lib/model/order";
import type { Actor } from "@/lib/model/permissions";
import type { OverrideTyped } from "@/lib/release/rules/override-input";
import { recordCase } from "@/lib/services/cases";
import { recordMoment } from "@/lib/services/moments";
import { recordOrder } from "@/lib/services/orders";
import { typedTerm } from "./typed-term";
import { almaty, monitor } from "./world";

/** The quick form as somebody in a hurry fills it in. */
export const quickCase = (given: Partial<QuickCase> = {}): QuickCase => ({
  who: "named",
  name: "Болат Сынақов",
  personId: null,
  count: "",
  sex: "male",
  seized: "2019-10-22T10:00",
  placeId: almaty,
  agency: "",
  heldAt: "",
  detentionKind: "administrative_arrest",
  ...given,
});

/** One case, recorded through the service; its id. */
export async function aCase(given: Partial<QuickCase> = {}, by: Actor = monitor): Promise<string> {
  const [id = ""] = (await recordCase(by, quickCase(given))).caseIds;
  return id;
}

export const ruling = (caseIds: string[], given: Partial<OrderValues> = {}): OrderValues => ({
  caseIds,
  kind: "administrative_arrest",
  court: "",
  judge: "",
  date: "2019-10-22",
  articles: "",
  term: "P10D",
  countFrom: "not_stated",
  countFromWhen: null,
  relation: "not_stated",
  relatesToId: null,
  servedShare: null,
  note: "",
  ownTerms: [],
  ...given,
});

export const aRuling = (caseIds: string[], given: Partial<OrderValues> = {}, by: Actor = monitor) => recordOrder(by, ruling(caseIds, given));

export const release = (caseIds: string[], when: string | null, by: Actor = monitor) =>
  recordMoment(by, { caseIds, kind: "released", when, institution: "", releaseKind: "term_served", note: "" });

/** The form of an own value, as read; what a list does not have is empty. */
export const ownValue = (ruleId: string, given: Partial<OverrideTyped>): OverrideTyped => ({
  ruleId,
  exact: "",
  window: [],
  hours: "",
  term: "",
  exceptional: "",
  ratio: "",
  chain: "",
  rule: "",
  fraction: "",
  days: "",
  source: "Ruling no. 4",
  reason: "The court counts otherwise",
  ...given,
});

/** The calculator as somebody fills it in who knows a ruling and a term. */
export const calculatorValues: CalculatorValues = { ...typedTerm, placeId: almaty };
