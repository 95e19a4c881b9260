import type { Code } from "./codes";
import type { ImpliedStart } from "./inverse";
import type { Confidence, LimitStep } from "./rules/rule";
import type { ChainRule, Convention, CreditInput, InterruptionInput, Provenance, Term, TraceStep } from "./types";

/** A second order beside the first; `start` is a beginning of its own, as far as known. */
export type SecondOrder = { term: Term | "LIFE" | null; relation: "consecutive" | "concurrent" | "unknown"; start: string | null };

/** What somebody knows about a term without any case; every date is a date as far as known, in `zone`. */
export type CalculatorFacts = {
  zone: string;
  /** ISO code of the country; one without rules of its own gets the general ones. */
  country: string;
  /** A value of the list of detention kinds. */
  detentionKind: string;
  moments: { seized: string | null; delivered: string | null; ruling: string | null };
  /** What the ruling itself says that the term is counted from. */
  countFrom: "not_stated" | "seized" | "delivered" | "ruling";
  term: Term | "LIFE" | null;
  second: SecondOrder | null;
  credits: CreditInput[];
  interruptions: InterruptionInput[];
  /** The part of the term after which release is due, such as `1/2`. */
  fraction: string | null;
  stated: string | null;
  /** English name of the weekday that was said with the stated date. */
  statedWeekday: string | null;
  observed: string | null;
};

/**
 * A fact against a computed result: `days` are calendar days from the nearest computed date to it, negative when it is earlier; `by` is
 * the least gap as an ISO duration and `early` its direction, where it does not fit; `fits` is null when an end is missing on either side.
 */
export type Fit = { fits: boolean | null; early: boolean; days: number; by: string | null };

/** An expected release: instants with an offset, `latest` exclusive (an exact instant lasts one minute), null where unbounded. */
export type Expected = { earliest: string | null; latest: string | null; kind: "instant" | "day" | "window" | "unknown"; stated: Fit | null; observed: Fit | null };

/** One reading of the term. `chains` names the ways of combining two orders that lead here; empty when it makes no difference. */
export type CalculatedReading = Expected & { convention: Convention; chains: ChainRule[]; inHeadline: boolean };

export type Headline = Expected & {
  convention: Convention | "WINDOW";
  /** Why: a term in hours is exact; the country has a default for an exact beginning; so it has, but two orders combine in more than one way; only the window is known. */
  because: "hours" | "default" | "chains" | "window";
  confirmed: boolean;
  rule: { id: string; confidence: Confidence };
};

/** A limit in hours: when it is reached, and whether what had to happen came before. `by` is how far it was exceeded, ISO duration. */
export type CalculatedLimit = {
  rule: string;
  hours: number;
  step: LimitStep;
  earliest: string | null;
  latest: string | null;
  verdict: "open" | "kept" | "possibly" | "exceeded";
  by: string | null;
};

/** What a release would imply if the term were counted so: a hypothesis, never a fact. `days` are the least and the most whole days. */
export type Implied = {
  from: "observed" | "stated";
  starts: { convention: Convention; start: ImpliedStart }[];
  days: { convention: Convention; days: { least: number; most: number } | null }[];
};

/** One sentence: a full message key with its values; names ending in `Date` are dates as far as known, those in `At` instants. */
export type Sentence = { key: string; params: Record<string, string | number> };

export type Calculation = {
  zone: string;
  /** The moment counted from; `written` when the ruling names it, `recorded` when it is more than the ruling's own date. */
  start: { kind: string; when: string; written: boolean; recorded: boolean } | null;
  readings: CalculatedReading[];
  headline: Headline | null;
  limits: CalculatedLimit[];
  implied: Implied | null;
  reasons: Sentence[];
  warnings: Code[];
  /** Why nothing could be computed, or null. */
  error: Code | null;
  trace: TraceStep[];
  provenance: Provenance;
};
