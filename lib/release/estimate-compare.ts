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
    const { fits, days } = fitOf(boundsOfSpan(said.span, zone), computed, boundsOfSpan(computed, zone), zone);
    if (!fits) warnings.add("STATED_DIFFERS");
    return { id, when, minusComputedDays: days, agrees: fits };
  });
}

/** A fact against a computed result; `gap` as in a reading, absent where an end is missing on either side. */
export type Fit = { fits: boolean; days: number; gap?: string };

/** Whether the two can agree, and by how much they do not; `due` are the bounds of what is computed. */
export function fitOf(said: Bounds, computed: Span, due: Bounds, zone: string): Fit {
  if (meets(said, due)) return { fits: true, days: 0 };
  const { early, by } = gapOf(said, due);
  return { fits: false, days: gapInDays(said, computed, zone), ...(by === undefined ? {} : { gap: early ? `-${by}` : by }) };
}

/** The least time between two spans that do not meet, as an ISO 8601 duration, and which of them is the earlier. */
function gapOf(fact: Bounds, due: Bounds): { early: boolean; by?: string } {
  const early = endsBefore(fact, due);
  const [a, b] = early ? [fact, due] : [due, fact];
  return { early, ...(a.hi === null || b.lo === null ? {} : { by: duration(b.lo - a.hi) }) };
}

/** Calendar days from the nearest computed date to what is said; 0 where they are the same. */
function gapInDays(said: Bounds, computed: Span, zone: string): number {
  const { first, last } = datesOfSpan(computed, zone);
  const saidFirst = said.lo === null ? null : dateOf(said.lo, zone);
  const saidLast = said.hi === null ? null : dateOf(said.closed ? said.hi : said.hi - 1, zone);
  if (first !== null && saidLast !== null && saidLast < first) return daysBetween(first, saidLast);
  if (last !== null && saidFirst !== null && saidFirst > last) return daysBetween(last, saidFirst);
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
  const { early, ...by } = gapOf(observed, due);
  warnings.add(early ? "OBSERVED_BEFORE_EARLIEST" : "OBSERVED_AFTER_LATEST");
  return { when, verdict: early ? "early" : "late", ...by };
}
