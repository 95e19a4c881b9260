import { Temporal } from "temporal-polyfill";
import { ReleaseError } from "./codes";
import { offsetAt } from "./offset";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const datePattern = /^\d{4}-\d\d-\d\d$/;
const localPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Runs calendar arithmetic and turns a value outside what the calendar can hold into `OUT_OF_RANGE`. */
function bounded<T>(fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    if (error instanceof RangeError) throw new ReleaseError("OUT_OF_RANGE");
    throw error;
  }
}

export function assertZone(tz: string, key = "tz"): void {
  try {
    if (!/^[A-Za-z]/.test(tz)) throw new RangeError(tz);
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz);
  } catch {
    throw new ReleaseError("TZ_INVALID", key);
  }
}

export function parseDate(text: string, key: string): Temporal.PlainDate {
  if (!datePattern.test(text)) throw new ReleaseError("DATE_INVALID", key);
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    throw new ReleaseError("DATE_INVALID", key);
  }
}

/** Reads an instant that this engine wrote; `Date.parse` because it is exact for that form and many times faster. */
export function instant(text: string): number {
  return Date.parse(text);
}

/**
 * The instants that a written moment can mean: one, or two in time order when the wall time repeats.
 * Errors: `DATE_INVALID`, `NONEXISTENT_LOCAL_TIME`.
 */
export function readMoment(text: string, tz: string, key: string): [number] | [number, number] {
  if (instantPattern.test(text)) {
    try {
      return [Temporal.Instant.from(text).epochMilliseconds];
    } catch {
      throw new ReleaseError("DATE_INVALID", key);
    }
  }
  if (!localPattern.test(text)) throw new ReleaseError("DATE_INVALID", key);
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    throw new ReleaseError("DATE_INVALID", key);
  }
  const first = local.toZonedDateTime(tz, { disambiguation: "earlier" });
  const second = local.toZonedDateTime(tz, { disambiguation: "later" });
  if (first.epochMilliseconds === second.epochMilliseconds) return [first.epochMilliseconds];
  if (!first.toPlainDateTime().equals(local)) throw new ReleaseError("NONEXISTENT_LOCAL_TIME", key);
  return [first.epochMilliseconds, second.epochMilliseconds];
}

const minuteMs = 60_000;

/**
 * The local wall clock as the UTC fields of a `Date`: calendar fields by plain arithmetic are several times faster than
 * by Temporal, which is asked for the offset alone.
 */
function wallClock(ms: number, offset: number): Date {
  const local = new Date(ms + offset);
  if (Number.isNaN(local.getTime())) throw new ReleaseError("OUT_OF_RANGE");
  return local;
}

/** The instant written with the offset of the zone, in whole minutes: `2019-10-31T16:00:00+06:00`. */
export function iso(ms: number, tz: string): string {
  const offset = bounded(() => offsetAt(ms, tz));
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((value) => String(value).padStart(2, "0"));
  return `${wallClock(ms, offset).toISOString().slice(0, -5)}${offset < 0 && minutes > 0 ? "-" : "+"}${hours}:${rest}`;
}

export function localOf(ms: number, tz: string): Temporal.PlainDateTime {
  const at = wallClock(ms, bounded(() => offsetAt(ms, tz)));
  return dateOfFields(at).toPlainDateTime({
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
  });
}

export function dateOf(ms: number, tz: string): Temporal.PlainDate {
  return dateOfFields(wallClock(ms, bounded(() => offsetAt(ms, tz))));
}

function dateOfFields(at: Date): Temporal.PlainDate {
  return bounded(() => new Temporal.PlainDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()));
}

/** A wall time as an instant: repeated → first occurrence, skipped → shifted forward. */
export function resolve(local: Temporal.PlainDateTime, tz: string): number {
  return bounded(() => local.toZonedDateTime(tz, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The first instant of a local date. */
export function dayStart(date: Temporal.PlainDate, tz: string): number {
  return bounded(() => date.toZonedDateTime(tz).epochMilliseconds);
}

/** The instant at which a local date is over (24:00). */
export function dayEnd(date: Temporal.PlainDate, tz: string): number {
  return dayStart(addDays(date, 1), tz);
}

export function addDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return bounded(() => date.add({ days }));
}

export function addMonths(date: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return bounded(() => date.add({ months }, { overflow: "constrain" }));
}

/** Whole calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return a.until(b, { largestUnit: "days" }).days;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The English name of the weekday, as the contract writes it. */
export function weekdayOf(date: Temporal.PlainDate): string {
  return weekdays[date.dayOfWeek - 1] ?? "";
}

/** 1 (Monday) … 7 for an English weekday name or its first three letters; null when it is not one. */
export function weekdayNumber(name: string): number | null {
  const folded = name.trim().toLowerCase();
  const index = weekdays.findIndex((day) => day.toLowerCase() === folded || day.slice(0, 3).toLowerCase() === folded);
  return index < 0 ? null : index + 1;
}

/** ISO 8601 in hours, minutes and seconds only: `PT52H15M`; a negative length is prefixed with `-`. */
export function duration(ms: number): string {
  const total = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const text = `${h ? `${h}H` : ""}${m ? `${m}M` : ""}${s ? `${s}S` : ""}`;
  return `${ms < 0 && total > 0 ? "-" : ""}PT${text || "0S"}`;
}
