import { Temporal } from "temporal-polyfill";
import type { AudienceProfile } from "@/lib/model/destination";

/** A date as far as known (extended EDTF), told to the day or only to the month; what is known less exactly stays as it is. */
export function coarseDate(text: string | null, to: "day" | "month"): string | null {
  if (text === null) return null;
  const sides = text.split("/").map((side) => (to === "day" ? toDay(side) : toMonth(toDay(side))));
  const [from, until] = sides;
  return from !== undefined && from === until ? from : sides.join("/");
}

/** "2019-10-31T16:00~" was about that hour: of the day nothing is in doubt unless the hour was near midnight, so the doubt stays. */
const toDay = (side: string): string => side.replace(/T\d\d:\d\d/, "");
const toMonth = (side: string): string => side.replace(/^(\d{4}-\d\d)-\d\d/, "$1");

/**
 * The beginning of the day (the month to the public, in universal time) from which a destination may ask what changed: whoever could ask by the
 * second would find out the second in which a release was recorded of which only the month is told.
 */
export function coarseSince(at: number, profile: AudienceProfile): number {
  return profile === "internal" ? at : startOf(at, "UTC", profile === "public" ? "month" : "day").epochMilliseconds;
}

const startOf = (at: number, zone: string, to: "day" | "month"): Temporal.ZonedDateTime => {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay();
  return to === "day" ? day : day.with({ day: 1 }).startOfDay();
};

/** A window of instants widened to whole days or months of the zone; an open side stays open. */
export function coarseWindow(from: number | null, to: number | null, zone: string, unit: "day" | "month"): { from: number | null; to: number | null } {
  const last = to === null ? null : Math.max(from ?? to - 1, to - 1);
  return {
    from: from === null ? null : startOf(from, zone, unit).epochMilliseconds,
    to: last === null ? null : startOf(last, zone, unit).add(unit === "day" ? { days: 1 } : { months: 1 }).startOfDay().epochMilliseconds,
  };
}
