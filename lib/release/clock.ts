import { Temporal } from "temporal-polyfill";
import { dateText, dayOf, dayOfText, dayOfWeek, firstDay, lastDay, plusMonths, two, twoAt } from "@/lib/model/civil";
import type { Day, Wall } from "@/lib/model/civil";
import { instantOf, shownAt, startOfDay, stretchAt } from "@/lib/model/zone-clock";
import type { Stretch } from "@/lib/model/zone-clock";
import { ReleaseError } from "./codes";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const datePattern = /^\d{4}-\d\d-\d\d$/;
const localPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

export function assertZone(tz: string, key = "tz"): void {
  try {
    if (!/^[A-Za-z]/.test(tz)) throw new RangeError(tz);
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(tz);
  } catch {
    throw new ReleaseError("TZ_INVALID", key);
  }
}

/** A written date. Error: `DATE_INVALID`. */
export function parseDate(text: string, key: string): Day {
  const day = datePattern.test(text) ? dayOfText(text) : null;
  if (day === null) throw new ReleaseError("DATE_INVALID", key);
  return day;
}

/** A date that this engine wrote. Throws `RangeError` for anything else. */
export function dayFrom(text: string): Day {
  const day = dayOfText(text);
  if (day === null) throw new RangeError(`no date: ${text}`);
  return day;
}

const [hyphen, plus, colon] = [45, 43, 58];

/**
 * Reads an instant that this engine wrote, in epoch milliseconds: `2019-10-31T16:00:00+06:00`, taken apart by place. Years beyond 9999 and
 * fractions of a second are left to `Date.parse`.
 */
export function instant(text: string): number {
  if (text.length !== 25 || text.charCodeAt(4) !== hyphen || text.charCodeAt(22) !== colon) return Date.parse(text);
  const sign = text.charCodeAt(19);
  if (sign !== plus && sign !== hyphen) return Date.parse(text);
  const day = dayOf(digits(text, 0) * 100 + digits(text, 2), digits(text, 5), digits(text, 8));
  const offset = digits(text, 20) * 60 + digits(text, 23);
  const minutes = digits(text, 11) * 60 + digits(text, 14) - (sign === plus ? offset : -offset);
  return day * DAY + minutes * minuteMs + digits(text, 17) * 1000;
}

/** Two digits of a text that has them there. */
const digits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/**
 * The instants that a written moment can mean: one, or two in time order when the wall time repeats.
 * Errors: `DATE_INVALID`, `NONEXISTENT_LOCAL_TIME`.
 */
export function readMoment(text: string, tz: string, key: string): [number] | [number, number] {
  if (!localPattern.test(text)) return [readInstant(text, key)];
  const day = dayOfText(text.slice(0, 10));
  const [hour, minute, second] = [twoAt(text, 11), twoAt(text, 14), text.length > 16 ? twoAt(text, 17) : 0];
  if (day === null || hour > 23 || minute > 59 || second > 60) throw new ReleaseError("DATE_INVALID", key);
  // ISO 8601 knows a leap second; the calendar takes it for the one before.
  const { first, last } = shownAt(day * DAY + hour * HOUR + minute * minuteMs + Math.min(second, 59) * 1000, tz);
  if (first === null) throw new ReleaseError("NONEXISTENT_LOCAL_TIME", key);
  return first === last ? [first] : [first, last];
}

function readInstant(text: string, key: string): number {
  if (!instantPattern.test(text)) throw new ReleaseError("DATE_INVALID", key);
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new ReleaseError("DATE_INVALID", key);
  }
}

const minuteMs = 60_000;
const longestInstant = 8.64e15;

/** What stands for a value outside what the calendar can hold; any other error stays what it is. */
function outOfRange(error?: unknown): unknown {
  return error === undefined || error instanceof RangeError ? new ReleaseError("OUT_OF_RANGE") : error;
}

/** The offset of a zone around an instant. Error: `OUT_OF_RANGE`. */
function offsetAround(ms: number, tz: string): Stretch {
  try {
    return stretchAt(ms, tz);
  } catch (error) {
    throw outOfRange(error);
  }
}

/** The local wall clock at an instant. Error: `OUT_OF_RANGE`. */
export function localOf(ms: number, tz: string): Wall {
  const local = ms + offsetAround(ms, tz).offset;
  if (!(Math.abs(local) <= longestInstant)) throw outOfRange();
  return local;
}

/** The instant written with the offset of the zone, in whole seconds and the offset in whole minutes: `2019-10-31T16:00:00+06:00`. */
export function iso(ms: number, tz: string): string {
  const { offset, suffix } = offsetAround(ms, tz);
  const local = ms + offset;
  if (!(Math.abs(local) <= longestInstant)) throw outOfRange();
  const day = Math.floor(local / DAY);
  const seconds = Math.floor((local - day * DAY) / 1000);
  return dateText(day) + timeText(seconds) + suffix;
}

/** Whole minutes of a day as text, in one piece for the same reason as in `dateText`. */
const minuteTexts: string[] = Array.from({ length: 1440 }, () => "");

function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = seconds - minutes * 60;
  if (rest !== 0) return `T${two(hours)}:${two(minutes - hours * 60)}:${two(rest)}`;
  return (minuteTexts[minutes] ||= ["T", two(hours), ":", two(minutes - hours * 60), ":00"].join(""));
}

/** The instant as `instant` reads it back from what `iso` writes: without what is finer than a second, or than a minute of the offset. */
export function asWritten(ms: number, tz: string): number {
  const { offset, written } = offsetAround(ms, tz);
  const local = ms + offset;
  if (!(Math.abs(local) <= longestInstant)) throw outOfRange();
  return Math.floor(local / 1000) * 1000 - written;
}

/** The date of a wall-clock time. */
export const dateOfWall = (wall: Wall): Day => Math.floor(wall / DAY);

/** The local date of an instant. */
export function dateOf(ms: number, tz: string): Day {
  return dateOfWall(localOf(ms, tz));
}

/** A wall time as an instant: repeated → first occurrence, skipped → shifted forward, or the later reading of both. Error: `OUT_OF_RANGE`. */
export function resolve(wall: Wall, tz: string, which: "compatible" | "later" = "compatible"): number {
  try {
    return inRange(instantOf(wall, tz, which));
  } catch (error) {
    throw outOfRange(error);
  }
}

/** The first instant of a local date. */
export function dayStart(date: Day, tz: string): number {
  try {
    return inRange(startOfDay(date, tz));
  } catch (error) {
    throw outOfRange(error);
  }
}

function inRange(ms: number): number {
  if (!(Math.abs(ms) <= longestInstant)) throw outOfRange();
  return ms;
}

/** The instant at which a local date is over (24:00). */
export function dayEnd(date: Day, tz: string): number {
  return dayStart(addDays(date, 1), tz);
}

function inCalendar(date: Day): Day {
  if (!(date >= firstDay && date <= lastDay)) throw outOfRange();
  return date;
}

/** The date so many days later. Error: `OUT_OF_RANGE`. */
export function addDays(date: Day, days: number): Day {
  return inCalendar(date + days);
}

/** The date so many months later; where the month is too short, its last. Error: `OUT_OF_RANGE`. */
export function addMonths(date: Day, months: number): Day {
  return inCalendar(plusMonths(date, months));
}

/** A wall time at the same time of day so many months and then days later. Error: `OUT_OF_RANGE`. */
export function addToWall(wall: Wall, months: number, days: number): Wall {
  const date = dateOfWall(wall);
  return addDays(addMonths(date, months), days) * DAY + (wall - date * DAY);
}

/** Whole calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return b - a;
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The English name of the weekday, as the contract writes it. */
export function weekdayOf(date: Day): string {
  return weekdays[dayOfWeek(date) - 1] ?? "";
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
