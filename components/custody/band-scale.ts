/** A scale in time. `start` and `end` are instants in milliseconds. */
export type Band = {
  /** Percent of the width, 0 to 100. */
  at: (instant: number) => number;
  start: number;
  end: number;
};

const DAY_MS = 86_400_000;
/** Free room at either side, as a part of the whole span. */
const MARGIN = 0.06;

/**
 * A linear scale over everything that is drawn, never shorter than two days; undefined when no instant is known. `now` lengthens it by
 * half at most: an old case would otherwise shrink to a hair.
 */
export function bandOf(instants: readonly (number | null)[], now: number | null): Band | undefined {
  const known = instants.filter((each) => each !== null);
  if (known.length === 0) return undefined;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const least = Math.max(last - first, 2 * DAY_MS);
  const span = Math.max(least, Math.min((now ?? first) - first, least * 1.5));
  const [start, end] = [first - span * MARGIN, first + span * (1 + MARGIN)];
  const at = (instant: number) => Math.round(Math.max(0, Math.min(100, ((instant - start) / (end - start)) * 100)) * 100) / 100;
  return { at, start, end };
}
