import { Temporal } from "temporal-polyfill";
import type { CaseSummary } from "./case-summary";
import type { CalendarKind } from "./vocabularies";

/** What a date is: the expected release; a day in court or a ruling; the end of a limit, of the time for an appeal or for an answer; a task. */
export type CalendarWhat = "release" | "court_day" | "ruling" | "limit" | "appeal" | "answer" | "task";

/** A case as a calendar names it. */
export type CalendarCase = Pick<CaseSummary, "id" | "reference" | "personName" | "sex" | "slot" | "slotCount" | "seizedText" | "placeKk" | "placeRu" | "placeEn">;

/** Where a date lies: two instants in milliseconds, `to` exclusive, on the clock of `zone`; a side that is not known is null, and never both. */
export type CalendarSpan = { from: number | null; to: number | null; zone: string };

export type CalendarItem = CalendarSpan & {
  /** The same for as long as the record is; unique among all items. */
  key: string;
  kind: CalendarKind;
  what: CalendarWhat;
  /** When the record behind it changed last, milliseconds. */
  modified: number;
  href: string;
  /** The cases that it is about; none for a day in court that names nobody. */
  cases: CalendarCase[];
  /** The date as it was recorded, in the zone; null where it was computed. */
  when: string | null;
  /** What people wrote: a task, the title of an event. Empty where our own words say everything. */
  title: string;
  /** A code whose words complete it: the kind of a ruling or a complaint, the rule of a limit. */
  code: string;
  /** How sure an expected release is. */
  release?: Pick<CaseSummary, "expectedBasis" | "countingConfirmed" | "expectedKind"> | undefined;
  overdue: boolean;
};

/** The calendar days of a span in its own zone, both included, as YYYY-MM-DD; a span that is open on one side lies on the day of the other. */
export type CalendarDays = {
  first: string;
  last: string;
  /** Whole days, as opposed to hours. */
  allDay: boolean;
  /** Which side is all that is known: not before, or not after. */
  open: "from" | "until" | null;
  /** Known to the minute. */
  moment: boolean;
};

const zoned = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const isMidnight = (at: number, zone: string): boolean => zoned(at, zone).startOfDay().epochMilliseconds === at;
const dayOf = (at: number, zone: string): string => zoned(at, zone).toPlainDate().toString();

const MINUTE_MS = 60_000;

export function daysOfSpan({ from, to, zone }: CalendarSpan): CalendarDays {
  if (from === null && to === null) throw new Error("a date of which nothing is known stands in no calendar");
  const [start, end] = [from ?? to ?? 0, to ?? from ?? 0];
  // An end at midnight belongs to the day that it ends.
  const last = dayOf(to === null ? end : end - 1, zone);
  const first = from === null ? last : dayOf(start, zone);
  const moment = from !== null && to !== null && to - from <= MINUTE_MS;
  const open = from === null ? "until" : to === null ? "from" : null;
  return { first, last: last < first ? first : last, allDay: isMidnight(start, zone) && isMidnight(end, zone), open, moment };
}
