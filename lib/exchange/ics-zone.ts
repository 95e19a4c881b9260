import { Temporal } from "temporal-polyfill";

/** Never more changes of the clock than this in one file: two a year for a century. */
const MOST_CHANGES = 200;

/** +06:00 as +0600; seconds, which only the distant past has, as +HHMMSS. */
const offsetText = (offset: string): string => offset.replaceAll(":", "");
const wall = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");

/**
 * The clock of a zone as a VTIMEZONE (RFC 5545), each change of it between two instants (milliseconds) written out by its date, so that programs
 * which do not know of a late change, such as Almaty's of 2024, follow it too.
 */
export function vtimezone(zone: string, from: number, until: number): string {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observance("STANDARD", "19700101T000000", at.offset, at.offset)];
  for (let changes = 0; changes < MOST_CHANGES; changes++) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > until) break;
    const before = next.subtract({ nanoseconds: 1 });
    // The moment of the change as the clock showed it before.
    const shown = before.toPlainDateTime().add({ nanoseconds: 1 });
    lines.push(...observance(next.offsetNanoseconds > before.offsetNanoseconds ? "DAYLIGHT" : "STANDARD", wall(shown), before.offset, next.offset));
    at = next;
  }
  return [...lines, "END:VTIMEZONE"].join("\r\n");
}

const observance = (name: "STANDARD" | "DAYLIGHT", start: string, from: string, to: string): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  `END:${name}`,
];
