import { Temporal } from "temporal-polyfill";

/** A stretch of time in which a zone keeps one offset; epoch milliseconds, half-open, offset in milliseconds. */
type Stretch = { from: number; until: number; offset: number };

const known = new Map<string, Stretch[]>();
const mostStretches = 1000;

/** The index of the last stretch that begins at or before `ms`, or −1. */
function indexBefore(stretches: readonly Stretch[], ms: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function stretchAround(ms: number, tz: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(tz);
  const next = at.getTimeZoneTransition("next");
  // "previous" means strictly before, so it is asked from just after: `ms` may be the very moment of a change.
  const begins = (next ?? at.add({ milliseconds: 1 })).getTimeZoneTransition("previous");
  const from = begins && begins.epochMilliseconds <= ms ? begins.epochMilliseconds : ms;
  return { from: begins === null && next === null ? -Infinity : from, until: next?.epochMilliseconds ?? Infinity, offset: at.offsetNanoseconds / 1e6 };
}

/**
 * The offset of a zone at an instant, in milliseconds. Stretches between two changes of the clock are remembered, because
 * asking for the offset is the dearest part of a computation; what is remembered never changes an answer. Throws
 * `RangeError` outside the calendar.
 */
export function offsetAt(ms: number, tz: string): number {
  const stretches = known.get(tz) ?? [];
  const index = indexBefore(stretches, ms);
  const found = stretches[index];
  if (found && ms < found.until) return found.offset;
  const stretch = stretchAround(ms, tz);
  if (stretches.length >= mostStretches) known.set(tz, [stretch]);
  else if (stretches.length === 0) known.set(tz, [stretch]);
  else stretches.splice(index + 1, 0, stretch);
  return stretch.offset;
}
