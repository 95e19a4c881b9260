import { Temporal } from "temporal-polyfill";
import { isHoursOnly } from "./conventions";
import type { Reading, ReleaseEstimate } from "./estimate-facts";
import type { Term } from "./types";

/**
 * One sentence of "why this date?": a key in the room `release`, or in `law` where it begins with `law.`. Values whose name ends in `Date` are dates as far
 * as known or `YYYY-MM-DD`, those ending in `At` instants with an offset; the reader's locale formats both.
 */
export type Reason = { key: string; params: Record<string, string | number> };

/** A rule's id as a message key: `kz.arrest.counting` → `kz-arrest-counting`. */
export const ruleKey = (id: string): string => id.replaceAll(".", "-");

/** The reasons of an estimate, in the order in which they are read. */
export function explain(estimate: ReleaseEstimate): Reason[] {
  const basis =
    estimate.basis === "computed" ? explainComputed(estimate) : estimate.basis === "stated" ? explainStated(estimate) : explainNothing(estimate);
  return [...basis, ...explainGaps(estimate), ...explainObserved(estimate)];
}

function explainComputed(estimate: ReleaseEstimate): Reason[] {
  const ended = estimate.trace.find(({ rule }) => rule === "order.endsCustody");
  if (ended) return [{ key: "reason.endedByOrder", params: { endDate: String(ended.inputs["when"]) } }];
  const term = termOf(estimate);
  const reasons = [...explainStart(estimate)];
  if (term) reasons.push({ key: "reason.term", params: { y: 0, m: 0, w: 0, d: 0, h: 0, ...term } });
  if (term && isHoursOnly(term)) reasons.push({ key: "reason.hoursExact", params: {} });
  reasons.push(...estimate.readings.map(explainReading));
  const { countingRule } = estimate;
  if (countingRule && !estimate.countingConfirmed) {
    reasons.push({ key: `law.unconfirmed.${ruleKey(countingRule.id)}`, params: {} });
    reasons.push({ key: estimate.convention === "WINDOW" ? "reason.wholeWindow" : "reason.headline", params: { convention: estimate.convention ?? "" } });
  }
  return reasons;
}

function explainStart(estimate: ReleaseEstimate): Reason[] {
  const start = estimate.startUsed;
  if (!start) return [];
  const params = { kind: start.kind, startDate: start.when };
  const reasons: Reason[] = [];
  if (start.written) reasons.push({ key: "reason.writtenStart", params });
  else if (estimate.warnings.includes("START_NOT_RECORDED")) reasons.push({ key: "reason.rulingOnly", params: { startDate: start.when } });
  else reasons.push({ key: "reason.countedFrom", params });
  if (!start.written) reasons.push({ key: "reason.countFromNotStated", params: {} });
  if (estimate.warnings.includes("START_UNCERTAIN")) reasons.push({ key: "reason.startUncertain", params: {} });
  return reasons;
}

/** The term that was counted, as the trace has it. */
function termOf(estimate: ReleaseEstimate): Term | null {
  const step = estimate.trace.find(({ rule }) => rule === "term.add");
  return step ? (step.inputs["term"] as Term) : null;
}

const names = { ELAPSED_24H: "elapsed", SAME_WALL_CLOCK: "wallClock", INCLUSIVE_DAYS: "inclusive", EXCLUSIVE_DAYS: "exclusive" } as const;

function explainReading(reading: Reading): Reason {
  const key = `reason.reading.${names[reading.convention]}`;
  const { first, last } = datesOf(reading);
  if (reading.at !== undefined) return { key: `${key}At`, params: { endAt: reading.at } };
  if (first === null || last === null) return { key: `${key}Between`, params: { fromAt: reading.earliest, toAt: reading.latest } };
  if (first === last) return { key: `${key}Day`, params: { lastDate: first } };
  return { key: `${key}Days`, params: { firstDate: first, lastDate: last } };
}

/** The dates of a reading that is made of whole local days; nulls when it is not. */
function datesOf({ earliest, latest }: Reading): { first: string | null; last: string | null } {
  const whole = (text: string): boolean => text.includes("T00:00:00");
  if (!whole(earliest) || !whole(latest)) return { first: null, last: null };
  const last = Temporal.PlainDate.from(latest.slice(0, 10)).subtract({ days: 1 });
  return { first: earliest.slice(0, 10), last: last.toString() };
}

function unknownTerm(estimate: ReleaseEstimate): Reason[] {
  if (estimate.warnings.includes("INDETERMINATE")) return [{ key: "reason.indeterminate", params: {} }];
  if (estimate.warnings.includes("TERM_UNKNOWN")) return [{ key: "reason.termUnknown", params: {} }];
  return estimate.warnings.includes("START_UNKNOWN") ? [{ key: "reason.startUnknown", params: {} }] : [];
}

function explainStated(estimate: ReleaseEstimate): Reason[] {
  const said = estimate.stated.map(({ when }) => ({ key: "reason.statedOnly", params: { statedDate: when } }));
  return [...unknownTerm(estimate), ...said];
}

function explainNothing(estimate: ReleaseEstimate): Reason[] {
  return [...unknownTerm(estimate), { key: "reason.nothing", params: {} }];
}

function explainGaps({ stated }: ReleaseEstimate): Reason[] {
  return stated.flatMap(({ when, minusComputedDays, agrees }): Reason[] => {
    if (minusComputedDays === null) return [];
    if (agrees) return [{ key: "reason.statedAgrees", params: { statedDate: when } }];
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
