import { Temporal } from "temporal-polyfill";
import { daysInMonth } from "@/lib/model/uncertain-date";
import type { NamedDay } from "./days";

/** `nearYear` for one day of publication, with its answers kept. */
export function nearYears(published: Temporal.PlainDate | null): (day: NamedDay) => number | null {
  const kept = new Map<string, number | null>();
  return (day) => {
    const key = `${day.month}-${day.day}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const year = nearYear(day, published);
    kept.set(key, year);
    return year;
  };
}

/** The year in which a day without one lies nearest to publication, before or after; null where that cannot be told. */
function nearYear({ month, day }: NamedDay, published: Temporal.PlainDate | null): number | null {
  if (published === null || month === undefined) return null;
  const distance = (year: number) => Math.abs((year - published.year) * 365.25 + (month - published.month) * 30.44 + ((day ?? published.day) - published.day));
  const years = [0, -1, 1, -2, 2, -3, 3, -4, 4].map((step) => published.year + step).filter((year) => (day ?? 1) <= daysInMonth(year, month));
  return years.reduce<number | null>((best, year) => (best === null || distance(year) < distance(best) ? year : best), null);
}

/** True where nothing contradicts the weekday that is named. */
export function weekdayFits({ year, month, day, weekday }: NamedDay): boolean {
  if (weekday === undefined || year === undefined || month === undefined || day === undefined || day > daysInMonth(year, month)) return true;
  return new Temporal.PlainDate(year, month, day).dayOfWeek === weekday;
}
