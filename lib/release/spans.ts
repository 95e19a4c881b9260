import { dateText } from "@/lib/model/civil";
import type { Day } from "@/lib/model/civil";
import { addDays, dateOf, dayEnd, dayFrom, dayStart, instant, iso } from "./clock";
import type { Span } from "./types";

/**
 * A span in epoch milliseconds, half-open; null is unknown. `point` marks an exact instant, for which `hi` is `lo`;
 * `closed` marks repeated wall times, where both ends are possible.
 */
export type Bounds = { lo: number | null; hi: number | null; point: boolean; closed: boolean };

export function boundsOfSpan(span: Span, tz: string): Bounds {
  if ("at" in span) {
    const at = instant(span.at);
    return { lo: at, hi: at, point: true, closed: true };
  }
  if ("candidates" in span) {
    const all = span.candidates.map(instant);
    return { lo: Math.min(...all), hi: Math.max(...all), point: false, closed: true };
  }
  if ("from" in span) {
    const { from, to } = span;
    return { lo: from === null ? null : instant(from), hi: to === null ? null : instant(to), point: false, closed: false };
  }
  const { first, last } = datesOfSpan(span, tz);
  return {
    lo: first === null ? null : dayStart(first, tz),
    hi: last === null ? null : dayEnd(last, tz),
    point: false,
    closed: false,
  };
}

/** The local date of an instant that this engine wrote: its text begins with it. */
function writtenDate(text: string): Day {
  return dayFrom(text.slice(0, text.indexOf("T")));
}

export type Dates = { first: Day | null; last: Day | null };

/** The first and the last local date that a span touches; null where it is open. */
export function datesOfSpan(span: Span, tz: string): Dates {
  if ("lastDay" in span) {
    const date = dayFrom(span.lastDay);
    return { first: date, last: date };
  }
  if ("lastDayFrom" in span) {
    return {
      first: span.lastDayFrom === null ? null : dayFrom(span.lastDayFrom),
      last: span.lastDayTo === null ? null : dayFrom(span.lastDayTo),
    };
  }
  if ("at" in span) {
    const date = writtenDate(span.at);
    return { first: date, last: date };
  }
  if ("from" in span) {
    return {
      first: span.from === null ? null : writtenDate(span.from),
      last: span.to === null ? null : dateOf(instant(span.to) - 1, tz),
    };
  }
  const { lo, hi } = boundsOfSpan(span, tz);
  return { first: lo === null ? null : dateOf(lo, tz), last: hi === null ? null : dateOf(hi, tz) };
}

export function spanOfInstants(all: readonly number[], tz: string): Span {
  const [one] = all;
  if (one !== undefined && all.length === 1) return { at: iso(one, tz) };
  const unique = [...new Set(all)].sort((a, b) => a - b).map((ms) => iso(ms, tz));
  const [only, second] = unique;
  return only !== undefined && second === undefined ? { at: only } : { candidates: unique };
}

export function spanOfInterval(lo: number | null, hi: number | null, tz: string): Span {
  return { from: lo === null ? null : iso(lo, tz), to: hi === null ? null : iso(hi, tz) };
}

export function spanOfDates({ first, last }: Dates): Span {
  if (first !== null && first === last) return { lastDay: dateText(first) };
  return { lastDayFrom: first === null ? null : dateText(first), lastDayTo: last === null ? null : dateText(last) };
}

export function isDaySpan(span: Span): boolean {
  return "lastDay" in span || "lastDayFrom" in span;
}

/** Moves a span: by milliseconds where it is made of instants, by calendar days where it is made of dates. */
export function shift(span: Span, ms: number, days: number, tz: string): Span {
  if (isDaySpan(span)) {
    const { first, last } = datesOfSpan(span, tz);
    return spanOfDates({ first: first === null ? null : addDays(first, days), last: last === null ? null : addDays(last, days) });
  }
  const move = (text: string): number => instant(text) + ms;
  if ("at" in span) return spanOfInstants([move(span.at)], tz);
  if ("candidates" in span) return spanOfInstants(span.candidates.map(move), tz);
  const { lo, hi } = boundsOfSpan(span, tz);
  return spanOfInterval(lo === null ? null : lo + ms, hi === null ? null : hi + ms, tz);
}

const later = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(a, b));

/**
 * The later of two spans, point by point. Where one of them is open downwards the lower bound is the other's: a
 * maximum is never before either.
 */
export function maxSpan(a: Span, b: Span, tz: string): Span {
  if (isDaySpan(a) && isDaySpan(b)) {
    const [x, y] = [datesOfSpan(a, tz), datesOfSpan(b, tz)];
    const first = x.first === null || y.first === null ? (x.first ?? y.first) : Math.max(x.first, y.first);
    return spanOfDates({ first, last: later(x.last, y.last) });
  }
  const [x, y] = [boundsOfSpan(a, tz), boundsOfSpan(b, tz)];
  if (endsBefore(x, y)) return b;
  if (endsBefore(y, x)) return a;
  if (x.point && y.point) return spanOfInstants([later(x.lo, y.lo) ?? 0], tz);
  if ("candidates" in a && "candidates" in b && a.candidates.length === b.candidates.length) {
    return spanOfInstants(a.candidates.map((text, i) => Math.max(instant(text), instant(b.candidates[i] ?? text))), tz);
  }
  const lo = x.lo === null || y.lo === null ? (x.lo ?? y.lo) : Math.max(x.lo, y.lo);
  const xHi = x.closed && x.hi !== null ? x.hi + 1000 : x.hi;
  const yHi = y.closed && y.hi !== null ? y.hi + 1000 : y.hi;
  return spanOfInterval(lo, later(xHi, yHi), tz);
}

/** Whether two half-open spans can be the same moment; an unknown bound never excludes. */
export function meets(a: Bounds, b: Bounds): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Whether `a` lies wholly before `b`. */
export function endsBefore(a: Bounds, b: Bounds): boolean {
  if (a.hi === null || b.lo === null) return false;
  return a.closed ? a.hi < b.lo : a.hi <= b.lo;
}

/** The smallest interval that holds all the spans; an unknown bound of any leaves that side open. */
export function hullOf(spans: readonly Span[], tz: string): Span {
  const all = spans.map((span) => boundsOfSpan(span, tz));
  const los = all.map(({ lo }) => lo ?? -Infinity);
  const his = all.map(({ hi, closed }) => (hi === null ? Infinity : closed ? hi + minute : hi));
  const [lo, hi] = [Math.min(...los), Math.max(...his)];
  return spanOfInterval(Number.isFinite(lo) ? lo : null, Number.isFinite(hi) ? hi : null, tz);
}

/** An exact instant is known to the minute, so the first moment after it is a minute later. */
export const minute = 60_000;
