import { dateOf, daysBetween, duration } from "./clock";
import type { CaseFacts, ReleaseEstimate } from "./estimate-facts";
import { known } from "./estimate-start";
import type { Warnings } from "./facts";
import { boundsOfSpan, datesOfSpan, endsBefore, meets } from "./spans";
import type { Bounds } from "./spans";
import type { Span } from "./types";

/** What each source says against what is computed, in calendar days to the nearest computed date. */
export function compareWithStated(facts: CaseFacts, computed: Span | null, warnings: Warnings): ReleaseEstimate["stated"] {
  const { zone } = facts;
  return facts.stated.map(({ id, when }) => {
    const [said] = known(id, when, zone, warnings);
    if (!said || !computed) return { id, when, minusComputedDays: null, agrees: null };
    const gap = gapInDays(boundsOfSpan(said.span, zone), computed, zone);
    if (gap !== 0) warnings.add("STATED_DIFFERS");
    return { id, when, minusComputedDays: gap, agrees: gap === 0 };
  });
}

/** Calendar days from the nearest computed date to what is said; 0 where the two can agree. */
export function gapInDays(said: Bounds, computed: Span, zone: string): number {
  const { first, last } = datesOfSpan(computed, zone);
  const saidFirst = said.lo === null ? null : dateOf(said.lo, zone);
  const saidLast = said.hi === null ? null : dateOf(said.closed ? said.hi : said.hi - 1, zone);
  if (first && saidLast && saidLast.toString() < first.toString()) return daysBetween(first, saidLast);
  if (last && saidFirst && saidFirst.toString() > last.toString()) return daysBetween(last, saidFirst);
  return 0;
}

/** What was observed against what was expected; a release without a known end on either side cannot be called on time. */
export function compareWithObserved(facts: CaseFacts, due: Bounds | null, warnings: Warnings): ReleaseEstimate["observed"] {
  if (facts.observed === null) return null;
  const when = facts.observed;
  const [seen] = known("released", when, facts.zone, warnings);
  if (!seen || !due) return { when, verdict: "unknown" };
  const observed = boundsOfSpan(seen.span, facts.zone);
  if (meets(observed, due)) {
    const open = observed.lo === null || observed.hi === null || (due.lo === null && due.hi === null);
    return { when, verdict: open ? "unknown" : "on_time" };
  }
  const early = endsBefore(observed, due);
  warnings.add(early ? "OBSERVED_BEFORE_EARLIEST" : "OBSERVED_AFTER_LATEST");
  const [a, b] = early ? [observed, due] : [due, observed];
  const by = a.hi === null || b.lo === null ? {} : { by: duration(b.lo - a.hi) };
  return { when, verdict: early ? "early" : "late", ...by };
}
