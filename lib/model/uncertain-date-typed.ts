import { Temporal } from "temporal-polyfill";
import { type DateToken, dateTokens } from "./uncertain-date-tokens";
import type { DateMark } from "./uncertain-date-words";
import { plainDate, plainPoint } from "./uncertain-date-plain";
import { type DayPart, dayFrom, hourOfNight, partOfDay } from "./uncertain-date-day-parts";
import { readSide, type TypedSide } from "./uncertain-date-side";
import { type DateCheck, type DatePoint, daysInMonth, readUncertainDate, type UncertainDate, writePoint } from "./uncertain-date";

export type DateProblem =
  | "unreadable"
  | "impossible_date"
  | "impossible_time"
  | "end_before_start"
  | "weekday_mismatch"
  | "too_long"
  | "year_out_of_range";

export type TypedDate = { ok: true; value: UncertainDate | null } | { ok: false; code: DateProblem };

/** How a text is read that leaves something to whoever types it. */
export type DateReading = {
  /** Local calendar day of whoever types, `YYYY-MM-DD`. */
  today: string;
  /** A missing year is then that of the first such day not before this one, `YYYY-MM-DD`. */
  yearFrom?: string | undefined;
  /** False where nobody knows when it was written, so that "yesterday" says nothing. */
  relative?: boolean | undefined;
};

/** Where years are missing in a date that is mostly still to come: it may lie some weeks back, but not most of a year. */
export const comingFrom = (today: string): string => Temporal.PlainDate.from(today).subtract({ days: 90 }).toString();

const longestText = 200;
const unknownWords = new Set(["unknown", "неизвестно", "белгісіз"]);

/**
 * Reads a date as people type it in English, Russian or Kazakh, or as EDTF; empty text or "unknown" is null.
 * Numbers are day first. A missing year is that of the latest such day not after today, unless a weekday is given
 * that only the next such day has, or as `yearFrom` says; an end without a year follows its start. Two-digit years are 20xx.
 * "Early", "mid" and "late" are days 1–10, 11–20 and 21–end of a month, or thirds of a year.
 * "By", "before", "until" and "after", "since" include the day that they name, since sources rarely mean it exactly.
 */
export function parseTyped(text: string, reading: DateReading): TypedDate {
  const plain = plainDate(text);
  if (plain === undefined) return parseAny(text, reading);
  const year = plain.year ?? nearestYear({ ...plain, approximate: false }, latestOf(reading), -1);
  return { ok: true, value: writePoint(plainPoint(plain, year)) };
}

/** The whole reader, which gives of the plainest dates what `parseTyped` gives. */
export function parseAny(text: string, reading: DateReading): TypedDate {
  const { today, relative = true } = reading;
  if (text.length > longestText) return { ok: false, code: "too_long" };
  const normalised = normaliseTyped(text);
  if (normalised === null) return { ok: false, code: "unreadable" };
  if (normalised === "" || unknownWords.has(normalised)) return { ok: true, value: null };
  const canonical = readUncertainDate(normalised.toUpperCase());
  if (typeof canonical !== "string") return { ok: true, value: normalised.toUpperCase() };
  const tokens = dateTokens(normalised);
  if (!relative && tokens?.some(({ kind }) => kind === "relative")) return { ok: false, code: "unreadable" };
  const value = readTokens(tokens, Temporal.PlainDate.from(today), latestOf(reading));
  if (value === null) return { ok: false, code: problemOf(canonical) };
  if (value === "weekday_mismatch" || value === "impossible_time") return { ok: false, code: value };
  const written = readUncertainDate(value);
  return typeof written === "string" ? { ok: false, code: problemOf(written) } : { ok: true, value };
}

/** A day without a year is the last such day not after this one. */
function latestOf({ today, yearFrom }: DateReading): Temporal.PlainDate {
  return yearFrom === undefined ? Temporal.PlainDate.from(today) : Temporal.PlainDate.from(yearFrom).add({ years: 1 }).subtract({ days: 1 });
}

function problemOf(check: DateCheck): DateProblem {
  return check === "nonexistent_time" || check === "ambiguous_time" ? "impossible_time" : check;
}

/** One spelling for what keyboards and copied pages vary in; null for control characters. */
function normaliseTyped(text: string): string | null {
  const trimmed = text.normalize("NFKC").replace(/\p{Cf}/gu, "").trim();
  if (/\p{Cc}|\p{Cs}/u.test(trimmed)) return null;
  return trimmed
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .normalize("NFC");
}

/** Unicode keeps the decimal digits of every script in runs of ten from its zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return digit;
  let distance = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - distance - 1))) distance++;
  return String(distance % 10);
}

type Found = UncertainDate | "weekday_mismatch" | "impossible_time" | null;

function readTokens(tokens: DateToken[] | null, today: Temporal.PlainDate, latest: Temporal.PlainDate): Found {
  if (tokens === null || tokens.length === 0) return null;
  const marked = withRangeMarks(tokens);
  const sides = splitAt(marked, "to");
  const opening = sides.length > 1 ? (["from", "between"] as const) : (["between"] as const);
  const stripped = sides.map((side) => side.filter((token) => !opening.some((mark) => isMark(token, mark))));
  const [first, second] = stripped;
  if (first === undefined || stripped.length > 2) return null;
  return second === undefined ? readOne(first, today, latest) : readRange(first, second, today, latest);
}

/** "From … until …" and the Kazakh ablative with "дейін" are ranges, though no dash stands between the two days. */
function withRangeMarks(tokens: DateToken[]): DateToken[] {
  const left = tokens.findIndex((token) => token.kind === "month" && token.ablative);
  if (left >= 0 && tokens.slice(left).some((token) => token.kind === "dayPart" && token.part === "nightInto")) return tokens.toSpliced(left + 1, 0, { kind: "mark", mark: "to" });
  const until = tokens.findIndex((token) => isMark(token, "notAfter"));
  if (until < 0) return tokens;
  const from = tokens.findIndex((token) => isMark(token, "from"));
  if (from >= 0 && from < until && until < tokens.length - 1) return tokens.with(until, { kind: "mark", mark: "to" });
  const leaving = tokens.findIndex((token) => token.kind === "month" && token.ablative);
  if (leaving < 0 || until <= leaving + 1) return tokens;
  return tokens.toSpliced(until, 1).toSpliced(leaving + 1, 0, { kind: "mark", mark: "to" });
}

function readOne(tokens: DateToken[], today: Temporal.PlainDate, latest: Temporal.PlainDate): Found {
  const open = tokens.filter((token) => isMark(token, "notAfter") || isMark(token, "notBefore") || isMark(token, "from"));
  if (open.length > 1) return null;
  const side = readSide(tokens.filter((token) => !open.includes(token)), today);
  if (side === null || typeof side === "string") return side;
  const points = resolveSide(withYear(side, latest));
  if (points === null || typeof points === "string") return points;
  if (open[0] === undefined) return points.map(writePoint).join("/");
  const [start] = points;
  const end = points.at(-1);
  if (start === undefined || end === undefined) return null;
  return isMark(open[0], "notAfter") ? `../${writePoint(end)}` : `${writePoint(start)}/..`;
}

function readRange(left: DateToken[], right: DateToken[], today: Temporal.PlainDate, latestDay: Temporal.PlainDate): Found {
  const first = readSide(left, today);
  const second = readSide(right, today, typeof first === "object" && first?.hour !== undefined);
  if (first === null || typeof first === "string") return first;
  if (second === null || typeof second === "string") return second;
  // "22 November at 14-15" speaks of no 15th.
  if (first.hour !== undefined && second.hour === undefined && second.day !== undefined && second.month === undefined) return null;
  const loneDay = [first, second].some((side) => side.day !== undefined && side.month === undefined);
  if (loneDay && [first, second].some((side) => side.day === undefined && side.hour === undefined)) return null;
  const [from, to] = nightsLent(...lendFields(first, second, latestDay));
  if (isOneNight(from) || isOneNight(to)) return nightBetween(from, to);
  const start = resolveSide(from);
  const end = resolveSide(to);
  if (start === null || typeof start === "string") return start;
  if (end === null || typeof end === "string") return end;
  const [earliest] = start;
  const latest = end.at(-1);
  return earliest === undefined || latest === undefined ? null : `${writePoint(earliest)}/${writePoint(latest)}`;
}

const isOneNight = ({ dayPart }: TypedSide): boolean => dayPart === "nightOf" || dayPart === "nightInto";

/** "В ночь с 25 на 26 октября", with an hour or without; null where no night lies between the two days. */
function nightBetween(from: TypedSide, to: TypedSide): Found {
  const hours = [from, to].filter(({ hour }) => hour !== undefined);
  const known = [from, to].every((side) => side.year !== undefined && side.month !== undefined && side.day !== undefined && exists({ ...side, year: side.year }));
  const strayHour = hours.length > 1 || (from.hour !== undefined && from.dayPart === undefined);
  const otherPart = [from, to].some((side) => side.dayPart !== undefined && !isOneNight(side));
  if (!known || strayHour || otherPart || !weekdayFits(from)) return null;
  const next = dayFrom({ year: from.year ?? 0, month: from.month ?? 1, day: from.day ?? 1 }, 1);
  if (next.year !== to.year || next.month !== to.month || next.day !== to.day) return null;
  const points = resolveSide({ ...to, hour: hours[0]?.hour, minute: hours[0]?.minute, dayPart: "nightInto", approximate: from.approximate || to.approximate });
  return points === null || typeof points === "string" ? points : points.map(writePoint).join("/");
}

/** "25–26 октября ночью" can be any night from the one before the first day to the one after the last. */
function nightsLent(from: TypedSide, to: TypedSide): [TypedSide, TypedSide] {
  const lent = (side: TypedSide, other: TypedSide) => (other.dayPart === "night" && side.dayPart === undefined && side.hour === undefined ? { ...side, dayPart: other.dayPart } : side);
  return [lent(from, to), lent(to, from)];
}

/** "29–30 October 2019", "16:00–18:00 31.10.2019": each side takes from the other what it leaves out. */
function lendFields(left: TypedSide, right: TypedSide, today: Temporal.PlainDate): [TypedSide, TypedSide] {
  const complete = left.year !== undefined || (right.year === undefined && left.month !== undefined);
  const approximate = !complete && (left.approximate || right.approximate);
  let from = { ...left, approximate: left.approximate || approximate };
  let to = { ...right, approximate: right.approximate || approximate };
  if (isTimeOnly(to)) return yearBoth(from, { ...to, year: from.year, month: from.month, day: from.day }, today);
  if (isTimeOnly(from)) from = { ...from, year: to.year, month: to.month, day: to.day };
  if (from.month === undefined && from.day !== undefined) from = { ...from, month: to.month, year: from.year ?? to.year };
  if (to.month === undefined && to.day !== undefined) to = { ...to, month: from.month };
  return yearBoth(from, to, today);
}

function yearBoth(from: TypedSide, to: TypedSide, today: Temporal.PlainDate): [TypedSide, TypedSide] {
  if (from.year === undefined && to.year !== undefined) {
    const sameYear = monthDay(from) <= monthDay(to) || to.month === undefined;
    return [{ ...from, year: sameYear ? to.year : to.year - 1 }, to];
  }
  const start = withYear(from, today);
  if (to.year !== undefined || start.year === undefined) return [start, to];
  return [start, { ...to, year: monthDay(to) >= monthDay(start) ? start.year : start.year + 1 }];
}

function withYear(side: TypedSide, today: Temporal.PlainDate): TypedSide {
  if (side.year !== undefined || side.month === undefined) return side;
  const past = nearestYear(side, today, -1);
  const next = side.weekday === undefined || weekdayFits({ ...side, year: past }) ? past : nearestYear(side, today, 1);
  return { ...side, year: weekdayFits({ ...side, year: next }) ? next : past };
}

/** The nearest year in that direction in which the day exists; 29 February may be eight years away. */
function nearestYear(side: TypedSide, today: Temporal.PlainDate, direction: 1 | -1): number {
  const now = today.month * 100 + (side.day === undefined ? 0 : today.day);
  const offset = direction < 0 ? Number(monthDay(side) > now) * -1 : Number(monthDay(side) <= now);
  for (let step = 0; step <= 8; step++) {
    const year = today.year + offset + step * direction;
    if ((side.day ?? 1) <= daysInMonth(year, side.month ?? 1)) return year;
  }
  return today.year;
}

function resolveSide(side: TypedSide): DatePoint[] | "weekday_mismatch" | null {
  const { year, month, day, hour, minute, part, dayPart, approximate } = side;
  if (year === undefined || (day !== undefined && month === undefined)) return null;
  if (hour !== undefined && day === undefined) return null;
  if (side.weekday !== undefined && day === undefined) return null;
  if (!weekdayFits(side)) return "weekday_mismatch";
  if (part !== undefined) return day === undefined ? thirdOf(year, month, part, approximate) : null;
  if (dayPart !== undefined) return month === undefined || day === undefined ? null : inPartOfDay({ ...side, year, month, day }, dayPart);
  const point: DatePoint = { year, approximate };
  if (month !== undefined) point.month = month;
  if (day !== undefined) point.day = day;
  return [hour === undefined ? point : { ...point, hour, minute: minute ?? 0 }].map(afterMidnight);
}

/** Days that do not exist pass here too. */
function inPartOfDay(side: TypedSide & { year: number; month: number; day: number }, part: DayPart): DatePoint[] | null {
  const { year, month, day, hour, minute = 0, approximate } = side;
  if (!exists(side)) return [{ year, month, day, approximate }];
  if (hour === undefined) return partOfDay(side, part, approximate);
  const at = part === "nightInto" ? hourOfNight(hour) : null;
  return at === null ? null : [{ ...dayFrom(side, at.days), hour: at.hour, minute, approximate }];
}

function thirdOf(year: number, month: number | undefined, part: 0 | 1 | 2, approximate: boolean): DatePoint[] {
  if (month === undefined) {
    return [part * 4 + 1, part * 4 + 4].map((edge) => ({ year, month: edge, approximate }));
  }
  const last = part === 2 ? daysInMonth(year, month) : part * 10 + 10;
  return [part * 10 + 1, last].map((day) => ({ year, month, day, approximate }));
}

/** 24:00 of a day, as rulings write it, is 00:00 of the next. */
function afterMidnight(point: DatePoint): DatePoint {
  if (point.hour !== 24 || point.minute !== 0 || !exists(point)) return point;
  const next = new Temporal.PlainDate(point.year, point.month ?? 1, point.day ?? 1).add({ days: 1 });
  return { year: next.year, month: next.month, day: next.day, hour: 0, minute: 0, approximate: point.approximate };
}

/** An impossible date passes here, so that it is refused for what it is. */
function weekdayFits(side: TypedSide): boolean {
  const { year, month, day } = side;
  if (side.weekday === undefined || year === undefined || month === undefined || day === undefined) return true;
  return !exists({ year, month, day }) || new Temporal.PlainDate(year, month, day).dayOfWeek === side.weekday;
}

function exists({ year, month = 1, day = 1 }: { year: number; month?: number; day?: number }): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function monthDay(side: TypedSide): number {
  return (side.month ?? 0) * 100 + (side.day ?? 0);
}

function isTimeOnly(side: TypedSide): boolean {
  return (side.hour !== undefined || side.dayPart !== undefined) && side.year === undefined && side.month === undefined && side.day === undefined;
}

function isMark(token: DateToken | undefined, mark: DateMark): boolean {
  return token?.kind === "mark" && token.mark === mark;
}

function splitAt(tokens: DateToken[], mark: DateMark): DateToken[][] {
  const sides: DateToken[][] = [[]];
  for (const token of tokens) {
    if (isMark(token, mark)) sides.push([]);
    else sides.at(-1)?.push(token);
  }
  return sides;
}
