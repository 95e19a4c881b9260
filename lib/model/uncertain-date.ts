import { Temporal } from "temporal-polyfill";

/**
 * A date as far as it is known: canonical EDTF (ISO 8601-2:2019, level 1) extended with hours and minutes.
 * A point is `2019`, `2019-10`, `2019-10-31` or `2019-10-31T16:00`, each with an optional `~` for "about".
 * A value is a point, an interval `a/b`, `../b` (not after b) or `a/..` (not before a).
 * It is wall-clock time in the IANA zone of the place, which travels beside it. Unknown is `null`, never a string.
 */
export type UncertainDate = string;

export type DatePrecision = "minute" | "day" | "month" | "year" | "range" | "notAfter" | "notBefore";

/** `ambiguous_time` is a remark (the clock showed this time twice); every other code is a refusal. */
export type DateCheck =
  | "unreadable"
  | "impossible_date"
  | "impossible_time"
  | "year_out_of_range"
  | "end_before_start"
  | "nonexistent_time"
  | "ambiguous_time";

/** One wall-clock point; the last field that is present is its precision. `minute` is present exactly when `hour` is. */
export type DatePoint = {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  approximate: boolean;
};

/** The value taken apart: a point has `start` alone, an interval both, an open interval the end that is known. */
export type DateParts =
  | { kind: "point"; start: DatePoint; end: null }
  | { kind: "range"; start: DatePoint; end: DatePoint }
  | { kind: "notAfter"; start: null; end: DatePoint }
  | { kind: "notBefore"; start: DatePoint; end: null };

/** Epoch milliseconds; `latest` is exclusive; `null` where the side is open. */
export type DateBounds = { earliest: number | null; latest: number | null };

export const firstYear = 1900;
export const lastYear = 2199;

const pointPattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?(~)?$/;
const longestValue = 40;

export function readUncertainDate(text: string): DateParts | DateCheck {
  if (text.length > longestValue) return "unreadable";
  const [first, second, rest] = text.split("/");
  if (first === undefined || rest !== undefined) return "unreadable";
  if (second === undefined) {
    const start = readPoint(first);
    return typeof start === "string" ? start : { kind: "point", start, end: null };
  }
  if (first === "..") {
    const end = readPoint(second);
    return typeof end === "string" ? end : { kind: "notAfter", start: null, end };
  }
  const start = readPoint(first);
  if (typeof start === "string") return start;
  if (second === "..") return { kind: "notBefore", start, end: null };
  const end = readPoint(second);
  if (typeof end === "string") return end;
  const endsAfter = Temporal.PlainDateTime.compare(wallEnd(end), wallStart(start)) > 0;
  return endsAfter ? { kind: "range", start, end } : "end_before_start";
}

/** True for a canonical value whose dates exist; says nothing about the zone. */
export function isUncertainDate(value: unknown): value is UncertainDate {
  return typeof value === "string" && typeof readUncertainDate(value) !== "string";
}

/** Throws RangeError when the value is not canonical. */
export function precisionOf(value: UncertainDate): DatePrecision {
  const parts = partsOf(value);
  return parts.kind === "point" ? pointPrecision(parts.start) : parts.kind;
}

export function pointPrecision(point: DatePoint): "minute" | "day" | "month" | "year" {
  if (point.hour !== undefined) return "minute";
  if (point.day !== undefined) return "day";
  return point.month === undefined ? "year" : "month";
}

export function isApproximate(value: UncertainDate): boolean {
  return value.includes("~");
}

/**
 * The instants the value can stand for: a day is [00:00, next 00:00) local, a minute [m, m + 1 min).
 * "About" widens a minute by 30 min, a day by one day, a month or a year by one of its kind, on either side.
 * A time that the clock showed twice covers both occurrences; one that it skipped covers both readings of it.
 * Throws RangeError for a value that is not canonical or a zone that does not exist.
 */
export function boundsOf(value: UncertainDate, zone: string): DateBounds {
  const { start, end, kind } = partsOf(value);
  const last = kind === "point" ? start : end;
  return {
    earliest: start === null ? null : earliestOf(start, zone),
    latest: last === null ? null : latestOf(last, zone),
  };
}

/** The first thing wrong with the value in that zone, or null. Throws RangeError for a zone that does not exist. */
export function checkUncertainDate(value: string, zone: string): DateCheck | null {
  const parts = readUncertainDate(value);
  if (typeof parts === "string") return parts;
  const kinds = [parts.start, parts.end].map((point) => (point === null ? "unique" : occurrenceOf(point, zone)));
  if (kinds.includes("skipped")) return "nonexistent_time";
  return kinds.includes("twice") ? "ambiguous_time" : null;
}

/** Canonical text of one point. */
export function writePoint(point: DatePoint): string {
  const date = [pad(point.year, 4)];
  if (point.month !== undefined) date.push(pad(point.month));
  if (point.day !== undefined) date.push(pad(point.day));
  const time = point.hour === undefined ? "" : `T${pad(point.hour)}:${pad(point.minute ?? 0)}`;
  return `${date.join("-")}${time}${point.approximate ? "~" : ""}`;
}

function readPoint(text: string): DatePoint | DateCheck {
  const match = pointPattern.exec(text);
  if (match === null) return "unreadable";
  const [year, month, day, hour, minute] = match.slice(1, 6).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < firstYear || year > lastYear) return "year_out_of_range";
  if (month !== undefined && (month < 1 || month > 12)) return "impossible_date";
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month ?? 1))) return "impossible_date";
  if (hour !== undefined && (hour > 23 || (minute ?? 0) > 59)) return "impossible_time";
  const point: DatePoint = { year, approximate: match[6] !== undefined };
  if (month !== undefined) point.month = month;
  if (day !== undefined) point.day = day;
  if (hour !== undefined) Object.assign(point, { hour, minute });
  return point;
}

function partsOf(value: UncertainDate): DateParts {
  const parts = readUncertainDate(value);
  if (typeof parts === "string") throw new RangeError(`not a date as far as known: ${parts}`);
  return parts;
}

/** Days in a month of the Gregorian calendar, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function wallStart(point: DatePoint): Temporal.PlainDateTime {
  return new Temporal.PlainDateTime(point.year, point.month ?? 1, point.day ?? 1, point.hour ?? 0, point.minute ?? 0);
}

function wallEnd(point: DatePoint): Temporal.PlainDateTime {
  return wallStart(point).add(oneOf(point));
}

function oneOf(point: DatePoint): Temporal.DurationLike {
  return { [`${pointPrecision(point)}s`]: 1 };
}

function earliestOf(point: DatePoint, zone: string): number {
  const wall = wallStart(point);
  if (point.hour !== undefined) {
    return resolve(wall, zone, "earlier") - (point.approximate ? halfHour : 0);
  }
  const first = point.approximate ? wall.subtract(oneOf(point)) : wall;
  return first.toPlainDate().toZonedDateTime(zone).epochMilliseconds;
}

function latestOf(point: DatePoint, zone: string): number {
  if (point.hour !== undefined) {
    return resolve(wallStart(point), zone, "later") + oneMinute + (point.approximate ? halfHour : 0);
  }
  const end = point.approximate ? wallEnd(point).add(oneOf(point)) : wallEnd(point);
  const startOfNext = end.toPlainDate().toZonedDateTime(zone).epochMilliseconds;
  const skippedMidnight = resolve(end, zone, "earlier") < startOfNext;
  return skippedMidnight ? startOfNext : resolve(end, zone, "later");
}

const oneMinute = 60_000;
const halfHour = 30 * oneMinute;

function resolve(wall: Temporal.PlainDateTime, zone: string, disambiguation: "earlier" | "later"): number {
  return wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

function occurrenceOf(point: DatePoint, zone: string): "unique" | "twice" | "skipped" {
  const wall = wallStart(point);
  const isDay = point.day !== undefined && point.hour === undefined;
  if (isDay) {
    const day = wall.toPlainDate();
    return day.toZonedDateTime(zone).toPlainDate().equals(day) ? "unique" : "skipped";
  }
  if (point.hour === undefined) return "unique";
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(wall)) return "skipped";
  return resolve(wall, zone, "later") === earlier.epochMilliseconds ? "unique" : "twice";
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}
