import { duration, HOUR } from "./clock";
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
};

/** When each limit in hours is reached, counted exactly; with an event, how long it took and what it exceeds. */
export function checkLimits(start: Span, hours: readonly number[], event: Bounds | null, tz: string, warnings: Warnings): LimitAnswer {
  const reached = Object.fromEntries(
    hours.map((limit) => {
      const span = shift(start, limit * HOUR, 0, tz);
      return [String(limit), "at" in span ? span.at : span];
    }),
  );
  if (!event || event.lo === null || event.hi === null) return { reached };
  const begin = boundsOfSpan(start, tz);
  if (begin.hi === null) return { reached };
  const [min, max] = [event.lo - begin.hi, begin.lo === null ? Infinity : event.hi - begin.lo];
  if (max < 0) warnings.add("EVENT_BEFORE_START");
  const over = [...hours].sort((a, b) => a - b).filter((limit) => min > limit * HOUR);
  const maybe = hours.some((limit) => min <= limit * HOUR && max > limit * HOUR);
  if (over.length > 0) warnings.add("LIMIT_EXCEEDED");
  if (over.includes(48)) warnings.add("NOT_BROUGHT_BEFORE_JUDGE_48H");
  if (maybe) warnings.add("LIMIT_POSSIBLY_EXCEEDED");
  const exceeded = Object.fromEntries(over.map((limit) => [String(limit), duration(min - limit * HOUR)]));
  const longest = over[over.length - 1];
  const exact = min === max;
  return {
    reached,
    ...(exact ? { elapsed: duration(min) } : { elapsedMin: duration(min) }),
    ...(!exact && Number.isFinite(max) ? { elapsedMax: duration(max) } : {}),
    ...(longest === undefined ? {} : { exceededBy: exceeded[String(longest)] ?? "", exceeded }),
  };
}

