import type { OutCase } from "@/lib/model/outgoing";
import type { EstimateLimit, ReleaseEstimate } from "@/lib/release/estimate-facts";

/** Since when somebody who is inside is overdue on every lawful reading, and for how long at least. */
export type Overdue = { since: number; minutes: number; basis: "computed" | "stated" | "override" };

/** Null where the record does not say so: nobody is accused before the latest lawful reading has passed. Both the stored status and the moment must say it, because a date may have been told less exactly. */
export function overdueOf({ outstanding, status, overdueFrom, expectedBasis }: OutCase, now: number): Overdue | null {
  if (!outstanding || status !== "overdue" || overdueFrom === null || overdueFrom > now) return null;
  const basis = expectedBasis === "stated" || expectedBasis === "override" ? expectedBasis : "computed";
  return { since: overdueFrom, minutes: Math.floor((now - overdueFrom) / 60_000), basis };
}

/** Limits that no reading of what is on record keeps. */
export const exceededLimits = (estimate: ReleaseEstimate | null): EstimateLimit[] => estimate?.limits.filter(({ state }) => state === "exceeded") ?? [];
