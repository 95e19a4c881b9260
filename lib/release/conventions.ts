import { civilOf } from "@/lib/model/civil";
import type { Day } from "@/lib/model/civil";
import { addDays, addMonths, addToWall, dateOf, dateOfWall, DAY, daysBetween, dayStart, HOUR, instant, localOf, resolve } from "./clock";
import { boundsOfSpan, datesOfSpan, spanOfDates, spanOfInstants, spanOfInterval } from "./spans";
import type { Convention, Span, Term } from "./types";

export const monthsOf = (term: Term): number => (term.y ?? 0) * 12 + (term.m ?? 0);
export const daysOf = (term: Term): number => (term.w ?? 0) * 7 + (term.d ?? 0);
export const hoursOf = (term: Term): number => term.h ?? 0;
export const isHoursOnly = (term: Term): boolean => monthsOf(term) === 0 && daysOf(term) === 0;

/** Terms summed unit by unit, as one sentence. */
export function sumTerms(terms: readonly Term[]): Term {
  const sum: Term = {};
  for (const term of terms) {
    for (const unit of ["y", "m", "w", "d", "h"] as const) {
      if (term[unit]) sum[unit] = (sum[unit] ?? 0) + term[unit];
    }
  }
  return sum;
}

/** One exact beginning → one exact end: months on the calendar, then 24-hour days and hours on the UTC line. */
function elapsedFrom(ms: number, term: Term, tz: string): number {
  const months = monthsOf(term);
  const base = months === 0 ? ms : resolve(addToWall(localOf(ms, tz), months, 0), tz);
  return base + daysOf(term) * DAY + hoursOf(term) * HOUR;
}

/** Months, weeks and days on the calendar at the same wall time, then exact hours. */
function wallClockFrom(ms: number, term: Term, tz: string): number {
  const [months, days] = [monthsOf(term), daysOf(term)];
  const base = months === 0 && days === 0 ? ms : resolve(addToWall(localOf(ms, tz), months, days), tz);
  return base + hoursOf(term) * HOUR;
}

/** Times of day in milliseconds. */
const midnight = 0;
const lastMoment = DAY - 1;

const timeOf = (wall: number): number => wall - dateOfWall(wall) * DAY;

/**
 * Month clamping is not monotone in the time of day, so the ends of an uncertain beginning are not mapped: every local
 * start date goes to a target date, which it fills from wall time to wall time, and the result is the hull. Target dates
 * never fall back, so only the few dates at either end of the range can carry an end of the hull.
 */
function hull(lo: number, hi: number, target: (date: Day) => Day, tz: string): [number, number] {
  const [first, last] = [dateOf(lo, tz), dateOf(hi - 1, tz)];
  const near = new Map<number, Day>();
  const length = daysBetween(first, last);
  for (let i = 0; i < 5 && i <= length; i += 1) {
    near.set(i, addDays(first, i));
    near.set(length - i, addDays(last, -i));
  }
  let [from, to] = [Infinity, -Infinity];
  for (const date of near.values()) {
    const [begin, end] = [dayStart(date, tz), dayStart(addDays(date, 1), tz)];
    const regular = end - begin === DAY;
    const wallLo = regular && lo > begin ? timeOf(localOf(lo, tz)) : midnight;
    const wallHi = regular && hi < end ? timeOf(localOf(hi - 1, tz)) : lastMoment;
    const day = target(date);
    from = Math.min(from, resolve(day * DAY + wallLo, tz));
    const top = resolve(day * DAY + wallHi, tz) + 1;
    to = Math.max(to, wallHi === lastMoment ? Math.max(top, dayStart(addDays(day, 1), tz)) : top);
  }
  return [from, to];
}

function instants(start: Span, term: Term, tz: string, sameWallClock: boolean): Span {
  const one = sameWallClock ? wallClockFrom : elapsedFrom;
  if ("at" in start) return spanOfInstants([one(instant(start.at), term, tz)], tz);
  if ("candidates" in start) return spanOfInstants(start.candidates.map((text) => one(instant(text), term, tz)), tz);
  const { lo, hi } = boundsOfSpan(start, tz);
  const months = monthsOf(term);
  const calendarDays = sameWallClock ? daysOf(term) : 0;
  const exact = hoursOf(term) * HOUR + (sameWallClock ? 0 : daysOf(term) * DAY);
  if (months === 0 && calendarDays === 0) {
    return spanOfInterval(lo === null ? null : lo + exact, hi === null ? null : hi + exact, tz);
  }
  const target = (date: Day): Day => addDays(addMonths(date, months), calendarDays);
  const from = lo === null ? null : hull(lo, hi ?? lo + 40 * DAY, target, tz)[0];
  const to = hi === null ? null : hull(lo ?? hi - 40 * DAY, hi, target, tz)[1];
  return spanOfInterval(from === null ? null : from + exact, to === null ? null : to + exact, tz);
}

/** Hours inside a day convention are rounded up to whole dates; hours alone are always counted exactly. */
export const wholeDays = (term: Term): number => daysOf(term) + Math.ceil(hoursOf(term) / 24);

/** The last date, with the date of the beginning counted as the first. */
export function inclusiveLastDay(start: Day, term: Term): Day {
  const months = monthsOf(term);
  if (months === 0) return addDays(start, wholeDays(term) - 1);
  const corresponding = addMonths(start, months);
  const last = civilOf(corresponding).day === civilOf(start).day ? addDays(corresponding, -1) : corresponding;
  return addDays(last, wholeDays(term));
}

/** The last date, with the date of the beginning not counted. */
export function exclusiveLastDay(start: Day, term: Term): Day {
  return addDays(addMonths(start, monthsOf(term)), wholeDays(term));
}

/** Where a term that begins somewhere in `start` ends, by one convention. */
export function addTerm(convention: Convention, start: Span, term: Term, tz: string): Span {
  if (isHoursOnly(term) || convention === "ELAPSED_24H") return instants(start, term, tz, false);
  if (convention === "SAME_WALL_CLOCK") return instants(start, term, tz, true);
  const lastDay = convention === "INCLUSIVE_DAYS" ? inclusiveLastDay : exclusiveLastDay;
  const { first, last } = datesOfSpan(start, tz);
  return spanOfDates({ first: first === null ? null : lastDay(first, term), last: last === null ? null : lastDay(last, term) });
}
