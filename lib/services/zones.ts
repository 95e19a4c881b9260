import "server-only";
import { Temporal } from "temporal-polyfill";

/** Region/City names and UTC only: a bare offset would not know when a country changes its clocks. */
export function isZone(zone: string): boolean {
  if (zone !== "UTC" && !/^[A-Z][A-Za-z_]+\/[A-Z][\w+/-]+$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
