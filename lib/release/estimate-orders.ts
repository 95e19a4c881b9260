import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import { sumTerms } from "./conventions";
import type { EstimateOrder } from "./estimate-facts";
import type { Term } from "./types";

const opening = ["administrative_arrest", "administrative_detention", "remand", "sentence"];
const ending = ["annulment", "amnesty", "parole"];

/** A term as it stood at one time: null where it is not known. */
export type OrderedTerm = Term | "LIFE" | null;

/** An order that opens custody, with what extensions add to it. */
export type Sentence = {
  order: EstimateOrder;
  term: OrderedTerm;
  /** The orders whose terms are added up, in time order, with what each adds. */
  parts: { id: string; term: Term }[];
  /** How it stands to another of the sentences; null for the first, `unknown` where nobody says. */
  link: { to: string; relation: "consecutive" | "concurrent" | "unknown" } | null;
};

/** A later decision on one sentence: another term for it, or its end. */
export type Decision = { order: EstimateOrder; on: string; term: OrderedTerm | "ENDED" };

/** Every order of a case put together: the sentences as first ordered, then the decisions on them in time order. */
export type Combined = { sentences: Sentence[]; decisions: Decision[] };

function momentOf(order: EstimateOrder, zone: string): number {
  if (order.date === null || !isUncertainDate(order.date)) return Infinity;
  return boundsOf(order.date, zone).earliest ?? -Infinity;
}

/**
 * An order that opens custody replaces what came before, unless it says that it is served after or beside it, or is of the same kind and
 * nobody says which (then both are possible). An extension adds its term; an appeal or amnesty that names a term puts it in the place of the
 * old one; annulment, amnesty and parole end a sentence. Orders without a date keep their place at the end.
 */
export function combineOrders(orders: readonly EstimateOrder[], zone: string): Combined {
  const ranked = orders.map((order, i) => ({ order, i, at: momentOf(order, zone) }));
  ranked.sort((a, b) => (a.at === b.at ? a.i - b.i : a.at - b.at));
  const combined: Combined = { sentences: [], decisions: [] };
  for (const { order } of ranked) add(combined, order);
  return combined;
}

function add(combined: Combined, order: EstimateOrder): void {
  const { sentences, decisions } = combined;
  const target = sentences.find((each) => each.order.id === order.relatesTo || each.parts.some(({ id }) => id === order.relatesTo)) ?? sentences.at(-1);
  if (opening.includes(order.kind) || (order.kind === "extension" && !target)) {
    const link = target ? linkTo(target, order, ended(combined)) : null;
    if (link === null) Object.assign(combined, { sentences: [], decisions: [] });
    combined.sentences.push({ order, term: order.term, parts: partsOf(order), link });
  } else if (target && order.kind === "extension") {
    sentences[sentences.indexOf(target)] = extended(target, order);
  } else if (target && (order.kind === "appeal" || order.kind === "amnesty") && order.term !== null) {
    decisions.push({ order, on: target.order.id, term: order.term });
  } else if (target && ending.includes(order.kind)) {
    const all = order.relatesTo === null ? sentences : [target];
    for (const each of all) decisions.push({ order, on: each.order.id, term: "ENDED" });
  }
}

const ended = ({ sentences, decisions }: Combined): boolean => sentences.every(({ order }) => decisions.some(({ on, term }) => on === order.id && term === "ENDED"));

function linkTo(target: Sentence, order: EstimateOrder, over: boolean): Sentence["link"] {
  if (order.relation === "consecutive" || order.relation === "concurrent") return { to: target.order.id, relation: order.relation };
  if (order.relation === "replaces" || over || order.kind !== target.order.kind) return null;
  return order.kind === "administrative_arrest" || order.kind === "sentence" ? { to: target.order.id, relation: "unknown" } : null;
}

const partsOf = ({ id, term }: EstimateOrder): Sentence["parts"] => (term === null || term === "LIFE" ? [] : [{ id, term }]);

/** An extension of a known term without a length of its own makes the whole unknown. */
function extended(sentence: Sentence, order: EstimateOrder): Sentence {
  const { term } = sentence;
  if (term === "LIFE" || order.term === "LIFE") return { ...sentence, term: "LIFE" };
  if (term === null || order.term === null) return { ...sentence, term: null, parts: [] };
  return { ...sentence, term: sumTerms([term, order.term]), parts: [...sentence.parts, ...partsOf(order)] };
}

/** The sentences as they stand after the first decisions; one that was ended is left out, unless nothing else is left. */
export function after({ sentences, decisions }: Combined, count: number): { sentences: Sentence[]; over: boolean } {
  let standing = sentences;
  for (const { order, on, term } of decisions.slice(0, count)) {
    if (term === "ENDED") {
      const rest = standing.filter((each) => each.order.id !== on);
      if (rest.length === 0) return { sentences: standing, over: true };
      standing = rest.map((each) => (each.link?.to === on ? { ...each, link: null } : each));
    } else {
      const replaced = { term, parts: term === null || term === "LIFE" ? [] : [{ id: order.id, term }] };
      standing = standing.map((each) => (each.order.id === on ? { ...each, ...replaced } : each));
    }
  }
  return { sentences: standing, over: false };
}
