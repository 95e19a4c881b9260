import { shortDateWords } from "@/lib/model/uncertain-date-words";
import { afterFigureEnding, beforeFigureEnding } from "./numbers";
import { isDash, isWord, type Page, type Token, tokenAt } from "./page";

/** A day, a month or a year that a text names in its calendar form, as tokens `from` up to and without `to`. */
export type NamedDay = {
  from: number;
  to: number;
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  /** The last of several days, "29–30 October". */
  lastDay?: number | undefined;
  weekday?: number | undefined;
  /** Kazakh "from": 4 қазаннан. */
  ablative?: boolean;
  /** "From" was used up by a range of days. */
  closed?: boolean;
};

const yearWords = new Set("г год года году ж жыл жылы жылгы жылдын жылда".split(" "));
const monthPrepositions = new Set("в in".split(" "));
const listWords = new Set("и жане мен пен бен and".split(" "));
const orWords = new Set("или or немесе".split(" "));
const streets = /^(?:ул|улиц[аеыу]|площад[ьи]|проспект[ае]?|пр|алан.{0,6}|кошес.{0,6}|street|square)$/;
const mostListed = 12;

/** The days named in a text, in its order. */
export function namedDays(page: Page): NamedDay[] {
  const found: NamedDay[] = [];
  for (let index = 0; index < page.tokens.length; index++) {
    const free = found.at(-1)?.to ?? 0;
    const days = figuresAt(page, index) ?? monthAt(page, index, free) ?? yearAt(page, index, free);
    if (days === null) continue;
    found.push(...days);
    index = Math.max(index, (days.at(-1)?.to ?? index) - 1);
  }
  return found;
}

function figuresAt(page: Page, index: number): NamedDay[] | null {
  const token = tokenAt(page, index);
  if (token.kind !== "number" || token.text.length > 10) return null;
  const iso = isoAt(page, index);
  if (iso !== null) return [iso];
  const match = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(token.text);
  if (match === null || isWord(tokenAt(page, index - 1), "no") || tokenAt(page, index - 1).text === "№") return null;
  const [, day, mark, month, year] = match;
  const isAmbiguous = mark === "/" && Number(day) <= 12 && Number(day) !== Number(month);
  if (isAmbiguous || Number(month) > 12 || Number(month) === 0 || Number(day) === 0) return null;
  const to = tokenAt(page, index + 1).kind === "word" && yearWords.has(tokenAt(page, index + 1).key) ? index + 2 : index + 1;
  return [{ from: index, to, year: year?.length === 2 ? 2000 + Number(year) : Number(year), month: Number(month), day: Number(day) }];
}

function isoAt(page: Page, index: number): NamedDay | null {
  const [year, first, month, second, day] = [0, 1, 2, 3, 4].map((step) => tokenAt(page, index + step));
  if (!year || !first || !month || !second || !day || !/^\d{4}$/.test(year.text) || !/^\d{2}$/.test(month.text) || !/^\d{2}$/.test(day.text)) return null;
  if (![first, month, second, day].every((token) => token.glued) || !isDash(first) || !isDash(second)) return null;
  return isYear(year) && Number(month.text) >= 1 && Number(month.text) <= 12 ? { from: index, to: index + 5, year: Number(year.text), month: Number(month.text), day: Number(day.text) } : null;
}

function monthAt(page: Page, index: number, free: number): NamedDay[] | null {
  const token = tokenAt(page, index);
  const word = token.date;
  if (word?.kind !== "month") return null;
  const latin = /^[a-z]/.test(token.key);
  if (latin && !token.capital) return null;
  const left = dayLeft(page, index, free);
  const right = left === null ? dayRight(page, index, latin) : null;
  const year = yearNear(page, left?.from ?? index, right?.to ?? index + 1, free);
  const short = shortDateWords.has(token.key) && !latin;
  if (short && !(left !== null && (tokenAt(page, index + 1).text === "." || year !== null))) return null;
  const day = left ?? right;
  if (day === null && !monthAlone(page, index, latin, year !== null)) return null;
  if (left !== null && !latin && token.capital && token.text !== token.text.toUpperCase()) return null;
  if (day !== null && (streets.test(tokenAt(page, day.from - 1).key) || streets.test(tokenAt(page, index + 1).key))) return null;
  const core: NamedDay = {
    from: Math.min(day?.from ?? index, year?.from ?? index), to: Math.max(index + 1, right?.to ?? 0, year?.to ?? 0),
    month: word.month, day: day?.day, lastDay: day?.lastDay, year: year?.year, ablative: word.ablative, closed: day?.closed ?? false,
  };
  if (core.day === undefined && isWord(tokenAt(page, core.to), "айы", "айында", "айынын", "айынан")) core.to++;
  const dated = day === null ? core : withWeekday(page, core, free);
  return left === null ? [dated] : [...listed(page, left.from, core, free), dated];
}

type Days = { from: number; to: number; day: number; lastDay?: number | undefined; closed?: boolean };

/** "31", "31-го", "the 31st of", "29–30", "с 4 по 26", "16 или 17" before a month. */
function dayLeft(page: Page, month: number, free: number): Days | null {
  const of = isWord(tokenAt(page, month - 1), "of") ? 1 : 0;
  const hyphen = isDash(tokenAt(page, month - 1)) && tokenAt(page, month).glued ? 1 : 0;
  const at = beforeFigureEnding(page, month - of - hyphen);
  const day = dayNumber(tokenAt(page, at));
  if (day === null || at < free) return null;
  const firstAt = beforeFigureEnding(page, at - 1);
  const first = dayNumber(tokenAt(page, firstAt));
  const between = tokenAt(page, at - 1);
  const opened = tokenAt(page, firstAt - 1);
  if (first !== null && first < day && firstAt >= free) {
    const ranged = isDash(between) || (isWord(between, "по", "до", "to", "until", "till") && isWord(opened, "с", "со", "from", "between"));
    const paired = (orWords.has(between.key) && day - first === 1) || (listWords.has(between.key) && (isWord(opened, "между", "between") || /^аралыг/.test(tokenAt(page, month + 1).key)));
    if (ranged && !isDash(opened)) return { from: isWord(opened, "с", "со", "from", "between") ? firstAt - 1 : firstAt, to: month, day: first, lastDay: day, closed: true };
    if (paired) return { from: isWord(opened, "между", "between") ? firstAt - 1 : firstAt, to: month, day: first, lastDay: day, closed: true };
  }
  return isDash(between) && tokenAt(page, at).glued && first !== null ? null : { from: at, to: month, day };
}

/** "October 31", "October 29–30", "қазанның 31-і". */
function dayRight(page: Page, month: number, latin: boolean): Days | null {
  if (!latin && !/(?:нын|нин|дын|дин|тын|тин)$/.test(tokenAt(page, month).key)) return null;
  const at = month + 1 + (latin && isWord(tokenAt(page, month + 1), "the") ? 1 : 0);
  const day = dayNumber(tokenAt(page, at));
  if (day === null) return null;
  const to = afterFigureEnding(page, at + 1);
  const last = isDash(tokenAt(page, to)) ? dayNumber(tokenAt(page, to + 1)) : null;
  if (last !== null && last > day) return { from: month, to: afterFigureEnding(page, to + 2), day, lastDay: last, closed: true };
  return { from: month, to, day };
}

function yearNear(page: Page, from: number, to: number, free: number): { from: number; to: number; year: number } | null {
  const dot = tokenAt(page, to).text === "." ? 1 : 0;
  const comma = /^[,]$/.test(tokenAt(page, to).text) || isWord(tokenAt(page, to), "of") ? 1 : 0;
  const after = tokenAt(page, to + dot + comma);
  const next = tokenAt(page, to + dot + comma + 1);
  if (isYear(after) && !/^(?:человек|людей|участ|активист|адам|people|задерж)/.test(next.key)) {
    return { from, to: to + dot + comma + (yearWords.has(next.key) ? 2 : 1), year: Number(after.text) };
  }
  const mark = tokenAt(page, from - 1).text === "." ? 1 : 0;
  const before = tokenAt(page, from - 2 - mark);
  const saysYear = yearWords.has(tokenAt(page, from - 1 - mark).key) && isYear(before) && from - 2 - mark >= free;
  return saysYear ? { from: from - 2 - mark, to, year: Number(before.text) } : null;
}

/** A month without a day is a date after "in", with its year, or with the word for month. */
function monthAlone(page: Page, index: number, latin: boolean, hasYear: boolean): boolean {
  const token = tokenAt(page, index);
  const before = tokenAt(page, index - 1);
  if (shortDateWords.has(token.key)) return false;
  if (hasYear || /^айы/.test(tokenAt(page, index + 1).key)) return latin || !token.capital || before.kind === "stop";
  return monthPrepositions.has(before.key) && (latin || (!token.capital && token.key.endsWith("е")));
}

function yearAt(page: Page, index: number, free: number): NamedDay[] | null {
  const token = tokenAt(page, index);
  if (!isYear(token) || index < free || isMonth(tokenAt(page, index + 2)) || isMonth(tokenAt(page, index + 3))) return null;
  const next = tokenAt(page, index + 1);
  const named = next.kind === "word" && yearWords.has(next.key) && !/^(?:г|ж)$/.test(next.key);
  return named || isWord(tokenAt(page, index - 1), "in", "since") ? [{ from: index, to: named ? index + 2 : index + 1, year: Number(token.text) }] : null;
}

/** "4, 16 и 26 октября": the days before, which share the month. */
function listed(page: Page, first: number, core: NamedDay, free: number): NamedDay[] {
  const days: NamedDay[] = [];
  let at = first;
  for (let step = 0; step < mostListed; step++) {
    const joint = tokenAt(page, at - 1);
    const joins = step === 0 ? listWords.has(joint.key) : joint.text === ",";
    const before = beforeFigureEnding(page, at - 1);
    const day = joins ? dayNumber(tokenAt(page, before)) : null;
    if (day === null || before < free || tokenAt(page, before - 1).text === "№") break;
    days.unshift({ from: before, to: at - 1, month: core.month, day, year: core.year });
    at = before;
  }
  return days;
}

/** "Monday, 4 November", "в понедельник, 4 ноября", "4 қараша, дүйсенбі". */
function withWeekday(page: Page, core: NamedDay, free: number): NamedDay {
  const left = /^[,(]$/.test(tokenAt(page, core.from - 1).text) ? 2 : isWord(tokenAt(page, core.from - 1), "the") ? 2 : 1;
  const before = weekdayOf(tokenAt(page, core.from - left));
  if (before !== null && core.from - left >= free) return { ...core, from: core.from - left, weekday: before };
  const right = /^[,(]$/.test(tokenAt(page, core.to).text) ? 1 : 0;
  const after = weekdayOf(tokenAt(page, core.to + right));
  return after === null ? core : { ...core, to: core.to + right + 1, weekday: after };
}

function weekdayOf(token: Token): number | null {
  const word = shortDateWords.has(token.key) ? undefined : token.date;
  return word?.kind === "weekday" ? word.weekday : null;
}

function dayNumber(token: Token): number | null {
  const value = token.kind === "number" && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0;
  return value >= 1 && value <= 31 ? value : null;
}

function isMonth(token: Token): boolean {
  return token.date?.kind === "month";
}

function isYear(token: Token): boolean {
  return token.kind === "number" && /^(?:19\d\d|20\d\d|21\d\d)$/.test(token.text);
}
