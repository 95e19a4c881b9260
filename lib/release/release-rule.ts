import { dateText, dayOfWeek } from "@/lib/model/civil";
import type { Day } from "@/lib/model/civil";
import { addDays, DAY, dayStart, HOUR, iso, resolve } from "./clock";
import { datesOfSpan, spanOfDates } from "./spans";
import type { ReleaseRule, Span } from "./types";

/** `weekend` in ISO numbers, Monday 1 … Sunday 7; `holidays` as `YYYY-MM-DD`. */
export type WorkCalendar = { weekend: readonly number[]; holidays: readonly string[] };

const longestStepBack = 366;

/** The last working day on or before a date, never before `floor`. */
function workdayBefore(date: Day, calendar: WorkCalendar, floor: Day | null): Day {
  let day = date;
  for (let i = 0; i < longestStepBack; i += 1) {
    const working = !calendar.weekend.includes(dayOfWeek(day)) && !calendar.holidays.includes(dateText(day));
    if (working || (floor !== null && day <= floor)) return day;
    day = addDays(day, -1);
  }
  return date;
}

/** The separate last step of a code: the date on which people are let go, given the date on which the term ends. */
export function applyReleaseRule(rule: ReleaseRule, end: Span, start: Span | null, calendar: WorkCalendar, tz: string): Span {
  const { first, last } = datesOfSpan(end, tz);
  if (rule === "LAST_DAY_FIRST_HALF") return spanOfDates({ first, last });
  const floors = start === null ? { first: null, last: null } : datesOfSpan(start, tz);
  return spanOfDates({
    first: first === null ? null : workdayBefore(first, calendar, floors.first),
    last: last === null ? null : workdayBefore(last, calendar, floors.last),
  });
}

/** The hours of release on that date: 00:00 to 12:00, or to 24:00 where the rule does not say the first half. */
export function releaseWindow(rule: ReleaseRule, date: Day, tz: string): { from: string; to: string } {
  const noon = resolve(date * DAY + 12 * HOUR, tz);
  const to = rule === "PRECEDING_WORKDAY" ? dayStart(addDays(date, 1), tz) : noon;
  return { from: iso(dayStart(date, tz), tz), to: iso(to, tz) };
}

/** From the first to the last possible hour of release on dates that a rule gave. */
export function releaseHours(rule: ReleaseRule, dates: Span, tz: string): Span {
  const { first, last } = datesOfSpan(dates, tz);
  return { from: first === null ? null : releaseWindow(rule, first, tz).from, to: last === null ? null : releaseWindow(rule, last, tz).to };
}
