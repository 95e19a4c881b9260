import { duration, iso } from "./clock";
import type { CaseFacts, OverDetention } from "./estimate-facts";
import type { Combined } from "./estimate-orders";
import { after } from "./estimate-orders";
import { known } from "./estimate-start";
import type { Warnings } from "./facts";
import { boundsOfSpan } from "./spans";
import type { Bounds } from "./spans";

/**
 * Time held without a title: after the latest lawful reading, or beyond a term that was reduced after it had run. At least from the latest
 * reading to the earliest possible release; at most from the earliest reading to the latest possible release. Beyond a reduced term it is
 * counted from where that term ended (`fresh`), to the release or, while none is recorded, to the lawful moment of release.
 */
export function overDetention(facts: CaseFacts, combined: Combined, lawful: Bounds | null, fresh: Bounds | null, warnings: Warnings): OverDetention | null {
  const { zone } = facts;
  const [seen] = known("released", facts.observed, zone, warnings);
  const observed = seen && boundsOfSpan(seen.span, zone);
  const late = lawful?.hi != null && observed?.lo != null && observed.lo > lawful.hi;
  if (late) warnings.add("HELD_BEYOND_TERM");
  const beyond = fresh?.hi != null && lawful?.lo != null && lawful.lo > fresh.hi ? fresh : null;
  const over = after(combined, combined.decisions.length).over;
  if (beyond) return between("reduced_term", beyond, observed ?? lawful, zone);
  return late ? between(over ? "annulment" : "term", lawful, observed, zone) : null;
}

function between(kind: OverDetention["kind"], due: Bounds, free: Bounds | null | undefined, zone: string): OverDetention | null {
  if (due.hi === null || free?.lo == null || free.lo <= due.hi) return null;
  return { kind, since: iso(due.hi, zone), min: duration(free.lo - due.hi), max: free.hi === null || due.lo === null ? null : duration(free.hi - due.lo) };
}
