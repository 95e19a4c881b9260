import { civilOf, type Day, dayMs, dayOf, dayOfWeek } from "@/lib/model/civil";
import { type DatePoint, pointPrecision, readUncertainDate } from "@/lib/model/uncertain-date";
import { LIFE } from "@/lib/model/ordered-term";
import { type Term, termUnits } from "@/lib/model/term";
import { startOfDay, stretchAt } from "@/lib/model/zone-clock";
import { dateWords } from "./date-words";
import type { Locale } from "./locales";
import { lifeWords, type Plural, relativeWords, shortUnits, termDayWords, unitWords } from "./unit-words";
import { englishPlaces, localPlaces, zonePattern } from "./zone-words";

/**
 * `weekday` names the day of the week; `compact` abbreviates for dense lists ("Mon 4 Nov 2019"); `formal` is how letters and documents write a date
 * ("2019 жылғы 22 қазан", "22 октября 2019 года") and takes no weekday.
 */
export type DateStyle = { weekday?: boolean; compact?: boolean; formal?: boolean };

/** Epoch milliseconds, or ISO 8601 with an offset or `Z`. */
export type InstantLike = number | string;

/**
 * A date as far as known, in words that `parseTyped` reads back: "31 October 2019, about 16:00", "29–30 October 2019".
 * Null is "unknown". A value that is not canonical is shown as it stands, never hidden.
 */
export function formatUncertain(value: string | null, locale: Locale, style: DateStyle = {}): string {
  const words = dateWords[locale];
  if (value === null) return words.unknown;
  const parts = readUncertainDate(value);
  if (typeof parts === "string") return value;
  switch (parts.kind) {
    case "point":
      return point(parts.start, locale, style);
    case "notAfter":
      return fill(words.notAfter, point(parts.end, locale, style));
    case "notBefore":
      return fill(words.notBefore, point(parts.start, locale, style));
    case "range":
      return range(parts.start, parts.end, locale, style);
  }
}

/** A calendar day, `YYYY-MM-DD`. */
export function formatDay(day: string, locale: Locale, style: DateStyle = {}): string {
  return formatUncertain(day, locale, style);
}

/** An instant as the wall clock of the zone shows it, to the minute. */
export function formatInstant(instant: InstantLike, zone: string, locale: Locale, style: DateStyle = {}): string {
  return point(wallMinute(zoned(instant, zone)), locale, style);
}

/** The hour and minute alone, "16:00". */
export function formatTime(instant: InstantLike, zone: string): string {
  return clock(wallMinute(zoned(instant, zone)));
}

/**
 * A window of release, half-open: whole local days as days (one alone with its weekday), otherwise with hours.
 * An end at midnight shows as 24:00 of the day that ends; an end one minute past a round time shows that time,
 * because a moment known to the minute lasts until the next. A side that is null is open; both null is "unknown".
 */
export function formatWindow(
  earliest: InstantLike | null,
  latestExclusive: InstantLike | null,
  zone: string,
  locale: Locale,
  style: DateStyle = {},
): string {
  const words = dateWords[locale];
  const start = earliest === null ? null : zoned(earliest, zone);
  const end = latestExclusive === null ? null : zoned(latestExclusive, zone);
  if (start === null) return end === null ? words.unknown : fill(words.notAfter, point(lastOf(end), locale, style));
  if (end === null) return fill(words.notBefore, point(isMidnight(start) ? wallDay(start) : wallMinute(start), locale, style));
  if (end.at - start.at <= minuteMs) return point(wallMinute(start), locale, { weekday: true, ...style });
  if (!isMidnight(start) || !isMidnight(end)) return range(wallMinute(start), lastOf(end, "24:00"), locale, style);
  const last = lastOf(end);
  const single = dateAt(start) === dateAt(before(end, 1));
  return single ? point(last, locale, { weekday: true, ...style }) : range(wallDay(start), last, locale, style);
}

/** The last day or minute before an end that is excluded, as the law names it: "1 November 2019, 24:00". */
export function formatDeadline(endExclusive: InstantLike, zone: string, locale: Locale, style: DateStyle = {}): string {
  return point(lastOf(zoned(endExclusive, zone), "24:00"), locale, style);
}

/** Calendar days from now to the instant, as the zone counts them: "in 3 days", "today", "3 days ago". */
export function relativeDays(from: InstantLike, now: InstantLike, zone: string, locale: Locale): string {
  const words = dateWords[locale];
  const days = dateAt(zoned(from, zone)) - dateAt(zoned(now, zone));
  if (days === 0) return words.today;
  if (Math.abs(days) === 1) return days < 0 ? words.yesterday : words.tomorrow;
  const pattern = days < 0 ? relativeWords[locale].past : relativeWords[locale].future;
  return fill(pattern, counted(Math.abs(days), unitWords[locale].day, locale));
}

/** The name of a country in the reader's language by its ISO code; the code itself where there is none. */
export function formatCountry(code: string, locale: Locale): string {
  return kept(regionNames, locale, () => new Intl.DisplayNames([locale], { type: "region" })).of(code) ?? code;
}

/** A whole number with the separators of the language. */
export function formatCount(count: number, locale: Locale): string {
  return kept(numberFormats, locale, () => new Intl.NumberFormat(numberLocale[locale], { maximumFractionDigits: 0 })).format(count);
}

/** Degrees without their sign: "43.2389". */
export function formatDegrees(degrees: number, locale: Locale): string {
  return kept(degreeFormats, locale, () => new Intl.NumberFormat(numberLocale[locale], { maximumFractionDigits: 6 })).format(Math.abs(degrees));
}

/** Milliseconds of either sign as the two largest units that matter: "2 d 3 h", "3 h 20 min", "5 min". */
export function formatDuration(ms: number, locale: Locale): string {
  const units = shortUnits[locale];
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const shown: [number, string][] = days > 0 ? [[days, units.day], [hours, units.hour]] : [[hours, units.hour], [rest, units.minute]];
  const told = shown.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}\u00a0${unit}`);
  return told.length === 0 ? `0\u00a0${units.minute}` : told.join(" ");
}

/** Whole minutes as hours and minutes, never as days: "26 h", "14 h 30 min". */
export function formatHours(minutes: number, locale: Locale): string {
  const units = shortUnits[locale];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const told = [...(hours > 0 ? [`${formatCount(hours, locale)}\u00a0${units.hour}`] : []), ...(rest > 0 || hours === 0 ? [`${rest}\u00a0${units.minute}`] : [])];
  return told.join(" ");
}

/** A term as ordered, every unit in its plural form: "1 year 6 months", "10 суток", "life". An empty term is "unknown". */
export function formatTerm(term: Term | typeof LIFE, locale: Locale): string {
  if (term === LIFE) return lifeWords[locale];
  const words = unitWords[locale];
  const forms = { y: words.year, m: words.month, w: words.week, d: termDayWords[locale], h: words.hour };
  const told = termUnits.flatMap((unit) => {
    const amount = term[unit];
    return amount === undefined ? [] : [counted(amount, forms[unit], locale)];
  });
  return told.length === 0 ? dateWords[locale].unknown : told.join(" ");
}

/** Whether two instants fall on one date of a zone. */
export const isSameDay = (a: InstantLike, b: InstantLike, zone: string): boolean => dateAt(zoned(a, zone)) === dateAt(zoned(b, zone));

/** "Almaty time (UTC+6)" where the clock of the place differs from the reader's at that instant; otherwise null. */
export function zoneNote(zone: string, viewerZone: string, at: InstantLike, locale: Locale): string | null {
  const { offset, suffix } = stretchAt(zoned(at, zone).at, zone);
  if (offset === stretchAt(zoned(at, viewerZone).at, viewerZone).offset) return null;
  const latin = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  const place = locale === "en" ? (englishPlaces[latin] ?? latin) : (localPlaces[latin]?.[locale] ?? latin);
  const utc = suffix === "+00:00" ? "UTC" : `UTC${suffix.replace(/^([+-])0/, "$1").replace(":00", "").replace("-", "−")}`;
  return zonePattern[locale].replace("{}", () => place).replace("{utc}", () => utc);
}

const numberLocale: Record<Locale, string> = { en: "en", ru: "ru", kk: "ru" };

function counted(amount: number, words: Plural, locale: Locale): string {
  const category = kept(pluralRules, locale, () => new Intl.PluralRules(locale)).select(amount);
  const unit = (category === "one" || category === "few" || category === "many" ? words[category] : undefined) ?? words.other;
  return `${formatCount(amount, locale)}\u00a0${unit}`;
}

const minuteMs = 60_000;

/** An instant (epoch milliseconds) with what the clock of a zone shows then, counted as if it were UTC. */
type Zoned = { at: number; wall: number; zone: string };

/** Throws RangeError where it is no instant or no zone. */
function zoned(instant: InstantLike, zone: string): Zoned {
  const at = typeof instant === "number" ? instant : Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError("not an instant");
  return { at, wall: at + stretchAt(at, zone).offset, zone };
}

const before = ({ at, zone }: Zoned, ms: number): Zoned => zoned(at - ms, zone);
const dateAt = ({ wall }: Zoned): Day => Math.floor(wall / dayMs);
const minuteOfDay = (of: Zoned): number => Math.floor((of.wall - dateAt(of) * dayMs) / minuteMs);
const isMidnight = (of: Zoned): boolean => startOfDay(dateAt(of), of.zone) === of.at;
const wallDay = (of: Zoned): DatePoint => ({ ...civilOf(dateAt(of)), approximate: false });

function wallMinute(of: Zoned): DatePoint {
  const minutes = minuteOfDay(of);
  return { ...wallDay(of), hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** The last day or minute that an exclusive end leaves, as people would name it. */
function lastOf(end: Zoned, midnight: "day" | "24:00" = "day"): DatePoint {
  if (isMidnight(end)) {
    const day = wallDay(before(end, 1));
    return midnight === "day" ? day : { ...day, hour: 24, minute: 0 };
  }
  return wallMinute(minuteOfDay(end) % 5 === 1 ? before(end, minuteMs) : end);
}

function point(at: DatePoint, locale: Locale, style: DateStyle): string {
  const words = dateWords[locale];
  const about = (text: string, pattern: string) => (at.approximate ? fill(style.compact ? "~{}" : pattern, text) : text);
  const precision = pointPrecision(at);
  if (precision !== "minute") return about(date(at, locale, style), words.aboutDate);
  return `${date(at, locale, style)}, ${about(style.formal ? fill(words.formalTime, clock(at)) : clock(at), words.aboutTime)}`;
}

function date(at: DatePoint, locale: Locale, style: DateStyle, withYear = true): string {
  const words = dateWords[locale];
  if (at.month === undefined) return `${at.year}${words.yearAlone}`;
  if (withYear && style.formal && !style.compact) return fill(words.formalYear, date(at, locale, style, false)).replace("{year}", String(at.year));
  const year = withYear ? ` ${at.year}` : "";
  const months = style.compact ? words.monthsShort : at.day === undefined ? words.monthsAlone : words.months;
  const month = months[at.month - 1] ?? "";
  if (at.day === undefined) return `${month}${year}`;
  const weekday = style.weekday && !style.formal ? weekdayOf(at, locale, style) : "";
  return `${weekday}${at.day} ${month}${year}`;
}

function weekdayOf(at: DatePoint, locale: Locale, style: DateStyle): string {
  const words = dateWords[locale];
  const index = dayOfWeek(dayOf(at.year, at.month ?? 1, at.day ?? 1)) - 1;
  return style.compact ? `${words.weekdaysShort[index] ?? ""} ` : `${words.weekdays[index] ?? ""}${words.weekdayJoin}`;
}

/** Says once what both ends share, when both are exact and equally precise; otherwise spells both out. */
function range(start: DatePoint, end: DatePoint, locale: Locale, style: DateStyle): string {
  const words = dateWords[locale];
  const precision = pointPrecision(start);
  const spelled = `${point(start, locale, style)} – ${point(end, locale, style)}`;
  if (start.approximate || end.approximate || precision !== pointPrecision(end)) return spelled;
  if (precision === "year") return `${start.year}–${end.year}${words.yearsAlone}`;
  if (start.year !== end.year) return spelled;
  const plain = { ...style, weekday: false };
  if (style.formal && !style.compact && precision !== "minute") return fill(words.formalYear, withinYear(start, end, locale, plain)).replace("{year}", String(end.year));
  if (precision === "month") return `${date(start, locale, plain, false)}–${date(end, locale, plain)}`;
  const sameDay = start.month === end.month && start.day === end.day;
  if (precision === "minute") return sameDay ? `${point(start, locale, style)}–${clock(end)}` : spelled;
  if (style.weekday) return `${date(start, locale, style, false)} – ${date(end, locale, style)}`;
  return start.month === end.month
    ? `${start.day}–${date(end, locale, style)}`
    : `${date(start, locale, style, false)} – ${date(end, locale, style)}`;
}

/** "29–30 October", "29 October – 2 November", "October–November": what a formal year is put around. */
function withinYear(start: DatePoint, end: DatePoint, locale: Locale, style: DateStyle): string {
  if (start.day === undefined) return `${date(start, locale, style, false)}–${date(end, locale, style, false)}`;
  if (start.month === end.month) return `${start.day}–${date(end, locale, style, false)}`;
  return `${date(start, locale, style, false)} – ${date(end, locale, style, false)}`;
}

function clock(at: DatePoint): string {
  return `${String(at.hour ?? 0).padStart(2, "0")}:${String(at.minute ?? 0).padStart(2, "0")}`;
}

function fill(pattern: string, text: string): string {
  return pattern.replace("{}", () => text);
}

// Making one of these costs more than using it a hundred times.
const numberFormats = new Map<Locale, Intl.NumberFormat>();
const degreeFormats = new Map<Locale, Intl.NumberFormat>();
const regionNames = new Map<Locale, Intl.DisplayNames>();
const pluralRules = new Map<Locale, Intl.PluralRules>();

function kept<T>(made: Map<Locale, T>, locale: Locale, make: () => T): T {
  const known = made.get(locale) ?? make();
  made.set(locale, known);
  return known;
}
