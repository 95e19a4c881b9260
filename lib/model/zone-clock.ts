import { Temporal } from "temporal-polyfill";
import { dayMs, two } from "./civil";
import type { Day, Wall } from "./civil";

/**
 * A stretch of time in which a zone keeps one offset: epoch milliseconds, half-open, offset in milliseconds. `suffix` is the offset as
 * ISO 8601 writes it, in whole minutes, and `written` its length in milliseconds.
 */
export type Stretch = { readonly from: number; readonly until: number; readonly offset: number; readonly suffix: string; readonly written: number };

type Zone = { name: string; stretches: Stretch[]; last: Stretch };

const nowhere: Stretch = { from: Infinity, until: -Infinity, offset: 0, suffix: "", written: 0 };
const known = new Map<string, Zone>();
const mostZones = 1000;
const mostStretches = 1000;
let latest: Zone = { name: "", stretches: [], last: nowhere };

function zoneNamed(name: string): Zone {
  if (latest.name === name) return latest;
  let zone = known.get(name);
  if (!zone) {
    if (known.size >= mostZones) known.clear();
    zone = { name, stretches: [], last: nowhere };
    known.set(name, zone);
  }
  latest = zone;
  return zone;
}

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

/** Temporal finds every change of a clock from here on: 30 March 1843. */
const firstSearched = -4e12;
const minuteMs = 60_000;

function stretchAround(ms: number, zone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const next = at.getTimeZoneTransition("next");
  // "previous" means strictly before, so it is asked from just after: `ms` may be the very moment of a change.
  const begins = (next ?? at.add({ milliseconds: 1 })).getTimeZoneTransition("previous");
  const from = begins === null ? (next === null ? -Infinity : Math.min(ms, firstSearched)) : begins.epochMilliseconds <= ms ? begins.epochMilliseconds : ms;
  const offset = at.offsetNanoseconds / 1e6;
  const minutes = Math.round(Math.abs(offset) / minuteMs);
  const east = offset >= 0 || minutes === 0;
  return {
    from,
    until: next?.epochMilliseconds ?? Infinity,
    offset,
    suffix: `${east ? "+" : "-"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    written: (east ? minutes : -minutes) * minuteMs,
  };
}

/**
 * The offset of a zone around an instant. What was asked is remembered, because asking Temporal is the dearest part of a computation; what
 * is remembered never changes an answer. Throws `RangeError` outside the calendar and for a zone that does not exist.
 */
export function stretchAt(ms: number, name: string): Stretch {
  const zone = zoneNamed(name);
  const { last } = zone;
  if (ms >= last.from && ms < last.until) return last;
  const index = indexBefore(zone.stretches, ms);
  const found = zone.stretches[index];
  if (found && ms < found.until) return (zone.last = found);
  const stretch = stretchAround(ms, name);
  if (zone.stretches.length >= mostStretches) zone.stretches = [stretch];
  else zone.stretches.splice(indexBefore(zone.stretches, stretch.from) + 1, 0, stretch);
  return (zone.last = stretch);
}

/**
 * The instants (epoch milliseconds) at which the clock of a zone shows a wall time: `first` and `last` differ where it shows it twice. Where
 * it never does, both are null, `before` and `after` read it with the offset on either side of the gap, and `change` is the gap itself.
 */
export type Shown = { first: number; last: number } | { first: null; last: null; before: number; after: number; change: number };

/** Offsets are shorter than a day, so only the stretches within a day on either side can show a wall time. */
export function shownAt(wall: Wall, zone: string): Shown {
  let stretch = stretchAt(wall - dayMs, zone);
  let at = wall - stretch.offset;
  if (wall + dayMs < stretch.until) return { first: at, last: at };
  let first: number | null = at < stretch.until ? at : null;
  let last = first;
  let gap: { before: number; after: number; change: number } | null = null;
  while (stretch.until <= wall + dayMs) {
    const change = stretch.until;
    stretch = stretchAt(change, zone);
    const before = at;
    at = wall - stretch.offset;
    if (before >= change && at < change) gap = { before, after: at, change };
    if (at < change || at >= stretch.until) continue;
    first ??= at;
    last = at;
  }
  if (first !== null && last !== null) return { first, last };
  if (gap === null) throw new RangeError("a wall time that is neither shown nor skipped");
  return { first: null, last: null, ...gap };
}

/** A wall time as an instant: of a time shown twice the earlier or later; one that was skipped is moved on by the gap, back for "earlier". */
export function instantOf(wall: Wall, zone: string, which: "compatible" | "earlier" | "later"): number {
  const shown = shownAt(wall, zone);
  if (shown.first !== null) return which === "later" ? shown.last : shown.first;
  return which === "earlier" ? shown.after : shown.before;
}

/** The first instant of a date: 00:00, or where the clock skipped it the moment of the change. */
export function startOfDay(day: Day, zone: string): number {
  const shown = shownAt(day * dayMs, zone);
  return shown.first ?? (shown as { change: number }).change;
}
