import { ReleaseError } from "./codes";
import type { Code } from "./codes";
import { daysOf, hoursOf, monthsOf } from "./conventions";
import type {
  ChainRule,
  Convention,
  CreditInput,
  InterruptionInput,
  OrderInput,
  ReleaseRule,
  Rounding,
  StartInput,
  Term,
} from "./types";

/** What is needed to compute one release, already checked for shape; see the contract in `docs/release-engine.md`. */
export type Facts = {
  tz: string;
  start?: StartInput | null;
  moments?: Record<string, StartInput>;
  /** True when the beginning is to be chosen from the moments even if a start is given. */
  preferMoments?: boolean;
  term?: Term | "LIFE" | null;
  convention?: Convention;
  orders?: OrderInput[];
  chain?: ChainRule;
  credits?: CreditInput[];
  rounding?: Rounding;
  interruptions?: InterruptionInput[];
  modification?: { at: string; newTerm?: Term; annulled?: boolean };
  fraction?: string;
  releaseRule?: ReleaseRule;
  weekend?: number[];
  holidays?: string[];
  maxDays?: number;
};

export type Warnings = Set<Code>;

const longest = { y: 1000, m: 12_000, w: 52_000, d: 366_000, h: 8_784_000 } as const;

function checkLength(value = 0, most: number, key: string): void {
  if (value < 0) throw new ReleaseError("TERM_NOT_POSITIVE", key);
  if (value > most) throw new ReleaseError("TERM_TOO_LONG", key);
}

/** Refuses a term that is zero or negative (`TERM_NOT_POSITIVE`) or beyond a thousand years (`TERM_TOO_LONG`). */
export function checkTerm(term: Term, key = "term"): Term {
  checkLength(term.y, longest.y, key);
  checkLength(term.m, longest.m, key);
  checkLength(term.w, longest.w, key);
  checkLength(term.d, longest.d, key);
  checkLength(term.h, longest.h, key);
  if (monthsOf(term) + daysOf(term) + hoursOf(term) === 0) throw new ReleaseError("TERM_NOT_POSITIVE", key);
  return term;
}
