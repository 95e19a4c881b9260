import { duration, HOUR, instant, iso } from "./clock";
import type { Warnings } from "./facts";
import { boundsOfSpan, shift } from "./spans";
import type { Bounds } from "./spans";
import type { Span } from "./types";

export type LimitAnswer = {
  reached: Record<string, string | Span>;
  elapsed?: string;
  elapsedMin?: string;
  elapsedMax?: string;
  exceededBy?: string;
  exceeded?: Record<string, string>;
  countedFrom?: Record<string, "sobered">;
};

/** The longest that sobering and detention may last together, in hours. */
const longestWithSobering = 48;

/**
 * When a limit is reached. A limit under 48 hours runs from sobering where that came later than the beginning, though not
 * past 48 hours from the beginning; every other limit runs from the beginning.
 */
function reachedAt(start: Span, sobered: Span | null, limit: number, tz: string): { span: Span; fromSobering: boolean } {
  if (limit < longestWithSobering && sobered && "at" in sobered && "at" in start && instant(sobered.at) > instant(start.at)) {
    const at = Math.min(instant(sobered.at) + limit * HOUR, instant(start.at) + longestWithSobering * HOUR);
    return { span: { at: iso(at, tz) }, fromSobering: true };
  }
  return { span: shift(start, limit * HOUR, 0, tz), fromSobering: false };
}

/** When each limit in hours is reached, counted exactly; with an event, how long it took and what it exceeds. */
export function checkLimits(
  start: Span,
  hours: readonly number[],
  event: Bounds | null,
  tz: string,
  warnings: Warnings,
  sobered: Span | null = null,
): LimitAnswer {
  const limits = hours.map((limit) => ({ limit, ...reachedAt(start, sobered, limit, tz) }));
  const reached = Object.fromEntries(limits.map(({ limit, span }) => [String(limit), "at" in span ? span.at : span]));
  const late = limits.filter(({ fromSobering }) => fromSobering).map(({ limit }): [string, "sobered"] => [String(limit), "sobered"]);
  const answer: LimitAnswer = { reached, ...(late.length > 0 ? { countedFrom: Object.fromEntries(late) } : {}) };
  const begin = boundsOfSpan(start, tz);
  if (!event || event.lo === null || event.hi === null || begin.hi === null) return answer;
  const [min, max] = [event.lo - begin.hi, begin.lo === null ? Infinity : event.hi - begin.lo];
  if (max < 0) warnings.add("EVENT_BEFORE_START");
  const passed = limits.map(({ limit, span }) => {
    const { lo, hi } = boundsOfSpan(span, tz);
    return { limit, least: (event.lo ?? 0) - (hi ?? Infinity), most: (event.hi ?? 0) - (lo ?? -Infinity) };
  });
  const over = passed.filter(({ least }) => least > 0).sort((a, b) => a.limit - b.limit);
  if (over.length > 0) warnings.add("LIMIT_EXCEEDED");
  if (over.some(({ limit }) => limit === 48)) warnings.add("NOT_BROUGHT_BEFORE_JUDGE_48H");
  if (passed.some(({ least, most }) => least <= 0 && most > 0)) warnings.add("LIMIT_POSSIBLY_EXCEEDED");
  const exceeded = Object.fromEntries(over.map(({ limit, least }) => [String(limit), duration(least)]));
  const longest = over[over.length - 1];
  const exact = min === max;
  return {
    ...answer,
    ...(exact ? { elapsed: duration(min) } : { elapsedMin: duration(min) }),
    ...(!exact && Number.isFinite(max) ? { elapsedMax: duration(max) } : {}),
    ...(longest === undefined ? {} : { exceededBy: duration(longest.least), exceeded }),
  };
}
