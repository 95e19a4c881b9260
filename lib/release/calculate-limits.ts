import { iso } from "./clock";
import type { CalculatedLimit } from "./calculate-facts";
import type { Beginning } from "./calculate-start";
import type { Code } from "./codes";
import type { Warnings } from "./facts";
import { checkLimits } from "./limits";
import { inForce } from "./rules/rule";
import type { LimitStep, RuleSet } from "./rules/rule";
import { boundsOfSpan } from "./spans";
import type { Span } from "./types";

type Given = {
  rules: RuleSet;
  detentionKind: string;
  zone: string;
  deprivation: Beginning;
  /** When the person came to the police, where that is known. */
  delivered: Span | null;
  ruling: Span | null;
  observed: Span | null;
};

/** The limit clocks of the country and of international law, in order of their length, each held against the ruling or the release. */
export function limitsOf({ rules, detentionKind, zone, deprivation, ...known }: Given, warnings: Warnings): CalculatedLimit[] {
  const { lo, hi } = boundsOfSpan(deprivation.span, zone);
  const date = hi ?? lo;
  const inUse = inForce(rules.limits, detentionKind, date === null ? null : iso(date, zone).slice(0, 10));
  const clocks = inUse.flatMap(({ id, value }): CalculatedLimit[] => {
    const from = value.from === "delivered" ? known.delivered : deprivation.span;
    if (from === null) return [];
    const found = new Set<Code>();
    const event = eventOf(value.until, known);
    const answer = checkLimits(from, [value.hours], event && boundsOfSpan(event, zone), zone, found);
    found.forEach((code) => warnings.add(code));
    const reached = answer.reached[String(value.hours)];
    const bounds = typeof reached === "object" ? boundsOfSpan(reached, zone) : null;
    const side = (ms: number | null | undefined): string | null => (typeof reached === "string" ? reached : ms == null ? null : iso(ms, zone));
    const counted = answer.elapsed !== undefined || answer.elapsedMin !== undefined;
    const verdict = answer.exceeded ? "exceeded" : found.has("LIMIT_POSSIBLY_EXCEEDED") ? "possibly" : counted ? "kept" : "open";
    return [{ rule: id, hours: value.hours, step: value.until, earliest: side(bounds?.lo), latest: side(bounds?.hi), verdict, by: answer.exceededBy ?? null }];
  });
  return clocks.sort((a, b) => a.hours - b.hours);
}

/** What ends the clock: the ruling shows that a court had the person; detention without a ruling lasts until the release. */
function eventOf(step: LimitStep, { ruling, observed }: Pick<Given, "ruling" | "observed">): Span | null {
  if (step === "charge") return null;
  return step === "court" ? ruling : (ruling ?? observed);
}
