import { dayMs, dayOf, daysInMonth, twoAt } from "./civil";
import type { Wall } from "./civil";
import { instantOf, shownAt, startOfDay } from "./zone-clock";

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

export { daysInMonth } from "./civil";

export const firstYear = 1900;
export const lastYear = 2199;

const longestValue = 40;

export function readUncertainDate(text: string): DateParts | DateCheck {
  if (text.length > longestValue) return "unreadable";
  const cut = text.indexOf("/");
  if (cut < 0) {
    const start = readPoint(text);
    return typeof start === "string" ? start : { kind: "point", start, end: null };
  }
  const [first, second] = [text.slice(0, cut), text.slice(cut + 1)];
  if (second.includes("/")) return "unreadable";
  if (first === "..") {
    const end = readPoint(second);
    return typeof end === "string" ? end : { kind: "notAfter", start: null, end };
  }
  const start = readPoint(first);
  if (typeof start === "string") return start;
  if (second === "..") return { kind: "notBefore", start, end: null };
  const end = readPoint(second);
  if (typeof end === "string") return end;
  return wallEnd(end) > wallStart(start) ? { kind: "range", start, end } : "end_before_start";
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

/** Where a character stands in `YYYY-MM-DDTHH:MM` besides the digits: lengths of a point without the sign for "about". */
const [yearLength, monthLength, dayLength, minuteLength] = [4, 7, 10, 16];
const [hyphen, colon, letterT, tilde] = [45, 58, 84, 126];

function readPoint(text: string): DatePoint | DateCheck {
  const approximate = text.charCodeAt(text.length - 1) === tilde;
  const length = approximate ? text.length - 1 : text.length;
  const sized = length === yearLength || length === monthLength || length === dayLength || length === minuteLength;
  const marked =
    sized &&
    (length === yearLength || text.charCodeAt(4) === hyphen) &&
    (length <= monthLength || text.charCodeAt(7) === hyphen) &&
    (length <= dayLength || (text.charCodeAt(10) === letterT && text.charCodeAt(13) === colon));
  if (!marked) return "unreadable";
  const year = twoAt(text, 0) * 100 + twoAt(text, 2);
  const month = length >= monthLength ? twoAt(text, 5) : 1;
  const day = length >= dayLength ? twoAt(text, 8) : 1;
  const [hour, minute] = length === minuteLength ? [twoAt(text, 11), twoAt(text, 14)] : [0, 0];
  // One of them is no number.
  if (Number.isNaN(year + month + day + hour + minute)) return "unreadable";
  if (year < firstYear || year > lastYear) return "year_out_of_range";
  if (month < 1 || month > 12) return "impossible_date";
  if (day < 1 || day > daysInMonth(year, month)) return "impossible_date";
  if (hour > 23 || minute > 59) return "impossible_time";
  if (length === yearLength) return { year, approximate };
  if (length === monthLength) return { year, approximate, month };
  return length === dayLength ? { year, approximate, month, day } : { year, approximate, month, day, hour, minute };
}

function partsOf(value: UncertainDate): DateParts {
  const parts = readUncertainDate(value);
  if (typeof parts === "string") throw new RangeError(`not a date as far as known: ${parts}`);
  return parts;
}

function wallStart({ year, month = 1, day = 1, hour = 0, minute = 0 }: DatePoint): Wall {
  return dayOf(year, month, day) * dayMs + (hour * 60 + minute) * oneMinute;
}

/** The wall time so many of the point's own units after its beginning. */
function wallAfter(point: DatePoint, units: number): Wall {
  const { year, month, day, hour } = point;
  if (hour !== undefined) return wallStart(point) + units * oneMinute;
  if (day !== undefined) return wallStart(point) + units * dayMs;
  if (month === undefined) return dayOf(year + units, 1, 1) * dayMs;
  const count = year * 12 + month - 1 + units;
  return dayOf(Math.floor(count / 12), (count % 12) + 1, 1) * dayMs;
}

const wallEnd = (point: DatePoint): Wall => wallAfter(point, 1);

function earliestOf(point: DatePoint, zone: string): number {
  if (point.hour !== undefined) return instantOf(wallStart(point), zone, "earlier") - (point.approximate ? halfHour : 0);
  return startOfDay(wallAfter(point, point.approximate ? -1 : 0) / dayMs, zone);
}

function latestOf(point: DatePoint, zone: string): number {
  if (point.hour !== undefined) return instantOf(wallStart(point), zone, "later") + oneMinute + (point.approximate ? halfHour : 0);
  // A midnight that the clock shows twice belongs to the day before it, and one that it skips is the change itself.
  const shown = shownAt(wallAfter(point, point.approximate ? 2 : 1), zone);
  return shown.first === null ? shown.change : shown.last;
}

const oneMinute = 60_000;
const halfHour = 30 * oneMinute;

function occurrenceOf(point: DatePoint, zone: string): "unique" | "twice" | "skipped" {
  if (point.day === undefined) return "unique";
  const wall = wallStart(point);
  const shown = shownAt(wall, zone);
  if (point.hour !== undefined) return shown.first === null ? "skipped" : shown.first === shown.last ? "unique" : "twice";
  // A date whose midnight was skipped is there as long as the clock was put forward to an hour of it.
  return shown.first !== null || shown.change - shown.after < dayMs ? "unique" : "skipped";
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}
