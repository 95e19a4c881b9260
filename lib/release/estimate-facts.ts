import type { MomentKind } from "@/lib/model/vocabularies";
import type { Jurisdiction } from "./rules/registry";
import type { Confidence } from "./rules/rule";
import type { Code } from "./codes";
import type { Convention, Provenance, Term, TraceStep } from "./types";

export type EstimateOrder = {
  id: string;
  kind: string;
  date: string | null;
  term: Term | "LIFE" | null;
  countFrom: "not_stated" | "seized" | "delivered" | "ruling" | "admitted" | "written";
  countFromWhen: string | null;
};

/** What a case knows that bears on its release; every date is a date as far as known, in the zone of the place. */
export type CaseFacts = {
  zone: string;
  jurisdiction: Jurisdiction;
  /** A value of the list of detention kinds. */
  detentionKind: string;
  moments: { kind: MomentKind; when: string | null }[];
  orders: EstimateOrder[];
  stated: { id: string; when: string }[];
  /** When the person was released, as far as known; null while nothing is recorded. */
  observed: string | null;
};

export type Reading = { convention: Convention; earliest: string; latest: string; lastDay?: string; at?: string };

export type EstimateLimit = { hours: number; at: string; rule: string };

/**
 * The expected release of a case with its reasons. `earliest` and `latest` are instants with the offset of the zone;
 * `latest` is exclusive, so for an exact instant it is one minute later; null is unbounded or unknown.
 */
export type ReleaseEstimate = {
  basis: "computed" | "stated" | "none";
  earliest: string | null;
  latest: string | null;
  kind: "instant" | "day" | "window" | "unknown";
  convention: Convention | "WINDOW" | null;
  countingConfirmed: boolean;
  readings: Reading[];
  /** `written`: the ruling itself says that the term is counted from this moment. */
  startUsed: { kind: string; when: string; written: boolean } | null;
  /** The dated rule of law behind the counting, and how sure it is; null when nothing is counted. */
  countingRule: { id: string; confidence: Confidence } | null;
  stated: { id: string; when: string; minusComputedDays: number | null; agrees: boolean | null }[];
  observed: { when: string; verdict: "on_time" | "early" | "late" | "unknown"; by?: string } | null;
  limits: EstimateLimit[];
  warnings: Code[];
  trace: TraceStep[];
  provenance: Provenance;
};
