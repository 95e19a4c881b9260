import { HOUR, iso } from "./clock";
import type { CaseFacts, EstimateLimit } from "./estimate-facts";
import type { EstimateStart } from "./estimate-start";
import { inForce } from "./rules/rule";
import { ruleSetOf } from "./rules/registry";
import { boundsOfSpan } from "./spans";

/**
 * When each limit of the country and of international law is reached. From a vague beginning, the latest moment at which
 * it can be reached: before that nobody can be accused. None where the deprivation of liberty itself is not recorded.
 */
export function estimateLimits(facts: CaseFacts, begin: EstimateStart | null): EstimateLimit[] {
  if (!begin?.recorded) return [];
  const { hi } = boundsOfSpan(begin.span, facts.zone);
  if (hi === null) return [];
  const date = iso(hi, facts.zone).slice(0, 10);
  return inForce(ruleSetOf(facts.jurisdiction).limits, facts.detentionKind, date)
    .map(({ id, value, confidence }) => ({ hours: value.hours, at: iso(hi + value.hours * HOUR, facts.zone), rule: id, until: value.until, confidence, from: begin.used.kind, earliestAt: null, state: "open" as const, stepWhen: null }))
    .sort((a, b) => a.hours - b.hours);
}
