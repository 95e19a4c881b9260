import type { Day } from "@/lib/model/civil";
import { parseDate } from "./clock";
import { ReleaseError } from "./codes";
import { isWhole, parseRatio, plus, print, ratio, round, times } from "./ratio";
import type { Ratio } from "./ratio";
import type { CreditInput, Rounding } from "./types";

export type CreditSum = { raw: string; days: number; rounded: boolean; overlapping: boolean };

/** From a date to the one before `until`. */
type Segment = { from: Day; until: Day; ratio: Ratio; rank: number };

/**
 * Days credited towards a term: a calendar day counts once, the higher ratio wins an overlap, the sum is rounded once.
 * Errors: `CREDIT_RANGE_INVALID`, `CREDIT_RATIO_INVALID`, `DATE_INVALID`.
 */
export function sumCredits(credits: readonly CreditInput[], rounding: Rounding): CreditSum {
  let sum = ratio(0n, 1n);
  const segments: Segment[] = [];
  credits.forEach((credit, i) => {
    const key = `credits.${i}`;
    const rate = parseRatio(credit.ratio ?? "1/1", "CREDIT_RATIO_INVALID", `${key}.ratio`);
    if (credit.days !== undefined && credit.from === undefined && credit.to === undefined) {
      if (credit.days < 0) throw new ReleaseError("CREDIT_RANGE_INVALID", `${key}.days`);
      sum = plus(sum, times(rate, credit.days));
      return;
    }
    if (credit.from === undefined || credit.to === undefined) throw new ReleaseError("INPUT_INVALID", key);
    const from = parseDate(credit.from, `${key}.from`);
    const until = parseDate(credit.to, `${key}.to`) + 1;
    if (from >= until) throw new ReleaseError("CREDIT_RANGE_INVALID", key);
    segments.push({ from, until, ratio: rate, rank: Number(rate.n) / Number(rate.d) });
  });
  const edges = [...new Set(segments.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  let overlapping = false;
  edges.slice(0, -1).forEach((edge, i) => {
    const active = segments.filter(({ from, until }) => from <= edge && until > edge);
    const [first, ...rest] = active;
    if (!first) return;
    if (rest.length > 0) overlapping = true;
    // Ratios of at most six digits that differ also differ as floating-point numbers.
    const best = rest.reduce((top, other) => (other.rank > top.rank ? other : top), first).ratio;
    sum = plus(sum, times(best, (edges[i + 1] ?? edge) - edge));
  });
  return { raw: print(sum), days: round(sum, rounding), rounded: !isWhole(sum), overlapping };
}
