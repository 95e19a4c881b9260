import { LIFE, termOf } from "./ordered-term";

/** Terms as ordered, and how many there are of each. */
export type CountedTerm = { term: string | null; count: number };

/**
 * What a list of ordered terms comes to. Every term that is shown is one that was ordered: nothing is averaged. `middle` has two where they are many
 * as even and the two in the middle differ. All null and empty where no term is known.
 */
export type TermFigures = { known: number; unknown: number; shortest: string | null; longest: string | null; middle: string[] };

/** Only to put terms in an order: a month is 30 days, a year 365, and life is longer than any. */
const days = { y: 365, m: 30, w: 7, d: 1, h: 1 / 24 } as const;

export function termFigures(terms: readonly CountedTerm[]): TermFigures {
  const known = terms.flatMap(({ term, count }) => (term === null || termOf(term) === null ? [] : [{ term, count, length: lengthOf(term) }])).sort((a, b) => a.length - b.length || (a.term < b.term ? -1 : 1));
  const count = known.reduce((sum, each) => sum + each.count, 0);
  const all = terms.reduce((sum, each) => sum + each.count, 0);
  const middle = count === 0 ? [] : [nth(known, Math.floor((count - 1) / 2)), nth(known, Math.floor(count / 2))];
  return { known: count, unknown: all - count, shortest: known[0]?.term ?? null, longest: known.at(-1)?.term ?? null, middle: [...new Set(middle)] };
}

function nth(ordered: readonly { term: string; count: number }[], at: number): string {
  let before = 0;
  for (const { term, count } of ordered) {
    before += count;
    if (at < before) return term;
  }
  return "";
}

function lengthOf(text: string): number {
  const term = termOf(text);
  if (term === null) return 0;
  if (term === LIFE) return Infinity;
  return Object.entries(term).reduce((sum, [unit, amount]) => sum + amount * days[unit as keyof typeof days], 0);
}
