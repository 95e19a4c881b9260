/** A date of the Gregorian calendar as whole days since 1 January 1970, negative before it. */
export type Day = number;

/** A wall-clock time of a place as milliseconds since 1970-01-01T00:00 on that clock; it is no instant until a zone is named. */
export type Wall = number;

export const dayMs = 86_400_000;

/** The first and the last date that Temporal can hold: 19 April −271821 and 13 September 275760. */
export const firstDay: Day = -100_000_001;
export const lastDay: Day = 100_000_000;

const [daysInEra, yearsInEra] = [146_097, 400];

/** The date of a year, a month (1 to 12) and a day of the month, which is not checked: the 31st of a short month runs on into the next. */
export function dayOf(year: number, month: number, day: number): Day {
  // Years begin with March, so that the odd day of a leap year is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / yearsInEra);
  const yearOfEra = y - era * yearsInEra;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - 719_468;
}

/** Year, month (1 to 12) and day of the month of a date. */
export function civilOf(date: Day): { year: number; month: number; day: number } {
  const shifted = date + 719_468;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * yearsInEra + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** Days in a month of the Gregorian calendar, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date so many months later, or earlier for a negative number; one that the month does not have becomes the last of it. */
export function plusMonths(date: Day, months: number): Day {
  if (months === 0) return date;
  const { year, month, day } = civilOf(date);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count - Math.floor(count / 12) * 12) + 1];
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** The day of the week by ISO 8601: 1 (Monday) to 7. */
export const dayOfWeek = (date: Day): number => date + 3 - Math.floor((date + 3) / 7) * 7 + 1;

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

/** A whole number from 0 to 99 in two digits. */
export const two = (value: number): string => twoDigits[value] ?? String(value);

const yearText = (year: number): string =>
  year >= 1000 && year <= 9999 ? String(year) : year >= 0 && year <= 9999 ? String(year).padStart(4, "0") : `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;

/** The dates written last, each in its place: the dates of a case are few and are written many times over. */
const writtenDays: number[] = Array.from({ length: 256 }, () => NaN);
const writtenTexts: string[] = Array.from({ length: 256 }, () => "");

/** `2019-10-31`; years outside 0 to 9999 with a sign and six digits, as ISO 8601 has them. */
export function dateText(date: Day): string {
  const place = date & 255;
  if (writtenDays[place] === date) return writtenTexts[place] ?? "";
  const { year, month, day } = civilOf(date);
  // Joined and not concatenated: a text in one piece is read back several times faster.
  const text = [yearText(year), two(month), two(day)].join("-");
  writtenDays[place] = date;
  writtenTexts[place] = text;
  return text;
}

const longDate = /^([+-]\d{6})-(\d\d)-(\d\d)$/;

/** The digit at a place of a text; NaN where there is none. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}

/** The number of two digits at a place of a text; NaN where there are none. */
export const twoAt = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

/** The inverse of `dateText`; null for what is not such a date, or for a date that does not exist. */
export function dayOfText(text: string): Day | null {
  let [year, month, day] = [NaN, NaN, NaN];
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) [year, month, day] = [twoAt(text, 0) * 100 + twoAt(text, 2), twoAt(text, 5), twoAt(text, 8)];
  else {
    const parts = longDate.exec(text);
    if (parts && parts[1] !== "-000000") [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  }
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  const date = dayOf(year, month, day);
  return date >= firstDay && date <= lastDay ? date : null;
}
