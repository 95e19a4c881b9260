import { dateText } from "@/lib/model/civil";
import { dateOf, HOUR, instant, iso, readMoment, weekdayNumber } from "./clock";
import { ReleaseError } from "./codes";
import { compute, servedHours } from "./compute";
import type { Computation } from "./compute";
import { checkTerm } from "./facts";
import type { Facts } from "./facts";
import { boundsOfSpan, isDaySpan } from "./spans";
import { Trace } from "./trace";
import { without } from "./without";
import type { Span } from "./types";

/** Before and after a decision that changes the term; `to` and `at` mean the last lawful moment of each. */
export type ModificationResult = {
  original: Span;
  recomputed: Span | null;
  release: Span;
  releaseAt: string | null;
  servedHours?: number;
  overheldHours?: number;
};

export type Outcome = Computation & { modification?: ModificationResult };

/** The whole computation: the term, then an appeal or annulment, then the rule for the hour and working day of release. */
export function outcome(facts: Facts): Outcome {
  const result = facts.modification ? modified(facts, facts.modification) : compute(facts);
  const { releaseRule: rule, tz } = facts;
  if (!rule || !result.state.end) return result;
  if (facts.weekend === undefined && rule !== "LAST_DAY_FIRST_HALF") result.warnings.add("WEEKEND_ASSUMED");
  const state = result.trace.apply("releaseRule.applied", {
    tz,
    rule,
    weekend: facts.weekend ?? [6, 7],
    holidays: facts.holidays ?? [],
  });
  return { ...result, state };
}

/** ISO numbers of the weekdays named. Error: `INPUT_INVALID`. */
export function readWeekend(names: readonly string[]): number[] {
  return names.map((name) => {
    const number = weekdayNumber(name);
    if (number === null) throw new ReleaseError("INPUT_INVALID", "weekend");
    return number;
  });
}

function modified(facts: Facts, modification: NonNullable<Facts["modification"]>): Outcome {
  const { tz } = facts;
  const moments = readMoment(modification.at, tz, "modification.at");
  const at = moments[0];
  const decidedAt = iso(at, tz);
  const trace = new Trace();
  const newTerm = modification.annulled ? null : modification.newTerm;
  if (newTerm === undefined) throw new ReleaseError("INPUT_INVALID", "modification.newTerm");
  const single = without(facts, "orders", "chain");
  const firstStart = facts.orders?.[0]?.start ?? facts.start ?? null;
  const recomputed =
    newTerm === null ? null : compute({ ...single, start: firstStart, term: checkTerm(newTerm, "modification.newTerm") }, trace).state;
  trace.reset();
  const result = compute(facts, trace);
  const original = result.state.release ?? result.state.end;
  if (moments.length > 1) result.warnings.add("AMBIGUOUS_LOCAL_TIME");
  if (!original || (newTerm !== null && !recomputed?.end)) return { ...result, state: { ...result.state, end: null, release: null } };
  const fresh = recomputed && (recomputed.release ?? recomputed.end);
  const state = fresh
    ? trace.apply("modification.newTerm", { tz, decidedAt, recomputed: fresh })
    : trace.apply("modification.annulled", { tz, decidedAt });
  const release = state.end ?? original;
  const freshEnd = fresh && boundsOfSpan(fresh, tz).hi;
  const originalEnd = boundsOfSpan(original, tz).hi;
  if (freshEnd !== null && freshEnd !== undefined && freshEnd <= at) result.warnings.add("NEW_TERM_ALREADY_SERVED");
  if (originalEnd !== null && originalEnd < at) result.warnings.add("MODIFIED_AFTER_EXPIRY");
  const releaseAt = releaseInstant(release, decidedAt, tz);
  const served = servedHours(state, releaseAt === null ? null : { at: releaseAt }, result.extras.interruptionMs);
  const overheld = freshEnd === null || freshEnd === undefined || releaseAt === null ? undefined : overheldHours(fresh, release, freshEnd, releaseAt);
  return {
    ...result,
    state,
    modification: {
      original,
      recomputed: fresh,
      release,
      releaseAt,
      ...(served === undefined ? {} : { servedHours: served }),
      ...(overheld === undefined ? {} : { overheldHours: overheld }),
    },
  };
}

/** The instant of release, where there is one: the decision itself when it frees the person forthwith. */
function releaseInstant(release: Span, decidedAt: string, tz: string): string | null {
  if ("at" in release) return release.at;
  if (!("lastDay" in release)) return null;
  if (release.lastDay === dateText(dateOf(instant(decidedAt), tz))) return decidedAt;
  const { hi } = boundsOfSpan(release, tz);
  return hi === null ? null : iso(hi, tz);
}

function overheldHours(recomputed: Span | null, release: Span, freshEnd: number, releaseAt: string): number | undefined {
  if (recomputed === null || (!("at" in recomputed) && !isDaySpan(recomputed)) || "from" in release) return undefined;
  return Math.max(0, (instant(releaseAt) - freshEnd) / HOUR);
}
