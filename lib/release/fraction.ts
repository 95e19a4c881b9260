import type { Day } from "@/lib/model/civil";
import { addDays, DAY, daysBetween, instant } from "./clock";
import { round, times } from "./ratio";
import type { Ratio } from "./ratio";
import { boundsOfSpan, datesOfSpan, isDaySpan, spanOfDates, spanOfInstants, spanOfInterval } from "./spans";
import type { Span } from "./types";

/**
 * The release after a fraction of the term: startDate + CEIL(N × f) − 1, N being the days from the start date to the
 * unadjusted last day inclusive. For instants the served part is CEIL(length in 24-hour days × f) such days.
 */
export function fractionOf(start: Span, end: Span, fraction: Ratio, tz: string): Span {
  if (isDaySpan(end)) {
    const [from, to] = [datesOfSpan(start, tz), datesOfSpan(end, tz)];
    const served = (begin: Day | null, last: Day | null): Day | null =>
      begin === null || last === null ? null : addDays(begin, round(times(fraction, Math.max(1, daysBetween(begin, last) + 1)), "CEIL") - 1);
    return spanOfDates({ first: served(from.first, to.first), last: served(from.last, to.last) });
  }
  const served = (begin: number, last: number): number =>
    begin + round(times(fraction, Math.max(0, Math.ceil((last - begin) / DAY))), "CEIL") * DAY;
  if ("at" in start && "at" in end) return spanOfInstants([served(instant(start.at), instant(end.at))], tz);
  if ("candidates" in start) {
    const ends = "candidates" in end ? end.candidates : "at" in end ? start.candidates.map(() => end.at) : [];
    return spanOfInstants(start.candidates.map((text, i) => served(instant(text), instant(ends[i] ?? text))), tz);
  }
  const [from, to] = [boundsOfSpan(start, tz), boundsOfSpan(end, tz)];
  const lo = from.lo === null || to.lo === null ? null : served(from.lo, to.lo);
  const hi = from.hi === null || to.hi === null ? null : served(from.hi, to.hi);
  return spanOfInterval(lo, lo !== null && hi !== null ? Math.max(hi, lo + 1000) : hi, tz);
}
