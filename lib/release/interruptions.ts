import type { Day } from "@/lib/model/civil";
import { addDays, DAY, dateOf, dayEnd, dayStart, daysBetween, parseDate, readMoment } from "./clock";
import { ReleaseError } from "./codes";
import type { InterruptionInput } from "./types";

/** Time that does not count: `ms` for instants, `days` for day conventions; `ambiguous` when a wall time repeated. */
export type InterruptionSum = { ms: number; days: number; overlapping: boolean; ambiguous: boolean };

type Piece = { lo: number; hi: number; first: Day; last: Day };

function readPiece(item: InterruptionInput, tz: string, key: string): Piece & { ambiguous: boolean } {
  if (item.fromAt !== undefined && item.toAt !== undefined) {
    const [from, to] = [readMoment(item.fromAt, tz, `${key}.fromAt`), readMoment(item.toAt, tz, `${key}.toAt`)];
    const [lo, hi] = [from[0], to[to.length - 1] ?? to[0]];
    if (hi < lo) throw new ReleaseError("INTERRUPTION_RANGE_INVALID", key);
    return { lo, hi, first: dateOf(lo, tz), last: dateOf(hi, tz), ambiguous: from.length + to.length > 2 };
  }
  if (item.from === undefined || item.to === undefined) throw new ReleaseError("INPUT_INVALID", key);
  const [first, last] = [parseDate(item.from, `${key}.from`), parseDate(item.to, `${key}.to`)];
  if (last < first) throw new ReleaseError("INTERRUPTION_RANGE_INVALID", key);
  return { lo: dayStart(first, tz), hi: dayEnd(last, tz), first, last, ambiguous: false };
}

/**
 * Adds interruptions up, overlapping ones once: exact durations for instants, inclusive dates for day conventions.
 * Errors: `INTERRUPTION_RANGE_INVALID`, `DATE_INVALID`, `NONEXISTENT_LOCAL_TIME`.
 */
export function sumInterruptions(items: readonly InterruptionInput[], tz: string): InterruptionSum {
  const sum: InterruptionSum = { ms: 0, days: 0, overlapping: false, ambiguous: false };
  const pieces: Piece[] = [];
  items.forEach((item, i) => {
    const key = `interruptions.${i}`;
    const dated = [item.from, item.to, item.fromAt, item.toAt].some((value) => value !== undefined);
    if (item.days === undefined || dated) {
      const piece = readPiece(item, tz, key);
      sum.ambiguous ||= piece.ambiguous;
      pieces.push(piece);
      return;
    }
    if (item.days < 0) throw new ReleaseError("INTERRUPTION_RANGE_INVALID", `${key}.days`);
    sum.ms += item.days * DAY;
    sum.days += item.days;
  });
  let reached = -Infinity;
  for (const { lo, hi } of [...pieces].sort((a, b) => a.lo - b.lo)) {
    if (lo < reached) sum.overlapping = true;
    sum.ms += Math.max(0, hi - Math.max(lo, reached));
    reached = Math.max(reached, hi);
  }
  let next: Day | null = null;
  for (const { first, last } of [...pieces].sort((a, b) => a.first - b.first)) {
    const begin: Day = next !== null && next > first ? next : first;
    if (begin > last) continue;
    sum.days += daysBetween(begin, last) + 1;
    next = addDays(last, 1);
  }
  return sum;
}
