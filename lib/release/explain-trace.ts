import { dateText } from "@/lib/model/civil";
import { termText } from "@/lib/model/ordered-term";
import { dayFrom, iso } from "./clock";
import { isHoursOnly } from "./conventions";
import { boundsOfSpan, minute } from "./spans";
import { earliestDeprivation, readStart } from "./start";
import type { Rule, StepInputs } from "./steps";
import type { Convention, Span, State, Term, TraceStep } from "./types";

/**
 * One sentence of "why this date?": a key in the room `release`, or in `law` where it begins with `law.`. Values whose name ends in `Date` are dates as far
 * as known or `YYYY-MM-DD`, in `At` instants with an offset, in `Span` two instants (`..` where a side is open), in `Term` terms as they are
 * stored; the reader's locale formats all of them. `law` is the rule that the sentence rests on.
 */
export type Reason = { key: string; params: Record<string, string | number>; law?: string; overridden?: { version: number; source: string } };

const reason = (key: string, params: Reason["params"] = {}): Reason => ({ key: `reason.${key}`, params });

/** Two instants, the second exclusive. */
export function spanText(span: Span, tz: string): string {
  const { lo, hi, closed } = boundsOfSpan(span, tz);
  return `${lo === null ? ".." : iso(lo, tz)}/${hi === null ? ".." : iso(closed ? hi + minute : hi, tz)}`;
}

const names = { ELAPSED_24H: "elapsed", SAME_WALL_CLOCK: "wallClock", INCLUSIVE_DAYS: "inclusive", EXCLUSIVE_DAYS: "exclusive" } as const;

/** How a term ends by one convention, in the words that fit what is known of it. */
export function readingReason(convention: Convention, end: Span, tz: string): Reason {
  const key = `reading.${names[convention]}`;
  if ("at" in end) return reason(`${key}At`, { endAt: end.at });
  const [from = "..", to = ".."] = spanText(end, tz).split("/");
  const whole = [from, to].every((text) => text.includes("T00:00:00"));
  if (!whole) return reason(`${key}Between`, { fromAt: from, toAt: to });
  const last = dateText(dayFrom(to.slice(0, 10)) - 1);
  return from.slice(0, 10) === last ? reason(`${key}Day`, { lastDate: last }) : reason(`${key}Days`, { firstDate: from.slice(0, 10), lastDate: last });
}

const open = (span: Span, tz: string): boolean => spanText(span, tz).includes("..");

const ends = (key: string, after: State, tz: string, params: Reason["params"] = {}): Reason[] => {
  const span = after.release ?? after.end;
  return span === null ? [] : [reason(key, { ...params, endSpan: spanText(span, tz) })];
};

function reading({ convention, tz }: { convention: Convention; tz: string }, after: State): Reason[] {
  return after.end === null || open(after.end, tz) ? [] : [readingReason(convention, after.end, tz)];
}

const termReasons = (term: Term): Reason[] => [reason("term", { y: 0, m: 0, w: 0, d: 0, h: 0, ...term }), ...(isHoursOnly(term) ? [reason("hoursExact")] : [])];

/** Where the steps of a rule end up as sentences; a step that changed nothing says nothing. */
type Tell = { [R in Rule]: (inputs: StepInputs[R], after: State, before: State, previous: TraceStep | undefined) => Reason[] };

const tell: Tell = {
  "start.recorded": ({ tz }, after) => (after.start === null ? [] : [reason("startGiven", { startSpan: spanText(after.start, tz) })]),
  "start.earliestDeprivation": ({ tz, moments }, after) => {
    const spans = Object.entries(moments).map(([kind, start]) => ({ kind, span: readStart(start, tz, kind) }));
    const chosen = earliestDeprivation(spans, tz);
    if (!chosen || after.start === null) return [];
    return [reason("startChosen", { kind: chosen.startUsed.replace(/ \d+$/, ""), startSpan: spanText(after.start, tz) })];
  },
  "chain.aggregate": ({ term }) => [reason("summed", { wholeTerm: termText(term) })],
  "term.add": (inputs, after, _before, previous) => [...(previous?.rule === "chain.aggregate" ? [] : termReasons(inputs.term)), ...reading(inputs, after)],
  "chain.next": (inputs, after) => [reason("nextTerm", { nextTerm: termText(inputs.term) }), ...reading(inputs, after)],
  "chain.ownStart": (inputs, after) => [reason("ownStart", { nextTerm: termText(inputs.term) }), ...reading(inputs, after)],
  "chain.concurrent": ({ tz }, after) => ends("latestGoverns", after, tz),
  "fraction.served": ({ tz, fraction }, after) => ends("share", after, tz, { share: fraction }),
  "credit.days": ({ tz, days }, after) => ends("credit", after, tz, { days }),
  "interruption.added": ({ tz, ms, days }, after) => {
    const whole = after.end !== null && ("lastDay" in after.end || "lastDayFrom" in after.end);
    const minutes = Math.round(ms / minute);
    return ends("interruption", after, tz, whole ? { days, hours: 0, minutes: 0 } : { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 });
  },
  "floor.start": ({ tz }, after, before) => (JSON.stringify(before) === JSON.stringify(after) ? [] : ends("floor", after, tz)),
  "modification.newTerm": ({ tz, decidedAt }, after) => ends("decidedTerm", after, tz, { decisionDate: decidedAt.slice(0, 10) }),
  "modification.annulled": ({ tz, decidedAt }, after) => ends("decidedEnd", after, tz, { decisionDate: decidedAt.slice(0, 10) }),
  "decision.newTerm": ({ tz, when }, after) => (when === null ? ends("decidedTermUndated", after, tz) : ends("decidedTerm", after, tz, { decisionDate: when })),
  "decision.ended": ({ tz, when }, after) => (when === null ? ends("decidedEndUndated", after, tz) : ends("decidedEnd", after, tz, { decisionDate: when })),
  "window.over": ({ tz }, after) => ends("wholeWindow", after, tz),
  "order.endsCustody": ({ when }) => [reason("endedByOrder", { endDate: when })],
  "stated.kept": ({ stated }) => Object.values(stated).map((when) => reason("statedOnly", { statedDate: when })),
  "releaseRule.applied": ({ tz }, after) => ends("releaseDay", after, tz),
  "releaseRule.hours": ({ tz }, after) => ends("releaseHours", after, tz),
};

/** The steps of a trace as sentences, each once, in the order in which they were taken. */
export function explainTrace(trace: readonly TraceStep[]): Reason[] {
  const told = new Map<string, Reason>();
  trace.forEach((step, i) => {
    const say = tell[step.rule as Rule] as (inputs: unknown, after: State, before: State, previous: TraceStep | undefined) => Reason[];
    const sentences = say(step.inputs, step.after, step.before, trace[i - 1]);
    sentences.forEach((sentence, position) => {
      const last = position === sentences.length - 1;
      const cited = { ...sentence, ...(last && step.law !== undefined ? { law: step.law } : {}), ...(last && step.overridden ? { overridden: step.overridden } : {}) };
      const key = JSON.stringify([sentence.key, sentence.params]);
      if (!told.has(key)) told.set(key, cited);
    });
  });
  return [...told.values()];
}
