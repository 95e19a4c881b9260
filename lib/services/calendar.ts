import "server-only";
import { listColleagues } from "@/db/queries/users";
import { store } from "@/db/store";
import { daysOfSpan, type CalendarDays, type CalendarItem } from "@/lib/model/calendar";
import { weeksOf, type CalendarQuery } from "@/lib/model/calendar-query";
import type { Actor } from "@/lib/model/permissions";
import { calendarKinds } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { datesIn, rangeOfMonth } from "./calendar-dates";
import { now } from "./clock";
import { findHome, todayIn } from "./organisation";

export type CalendarEntry = CalendarItem & { days: CalendarDays };

export type CalendarPage = {
  now: number;
  zone: string;
  /** YYYY-MM-DD and YYYY-MM where the organisation works. */
  today: string;
  month: string;
  weeks: string[][];
  /** In the order of the days, all of them on a day of the weeks shown. */
  entries: CalendarEntry[];
  /** Some kinds have more dates than are shown. */
  more: boolean;
  colleagues: { id: string; name: string }[];
};

/** A month of dates of the actor's teams. A date stands on the day that it has where it happens. */
export async function getCalendar(actor: Actor, query: CalendarQuery = { kinds: [] }): Promise<CalendarPage> {
  allow(actor, "calendar.read");
  const { read } = await store();
  const at = now();
  const zone = (await findHome())?.place.zone ?? "UTC";
  const today = todayIn(zone);
  const month = query.month ?? today.slice(0, 7);
  const weeks = weeksOf(month);
  const ownerId = query.owner === "me" ? actor.userId : query.owner;
  const { items, more } = await datesIn({ read, scope: actor, range: { ...rangeOfMonth(month, zone), ownerId }, now: at, homeZone: zone }, query.kinds.length > 0 ? query.kinds : calendarKinds);
  const [first = "", last = ""] = query.day ? [query.day, query.day] : [weeks[0]?.[0], weeks.at(-1)?.[6]];
  const entries = items.map((item) => ({ ...item, days: daysOfSpan(item) })).filter(({ days }) => days.first <= last && days.last >= first);
  entries.sort((a, b) => compare(a.days.first, b.days.first) || (a.from ?? a.to ?? 0) - (b.from ?? b.to ?? 0) || compare(a.cases[0]?.reference ?? "", b.cases[0]?.reference ?? "") || compare(a.key, b.key));
  return { now: at, zone, today, month, weeks, entries, more, colleagues: await listColleagues(read, actor.teamIds) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
