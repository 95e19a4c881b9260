import { compute } from "./compute";
import { ReleaseError } from "./codes";
import type { Adjusted } from "./estimate-adjust";
import { after } from "./estimate-orders";
import type { Combined, OrderedTerm, Sentence } from "./estimate-orders";
import type { EstimateStart } from "./estimate-start";
import type { Chain, Links, Variant } from "./estimate-variants";
import { checkTerm } from "./facts";
import type { Warnings } from "./facts";
import { Trace } from "./trace";
import type { OrderInput, Span, StartInput, Term } from "./types";

/** What all readings of a case share. `starts`: the own beginning of orders that are served beside another. `counted`: what was counted already. */
export type Basis = { zone: string; begin: EstimateStart; combined: Combined; adjusted: Adjusted; starts: ReadonlyMap<string, StartInput>; warnings: Warnings; counted: Map<string, Span | null> };

const known = (term: OrderedTerm): term is Term => term !== null && term !== "LIFE";

/** The terms that stand after the first decisions, counted; null where one of them is not known. */
function endAt(stage: number, variant: Variant, { zone, begin, combined, adjusted, starts, warnings }: Basis, trace: Trace): Span | null {
  const { sentences } = after(combined, stage);
  if (!sentences.every(({ term }) => known(term))) return null;
  const { orders, chain } = ordersOf(sentences, variant.chain, variant.links, starts);
  orders.forEach(({ term }, i) => checkTerm(term as Term, `orders.${i}.term`));
  trace.reset();
  const { state, warnings: found } = compute(
    {
      tz: zone,
      moments: begin.moments,
      orders,
      chain,
      convention: variant.convention,
      ...(variant.credits.length > 0 ? { credits: variant.credits, rounding: adjusted.rounding ?? "CEIL" } : {}),
      ...(adjusted.interruptions.length > 0 ? { interruptions: adjusted.interruptions } : {}),
      ...(variant.share === null ? {} : { fraction: variant.share }),
    },
    trace,
  );
  found.forEach((code) => warnings.add(code));
  if (!variant.day || state.end === null) return state.release ?? state.end;
  const { rule, weekend } = variant.day.value;
  trace.apply("releaseRule.applied", { tz: zone, rule, weekend, holidays: [] });
  return trace.apply("releaseRule.hours", { tz: zone, rule }).release;
}

function ordersOf(sentences: readonly Sentence[], chain: Chain, links: Links, starts: Basis["starts"]): { orders: OrderInput[]; chain: Chain | "CONCURRENT" } {
  const [only, ...more] = sentences;
  if (only && more.length === 0) return { orders: only.parts.map(({ id, term }) => ({ id, term, start: null })), chain: "AGGREGATE" };
  const ids = new Set(sentences.map(({ order }) => order.id));
  const orders = sentences.map(({ order, term, link }, i): OrderInput => {
    const relation = link?.relation === "unknown" ? links : link?.relation;
    if (i > 0 && link && relation === "consecutive" && ids.has(link.to)) return { id: order.id, term, consecutiveTo: link.to };
    return { id: order.id, term, ...(i > 0 ? { start: starts.get(order.id) ?? null } : {}) };
  });
  const beside = orders.slice(1).some(({ consecutiveTo }) => consecutiveTo === undefined);
  return { orders, chain: beside ? "CONCURRENT" : chain };
}

/**
 * The release by one reading, every decision taken into account; the state of `trace` ends in it. Null where a term or a beginning is not
 * known. Throws `ReleaseError` for a term or a credit that cannot be.
 */
export function countBy(variant: Variant, basis: Basis, trace: Trace): Span | null {
  const { zone, combined } = basis;
  const fresh = combined.decisions.map((_, i) => (after(combined, i + 1).over ? null : endAt(i + 1, variant, basis, trace)));
  const original = endAt(0, variant, basis, trace);
  if (original === null) return null;
  for (const [i, { order }] of combined.decisions.entries()) {
    const recomputed = fresh[i] ?? null;
    if (after(combined, i + 1).over) trace.apply("decision.ended", { tz: zone, when: order.date, order: order.id });
    else if (recomputed === null) return null;
    else trace.apply("decision.newTerm", { tz: zone, when: order.date, order: order.id, recomputed });
  }
  const { end, release } = trace.state;
  return release ?? end;
}

/** The same without a trace to keep; null also where the engine refuses what is recorded. */
export function countQuietly(variant: Variant, basis: Basis): Span | null {
  const before = basis.counted.get(variant.key);
  if (before !== undefined) return before;
  const span = quietly(() => countBy(variant, { ...basis, warnings: new Set() }, new Trace()));
  basis.counted.set(variant.key, span);
  return span;
}

/** Where the term ends that the last decision set, whenever that was taken; null where the last decision set none. */
export function termAsDecided(variant: Variant, basis: Basis): Span | null {
  const { decisions } = basis.combined;
  const last = decisions.at(-1);
  if (!last || last.term === "ENDED") return null;
  return quietly(() => endAt(decisions.length, variant, { ...basis, warnings: new Set() }, new Trace()));
}

/** What cannot be computed is nothing. */
export function quietly<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return null;
  }
}
