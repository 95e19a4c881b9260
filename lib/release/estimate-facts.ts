import type { AdjustmentKind, CountFrom, MomentKind, OrderRelation, OverKind } from "@/lib/model/vocabularies";
import type { Jurisdiction } from "./rules/registry";
import type { Confidence, LimitStep, Overriding } from "./rules/rule";
import type { Code } from "./codes";
import type { Convention, Provenance, Term, TraceStep } from "./types";

export type EstimateOrder = {
  id: string;
  /** A value of the list of order kinds; `custody` where nobody says which: an order for the case's own kind of detention. */
  kind: string;
  date: string | null;
  term: Term | "LIFE" | null;
  countFrom: CountFrom;
  countFromWhen: string | null;
  /** How it stands to the order `relatesTo`, or to the one before it where that is null; `unknown`: beside or after it, nobody says which. */
  relation: OrderRelation | "unknown";
  relatesTo: string | null;
  /** The part of the term after which release is automatic, such as "1/2". */
  servedShare: string | null;
};

/** Time that counts towards a term or does not count; days or minutes as far as known, or only a number of days. */
export type EstimateAdjustment = { id: string; kind: AdjustmentKind; from: string | null; to: string | null; days: number | null; ratio: string | null };

/** A release date that a source names; `weekday` is the English name of the day of the week that it said with it. */
export type StatedFact = { id: string; when: string; weekday?: string };

/** What a case knows that bears on its release; every date is a date as far as known, in the zone of the place. */
export type CaseFacts = {
  zone: string;
  jurisdiction: Jurisdiction;
  /** A value of the list of detention kinds. */
  detentionKind: string;
  moments: { kind: MomentKind; when: string | null }[];
  orders: EstimateOrder[];
  adjustments: EstimateAdjustment[];
  /** What the organisation puts in the place of rules of law; `value` as the rule's list writes it. */
  overrides: { ruleId: string; version: number; source: string; value: string }[];
  stated: StatedFact[];
  /** When the person was released, as far as known; null while nothing is recorded. */
  observed: string | null;
};

/**
 * One way to read the orders. `fits…` is null where there is nothing to compare with; days are calendar days, the fact minus what is
 * computed; `…Gap` is the least time between the two where they do not meet, an ISO 8601 duration, negative where the fact is earlier.
 */
export type Reading = {
  convention: Convention;
  /** Whether the country's rule of counting allows it. */
  byRule: boolean;
  /** Where consecutive terms with months can be added in two ways; where nobody says whether two terms are served together. */
  chain?: "AGGREGATE" | "SEQUENTIAL";
  links?: "consecutive" | "concurrent";
  earliest: string;
  latest: string;
  lastDay?: string;
  at?: string;
  fitsStated: boolean | null;
  statedMinusDays: number | null;
  statedGap?: string;
  fitsObserved: boolean | null;
  observedMinusDays: number | null;
  observedGap?: string;
};

/**
 * A clock in hours. `earliestAt` and `at`: when it can have passed, and when it has on every reading. What stopped it is `stepWhen`;
 * `open` while nothing did. Whether an open one has passed is a comparison with now and is never stored.
 */
export type EstimateLimit = {
  rule: string;
  hours: number;
  until: LimitStep;
  confidence: Confidence;
  overridden?: Overriding;
  /** The kind of moment that it runs from. */
  from: string;
  earliestAt: string | null;
  at: string;
  state: "open" | "met" | "possibly_exceeded" | "exceeded" | "unknown";
  stepWhen: string | null;
  /** What the next step was: a decision of a court, a charge, the release, or the death. */
  stepKind: "court" | "charge" | "release" | "died" | null;
  exceededBy?: string;
};

/** How long a ruling can be appealed; `until` is exclusive and the latest possible; `filed` is the date of the appeal where one is recorded. */
export type EstimateAppeal = { rule: string; orderId: string; orderKind: string; until: string; confidence: Confidence; overridden?: Overriding; filed: string | null };

/** What a release would imply, by one convention: a beginning (as far as it follows) or terms in whole days. Never a fact. */
export type Hypothesis = { implies: "start" | "term"; from: "observed" | "stated"; convention: Convention; at?: string; date?: string; candidates?: string[]; earliest?: string; latest?: string; days?: number[] };

/** Held longer than any reading allows: since when, at least and (where known) at most, as ISO 8601 durations. */
export type OverDetention = { kind: OverKind; since: string; min: string; max: string | null };

/**
 * The expected release of a case with its reasons. `earliest` and `latest` are instants with the offset of the zone;
 * `latest` is exclusive, so for an exact instant it is one minute later; null is unbounded or unknown.
 */
export type ReleaseEstimate = {
  basis: "computed" | "stated" | "none";
  earliest: string | null;
  latest: string | null;
  /** The two alarms: from here on the person may be due, and only from here on overdue on every lawful reading. */
  watchFrom: string | null;
  overdueFrom: string | null;
  kind: "instant" | "day" | "window" | "unknown";
  convention: Convention | "WINDOW" | null;
  countingConfirmed: boolean;
  readings: Reading[];
  /** `written`: the ruling itself says that the term is counted from this moment; `credited`: from the ruling, because custody before it is credited on its own. */
  startUsed: { kind: string; when: string; written: boolean; credited: boolean } | null;
  /** The dated rule of law behind the counting, and how sure it is; null when nothing is counted. */
  countingRule: { id: string; confidence: Confidence; overridden?: Overriding } | null;
  stated: { id: string; when: string; minusComputedDays: number | null; agrees: boolean | null }[];
  observed: { when: string; verdict: "on_time" | "early" | "late" | "unknown"; by?: string } | null;
  limits: EstimateLimit[];
  appeals: EstimateAppeal[];
  hypotheses: Hypothesis[];
  over: OverDetention | null;
  /** The order that governs and its term after everything that later orders did to it, as `orders.term` is written. */
  governingOrder: string | null;
  term: string | null;
  warnings: Code[];
  trace: TraceStep[];
  provenance: Provenance;
};
