import { Temporal } from "temporal-polyfill";
import { invalidCodes, unsupportedCodes } from "./codes";
import type { Code, WarningCode } from "./codes";
import type { ReleaseEstimate } from "./estimate-facts";
import { explainTrace } from "./explain-trace";
import type { Reason } from "./explain-trace";

export type { Reason } from "./explain-trace";

/** A rule's id as a message key: `kz.arrest.counting` → `kz-arrest-counting`. */
export const ruleKey = (id: string): string => id.replaceAll(".", "-");

/** The reasons of an estimate, in the order in which they are read: the steps of its trace as sentences, then what is not sure, then the gaps. */
export function explain(estimate: ReleaseEstimate): Reason[] {
  const basis = estimate.basis === "computed" ? explainComputed(estimate) : estimate.basis === "stated" ? explainStated(estimate) : explainNothing(estimate);
  return [...basis, ...explainGaps(estimate), ...explainObserved(estimate)];
}

const starts = ["reason.startGiven", "reason.startChosen"];
/** Doubts that a reader must see beside the reasons. */
const doubts: readonly WarningCode[] = [
  "ORDER_RELATION_UNKNOWN",
  "CHAIN_NOT_CONFIRMED",
  "CREDIT_RATIO_UNKNOWN",
  "CREDIT_COUNTED_ALREADY",
  "ROUNDING_APPLIED",
  "OVERLAPPING_CREDIT",
  "OVERLAPPING_INTERRUPTION",
  "CREDIT_EXCEEDS_TERM",
  "HOLIDAYS_NOT_RECORDED",
  "EXCEEDS_STATUTORY_MAX",
  "AMBIGUOUS_LOCAL_TIME",
];

/** What a reason, a limit clock or the line that nothing is computed says in full. */
const told: readonly Code[] = [
  ...doubts,
  "START_UNCERTAIN",
  "START_NOT_RECORDED",
  "START_UNKNOWN",
  "TERM_UNKNOWN",
  "INDETERMINATE",
  "COUNTING_NOT_CONFIRMED",
  "STATED_DIFFERS",
  "OBSERVED_BEFORE_EARLIEST",
  "OBSERVED_AFTER_LATEST",
  "HELD_BEYOND_TERM",
  "LIMIT_EXCEEDED",
  "LIMIT_POSSIBLY_EXCEEDED",
  "SENTENCE_ENDED_BY_ORDER",
];

/** Warnings that nothing else beside an estimate says. */
export const untold = ({ warnings }: Pick<ReleaseEstimate, "warnings">): Code[] => warnings.filter((code) => !told.includes(code));

const blocking: readonly Code[] = [...unsupportedCodes, ...invalidCodes, "FACT_UNREADABLE"];

/** Why nothing was computed, as far as the warnings say. */
export const whyNothing = ({ warnings }: Pick<ReleaseEstimate, "warnings">): Code | null => blocking.find((code) => warnings.includes(code)) ?? null;

function explainComputed(estimate: ReleaseEstimate): Reason[] {
  const steps = explainTrace(estimate.trace);
  const counted = steps.some(({ key }) => starts.includes(key));
  const reasons = [...(counted ? explainStart(estimate) : []), ...steps.filter(({ key }) => !starts.includes(key))];
  const { countingRule } = estimate;
  if (countingRule && !estimate.countingConfirmed) {
    reasons.push({ key: `law.unconfirmed.${ruleKey(countingRule.id)}`, params: {} });
    if (estimate.convention !== "WINDOW") reasons.push({ key: "reason.headline", params: { convention: estimate.convention ?? "" } });
  }
  return [...reasons, ...doubts.filter((code) => estimate.warnings.includes(code)).map((code) => ({ key: `warning.${code}`, params: {} }))];
}

function explainStart(estimate: ReleaseEstimate): Reason[] {
  const start = estimate.startUsed;
  if (!start) return [];
  const params = { kind: start.kind, startDate: start.when };
  const reasons: Reason[] = [];
  if (estimate.warnings.includes("ENDS_BEFORE_RULING")) return [{ key: "warning.ENDS_BEFORE_RULING", params: {} }];
  if (start.written) reasons.push({ key: "reason.writtenStart", params });
  else if (start.credited) reasons.push({ key: "reason.creditedStart", params: { startDate: start.when } });
  else if (estimate.warnings.includes("START_NOT_RECORDED")) reasons.push({ key: "reason.rulingOnly", params: { startDate: start.when } });
  else reasons.push({ key: "reason.countedFrom", params });
  if (!start.written && !start.credited) reasons.push({ key: "reason.countFromNotStated", params: {} });
  if (estimate.warnings.includes("START_UNCERTAIN")) reasons.push({ key: "reason.startUncertain", params: {} });
  return reasons;
}

function unknownTerm(estimate: ReleaseEstimate): Reason[] {
  if (estimate.warnings.includes("INDETERMINATE")) return [{ key: "reason.indeterminate", params: {} }];
  if (estimate.warnings.includes("TERM_UNKNOWN")) return [{ key: "reason.termUnknown", params: {} }];
  return estimate.warnings.includes("START_UNKNOWN") ? [{ key: "reason.startUnknown", params: {} }] : [];
}

function explainStated(estimate: ReleaseEstimate): Reason[] {
  return [...unknownTerm(estimate), ...explainTrace(estimate.trace)];
}

function explainNothing(estimate: ReleaseEstimate): Reason[] {
  return [...unknownTerm(estimate), { key: "reason.nothing", params: {} }];
}

function explainGaps({ stated }: ReleaseEstimate): Reason[] {
  return stated.flatMap(({ when, minusComputedDays, agrees }): Reason[] => {
    if (minusComputedDays === null) return [];
    if (agrees) return [{ key: "reason.statedAgrees", params: { statedDate: when } }];
    if (minusComputedDays === 0) return [{ key: "reason.statedOtherHour", params: { statedDate: when } }];
    const key = minusComputedDays > 0 ? "reason.statedLater" : "reason.statedEarlier";
    return [{ key, params: { statedDate: when, days: Math.abs(minusComputedDays) } }];
  });
}

const observedKeys = { on_time: "reason.observedOnTime", early: "reason.observedEarly", late: "reason.observedLate", unknown: "reason.observedUnknown" } as const;

function explainObserved({ observed }: ReleaseEstimate): Reason[] {
  if (!observed) return [];
  const params = { releasedDate: observed.when };
  if (observed.by === undefined) return [{ key: observedKeys[observed.verdict], params }];
  const total = Temporal.Duration.from(observed.by).total("minutes");
  const [days, hours] = [Math.floor(total / 1440), Math.floor((total % 1440) / 60)];
  return [{ key: observedKeys[observed.verdict], params: { ...params, days, hours, minutes: Math.floor(total % 60) } }];
}
