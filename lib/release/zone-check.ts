import { Temporal } from "temporal-polyfill";
import { ReleaseError } from "./codes";

/** Returns the UTC offset of a zone at an instant, in seconds; replaced only in tests. */
export type OffsetReader = (zone: string, at: string) => number;

const readOffset: OffsetReader = (zone, at) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;

let passed = false;

/**
 * Almaty moved from UTC+6 to UTC+5 on 1 March 2024 (tzdata 2024a). Zone data that does not know this would free
 * people an hour wrong, so nothing is computed with it. Error: `ZONE_DATA_STALE`.
 */
export function assertZoneData(read?: OffsetReader): void {
  if (passed && !read) return;
  const offset = read ?? readOffset;
  const before = offset("Asia/Almaty", "2024-02-29T17:59:59Z");
  const after = offset("Asia/Almaty", "2024-02-29T18:00:00Z");
  if (before !== 6 * 3600 || after !== 5 * 3600) throw new ReleaseError("ZONE_DATA_STALE");
  if (!read) passed = true;
}
