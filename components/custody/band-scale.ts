/** A scale in time. `start` and `end` are instants in milliseconds. */
export type Band = {
  /** Percent of the width, 0 to 100. */
  at: (instant: number) => number;
  start: number;
  end: number;
  /** Percent of the width at which the scale is broken off, because now lies far after everything else; otherwise null. */
  cut: number | null;
};

const DAY_MS = 86_400_000;
/** Free room at either side, as a part of the whole span. */
const MARGIN = 0.06;
/** How many times the span of everything else may be drawn to reach now before the scale is cut. */
const LONGEST = 4;
/** Where the scale is broken off, in percent of the width. */
const CUT = 86;

/**
 * A linear scale over everything that is drawn, never shorter than two days; undefined when no instant is known. It always reaches
 * `now`; where that would leave less than a quarter for everything else, the time in between is pressed together after a cut, so that an old
 * case does not shrink to a hair.
 */
export function bandOf(instants: readonly (number | null)[], now: number | null): Band | undefined {
  const known = instants.filter((each) => each !== null);
  if (known.length === 0) return undefined;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const least = Math.max(last - first, 2 * DAY_MS);
  const wanted = Math.max(least, (now ?? first) - first);
  const cut = now !== null && wanted > least * LONGEST ? CUT : null;
  const span = cut === null ? wanted : least;
  const start = Math.floor(first - span * MARGIN);
  const until = Math.ceil(first + span * (1 + MARGIN));
  const end = cut === null || now === null ? until : now;
  const place = (instant: number): number => {
    if (cut === null) return share(instant, start, until) * 100;
    return instant <= until ? share(instant, start, until) * cut : cut + share(instant, until, end) * (100 - cut);
  };
  const at = (instant: number) => Math.round(Math.max(0, Math.min(100, place(instant))) * 100) / 100;
  return { at, start, end, cut };
}

/** Rows for labels so that none lies on another: labels nearer than `room` percent of the width go into the next row. Row by label, from 0. */
export function rowsFor(places: readonly number[], room: number): number[] {
  const ends: number[] = [];
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  const rows = new Array<number>(places.length).fill(0);
  for (const { place, at } of order) {
    const free = ends.findIndex((end) => place - end >= room);
    const row = free === -1 ? ends.length : free;
    ends[row] = place;
    rows[at] = row;
  }
  return rows;
}

const share = (instant: number, from: number, to: number): number => (instant - from) / (to - from);
