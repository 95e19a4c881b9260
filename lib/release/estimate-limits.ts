import { dateText } from "@/lib/model/civil";
import { addDays, dayEnd, duration, HOUR, iso } from "./clock";
import type { CaseFacts, EstimateAppeal, EstimateLimit, EstimateOrder } from "./estimate-facts";
import { estimateStart, known } from "./estimate-start";
import type { EstimateStart } from "./estimate-start";
import type { Warnings } from "./facts";
import { inForce } from "./rules/rule";
import type { AppealWindow, Limit, LimitStep, RuleEntry, RuleSet } from "./rules/rule";
import { boundsOfSpan, datesOfSpan } from "./spans";
import type { Dates } from "./spans";

const courtOrders = ["administrative_arrest", "remand", "extension", "sentence", "fine", "warning", "annulment"];
const charges = ["remand", "sentence"];
/** Orders that need not be the first that a court gave: an earlier one may not be recorded, so nobody is accused by them. */
const laterOrders = ["extension", "sentence", "annulment"];

type Step = { kind: NonNullable<EstimateLimit["stepKind"]>; when: string | null; lo: number | null; hi: number | null; first: boolean };
type Clock = { kind: string; lo: number | null; hi: number; certain: boolean };

/** What can have stopped a clock, the earliest possible first; custody ends every one of them. */
function stepsOf(facts: CaseFacts, until: LimitStep, warnings: Warnings): Step[] {
  const { zone, orders, moments, observed } = facts;
  const kinds = until === "charge" ? charges : courtOrders;
  const ended = moments.filter(({ kind }) => kind === "died" || kind === "released");
  const told: Pick<Step, "kind" | "when" | "first">[] = [
    ...orders.filter(({ kind }) => kinds.includes(kind)).map(({ kind, date }) => ({ kind: until === "charge" ? ("charge" as const) : ("court" as const), when: date, first: !laterOrders.includes(kind) })),
    ...moments.filter(({ kind }) => kind === "ruling" && until !== "charge").map(({ when }) => ({ kind: "court" as const, when, first: true })),
    ...ended.map(({ kind, when }) => ({ kind: kind === "died" ? ("died" as const) : ("release" as const), when, first: true })),
    ...(observed !== null && ended.length === 0 ? [{ kind: "release" as const, when: observed, first: true }] : []),
  ];
  const steps = told.map(({ kind, when, first }): Step => {
    const [read] = known("step", when, zone, warnings);
    if (!read) return { kind, when: null, lo: null, hi: null, first };
    const { lo, hi } = boundsOfSpan(read.span, zone);
    return { kind, when, lo, hi, first };
  });
  return steps.sort((a, b) => (a.lo ?? -Infinity) - (b.lo ?? -Infinity));
}

/** The moment that a limit runs from. Without the delivery that it names it runs from the deprivation of liberty, and nobody can be accused. */
function clockOf(facts: CaseFacts, begin: EstimateStart, limit: Limit, warnings: Warnings): (Clock & { cap: { lo: number | null; hi: number } | null }) | null {
  const at = (kind: string) => facts.moments.filter((moment) => moment.kind === kind).flatMap(({ when }) => known(kind, when, facts.zone, warnings)).map(({ span }) => boundsOfSpan(span, facts.zone))[0];
  const [delivered, sobered] = [at("delivered"), at("sobered")];
  const first = boundsOfSpan(begin.span, facts.zone);
  const named = limit.from === "delivered" ? delivered : first;
  const base = named ?? first;
  if (base.hi === null) return null;
  const from = { kind: named === delivered && delivered ? "delivered" : begin.used.kind, lo: base.lo, hi: base.hi, certain: named !== undefined };
  if (limit.soberingCapHours === undefined || !sobered || sobered.hi === null) return { ...from, cap: null };
  const cap = limit.soberingCapHours * HOUR;
  return { kind: "sobered", lo: sobered.lo, hi: sobered.hi, certain: from.certain, cap: { lo: from.lo === null ? null : from.lo + cap, hi: from.hi + cap } };
}

/**
 * Every limit of the law as a clock: when it can have passed, when it has on every reading, and what stopped it. Custody whose beginning
 * nobody recorded has none. A limit is called exceeded only when no reading of the facts keeps it.
 */
export function estimateLimits(facts: CaseFacts, rules: RuleSet, warnings: Warnings): EstimateLimit[] {
  const begin = estimateStart(facts, null, warnings);
  if (!begin?.recorded) return [];
  const { hi } = boundsOfSpan(begin.span, facts.zone);
  const date = hi === null ? null : iso(hi, facts.zone).slice(0, 10);
  return inForce(rules.limits, facts.detentionKind, date)
    .flatMap((rule) => limitOf(facts, begin, rule, warnings))
    .sort((a, b) => a.hours - b.hours);
}

function limitOf(facts: CaseFacts, begin: EstimateStart, rule: RuleEntry<Limit>, warnings: Warnings): EstimateLimit[] {
  const { hours, until } = rule.value;
  const clock = clockOf(facts, begin, rule.value, warnings);
  if (!clock) return [];
  const [passLo, passHi] = [clock.lo === null ? null : clock.lo + hours * HOUR, clock.hi + hours * HOUR];
  const lo = passLo === null ? null : Math.min(passLo, clock.cap?.lo ?? passLo);
  const hi = Math.min(passHi, clock.cap?.hi ?? passHi);
  // What was over before custody began stopped nothing.
  const steps = stepsOf(facts, until, warnings).filter((each) => each.hi === null || clock.lo === null || each.hi >= clock.lo);
  // A step without a date takes nothing from one that certainly came in time.
  const kept = lo === null ? undefined : steps.find((each) => each.hi !== null && each.hi <= lo);
  const step = kept ?? steps[0];
  const limit = {
    rule: rule.id,
    hours,
    until,
    confidence: rule.confidence,
    ...(rule.overridden ? { overridden: rule.overridden } : {}),
    from: clock.kind,
    earliestAt: lo === null ? null : iso(lo, facts.zone),
    at: iso(hi, facts.zone),
    stepWhen: step?.when ?? null,
    stepKind: step?.kind ?? null,
  };
  if (!step) return [{ ...limit, state: "open" }];
  if (kept) return [{ ...limit, state: "met" }];
  if (step.lo === null || step.hi === null) return [{ ...limit, state: "unknown" }];
  if (step.lo > hi && clock.certain && step.first) {
    warnings.add("LIMIT_EXCEEDED");
    return [{ ...limit, state: "exceeded", exceededBy: duration(step.lo - hi) }];
  }
  warnings.add("LIMIT_POSSIBLY_EXCEEDED");
  return [{ ...limit, state: "possibly_exceeded" }];
}

/** Until when each ruling can be appealed: whole days after its date, to 24:00; the latest possible moment where the date is not certain. */
export function estimateAppeals(facts: CaseFacts, rules: RuleSet, warnings: Warnings): EstimateAppeal[] {
  return facts.orders.flatMap((order) => {
    const [read] = known("ruling", order.date, facts.zone, warnings);
    if (!read) return [];
    const { last } = datesOfSpan(read.span, facts.zone);
    const { hi } = boundsOfSpan(read.span, facts.zone);
    const rule = inForce(rules.appeals, facts.detentionKind, last === null ? null : dateText(last)).find(({ value }) => value.orderKinds.includes(order.kind));
    if (!rule || last === null || hi === null || annulled(order, facts.orders)) return [];
    const appeal = facts.orders.find((other) => other.kind === "appeal" && (other.relatesTo === order.id || (other.relatesTo === null && other.date !== null && other.date >= (order.date ?? ""))));
    return [
      {
        rule: rule.id,
        orderId: order.id,
        orderKind: order.kind,
        until: iso(untilOf(rule.value, last, hi, facts.zone), facts.zone),
        confidence: rule.confidence,
        ...(rule.overridden ? { overridden: rule.overridden } : {}),
        filed: appeal ? (appeal.date ?? "") : null,
      },
    ];
  });
}

/** An order that was annulled leaves nothing to appeal. */
const annulled = (order: EstimateOrder, orders: readonly EstimateOrder[]): boolean =>
  orders.some(({ kind, relatesTo, date }) => kind === "annulment" && (relatesTo === order.id || (relatesTo === null && (date === null || date >= (order.date ?? "")))));

const untilOf = ({ days, hours }: AppealWindow, last: NonNullable<Dates["last"]>, hi: number, zone: string): number =>
  days === undefined ? hi + (hours ?? 0) * HOUR : dayEnd(addDays(last, days), zone);
