import { dateOf, dayStart, duration, instant, parseDate, readMoment } from "./clock";
import type { Warnings } from "./facts";
import { boundsOfSpan, datesOfSpan, endsBefore, meets } from "./spans";
import type { Bounds } from "./spans";
import type { Span } from "./types";

export type ReleaseStatus =
  | "NOT_DUE"
  | "DUE_TODAY"
  | "POSSIBLY_DUE"
  | "OVERDUE"
  | "RELEASED"
  | "RELEASED_EARLY"
  | "RELEASED_LATE"
  | "UNKNOWN";

export type StatusAnswer = { status: ReleaseStatus; overdueBy?: string; earlyBy?: string; lateBy?: string };

/** The hours in which release is lawful on the last day, where a rule narrows the day. */
export type Due = { span: Span; window?: { from: string; to: string } };

function dueBounds({ span, window }: Due, tz: string): Bounds {
  if (!window) return boundsOfSpan(span, tz);
  return { lo: instant(window.from), hi: instant(window.to), point: false, closed: true };
}

/** Where a person who is not known to be free stands at `asOf` (epoch ms). Overdue only after the latest moment. */
export function statusAt(due: Due, asOf: number, tz: string): StatusAnswer {
  const bounds = dueBounds(due, tz);
  const { lo, hi } = bounds;
  const wholeDay = "lastDay" in due.span;
  const over = hi !== null && (bounds.closed || wholeDay ? asOf > hi : asOf >= hi);
  if (over && hi !== null) return { status: "OVERDUE", overdueBy: duration(asOf - hi) };
  if (lo !== null && asOf < lo) return { status: allToday(due.span, asOf, tz) ? "DUE_TODAY" : "NOT_DUE" };
  return { status: wholeDay || bounds.point ? "DUE_TODAY" : "POSSIBLY_DUE" };
}

function allToday(span: Span, asOf: number, tz: string): boolean {
  const today = dateOf(asOf, tz);
  const { first, last } = datesOfSpan(span, tz);
  return first === today && last === today;
}

/** How a recorded release compares with the due moment; uncertain values that can agree count as on time. */
export function statusOfRelease(due: Due, observed: Bounds, tz: string): StatusAnswer {
  const bounds = dueBounds(due, tz);
  const atDeadline = "lastDay" in due.span && observed.lo !== null && observed.lo === bounds.hi && observed.point;
  if (meets(observed, bounds) || atDeadline) return { status: "RELEASED" };
  if (endsBefore(observed, bounds)) {
    const gap = observed.hi === null || bounds.lo === null ? 0 : bounds.lo - observed.hi;
    return { status: "RELEASED_EARLY", earlyBy: duration(gap) };
  }
  const gap = observed.lo === null || bounds.hi === null ? 0 : observed.lo - bounds.hi;
  return { status: "RELEASED_LATE", lateBy: duration(gap) };
}

/** Reads "now": an instant, a wall time of the place, or a date, which means its first moment. */
export function readAsOf(text: string, tz: string): number {
  if (text.includes("T")) return readMoment(text, tz, "asOf")[0];
  return dayStart(parseDate(text, "asOf"), tz);
}

/** The status from all three facts: computed, and observed where it is recorded and not later than now. */
export function statusOf(due: Due | null, observed: Bounds | null, asOf: number | null, tz: string, warnings: Warnings): StatusAnswer {
  const happened = observed !== null && (asOf === null || observed.lo === null || observed.lo <= asOf);
  if (observed !== null && !happened) warnings.add("OBSERVED_AFTER_AS_OF");
  if (observed !== null && happened) return due ? statusOfRelease(due, observed, tz) : { status: "RELEASED" };
  if (due === null || asOf === null) return { status: "UNKNOWN" };
  return statusAt(due, asOf, tz);
}

