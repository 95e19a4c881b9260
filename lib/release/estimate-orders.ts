import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { sumTerms } from "./conventions";
import type { EstimateOrder } from "./estimate-facts";
import type { Term } from "./types";

const opening = ["administrative_arrest", "administrative_detention", "remand", "sentence"];
const ending = ["annulment", "amnesty", "parole"];

/** The order that decides how long custody lasts, after everything that later orders did to it. */
export type Governing = {
  order: EstimateOrder;
  /** null: no term is known; "LIFE": none can be. */
  term: Term | "LIFE" | null;
  /** The orders whose terms are added up, in time order, with what each adds. */
  parts: { id: string; term: Term }[];
  /** The order that ended custody before the term did, with its date. */
  endedBy: { order: EstimateOrder; when: string } | null;
};

function momentOf(order: EstimateOrder, zone: string): number {
  if (order.date === null || !isUncertainDate(order.date)) return Infinity;
  return boundsOf(order.date, zone).earliest ?? -Infinity;
}

/**
 * The latest order that opens custody (administrative arrest or detention, remand, sentence) governs and replaces those
 * before it. An extension adds its term; an appeal that names a term replaces the term from the same beginning, one
 * without leaves it; annulment, amnesty and parole end custody on their date. Orders without a date keep their place
 * at the end.
 */
export function governingOrder(orders: readonly EstimateOrder[], zone: string): Governing | null {
  const ranked = orders.map((order, i) => ({ order, i, at: momentOf(order, zone) }));
  ranked.sort((a, b) => (a.at === b.at ? a.i - b.i : a.at - b.at));
  let governing = null as Governing | null;
  for (const { order } of ranked) {
    if (opening.includes(order.kind) || (order.kind === "extension" && governing === null)) {
      governing = { order, term: order.term, parts: partsOf(order), endedBy: null };
    } else if (governing === null) {
      continue;
    } else if (order.kind === "extension") {
      governing = extended(governing, order);
    } else if (order.kind === "appeal" && order.term !== null) {
      governing = { ...governing, term: order.term, parts: partsOf(order) };
    } else if (ending.includes(order.kind) && order.date !== null && isUncertainDate(order.date)) {
      governing = { ...governing, endedBy: { order, when: order.date } };
    }
  }
  return governing;
}

const partsOf = ({ id, term }: EstimateOrder): Governing["parts"] => (term === null || term === "LIFE" ? [] : [{ id, term }]);

/** An extension of a known term without a length of its own makes the whole unknown. */
function extended(governing: Governing, order: EstimateOrder): Governing {
  const { term } = governing;
  if (term === "LIFE" || order.term === "LIFE") return { ...governing, term: "LIFE" };
  if (term === null || order.term === null) return { ...governing, term: null, parts: [] };
  return { ...governing, term: sumTerms([term, order.term]), parts: [...governing.parts, ...partsOf(order)] };
}
