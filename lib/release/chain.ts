import { dateOf } from "./clock";
import { ReleaseError } from "./codes";
import { sumTerms } from "./conventions";
import { checkTerm } from "./facts";
import { boundsOfSpan, endsBefore } from "./spans";
import { readStart } from "./start";
import { nextStart } from "./steps";
import type { Trace } from "./trace";
import type { ChainRule, Convention, OrderInput, Span, StartInput, Term } from "./types";

export type KnownOrder = OrderInput & { term: Term };

/** Orders so that each comes after the one it follows. Error: `ORDER_REFERENCE_INVALID` (unknown, repeated, circular). */
export function inOrder(orders: readonly OrderInput[]): OrderInput[] {
  if (orders.length === 1 && orders[0]?.consecutiveTo === undefined) return [...orders];
  const byId = new Map(orders.map((order) => [order.id, order]));
  if (byId.size !== orders.length) throw new ReleaseError("ORDER_REFERENCE_INVALID", "orders.id");
  const [done, sorted] = [new Set<string>(), [] as OrderInput[]];
  for (const order of orders) {
    const path = pathTo(order, byId);
    for (const step of path) {
      if (!done.has(step.id)) sorted.push(step);
      done.add(step.id);
    }
  }
  return sorted;
}

/** The orders from the head of the chain to this one. */
export function pathTo(order: OrderInput, byId: ReadonlyMap<string, OrderInput>): OrderInput[] {
  const path = [order];
  const seen = new Set([order.id]);
  for (let at = order; at.consecutiveTo !== undefined; ) {
    const previous = byId.get(at.consecutiveTo);
    if (!previous || seen.has(previous.id)) throw new ReleaseError("ORDER_REFERENCE_INVALID", "orders.consecutiveTo");
    seen.add(previous.id);
    path.unshift(previous);
    at = previous;
  }
  return path;
}

/** A later order's own beginning, when it is recorded: its start, or the date on which it was imposed. */
function ownStart(order: OrderInput): StartInput | null {
  if (order.start) return order.start;
  if (order.imposed === undefined) return null;
  return order.imposed.includes("T") ? { precision: "minute", at: order.imposed } : { precision: "day", date: order.imposed };
}

export type ChainFacts = { firstOrderEnds?: Span; continuousCustody?: boolean };

/** Adds the terms of consecutive orders to the state of the trace, which holds the beginning of the first. */
export function addChain(trace: Trace, orders: readonly KnownOrder[], chain: ChainRule, convention: Convention, tz: string): ChainFacts {
  orders.forEach((order, i) => checkTerm(order.term, `orders.${i}.term`));
  const [first, ...rest] = orders;
  if (!first) return {};
  if (rest.length === 0 || chain === "AGGREGATE") {
    const term = sumTerms(orders.map((order) => order.term));
    if (rest.length > 0) trace.apply("chain.aggregate", { orders: orders.map(({ id }) => id), term });
    trace.apply("term.add", { tz, convention, term: checkTerm(term, "orders"), order: orders.map(({ id }) => id).join("+") });
    return {};
  }
  const ends = trace.apply("term.add", { tz, convention, term: first.term, order: first.id }).end;
  let continuous = true;
  for (const order of rest) {
    const previous = trace.state.end;
    const own = ownStart(order);
    if (previous === null) break;
    const follows = boundsOfSpan(nextStart(previous, convention, order.term, tz), tz);
    const begins = own && boundsOfSpan(readStart(own, tz, "orders.start"), tz);
    const gap = begins !== null && follows.hi !== null && endsBefore(boundsOfSpan(previous, tz), begins) && !startsSameDay(follows.lo, begins.lo, convention, tz);
    const detached = own !== null && (gap || (order.consecutiveTo === undefined && order.start !== undefined));
    if (gap) continuous = false;
    if (detached) trace.apply("chain.ownStart", { tz, convention, term: order.term, order: order.id, start: own });
    else trace.apply("chain.next", { tz, convention, term: order.term, order: order.id });
  }
  return { ...(ends ? { firstOrderEnds: ends } : {}), continuousCustody: continuous };
}

/** In day conventions custody goes on when the next order begins on the date after the last day, whatever the hour. */
function startsSameDay(follows: number | null, begins: number | null, convention: Convention, tz: string): boolean {
  if (follows === null || begins === null) return false;
  if (convention === "ELAPSED_24H" || convention === "SAME_WALL_CLOCK") return false;
  return dateOf(begins, tz) === dateOf(follows, tz);
}

