import { dateOf, DAY, daysBetween, duration, iso } from "./clock";
import type { CalculatorFacts, Expected, Fit, Implied } from "./calculate-facts";
import type { Beginning } from "./calculate-start";
import { isHoursOnly } from "./conventions";
import type { Warnings } from "./facts";
import { impliedDays, impliedStart } from "./inverse";
import { boundsOfSpan, datesOfSpan, endsBefore, meets, minute } from "./spans";
import type { Bounds } from "./spans";
import { conventions } from "./types";
import type { Span } from "./types";

/** The two facts that a result is held against. */
export type Held = { stated: Span | null; observed: Span | null };

/** A computed span in the keys of an answer, held against what was stated and observed. */
export function expectedOf(span: Span, { stated, observed }: Held, zone: string): Expected {
  const { lo, hi, closed } = boundsOfSpan(span, zone);
  const latest = hi === null ? null : closed ? hi + minute : hi;
  return {
    earliest: lo === null ? null : iso(lo, zone),
    latest: latest === null ? null : iso(latest, zone),
    kind: kindOf(span, zone),
    stated: stated && fitOf(stated, span, zone),
    observed: observed && fitOf(observed, span, zone),
  };
}

function kindOf(span: Span, zone: string): Expected["kind"] {
  if ("at" in span) return "instant";
  if ("lastDay" in span) return "day";
  const { lo, hi, closed } = boundsOfSpan(span, zone);
  if (lo === null && hi === null) return "unknown";
  const { first, last } = datesOfSpan(span, zone);
  const whole = first !== null && last !== null && first.equals(last) && !closed && lo === boundsOfSpan({ lastDay: first.toString() }, zone).lo;
  return whole && hi === boundsOfSpan({ lastDay: last.toString() }, zone).hi ? "day" : "window";
}

function fitOf(fact: Span, computed: Span, zone: string): Fit {
  const [said, due] = [boundsOfSpan(fact, zone), boundsOfSpan(computed, zone)];
  if (meets(said, due)) {
    const open = (bounds: Bounds): boolean => bounds.lo === null || bounds.hi === null;
    return { fits: open(said) || open(due) ? null : true, early: false, days: 0, by: null };
  }
  const early = endsBefore(said, due);
  const [a, b] = early ? [said, due] : [due, said];
  const by = a.hi === null || b.lo === null ? null : duration(b.lo - a.hi);
  return { fits: false, early, days: gapInDays(said, computed, zone), by };
}

function gapInDays(said: Bounds, computed: Span, zone: string): number {
  const { first, last } = datesOfSpan(computed, zone);
  const saidFirst = said.lo === null ? null : dateOf(said.lo, zone);
  const saidLast = said.hi === null ? null : dateOf(said.closed ? said.hi : said.hi - 1, zone);
  if (first && saidLast && saidLast.toString() < first.toString()) return daysBetween(first, saidLast);
  if (last && saidFirst && saidFirst.toString() > last.toString()) return daysBetween(last, saidFirst);
  return 0;
}

/**
 * The start and the term that the observed release (else the stated one) would imply, by every convention. Null where there is no release
 * to reason back from, or where credits, interruptions or a second order stand between the two.
 */
export function impliedBy(facts: CalculatorFacts, begin: Beginning | null, { stated, observed }: Held, warnings: Warnings): Implied | null {
  const release = observed ?? stated;
  if (!release || facts.second || facts.credits.length > 0 || facts.interruptions.length > 0) return null;
  const { term, zone } = facts;
  const known = term !== null && term !== "LIFE" ? term : null;
  const starts = known ? (isHoursOnly(known) ? conventions.slice(0, 1) : conventions).map((convention) => ({ convention, start: impliedStart(convention, release, known, zone) })) : [];
  const days = begin && !vague(begin.span, zone) && !vague(release, zone) ? conventions.map((convention) => ({ convention, days: daysFor(convention, begin.span, release, zone, warnings) })) : [];
  return { from: observed ? "observed" : "stated", starts, days };
}

/** A year of doubt on either side would make every number of days fit. */
const vaguest = 366 * DAY;

function vague(span: Span, zone: string): boolean {
  const { lo, hi } = boundsOfSpan(span, zone);
  return lo === null || hi === null || hi - lo > vaguest;
}

function daysFor(convention: (typeof conventions)[number], start: Span, release: Span, zone: string, warnings: Warnings): { least: number; most: number } | null {
  const { days, truncated } = impliedDays(convention, start, release, zone);
  if (truncated) warnings.add("LIST_TRUNCATED");
  const [least, most] = [days[0], days.at(-1)];
  return least === undefined || most === undefined ? null : { least, most };
}
