import { Temporal } from "temporal-polyfill";
import type { Destination } from "@/lib/model/destination";
import type { OutCase } from "@/lib/model/outgoing";
import type { EstimateLimit, ReleaseEstimate } from "@/lib/release/estimate-facts";

/** Since when somebody who is inside is overdue on every lawful reading, and for how long at least. */
export type Overdue = { since: number; minutes: number; basis: "computed" | "stated" | "override" };

/** Whether the destination is told dates as they are recorded; else they were widened to days or months on their way out. */
export const toldExactly = ({ profile }: Destination, { person }: OutCase): boolean => profile === "internal" || (profile === "partner" && person.named);

/**
 * Null where the record does not say so: nobody is accused before the latest lawful reading has passed. Both the stored status and the moment
 * must say it; where dates were told less exactly, the last moment that they can mean.
 */
export function overdueOf(item: OutCase, now: number, destination: Destination): Overdue | null {
  const { outstanding, status, overdueFrom, expectedBasis, person, zone } = item;
  if (!outstanding || status !== "overdue" || overdueFrom === null) return null;
  const unit = toldExactly(destination, item) ? null : destination.profile === "partner" || person.named ? "days" : "months";
  const since = unit === null ? overdueFrom : Temporal.Instant.fromEpochMilliseconds(overdueFrom).toZonedDateTimeISO(zone).add({ [unit]: 1 }).epochMilliseconds;
  if (since > now) return null;
  const basis = expectedBasis === "stated" || expectedBasis === "override" ? expectedBasis : "computed";
  return { since, minutes: Math.floor((now - since) / 60_000), basis };
}

/** Limits that no reading of what is on record keeps. */
export const exceededLimits = (estimate: ReleaseEstimate | null): EstimateLimit[] => estimate?.limits.filter(({ state }) => state === "exceeded") ?? [];
