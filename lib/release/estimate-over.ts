import { duration, iso } from "./clock";
import type { CaseFacts, OverDetention } from "./estimate-facts";
import type { Combined } from "./estimate-orders";
import { after } from "./estimate-orders";
import { known } from "./estimate-start";
import type { Warnings } from "./facts";
import { boundsOfSpan } from "./spans";
import type { Bounds } from "./spans";
import type { Span, TraceStep } from "./types";

/**
 * Time held without a title: after the latest lawful reading, or beyond a term that was reduced while it was being served. At least from the
 * latest reading to the earliest possible release; at most from the earliest reading to the latest possible release.
 */
export function overDetention(facts: CaseFacts, combined: Combined, lawful: Bounds | null, trace: readonly TraceStep[], warnings: Warnings): OverDetention | null {
  const { zone } = facts;
  const [seen] = known("released", facts.observed, zone, warnings);
  const observed = seen && boundsOfSpan(seen.span, zone);
  if (lawful?.hi != null && observed?.lo != null && observed.lo > lawful.hi) {
    warnings.add("HELD_BEYOND_TERM");
    const kind = after(combined, combined.decisions.length).over ? "annulment" : "term";
    return { kind, since: iso(lawful.hi, zone), min: duration(observed.lo - lawful.hi), max: observed.hi === null || lawful.lo === null ? null : duration(observed.hi - lawful.lo) };
  }
  return reduced(trace, zone);
}

/** A shorter term that had already run when it was decided: the time between the two was served without a title. */
function reduced(trace: readonly TraceStep[], zone: string): OverDetention | null {
  const step = trace.findLast(({ rule }) => rule === "decision.newTerm");
  const release = step?.after.release ?? step?.after.end ?? null;
  if (!step || release === null) return null;
  const [fresh, free] = [boundsOfSpan(step.inputs["recomputed"] as Span, zone), boundsOfSpan(release, zone)];
  if (fresh.hi === null || free.lo === null || free.lo <= fresh.hi) return null;
  return { kind: "reduced_term", since: iso(fresh.hi, zone), min: duration(free.lo - fresh.hi), max: free.hi === null || fresh.lo === null ? null : duration(free.hi - fresh.lo) };
}
