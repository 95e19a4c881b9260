import { boundsOfSpan, datesOfSpan, endsBefore, isDaySpan, maxSpan, minute, spanOfDates, spanOfInstants, spanOfInterval } from "./spans";
import { readEdtf } from "./start";
import type { Span } from "./types";

/** The earlier of two spans, point by point; a side that is open downwards stays open, one that is open upwards takes the other's. */
export function minSpan(a: Span, b: Span, tz: string): Span {
  if (isDaySpan(a) && isDaySpan(b)) {
    const [x, y] = [datesOfSpan(a, tz), datesOfSpan(b, tz)];
    const earlier = (p: typeof x.first, q: typeof x.first) => (p === null || q === null ? null : Math.min(p, q));
    return spanOfDates({ first: earlier(x.first, y.first), last: earlier(x.last, y.last) ?? x.last ?? y.last });
  }
  const [x, y] = [boundsOfSpan(a, tz), boundsOfSpan(b, tz)];
  if (endsBefore(x, y)) return a;
  if (endsBefore(y, x)) return b;
  if (x.point && y.point && x.lo !== null && y.lo !== null) return spanOfInstants([Math.min(x.lo, y.lo)], tz);
  const [xHi, yHi] = [x, y].map(({ hi, closed }) => (hi === null ? Infinity : closed ? hi + minute : hi)) as [number, number];
  const hi = Math.min(xHi, yHi);
  return spanOfInterval(x.lo === null || y.lo === null ? null : Math.min(x.lo, y.lo), Number.isFinite(hi) ? hi : null, tz);
}

/** When a decision was taken: exact to the minute where it is known so, else as the kind of span that the end is made of; without a date at any time. */
function decisionLike(when: string | null, end: Span, tz: string): Span {
  const span: Span = when === null ? { from: null, to: null } : readEdtf(when, tz);
  return isDaySpan(end) && !("at" in span) ? spanOfDates(datesOfSpan(span, tz)) : span;
}

/**
 * Release after a decision that puts another term in the place of the old one: nobody is let go before the decision, and where the term
 * became shorter no later than the old one allowed. A decision after the old term had run changes nothing unless the new one is longer.
 */
export function afterNewTerm(original: Span, recomputed: Span, when: string | null, tz: string): Span {
  const decision = decisionLike(when, original, tz);
  const [was, is, at] = [original, recomputed, decision].map((span) => boundsOfSpan(span, tz)) as [ReturnType<typeof boundsOfSpan>, ReturnType<typeof boundsOfSpan>, ReturnType<typeof boundsOfSpan>];
  const shorter = is.hi !== null && was.hi !== null && is.hi <= was.hi;
  if (shorter && was.hi !== null && at.lo !== null && endsBefore(was, at)) return original;
  const later = maxSpan(recomputed, decision, tz);
  return shorter ? minSpan(later, original, tz) : later;
}

/** Release at a decision that ends custody, or at the end of the term where that came first. */
export const afterEnding = (original: Span, when: string | null, tz: string): Span => minSpan(original, decisionLike(when, original, tz), tz);
