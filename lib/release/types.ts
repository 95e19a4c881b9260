/** The words of the release engine: facts in, an answer with its reasons out. */
export const conventions = ["ELAPSED_24H", "SAME_WALL_CLOCK", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"] as const;
export type Convention = (typeof conventions)[number];

export const chainRules = ["AGGREGATE", "SEQUENTIAL", "CONCURRENT"] as const;
export type ChainRule = (typeof chainRules)[number];

export const roundings = ["CEIL", "FLOOR", "HALF_UP"] as const;
export type Rounding = (typeof roundings)[number];

export const releaseRules = ["PRECEDING_WORKDAY_FIRST_HALF", "PRECEDING_WORKDAY", "LAST_DAY_FIRST_HALF"] as const;
export type ReleaseRule = (typeof releaseRules)[number];

/** A length as ordered: years, months, weeks, days, hours; whole numbers, never converted into one another. */
export type Term = { y?: number; m?: number; w?: number; d?: number; h?: number };

/** A beginning as written down; wall-clock values without an offset belong to the zone that travels beside them. */
export type StartInput = {
  precision?: "minute" | "day" | "range" | "month" | "notAfter" | "edtf";
  at?: string;
  date?: string;
  from?: string;
  to?: string;
  month?: string;
  notAfter?: string;
  edtf?: string;
  fold?: 0 | 1;
};

/**
 * Where something lies in time, in the same keys as an answer. Instants carry the offset of the zone; `to` is
 * exclusive; `lastDayFrom` and `lastDayTo` are both inclusive; null is an unknown bound.
 */
export type Span =
  | { at: string }
  | { from: string | null; to: string | null }
  | { candidates: string[] }
  | { lastDay: string }
  | { lastDayFrom: string | null; lastDayTo: string | null };

/** What the engine holds between two steps; `release` differs from `end` only where a fraction or a release rule applies. */
export type State = { start: Span | null; end: Span | null; release: Span | null };

/** One step of the reasoning; replaying `rule` over `before` with `inputs` gives `after`. */
export type TraceStep = {
  rule: string;
  citation: string;
  /** The id of the rule of law that settles the step, where there is one, and whether an organisation put its own in its place. */
  law?: string;
  overridden?: { version: number; source: string };
  inputs: Readonly<Record<string, unknown>>;
  before: State;
  after: State;
};

export type Provenance = { engine: string; ruleSet: string; ruleSetVersion: string; zoneData: string; overrides?: string[] };

export type CreditInput = { from?: string; to?: string; days?: number; ratio?: string; kind?: string };
export type InterruptionInput = {
  from?: string;
  to?: string;
  fromAt?: string;
  toAt?: string;
  days?: number;
  kind?: string;
};
export type OrderInput = {
  id: string;
  term: Term | "LIFE" | null;
  start?: StartInput | null;
  consecutiveTo?: string;
  imposed?: string;
};
