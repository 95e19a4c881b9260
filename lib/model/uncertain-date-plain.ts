import { type DatePoint, daysInMonth, firstYear, lastYear } from "./uncertain-date";
import { dateWord, foldDateLetters } from "./uncertain-date-words";

/** A day of the calendar, in a year that may not be told, with the minute if one is told. */
export type PlainDate = { year: number | undefined; month: number; day: number; hour?: number; minute?: number };

const clock = "(?:,?(?: в| at| сағат)? (\\d{1,2}):(\\d{2}))?$";
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):(\d{2}))?$/;
const inFigures = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${clock}`);
const withWord = new RegExp(`^(\\d{1,2}) ([a-zа-яәғқңөұүһіё]{3,12})(?: (\\d{4})(?: г\\.?| года)?)?${clock}`);
/** A year in which every day exists. */
const LEAP = 2000;

/**
 * A date in one of the shapes that most lists keep to: `2019-03-12 14:05`, `12.03.2019`, "12 марта 2019, 14:05", "12 наурыз".
 * Undefined for everything else, which is not to say that it cannot be read; what this takes is taken for nothing else by the whole reader.
 */
export function plainDate(text: string): PlainDate | undefined {
  const lower = text.toLowerCase();
  const first = yearFirst.exec(lower);
  if (first) return existing(first[1], Number(first[2]), first[3], first[4], first[5]);
  const figures = inFigures.exec(lower);
  if (figures) return existing(figures[3], Number(figures[2]), figures[1], figures[4], figures[5]);
  const worded = withWord.exec(lower);
  const month = worded ? monthOf(worded[2] ?? "") : undefined;
  return worded && month !== undefined ? existing(worded[3], month, worded[1], worded[4], worded[5]) : undefined;
}

/** The point in a year that is known by now. */
export const plainPoint = ({ month, day, hour, minute }: PlainDate, year: number): DatePoint => ({ year, month, day, ...(hour === undefined ? {} : { hour, minute: minute ?? 0 }), approximate: false });

const months = new Map<string, number>();

function monthOf(word: string): number | undefined {
  const known = months.get(word);
  if (known !== undefined) return known;
  const meaning = dateWord(foldDateLetters(word));
  if (meaning?.kind !== "month") return undefined;
  // Only words of months are kept, and of these there are few.
  months.set(word, meaning.month);
  return meaning.month;
}

function existing(years: string | undefined, month: number, days: string | undefined, hours: string | undefined, minutes: string | undefined): PlainDate | undefined {
  const year = years === undefined ? undefined : Number(years);
  const [day, hour, minute] = [Number(days), Number(hours ?? 0), Number(minutes ?? 0)];
  const inTime = hour < 24 && minute < 60 && (year === undefined || (year >= firstYear && year <= lastYear));
  if (!inTime || month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? LEAP, month)) return undefined;
  return { year, month, day, ...(hours === undefined ? {} : { hour, minute }) };
}
