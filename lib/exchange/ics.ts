import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { daysOfSpan, type CalendarSpan } from "@/lib/model/calendar";
import { shownAt, stretchAt } from "@/lib/model/zone-clock";
import { vtimezone } from "./ics-zone";

/** One date as it leaves in a feed: nothing in it but what `summary` and `note` say. */
export type FeedDate = CalendarSpan & {
  uid: string;
  summary: string;
  note: string;
  /** Not certain: shown as tentative. */
  doubtful: boolean;
  /** When it changed last, milliseconds. */
  modified: number;
};

const YEAR_MS = 366 * 86_400_000;
/** Sequence numbers are 31 bits wide; counted from here in seconds they last until 2083. */
const SEQUENCE_FROM = Date.UTC(2015, 0, 1);

/**
 * A calendar that other programs subscribe to. Whole days are dates, hours stand in the zone of the place with its clock written out; both are right
 * wherever the reader is. The same dates give the same bytes.
 */
export function icsOf(name: string, dates: readonly FeedDate[]): string {
  const instants = dates.flatMap(({ from, to }) => [from ?? to ?? 0, to ?? from ?? 0]);
  const [first, last] = [Math.min(...instants) - YEAR_MS, Math.max(...instants) + YEAR_MS];
  const calendar = ical({
    // The library writes a name as it is, while the standard wants it escaped like every other text.
    name: name.replace(/[\\;,]/g, (sign) => `\\${sign}`),
    prodId: "//Calendar//EN",
    // Without a name: the generator alone, or the library would write stamps in that zone, which must be UTC.
    timezone: { name: null, generator: (zone) => vtimezone(zone, first, last) },
    ttl: 3600,
  });
  for (const date of dates) calendar.createEvent(eventOf(date));
  return `${calendar.toString()}\r\n`;
}

function eventOf(date: FeedDate) {
  const { uid, summary, note, doubtful, modified } = date;
  const changed = Temporal.Instant.fromEpochMilliseconds(modified);
  return {
    id: uid,
    sequence: Math.max(0, Math.floor((modified - SEQUENCE_FROM) / 1000)),
    stamp: changed,
    lastModified: changed,
    summary,
    ...(note ? { description: note } : {}),
    status: doubtful ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    class: ICalEventClass.PRIVATE,
    ...whenOf(date),
  };
}

/**
 * Whole days from the first to the day after the last; else from minute to minute on the clock of the place, and a moment without an end. Where
 * that clock shows an hour twice, as when summer time ends, programs do not agree which is meant (RFC 5545, 3.3.5, means the first): such a span
 * is told in universal time.
 */
function whenOf(span: CalendarSpan) {
  const { first, last, allDay, moment, open } = daysOfSpan(span);
  const { from, to, zone } = span;
  if (allDay) return { allDay: true, start: Temporal.PlainDate.from(first), end: Temporal.PlainDate.from(last).add({ days: 1 }) };
  const [begins, ends] = [from ?? to ?? 0, moment || open !== null ? null : to];
  const timezone = comesTwice(begins, zone) || comesTwice(ends ?? begins, zone) ? "UTC" : zone;
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  return { timezone, start: at(begins), ...(ends === null ? {} : { end: at(ends) }) };
}

function comesTwice(instant: number, zone: string): boolean {
  const shown = shownAt(instant + stretchAt(instant, zone).offset, zone);
  return shown.first !== shown.last;
}
