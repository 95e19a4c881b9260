import type { Temporal } from "temporal-polyfill";
import { unitWords } from "@/lib/model/term";
import { type DatePoint, isUncertainDate, writePoint } from "@/lib/model/uncertain-date";
import type { SuggestionDoubt } from "./suggestion";
import { type DayPart, dayFrom, hourOfNight, partOfDay } from "@/lib/model/uncertain-date-day-parts";
import { countedDays } from "./counted-days";
import { isDayBefore, nightAhead, nightBefore, partBeside } from "./day-parts";
import { type NamedDay, namedDays } from "./days";
import type { Found } from "./found";
import { halfAt, isAbout, type NamedHour, namedHours } from "./hours";
import { isDash, isWord, type Page, phraseAt, tokenAt } from "./page";
import { nearYears, weekdayFits } from "./years";

type Bound = "notAfter" | "notBefore" | null;
/** A day with what stands around it: bound, "about", the other end of a range, the hour. */
type Dated = { from: number; to: number; first: NamedDay; last: NamedDay | null; bound: Bound; about: boolean; hour: NamedHour | null; part?: DayPart };

const notAfterPhrases = ["не позднее", "не позже", "no later than", "not later than", "до", "по", "к", "by", "before", "until", "till"];
const notBeforePhrases = ["не ранее", "не раньше", "no earlier than", "not before", "после", "начиная с", "after", "since", "from", "с", "со"];
const boundEnds = new Set([...notAfterPhrases, ...notBeforePhrases].map((phrase) => phrase.split(" ").at(-1)));
const hourConnectors = new Set("в во at on the куни кунги , примерно около about around где то сагат".split(" "));
const mostBetween = 5;
const farthestHour = 25;

/** Dates and hours that a text names; a year that it leaves out is the one nearest to the day of publication. */
export function findDates(page: Page, published: Temporal.PlainDate | null): Found[] {
  const days = namedDays(page);
  const yearOf = nearYears(published);
  const hours = namedHours(page);
  const named = joined(page, days);
  const lone = withHours(page, named, hours);
  const dated = withParts(page, named);
  const found = dated.flatMap((one) => valueOf(one, yearOf));
  const counted = published === null ? [] : countedDays(page, published, dated);
  return [...found, ...lone.flatMap((one) => valueOf(one, yearOf)), ...counted];
}

function joined(page: Page, days: NamedDay[]): Dated[] {
  const dated: Dated[] = [];
  for (let index = 0; index < days.length; index++) {
    const first = days[index];
    const next = days[index + 1];
    if (first === undefined) continue;
    const last = next !== undefined && isRange(page, first, next) ? next : null;
    if (last !== null) index++;
    const opens = last !== null && isWord(tokenAt(page, first.from - 1), "с", "со", "from", "между", "between") ? 1 : 0;
    const closes = last !== null && isWord(tokenAt(page, last.to), "дейин") ? 1 : 0;
    dated.push(withMarks(page, { from: first.from - opens, to: (last ?? first).to + closes, first, last, bound: null, about: false, hour: null }));
  }
  return dated;
}

function isRange(page: Page, first: NamedDay, next: NamedDay): boolean {
  if (first.lastDay !== undefined || next.lastDay !== undefined || next.weekday !== undefined || first.day === undefined !== (next.day === undefined)) return false;
  const opened = tokenAt(page, first.from - 1);
  const joint = tokenAt(page, first.to);
  if (next.from === first.to) return first.ablative === true && isWord(tokenAt(page, next.to), "дейин");
  if (next.from !== first.to + 1) return false;
  if (isDash(joint) || isWord(joint, "или", "or", "немесе")) return true;
  if (isWord(joint, "по", "до", "to", "until", "till", "through")) return isWord(opened, "с", "со", "from");
  return (isWord(joint, "и", "and") && isWord(opened, "между", "between")) || (isWord(joint, "мен", "пен", "бен") && tokenAt(page, next.to).key.startsWith("аралыг"));
}

function withMarks(page: Page, dated: Dated): Dated {
  const aboutBefore = isAbout(tokenAt(page, dated.from - 1)) ? 1 : 0;
  const aboutAfter = isAbout(tokenAt(page, dated.to)) && halfAt(page, dated.to) === null && !/[:.]/.test(tokenAt(page, dated.to + 1).text) ? 1 : 0;
  const from = dated.from - aboutBefore;
  const to = dated.to + aboutAfter;
  const about = aboutBefore + aboutAfter > 0;
  if (dated.last !== null || dated.first.lastDay !== undefined) return { ...dated, from, to, about };
  return { ...dated, about, ...bounded(page, from, to, dated.first.ablative === true) };
}

/** "До", "by", "since" before a day; "дейін", "бастап" after it. The bound includes the day, for sources rarely mean it exactly. */
function bounded(page: Page, from: number, to: number, isAblative: boolean): { from: number; to: number; bound: Bound } {
  const isLed = boundEnds.has(tokenAt(page, from - 1).key);
  const before = (phrases: readonly string[]) => (isLed ? phrases.find((phrase) => phraseAt(page, from - phrase.split(" ").length, phrase)) : undefined);
  const notAfter = before(notAfterPhrases);
  const phrase = notAfter ?? before(notBeforePhrases);
  if (phrase !== undefined) {
    const start = from - phrase.split(" ").length;
    // "Two days before 26 October" bounds nothing.
    const isCounted = unitWords.has(tokenAt(page, start - 1).key);
    return isCounted ? { from, to, bound: null } : { from: start, to, bound: notAfter === undefined ? "notBefore" : "notAfter" };
  }
  const day = isWord(tokenAt(page, to), "куни", "кунинен") ? 1 : 0;
  const after = tokenAt(page, to + day);
  if (isWord(after, "дейин")) return { from, to: to + day + 1, bound: "notAfter" };
  const isSince = (isAblative || day === 1) && isWord(after, "бери", "бастап", "кейин");
  return isSince ? { from, to: to + day + 1, bound: "notBefore" } : { from, to, bound: null };
}

/** Gives each hour the day beside it; an hour elsewhere in a sentence with one plain day before it is a moment of its own. */
function withHours(page: Page, dated: Dated[], hours: NamedHour[]): Dated[] {
  const lone: Dated[] = [];
  let at = 0;
  for (const hour of hours) {
    while (at < dated.length && (dated[at]?.from ?? 0) < hour.from) at++;
    const before = dated[at - 1];
    const after = dated[at];
    const isTaken = before !== undefined && before.to > hour.from;
    if (isTaken) continue;
    if (before !== undefined && takesHour(before) && connected(page, before.to, hour.from)) Object.assign(before, { to: hour.to, hour });
    else if (after !== undefined && takesHour(after) && connected(page, hour.to, after.from)) Object.assign(after, { from: hour.from, hour });
    else if (before !== undefined && isDay(before) && !hour.tied && hour.from - before.to <= farthestHour && isSame(page, before.from, hour.from)) {
      lone.push({ ...before, from: hour.from, to: hour.to, about: false, hour });
    }
  }
  return lone;
}

/** Gives each day the part of it that stands beside it; a night between two days is one moment, not two. */
function withParts(page: Page, dated: Dated[]): Dated[] {
  const told: Dated[] = [];
  for (const [index, one] of dated.entries()) {
    const before = told.at(-1);
    const { day, lastDay } = one.first;
    if (day === undefined || one.last !== null || one.bound !== null) {
      told.push(one);
      continue;
    }
    const beside = partBeside(page, one.from, one.to, dated[index + 1]?.from);
    const isNight = beside?.part === "night" || beside?.part === "nightOf";
    const across = before === undefined ? null : nightAcross(page, before, one, beside?.part);
    const ahead = lastDay === undefined ? nightAhead(page, one.from, day) : null;
    if (across !== null) told.splice(-1, 1, { ...one, from: across, to: beside?.to ?? one.to, part: "nightInto" });
    else if (ahead !== null) told.push({ ...one, from: ahead, part: "nightInto" });
    else if (lastDay === undefined) told.push(beside === null ? one : { ...one, from: Math.min(one.from, beside.from), to: Math.max(one.to, beside.to), part: beside.part });
    else if (beside !== null && isNight && isDayBefore(day, lastDay)) told.push({ ...one, from: beside.from, to: beside.to, first: { ...one.first, day: lastDay, lastDay: undefined }, part: "nightInto" });
    else told.push(one);
  }
  return told;
}

/** "В ночь с 25 октября на 26 октября", "25 қазаннан 26 қазанға қараған түні": from which token on. */
function nightAcross(page: Page, before: Dated, one: Dated, part: DayPart | undefined): number | null {
  const between = one.from - before.to;
  const { day, lastDay } = before.first;
  if (day === undefined || lastDay !== undefined || before.last !== null || before.hour !== null || !isDayBefore(day, one.first.day ?? 0)) return null;
  if (part === "nightInto" && before.first.ablative === true && between === 0) return before.from;
  return between === 1 && isWord(tokenAt(page, before.to), "на", "to") ? nightBefore(page, isWord(tokenAt(page, before.from - 1), "of") ? before.from - 2 : before.from - 1) : null;
}

function isDay({ first, last, bound }: Dated): boolean {
  return first.day !== undefined && first.lastDay === undefined && last === null && bound === null;
}

function takesHour(one: Dated): boolean {
  return isDay(one) && one.hour === null;
}

function isSame(page: Page, one: number, other: number): boolean {
  return tokenAt(page, one).sentence === tokenAt(page, other).sentence;
}

function connected(page: Page, from: number, to: number): boolean {
  if (to - from > mostBetween || to < from) return false;
  for (let index = from; index < to; index++) {
    const half = halfAt(page, index);
    if (half !== null && half.to <= to) index = half.to - 1;
    else if (!hourConnectors.has(tokenAt(page, index).key)) return false;
  }
  return true;
}

function valueOf(dated: Dated, yearOf: (day: NamedDay) => number | null): Found[] {
  const { first, last, hour } = dated;
  const known = last?.year ?? first.year;
  const borrowed = first.year === undefined && known !== undefined && last !== null;
  const year = first.year ?? (borrowed ? lentYear(first, last, known) : yearOf(first));
  if (year === null) return [];
  const about = dated.about || (hour?.about ?? false);
  if (dated.part !== undefined && (hour === null || hour.last === undefined)) {
    const text = partText(dated.part, { ...first, year }, about, hour);
    if (text === undefined) return [];
    if (text !== null) return isUncertainDate(text) ? [{ kind: "when", from: dated.from, to: dated.to, value: text, doubts: doubtsOf(dated, year, known) }] : [];
  }
  const start = pointOf({ ...first, year }, about, hour ?? undefined);
  const end = endOf(dated, year, about);
  const text = dated.bound === "notAfter" ? `../${start}` : dated.bound === "notBefore" ? `${start}/..` : end === null ? start : `${start}/${end}`;
  if (!isUncertainDate(text)) return [];
  return [{ kind: "when", from: dated.from, to: dated.to, value: text, doubts: doubtsOf(dated, year, known) }];
}

function doubtsOf({ first }: Dated, year: number, known: number | undefined): SuggestionDoubt[] {
  const doubts: SuggestionDoubt[] = first.year === undefined && known === undefined ? ["year_assumed"] : [];
  if (!weekdayFits({ ...first, year })) doubts.push("weekday_differs");
  return doubts;
}

/** A part of a day as fields of a form would read it; null where its hour says more, undefined where nobody can tell of which night the hour is. */
function partText(part: DayPart, day: NamedDay & { year: number }, about: boolean, hour: NamedHour | null): string | null | undefined {
  const { year, month = 1, day: number = 1 } = day;
  if (!isUncertainDate(pointOf(day, false))) return undefined;
  if (hour === null) return partOfDay({ year, month, day: number }, part, about).map(writePoint).join("/");
  if (part !== "nightInto") return part === "nightOf" ? undefined : null;
  const at = hourOfNight(hour.hour);
  return at === null ? undefined : pointOf({ ...day, ...dayFrom({ year, month, day: number }, at.days) }, about, { hour: at.hour, minute: hour.minute });
}

function endOf({ first, last, hour }: Dated, year: number, about: boolean): string | null {
  if (first.lastDay !== undefined) return pointOf({ ...first, year, day: first.lastDay }, about);
  if (hour?.last !== undefined) return pointOf({ ...first, year }, about, hour.last);
  if (last === null) return null;
  return pointOf({ ...last, year: last.year ?? (monthDay(last) < monthDay(first) ? year + 1 : year) }, about);
}

/** "28 December – 4 January 2020" begins in 2019. */
function lentYear(first: NamedDay, last: NamedDay, year: number): number {
  return monthDay(first) > monthDay(last) ? year - 1 : year;
}

function monthDay(day: NamedDay): number {
  return (day.month ?? 0) * 100 + (day.day ?? 0);
}

function pointOf(day: NamedDay & { year: number }, approximate: boolean, hour?: { hour: number; minute: number }): string {
  const point: DatePoint = { year: day.year, approximate };
  if (day.month !== undefined) point.month = day.month;
  if (day.day !== undefined) point.day = day.day;
  if (hour !== undefined) Object.assign(point, { hour: hour.hour, minute: hour.minute });
  return writePoint(point);
}
