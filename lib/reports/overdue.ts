import type { Destination } from "@/lib/model/destination";
import { LIFE, termOf } from "@/lib/model/ordered-term";
import type { OutCase, OutCaseFile, OutOrder } from "@/lib/model/outgoing";
import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import type { EstimateLimit, ReleaseEstimate } from "@/lib/release/estimate-facts";

/** Since when somebody who is inside is overdue on every lawful reading, and for how long at least. */
export type Overdue = { since: number; minutes: number; basis: "computed" | "stated" | "override" };

/** Whether the destination is told dates as they are recorded; else they were widened to days or months on their way out. */
export const toldExactly = ({ profile }: Destination, { person }: Pick<OutCase, "person">): boolean => profile === "internal" || (profile === "partner" && person.named);

/**
 * Null where the record does not say so: nobody is accused before the latest lawful reading has passed. Both the stored status and the moment
 * must say it.
 */
export function overdueOf({ case: item, orders }: Pick<OutCaseFile, "case" | "orders">, estimate: ReleaseEstimate | null, now: number): Overdue | null {
  const since = lawfulEnd(item, estimate);
  if (!item.outstanding || item.status !== "overdue" || since === null || since > now) return null;
  if (item.expectedBasis === "stated" && hasOpenTerm(orders)) return null;
  const basis = item.expectedBasis === "stated" || item.expectedBasis === "override" ? item.expectedBasis : "computed";
  return { since, minutes: Math.floor((now - since) / MINUTE_MS), basis };
}

/** Orders that deprive of liberty. */
export const holdingOrders: readonly string[] = ["administrative_arrest", "administrative_detention", "remand", "extension", "sentence"];

/** Whether a ruling on record may allow more time than a source says: its term has no end or is not known. */
export const hasOpenTerm = (orders: readonly OutOrder[]): boolean => orders.some(({ kind, term }) => holdingOrders.includes(kind) && (termOf(term) === null || termOf(term) === LIFE));

/**
 * When the last reading that the country's rule allows has passed, exclusive. The alarm of the application may come earlier, at the reading that
 * it shows where the beginning is known to the minute; a document that accuses somebody waits for every other one. Where dates were told less exactly,
 * `overdueFrom` was only moved later (lib/disclosure).
 */
export const lawfulEnd = ({ overdueFrom, expectedBasis }: OutCase, estimate: ReleaseEstimate | null): number | null =>
  overdueFrom !== null && estimate !== null && expectedBasis === "computed" ? Math.max(overdueFrom, ...allowed(estimate)) : overdueFrom;

const MINUTE_MS = 60_000;

/** Ends of the readings that the country's rule allows: of two, in doubt the later one. */
const allowed = ({ readings, countingConfirmed }: ReleaseEstimate): number[] => (countingConfirmed ? [] : readings.filter(({ byRule }) => byRule).map(({ latest }) => Date.parse(latest)));

/** How long somebody who is out was held beyond every lawful reading, in whole minutes; null where one of the readings keeps the release. */
export function heldBeyond({ overMinutes, overMinutesMost, overKind, outstanding, released, zone }: OutCase, estimate: ReleaseEstimate | null): { least: number; most: number | null } | null {
  if (outstanding || overMinutes === null || overMinutes <= 0) return null;
  const ends = estimate && overKind === "term" ? allowed(estimate) : [];
  if (ends.length === 0) return { least: overMinutes, most: overMinutesMost };
  const free = isUncertainDate(released) ? boundsOf(released, zone).earliest : null;
  const least = free === null ? 0 : Math.floor((free - Math.max(...ends)) / MINUTE_MS);
  return least <= 0 ? null : { least: Math.min(least, overMinutes), most: overMinutesMost };
}

/** Limits that no reading of what is on record keeps. */
export const exceededLimits = (estimate: ReleaseEstimate | null): EstimateLimit[] => estimate?.limits.filter(({ state }) => state === "exceeded") ?? [];
