import { DAY, dayEnd, dayFrom, daysBetween, HOUR, instant, parseDate, readMoment } from "./clock";
import { ReleaseError } from "./codes";
import { addChain, inOrder, pathTo } from "./chain";
import type { ChainFacts, KnownOrder } from "./chain";
import { daysOf, hoursOf, isHoursOnly, monthsOf } from "./conventions";
import { sumCredits } from "./credits";
import { checkTerm } from "./facts";
import type { Facts, Warnings } from "./facts";
import { sumInterruptions } from "./interruptions";
import { parseRatio } from "./ratio";
import { boundsOfSpan, datesOfSpan, isDaySpan, maxSpan } from "./spans";
import { earliestDeprivation, readStart, startOfMoments } from "./start";
import { Trace } from "./trace";
import { without } from "./without";
import type { ChainRule, Convention, OrderInput, Span, StartInput, State, Term } from "./types";

/** Figures beside the date; days are calendar days, hours are elapsed hours. */
export type Extras = ChainFacts & {
  startUsed?: string;
  unadjusted?: Span;
  creditDaysRaw?: string;
  creditDays?: number;
  unusedCreditDays?: number;
  interruptionDays?: number;
  interruptionMs?: number;
  lengthDays?: number;
  governing?: string;
};

export type Computation = { state: State; trace: Trace; warnings: Warnings; extras: Extras };

/** The computation without appeal or annulment; `state.end` is null when a fact that it needs is unknown. */
export function compute(facts: Facts, trace = new Trace()): Computation {
  const result: Computation = { state: trace.state, trace, warnings: new Set(), extras: {} };
  const orders = facts.orders?.length ? inOrder(facts.orders) : null;
  if (facts.fraction !== undefined) checkFraction(facts.fraction);
  if (orders && facts.chain === "CONCURRENT") return concurrent(facts, orders, result);
  recordStart(facts, orders?.[0]?.start ?? facts.start ?? null, result);
  if (orders) return chained(facts, orders, result);
  const { term } = facts;
  if (term !== undefined && term !== null && term !== "LIFE") return chained(facts, [{ id: "term", term }], result);
  result.warnings.add(term === "LIFE" ? "INDETERMINATE" : "TERM_UNKNOWN");
  return finish(result);
}

function finish(result: Computation): Computation {
  return { ...result, state: result.trace.state };
}

function checkFraction(text: string): void {
  const { n, d } = parseRatio(text, "FRACTION_INVALID", "fraction");
  if (n > d) throw new ReleaseError("FRACTION_INVALID", "fraction");
}

function recordStart(facts: Facts, start: StartInput | null, { trace, warnings, extras }: Computation): void {
  const { tz, moments } = facts;
  if (start && !facts.preferMoments) {
    trace.apply("start.recorded", { tz, start });
  } else if (moments && Object.keys(moments).length > 0) {
    const chosen = startOfMoments(moments, tz);
    if (chosen) extras.startUsed = chosen.startUsed;
    trace.apply("start.earliestDeprivation", { tz, moments });
  }
  const span = trace.state.start;
  if (!span) warnings.add("START_UNKNOWN");
  else if ("candidates" in span) warnings.add("AMBIGUOUS_LOCAL_TIME");
  else if ("from" in span && span.from === null) warnings.add("START_UNBOUNDED");
}

function knownTerms(orders: readonly OrderInput[], warnings: Warnings): KnownOrder[] | null {
  if (orders.some(({ term }) => term === "LIFE")) warnings.add("INDETERMINATE");
  if (orders.some(({ term }) => term === null)) warnings.add("TERM_UNKNOWN");
  const known = orders.filter((order): order is KnownOrder => order.term !== null && order.term !== "LIFE");
  return known.length === orders.length ? known : null;
}

function chained(facts: Facts, orders: readonly OrderInput[], result: Computation): Computation {
  const { trace, warnings, extras } = result;
  const terms = knownTerms(orders, warnings);
  const hoursOnly = terms?.every(({ term }) => isHoursOnly(term)) ?? false;
  const convention: Convention | undefined = facts.convention ?? (hoursOnly ? "ELAPSED_24H" : undefined);
  if (terms && !convention) warnings.add("CONVENTION_UNKNOWN");
  const chain = facts.chain ?? onlyChain(orders);
  if (!chain) warnings.add("CHAIN_UNKNOWN");
  if (!terms || !convention || !trace.state.start || !chain) {
    for (const order of orders) warnMax(facts, order.term, undefined, warnings);
    return finish(result);
  }
  if (!facts.orders?.length) terms.forEach(({ term }) => checkTerm(term));
  Object.assign(extras, addChain(trace, terms, chain, convention, facts.tz));
  const dayConvention = convention === "INCLUSIVE_DAYS" || convention === "EXCLUSIVE_DAYS";
  if (dayConvention && terms.some(({ term }) => hoursOf(term) > 0 && !isHoursOnly(term))) warnings.add("HOURS_ROUNDED_TO_DAYS");
  measureLength(trace.state, convention, extras, facts.tz);
  for (const { term } of terms) warnMax(facts, term, terms.length === 1 ? extras.lengthDays : undefined, warnings);
  if (facts.fraction !== undefined) trace.apply("fraction.served", { tz: facts.tz, fraction: facts.fraction });
  adjust(facts, convention, result);
  return finish(result);
}

/** Without a chain rule, orders still combine in one way only when no month is among them and each says where it begins. */
function onlyChain(orders: readonly OrderInput[]): ChainRule | null {
  if (orders.length === 1) return "AGGREGATE";
  const placed = orders.slice(1).every(({ start, consecutiveTo }) => Boolean(start) || consecutiveTo !== undefined);
  const monthless = orders.every(({ term }) => term === null || term === "LIFE" || monthsOf(term) === 0);
  return placed && monthless ? "SEQUENTIAL" : null;
}

function measureLength(state: State, convention: Convention, extras: Extras, tz: string): void {
  if (!state.start || !state.end || !("lastDay" in state.end)) return;
  const { first, last } = datesOfSpan(state.start, tz);
  if (first === null || first !== last) return;
  const counted = daysBetween(first, dayFrom(state.end.lastDay));
  extras.lengthDays = counted + (convention === "EXCLUSIVE_DAYS" ? 0 : 1);
}

function warnMax({ maxDays }: Facts, term: Term | "LIFE" | null, lengthDays: number | undefined, warnings: Warnings): void {
  if (maxDays === undefined || term === null) return;
  if (term === "LIFE" || (lengthDays ?? monthsOf(term) * 28 + daysOf(term) + hoursOf(term) / 24) > maxDays) {
    warnings.add("EXCEEDS_CONFIGURED_MAX");
  }
}

function adjust(facts: Facts, convention: Convention, { trace, warnings, extras }: Computation): void {
  const { tz, credits = [], interruptions = [] } = facts;
  if (facts.fraction !== undefined && trace.state.end) extras.unadjusted = trace.state.end;
  if (credits.length === 0 && interruptions.length === 0) return;
  if (trace.state.end) extras.unadjusted = trace.state.end;
  if (credits.length > 0) {
    const sum = sumCredits(credits, facts.rounding ?? "CEIL");
    Object.assign(extras, { creditDaysRaw: sum.raw, creditDays: sum.days });
    if (sum.rounded) warnings.add("ROUNDING_APPLIED");
    if (sum.overlapping) warnings.add("OVERLAPPING_CREDIT");
    trace.apply("credit.days", { tz, days: sum.days, wallClock: convention === "SAME_WALL_CLOCK" });
  }
  if (interruptions.length > 0) {
    const sum = sumInterruptions(interruptions, tz);
    extras.interruptionMs = sum.ms;
    const days = trace.state.end && isDaySpan(trace.state.end) ? sum.days : sum.ms / DAY;
    if (Number.isInteger(days)) extras.interruptionDays = days;
    if (sum.overlapping) warnings.add("OVERLAPPING_INTERRUPTION");
    if (sum.ambiguous) warnings.add("AMBIGUOUS_LOCAL_TIME");
    trace.apply("interruption.added", { tz, ms: sum.ms, days: sum.days });
  }
  if (credits.length > 0) measureUnused(trace.state, convention, warnings, extras, tz);
  trace.apply("floor.start", { tz });
}

/** Credit beyond what there was to serve; a credit that covers the whole term means release at the beginning. */
function measureUnused({ start, end, release }: State, convention: Convention, warnings: Warnings, extras: Extras, tz: string): void {
  const effective = release ?? end;
  if (!start || !effective) return;
  if (isDaySpan(effective)) {
    const [{ first: begin }, { first: last }] = [datesOfSpan(start, tz), datesOfSpan(effective, tz)];
    if (begin === null || last === null || last >= begin) return;
    warnings.add("CREDIT_EXCEEDS_TERM");
    extras.unusedCreditDays = daysBetween(last, begin) - (convention === "EXCLUSIVE_DAYS" ? 0 : 1);
    return;
  }
  const [begin, last] = [boundsOfSpan(start, tz).lo, boundsOfSpan(effective, tz).lo];
  if (begin === null || last === null || last > begin) return;
  warnings.add("CREDIT_EXCEEDS_TERM");
  extras.unusedCreditDays = Math.floor((begin - last) / DAY);
}

/** What was over before an order began did not interrupt it. */
function interruptionsOf({ tz, interruptions }: Facts, start: StartInput | null): Pick<Facts, "interruptions"> {
  const begin = start && boundsOfSpan(readStart(start, tz), tz).lo;
  if (!interruptions || begin === null) return {};
  return {
    interruptions: interruptions.filter(({ to, toAt }) => {
      if (toAt !== undefined) return (readMoment(toAt, tz, "interruptions.toAt").at(-1) ?? begin) > begin;
      return to === undefined || dayEnd(parseDate(to, "interruptions.to"), tz) > begin;
    }),
  };
}

/** Each order is computed with the same credits and fraction; the latest release governs, then the latest end, then the first named. */
function concurrent(facts: Facts, orders: readonly OrderInput[], result: Computation): Computation {
  const { trace, warnings } = result;
  const byId = new Map(orders.map((order) => [order.id, order]));
  const parts: { id: string; state: State; extras: Extras }[] = [];
  for (const order of orders) {
    trace.reset();
    const path = pathTo(order, byId);
    const part = compute({ ...facts, ...interruptionsOf(facts, path[0]?.start ?? null), orders: path, chain: "SEQUENTIAL" }, trace);
    part.warnings.forEach((code) => warnings.add(code));
    parts.push({ id: order.id, state: part.state, extras: part.extras });
  }
  const complete = parts.every(({ state }) => state.start && state.end);
  const latest = parts.reduce((top, part) => (endsLater(part.state, top.state, facts.tz) ? part : top));
  const starts = parts.flatMap(({ state }) => (state.start ? [{ kind: "", span: state.start }] : []));
  const start = earliestDeprivation(starts, facts.tz)?.start;
  if (!complete || !start) {
    trace.reset();
    return finish(result);
  }
  const pick = (of: (state: State) => Span | null): Record<string, Span> =>
    Object.fromEntries(parts.map(({ id, state }) => [id, of(state)] as const).filter((part): part is [string, Span] => part[1] !== null));
  const releases = pick(({ release }) => release);
  trace.apply("chain.concurrent", {
    tz: facts.tz,
    start,
    ends: pick(({ end }) => end),
    releases: Object.keys(releases).length > 0 ? releases : null,
  });
  const unadjusted = parts.reduce<Span | undefined>((top, { extras: { unadjusted: span } }) => (span && top ? maxSpan(top, span, facts.tz) : (span ?? top)), undefined);
  const extras = { ...without(latest.extras, "firstOrderEnds", "continuousCustody"), ...(unadjusted ? { unadjusted } : {}), governing: latest.id };
  return finish({ ...result, extras });
}

function latestOf(span: Span | null, tz: string): number {
  return span === null ? -Infinity : (boundsOfSpan(span, tz).hi ?? Infinity);
}

/** By release first, then by the end of the term, so that of equal releases the longer order governs. */
function endsLater(a: State, b: State, tz: string): boolean {
  const [release, other] = [a, b].map((state) => latestOf(state.release ?? state.end, tz)) as [number, number];
  return release === other ? latestOf(a.end, tz) > latestOf(b.end, tz) : release > other;
}

/** Hours actually served between two exact instants, less interruptions. */
export function servedHours({ start, end }: State, until: Span | null, interruptionMs = 0): number | undefined {
  const last = until ?? end;
  if (!start || !last || !("at" in start) || !("at" in last)) return undefined;
  return (instant(last.at) - instant(start.at) - interruptionMs) / HOUR;
}
