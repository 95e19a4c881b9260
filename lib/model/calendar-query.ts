import { Temporal } from "temporal-polyfill";
import type { RawQuery } from "./case-query";
import { calendarKinds, type CalendarKind } from "./vocabularies";

export const calendarViews = ["month", "agenda"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What the address of the calendar says. Without a view a wide screen shows the month and a phone the agenda. */
export type CalendarQuery = {
  /** YYYY-MM; the current month without one. */
  month?: string | undefined;
  view?: CalendarView | undefined;
  /** Every kind without one. */
  kinds: CalendarKind[];
  /** A colleague's id, or `me`. */
  owner?: string | undefined;
  /** One day of the agenda alone, YYYY-MM-DD. */
  day?: string | undefined;
};

const list = (given: string | string[] | undefined): string[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);

/** Reads an address; what it does not understand is as if it were not there. */
export function readCalendarQuery(raw: RawQuery): CalendarQuery {
  const [month, view, owner, day] = [list(raw["month"])[0], list(raw["view"])[0], list(raw["owner"])[0], list(raw["day"])[0]];
  const asked = list(raw["kind"]);
  const shownDay = day !== undefined && isDay(day) ? day : undefined;
  return {
    month: shownDay?.slice(0, 7) ?? (month !== undefined && isDay(`${month}-01`) ? month : undefined),
    view: calendarViews.find((each) => each === view),
    kinds: calendarKinds.filter((kind) => asked.includes(kind)),
    owner: owner !== undefined && /^[0-9a-z-]{1,64}$/.test(owner) ? owner : undefined,
    day: shownDay,
  };
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** The address of the calendar; `readCalendarQuery` is its inverse. */
export function calendarHref({ month, view, kinds, owner, day }: CalendarQuery): string {
  const told = [...(day ? [["day", day]] : month ? [["month", month]] : []), ...(view ? [["view", view]] : []), ...kinds.map((kind) => ["kind", kind]), ...(owner ? [["owner", owner]] : [])];
  return told.length ? `/calendar?${new URLSearchParams(told).toString()}` : "/calendar";
}

/** The weeks of a month as calendars draw them: Mondays first, seven days each, YYYY-MM-DD. */
export function weeksOf(month: string): string[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const begin = first.subtract({ days: first.dayOfWeek - 1 });
  const days = first.dayOfWeek - 1 + first.daysInMonth;
  return Array.from({ length: Math.ceil(days / 7) }, (_week, week) => Array.from({ length: 7 }, (_day, day) => begin.add({ days: week * 7 + day }).toString()));
}

/** The month before or after, YYYY-MM. */
export const monthBeside = (month: string, by: 1 | -1): string => Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
