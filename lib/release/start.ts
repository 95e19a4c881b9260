import { civilOf, daysInMonth } from "@/lib/model/civil";
import { boundsOf, checkUncertainDate, precisionOf } from "@/lib/model/uncertain-date";
import { dayEnd, dayStart, addDays, parseDate, readMoment } from "./clock";
import { ReleaseError } from "./codes";
import { boundsOfSpan, spanOfInstants, spanOfInterval } from "./spans";
import type { Span, StartInput } from "./types";

/** The moments that prove deprivation of liberty, in the order in which they usually happen. */
export const custodyMoments = ["seized", "delivered", "sobered", "detentionProtocol", "protocol", "ruling", "admitted"] as const;

function need(value: string | undefined, key: string): string {
  if (value === undefined) throw new ReleaseError("INPUT_INVALID", key);
  return value;
}

function inferPrecision(start: StartInput): NonNullable<StartInput["precision"]> {
  if (start.precision) return start.precision;
  if (start.at !== undefined) return "minute";
  if (start.date !== undefined) return "day";
  if (start.month !== undefined) return "month";
  if (start.notAfter !== undefined) return "notAfter";
  return "range";
}

/**
 * The instants that a written beginning can mean. A day is [00:00, next 00:00) local; a repeated wall time gives both
 * readings unless `fold` chooses. Errors: `DATE_INVALID`, `START_RANGE_INVALID`, `NONEXISTENT_LOCAL_TIME`.
 */
export function readStart(start: StartInput, tz: string, key = "start"): Span {
  const precision = inferPrecision(start);
  if (precision === "edtf") return readEdtf(need(start.edtf, `${key}.edtf`), tz);
  if (precision === "minute") {
    const moments = readMoment(need(start.at, `${key}.at`), tz, `${key}.at`);
    const chosen = start.fold === undefined ? undefined : moments[start.fold === 0 ? 0 : moments.length - 1];
    return spanOfInstants(chosen === undefined ? moments : [chosen], tz);
  }
  if (precision === "day") {
    const date = parseDate(need(start.date, `${key}.date`), `${key}.date`);
    return spanOfInterval(dayStart(date, tz), dayEnd(date, tz), tz);
  }
  if (precision === "month") {
    const text = need(start.month, `${key}.month`);
    if (!/^\d{4}-\d\d$/.test(text)) throw new ReleaseError("DATE_INVALID", `${key}.month`);
    const first = parseDate(`${text}-01`, `${key}.month`);
    return spanOfInterval(dayStart(first, tz), dayEnd(addDays(first, daysInMonth(civilOf(first).year, civilOf(first).month) - 1), tz), tz);
  }
  if (precision === "notAfter") {
    const text = need(start.notAfter ?? start.date, `${key}.notAfter`);
    return spanOfInterval(null, dayEnd(parseDate(text, `${key}.notAfter`), tz), tz);
  }
  const first = parseDate(need(start.from, `${key}.from`), `${key}.from`);
  const last = parseDate(need(start.to, `${key}.to`), `${key}.to`);
  if (last < first) throw new ReleaseError("START_RANGE_INVALID", key);
  return spanOfInterval(dayStart(first, tz), dayEnd(last, tz), tz);
}

/** By zone and by what is written. */
const readBefore = new Map<string, Map<string, Span>>();
const MOST_ZONES = 100;
const MOST_REMEMBERED = 2000;

/**
 * A date as far as known: exact to the minute is a point, everything else the interval of its bounds. Remembered, because a case is read
 * many times over in its several readings.
 */
export function readEdtf(when: string, tz: string): Span {
  const before = readBefore.get(tz) ?? new Map<string, Span>();
  const found = before.get(when);
  if (found) return found;
  const span = Object.freeze(readWhole(when, tz));
  if (before.size >= MOST_REMEMBERED) before.clear();
  if (before.size === 0 && readBefore.size >= MOST_ZONES) readBefore.clear();
  if (before.size === 0) readBefore.set(tz, before);
  before.set(when, span);
  return span;
}

function readWhole(when: string, tz: string): Span {
  const problem = checkUncertainDate(when, tz);
  if (problem === "nonexistent_time") throw new ReleaseError("NONEXISTENT_LOCAL_TIME");
  if (problem !== null && problem !== "ambiguous_time") throw new ReleaseError("DATE_INVALID");
  if (precisionOf(when) === "minute" && !when.endsWith("~")) return spanOfInstants(readMoment(when, tz, "when"), tz);
  const { earliest, latest } = boundsOf(when, tz);
  return spanOfInterval(earliest, latest, tz);
}

export type ChosenStart = { startUsed: string; start: Span };

type Chosen = { tz: string; chosen: ChosenStart | null };
/** Held as long as somebody holds the moments, which nobody changes. */
const chosenBefore = new WeakMap<Readonly<Record<string, StartInput>>, Chosen>();

/** The earliest deprivation of liberty among written moments; remembered, because every reading of a case begins with the same ones. */
export function startOfMoments(moments: Readonly<Record<string, StartInput>>, tz: string): ChosenStart | null {
  const before = chosenBefore.get(moments);
  if (before?.tz === tz) return before.chosen;
  const spans = Object.entries(moments).map(([kind, start]) => ({ kind, span: readStart(start, tz, `moments.${kind}`) }));
  const chosen = earliestDeprivation(spans, tz);
  chosenBefore.set(moments, { tz, chosen });
  return chosen;
}

function asInterval(span: Span, tz: string): Span {
  const { lo, hi } = boundsOfSpan(span, tz);
  return spanOfInterval(lo, hi, tz);
}

/**
 * The earliest deprivation of liberty among recorded moments. A vague moment and an exact later one bound each other:
 * the beginning is not before the lowest lower bound and not after the lowest upper bound.
 */
export function earliestDeprivation(moments: readonly { kind: string; span: Span }[], tz: string): ChosenStart | null {
  const [only] = moments;
  if (only && moments.length === 1) return { startUsed: only.kind, start: "at" in only.span || "candidates" in only.span ? only.span : asInterval(only.span, tz) };
  const ranked = moments
    .map((moment) => ({ ...moment, bounds: boundsOfSpan(moment.span, tz) }))
    .sort((a, b) => (a.bounds.lo ?? -Infinity) - (b.bounds.lo ?? -Infinity) || (a.bounds.hi ?? Infinity) - (b.bounds.hi ?? Infinity));
  const first = ranked[0];
  if (!first) return null;
  if (first.bounds.point || "candidates" in first.span) return { startUsed: first.kind, start: first.span };
  const upper = Math.min(...ranked.map(({ bounds }) => bounds.hi ?? Infinity));
  return {
    startUsed: first.kind,
    start: spanOfInterval(first.bounds.lo, Number.isFinite(upper) ? upper : null, tz),
  };
}
