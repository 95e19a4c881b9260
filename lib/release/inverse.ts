import { dateText } from "@/lib/model/civil";
import type { Day } from "@/lib/model/civil";
import { addDays, addMonths, addToWall, asWritten, dateOfWall, DAY, dayEnd, dayFrom, dayStart, HOUR, instant, localOf, resolve } from "./clock";
import { addTerm, daysOf, exclusiveLastDay, hoursOf, inclusiveLastDay, isHoursOnly, monthsOf, wholeDays } from "./conventions";
import { boundsOfSpan, datesOfSpan, endsBefore, spanOfDates, spanOfInstants, spanOfInterval } from "./spans";
import type { Bounds } from "./spans";
import type { Convention, Span, Term } from "./types";

/** A beginning that the release would imply: `at`, `from`/`to`, a date, several candidates, or null when none fits. */
export type ImpliedStart =
  | { at: string }
  | { from: string | null; to: string | null }
  | { date: string }
  | { dateFrom: string | null; dateTo: string | null }
  | { candidates: string[] }
  | null;

/** Every exact beginning whose end is `release`; month clamping can give none or several. */
function startsOf(release: number, term: Term, tz: string, sameWallClock: boolean): number[] {
  const exact = hoursOf(term) * HOUR + (sameWallClock ? 0 : daysOf(term) * DAY);
  const months = monthsOf(term);
  const days = sameWallClock ? daysOf(term) : 0;
  if (months === 0 && days === 0) return [release - exact];
  const local = localOf(release - exact, tz);
  const near = addMonths(addDays(dateOfWall(local), -days), -months);
  const time = local - dateOfWall(local) * DAY;
  const found = new Set<number>();
  const convention = sameWallClock ? "SAME_WALL_CLOCK" : "ELAPSED_24H";
  for (let offset = -4; offset <= 4; offset += 1) {
    const guess = addDays(near, offset) * DAY + time;
    for (const ms of [resolve(guess, tz), resolve(guess, tz, "later")]) {
      const end = addTerm(convention, spanOfInstants([ms], tz), term, tz);
      if ("at" in end && instant(end.at) === release) found.add(ms);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Every start date whose last day is `release`. */
function datesFor(release: Day, term: Term, convention: Convention): string[] {
  // Without months one date fits: counting the first day ends a day earlier.
  if (monthsOf(term) === 0) return [dateText(addDays(release, (convention === "INCLUSIVE_DAYS" ? 1 : 0) - wholeDays(term)))];
  const lastDay = convention === "INCLUSIVE_DAYS" ? inclusiveLastDay : exclusiveLastDay;
  const near = addMonths(addDays(release, -wholeDays(term)), -monthsOf(term));
  return Array.from({ length: 13 }, (_, i) => addDays(near, i - 6))
    .filter((date) => lastDay(date, term) === release)
    .map(dateText);
}

/** The beginning of custody that a release implies, by one convention: a hypothesis, never a fact. */
export function impliedStart(convention: Convention, release: Span, term: Term, tz: string): ImpliedStart {
  const byDate = (convention === "INCLUSIVE_DAYS" || convention === "EXCLUSIVE_DAYS") && !isHoursOnly(term);
  if (byDate) {
    const { first, last } = datesOfSpan(release, tz);
    const from = first === null ? null : datesFor(first, term, convention);
    const to = last === first ? from : last === null ? null : datesFor(last, term, convention);
    if (first !== null && first === last) {
      const [only, second] = from ?? [];
      if (only === undefined) return null;
      return second === undefined ? { date: only } : { candidates: from ?? [] };
    }
    const span = spanOfDates({ first: bound(from, 0), last: bound(to, -1) });
    return "lastDay" in span ? { date: span.lastDay } : "lastDayFrom" in span ? { dateFrom: span.lastDayFrom, dateTo: span.lastDayTo } : null;
  }
  const same = convention === "SAME_WALL_CLOCK";
  if ("at" in release || "candidates" in release) {
    const ends = "at" in release ? [release.at] : release.candidates;
    const starts = ends.flatMap((text) => startsOf(instant(text), term, tz, same));
    const span = starts.length > 0 ? spanOfInstants(starts, tz) : null;
    return span && ("at" in span || "candidates" in span) ? span : null;
  }
  const { lo, hi } = boundsOfSpan(release, tz);
  const exact = hoursOf(term) * HOUR + (same ? 0 : daysOf(term) * DAY);
  const back = (ms: number): number =>
    resolve(addToWall(addToWall(localOf(ms - exact, tz), 0, same ? -daysOf(term) : 0), -monthsOf(term), 0), tz);
  const plain = monthsOf(term) === 0 && (!same || daysOf(term) === 0);
  const from = lo === null ? null : plain ? lo - exact : back(lo);
  const to = hi === null ? null : plain ? hi - exact : back(hi);
  const span = spanOfInterval(from, to, tz);
  return "from" in span ? span : null;
}

function bound(dates: string[] | null, index: number): Day | null {
  const text = dates?.at(index);
  return text === undefined ? null : dayFrom(text);
}

const longestList = 5000;

/** The smallest whole number in the range from which on `holds` is true; one more than `most` where it never is. */
function firstWhere(least: number, most: number, holds: (n: number) => boolean): number {
  let [low, high] = [least, most + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Bounds of the end of a term of so many days, as those of the span that `addTerm` gives, which is not written and read for every length that is tried. */
export function endsOf(convention: Convention, start: Span, { lo, hi, point, closed }: Bounds & { lo: number; hi: number }, tz: string): (days: number) => Bounds {
  if (convention === "ELAPSED_24H") return (days) => ({ lo: asWritten(lo + days * DAY, tz), hi: asWritten(hi + days * DAY, tz), point, closed });
  const { first, last } = datesOfSpan(start, tz);
  if (convention === "SAME_WALL_CLOCK" || first === null || last === null) return (days) => boundsOfSpan(addTerm(convention, start, { d: days }, tz), tz);
  const counted = convention === "INCLUSIVE_DAYS" ? 1 : 0;
  return (days) => ({ lo: dayStart(addDays(first, days - counted), tz), hi: dayEnd(addDays(last, days - counted), tz), point: false, closed: false });
}

export type ImpliedTerm = { days: number[]; truncated: boolean };

/** Every whole number of days whose result equals, or can meet, the release. Both ends of `start` must be known. */
export function impliedDays(convention: Convention, start: Span, release: Span, tz: string): ImpliedTerm {
  const [begin, end] = [boundsOfSpan(start, tz), boundsOfSpan(release, tz)];
  if (begin.lo === null || begin.hi === null || end.lo === null || end.hi === null) return { days: [], truncated: false };
  const least = Math.max(1, Math.floor((end.lo - begin.hi) / DAY) - 2);
  const most = Math.ceil((end.hi - begin.lo) / DAY) + 2;
  const after = endsOf(convention, start, { ...begin, lo: begin.lo, hi: begin.hi }, tz);
  // A longer term is never earlier, so the lengths that fit are neighbours.
  const first = firstWhere(least, most, (n) => !endsBefore(after(n), end));
  const beyond = firstWhere(first, most, (n) => endsBefore(end, after(n)));
  const days = Array.from({ length: Math.min(longestList, beyond - first) }, (_, i) => first + i);
  return { days, truncated: beyond - first > longestList };
}

