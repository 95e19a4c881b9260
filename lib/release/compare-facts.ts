import { dayOfWeek } from "@/lib/model/civil";
import type { Day } from "@/lib/model/civil";
import { dateOf, daysBetween, duration, parseDate, weekdayNumber, weekdayOf } from "./clock";
import { ReleaseError } from "./codes";
import type { Warnings } from "./facts";
import { boundsOfSpan, datesOfSpan, endsBefore, meets } from "./spans";
import type { Bounds } from "./spans";
import { readStart } from "./start";
import type { Span, StartInput } from "./types";

export type StatedInput = { date?: string; at?: string; weekday?: string; source?: string };

/** A stated release: as a date or an exact instant in the zone of the place. */
export function readStated(stated: StatedInput, tz: string): { span: Span; date: Day; text: string } {
  if (stated.at !== undefined) {
    const span = readStart({ precision: "minute", at: stated.at }, tz, "statedRelease");
    const lo = boundsOfSpan(span, tz).lo ?? 0;
    return { span, date: dateOf(lo, tz), text: "at" in span ? span.at : stated.at };
  }
  if (stated.date === undefined) throw new ReleaseError("INPUT_INVALID", "statedRelease.date");
  const date = parseDate(stated.date, "statedRelease.date");
  return { span: { lastDay: stated.date }, date, text: stated.date };
}

/** A recorded release as a span: exact to the minute, or the whole of what its precision leaves open. */
export function readObserved(observed: StartInput, tz: string, warnings: Warnings): Bounds {
  const span = readStart(observed, tz, "observedRelease");
  if ("candidates" in span) warnings.add("AMBIGUOUS_LOCAL_TIME");
  return boundsOfSpan(span, tz);
}

/** The weekday the date really is, when a source names one; warns when the two differ. Error: `INPUT_INVALID`. */
export function checkWeekday(stated: StatedInput, tz: string, warnings: Warnings): string | undefined {
  if (stated.weekday === undefined) return undefined;
  const { date } = readStated(stated, tz);
  const named = weekdayNumber(stated.weekday);
  if (named === null) throw new ReleaseError("INPUT_INVALID", "statedRelease.weekday");
  if (named !== dayOfWeek(date)) warnings.add("WEEKDAY_MISMATCH");
  return weekdayOf(date);
}

export type StatedComparison = { stated: string; consistent: boolean; statedMinusComputedDays: number };

/** Stated against computed: the gap in calendar days to the nearest computed date, 0 where they can agree. */
export function compareStated(stated: StatedInput, computed: Span, tz: string, warnings: Warnings): StatedComparison {
  const { span, date, text } = readStated(stated, tz);
  const consistent = meets(boundsOfSpan(span, tz), boundsOfSpan(computed, tz));
  const { first, last } = datesOfSpan(computed, tz);
  let gap = 0;
  if (first !== null && date < first) gap = daysBetween(first, date);
  else if (last !== null && date > last) gap = daysBetween(last, date);
  if (!consistent) warnings.add("STATED_DIFFERS");
  return { stated: text, consistent, statedMinusComputedDays: gap };
}

export type ObservedComparison = { consistent: boolean; gapMin?: string; gapMaxExclusive?: string };

/** Observed against computed: how far apart at least and at most; the bound at an open end is exclusive. */
export function compareObserved(observed: Bounds, computed: Bounds, warnings: Warnings): ObservedComparison {
  if (meets(observed, computed)) return { consistent: true };
  const early = endsBefore(observed, computed);
  warnings.add(early ? "OBSERVED_BEFORE_EARLIEST" : "OBSERVED_AFTER_LATEST");
  const [a, b] = early ? [observed, computed] : [computed, observed];
  return {
    consistent: false,
    ...(a.hi !== null && b.lo !== null ? { gapMin: duration(b.lo - a.hi) } : {}),
    ...(a.lo !== null && b.hi !== null ? { gapMaxExclusive: duration(b.hi - a.lo) } : {}),
  };
}
