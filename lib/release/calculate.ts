import type { CalculatorValues } from "@/lib/model/calculator";
import type { Code } from "./codes";
import { estimateRelease } from "./estimate";
import type { CaseFacts, EstimateOrder, ReleaseEstimate } from "./estimate";
import type { EstimateAdjustment } from "./estimate-facts";
import { explain, untold, whyNothing } from "./explain";
import type { Reason } from "./explain";
import type { Jurisdiction } from "./rules/registry";

export type Where = { zone: string; jurisdiction: Jurisdiction };

/** What the calculator shows: the estimate of a case that holds nothing but what was typed. `further`: warnings that no reason says. */
export type Calculation = { zone: string; typed: CalculatorValues; estimate: Omit<ReleaseEstimate, "trace">; reasons: Reason[]; further: Code[] };
/** `now` is the instant that "in 3 days" is counted from. */
export type CalculatorAnswer = Calculation & { now: number };

/** What is ordered where somebody is held so; other kinds of detention have orders that nobody named. */
const orderKinds: Readonly<Partial<Record<CalculatorValues["kind"], string>>> = {
  administrative_arrest: "administrative_arrest",
  administrative_detention: "administrative_detention",
  remand: "remand",
  imprisonment: "sentence",
};
/** A ruling in these is a date of its own: the detention itself is not what the court ordered. */
const withoutCourt: readonly string[] = ["administrative_detention", "custody"];

/** What was typed as the facts of a case. */
export function typedFacts(typed: CalculatorValues, { zone, jurisdiction }: Where, overrides: CaseFacts["overrides"]): CaseFacts {
  const orders = ordersOf(typed);
  const [first] = orders;
  const ruling = first && withoutCourt.includes(first.kind) ? (["seized", "delivered", "ruling"] as const) : (["seized", "delivered"] as const);
  return {
    zone,
    jurisdiction,
    detentionKind: typed.kind,
    moments: ruling.flatMap((kind) => (typed[kind] === null ? [] : [{ kind, when: typed[kind] }])),
    orders,
    adjustments: adjustmentsOf(typed),
    overrides,
    stated: typed.stated === null ? [] : [{ id: "stated", when: typed.stated, ...(typed.statedWeekday === "none" ? {} : { weekday: typed.statedWeekday }) }],
    observed: typed.observed,
  };
}

function ordersOf({ kind, term, ruling, countFrom, fraction, secondTerm, secondStart, relation }: CalculatorValues): EstimateOrder[] {
  const second = secondTerm !== null || secondStart !== null;
  if (term === null && ruling === null && countFrom === "not_stated" && !second) return [];
  const plain = { countFromWhen: null, relatesTo: null, servedShare: fraction === "whole" ? null : fraction };
  const first: EstimateOrder = { ...plain, id: "1", kind: orderKinds[kind] ?? "custody", date: ruling, term, countFrom, relation: "not_stated" };
  const beside = secondStart === null ? { countFrom: "not_stated" as const } : { countFrom: "written" as const, countFromWhen: secondStart };
  return second ? [first, { ...plain, id: "2", kind: "custody", date: null, term: secondTerm, relation, ...beside }] : [first];
}

function adjustmentsOf({ credits, interruptions }: CalculatorValues): EstimateAdjustment[] {
  const rows = [
    ...credits.map(({ span, ratio }) => ({ span, ratio, kind: "other_credit" as const })),
    ...interruptions.map(({ span }) => ({ span, ratio: null, kind: "other_interruption" as const })),
  ];
  return rows.flatMap(({ span, ...rest }, i): EstimateAdjustment[] => {
    if (span === null) return [];
    if ("days" in span) return [{ ...rest, id: String(i), from: null, to: null, days: span.days }];
    const [from, to] = "from" in span ? [span.from, span.to] : [span.fromAt, span.toAt];
    return [{ ...rest, id: String(i), from, to, days: null }];
  });
}

/** The expected release of what was typed, with its reasons. Throws as `estimateRelease` does. */
export function calculate(typed: CalculatorValues, where: Where, overrides: CaseFacts["overrides"], zoneData: string): Calculation {
  const estimate = estimateRelease(typedFacts(typed, where, overrides), zoneData);
  const { trace: _, ...shown } = estimate;
  const [reasons, nothing] = [explain(estimate), estimate.basis === "computed" ? null : whyNothing(estimate)];
  return { zone: where.zone, typed, estimate: shown, reasons, further: untold(estimate).filter((code) => code !== nothing) };
}
