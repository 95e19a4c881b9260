import { dateText } from "@/lib/model/civil";
import { addToWall, dateOf, DAY, instant, localOf, resolve } from "./clock";
import { addTerm, isHoursOnly } from "./conventions";
import { ReleaseError } from "./codes";
import { afterEnding, afterNewTerm } from "./decisions";
import { fractionOf } from "./fraction";
import { parseRatio } from "./ratio";
import { applyReleaseRule, releaseHours } from "./release-rule";
import type { WorkCalendar } from "./release-rule";
import { boundsOfSpan, datesOfSpan, isDaySpan, hullOf, maxSpan, shift, spanOfDates, spanOfInstants, spanOfInterval } from "./spans";
import { readEdtf, readStart, startOfMoments } from "./start";
import type { Convention, ReleaseRule, Span, StartInput, State, Term } from "./types";

type Zoned = { tz: string };

/** What each rule needs besides the state before it. */
export type StepInputs = {
  "start.recorded": Zoned & { start: StartInput; key?: string };
  "start.earliestDeprivation": Zoned & { moments: Record<string, StartInput> };
  "chain.aggregate": { orders: string[]; term: Term };
  "term.add": Zoned & { convention: Convention; term: Term; order?: string };
  "chain.next": Zoned & { convention: Convention; term: Term; order: string };
  "chain.ownStart": Zoned & { convention: Convention; term: Term; order: string; start: StartInput };
  "chain.concurrent": Zoned & { start: Span; ends: Record<string, Span>; releases: Record<string, Span> | null };
  "fraction.served": Zoned & { fraction: string };
  "credit.days": Zoned & { days: number; wallClock: boolean };
  "interruption.added": Zoned & { ms: number; days: number };
  "floor.start": Zoned;
  "modification.newTerm": Zoned & { decidedAt: string; recomputed: Span };
  "modification.annulled": Zoned & { decidedAt: string };
  "decision.newTerm": Zoned & { when: string | null; order: string; recomputed: Span };
  "decision.ended": Zoned & { when: string | null; order: string };
  "window.over": Zoned & { ends: Record<string, Span> };
  "order.endsCustody": Zoned & { when: string };
  "stated.kept": Zoned & { stated: Record<string, string> };
  "releaseRule.applied": Zoned & { rule: ReleaseRule } & WorkCalendar;
  "releaseRule.hours": Zoned & { rule: ReleaseRule };
};

export type Rule = keyof StepInputs;

function held(span: Span | null): Span {
  if (span === null) throw new ReleaseError("START_UNKNOWN");
  return span;
}

/** The start as the kind of span that the end is made of, so that the two can be compared. */
function startLike(start: Span, end: Span, tz: string): Span {
  return isDaySpan(end) ? spanOfDates(datesOfSpan(start, tz)) : start;
}

/** Where the next order of a chain begins: the day after an inclusive last day, otherwise where the last one ended. */
export function nextStart(end: Span, convention: Convention, term: Term, tz: string): Span {
  if (!isDaySpan(end)) return end;
  return convention === "INCLUSIVE_DAYS" || isHoursOnly(term) ? shift(end, 0, 1, tz) : end;
}

function creditBack(span: Span, days: number, wallClock: boolean, tz: string): Span {
  if (!wallClock || isDaySpan(span)) return shift(span, -days * DAY, -days, tz);
  const back = (ms: number): number => resolve(addToWall(localOf(ms, tz), 0, -days), tz);
  if ("at" in span) return spanOfInstants([back(instant(span.at))], tz);
  if ("candidates" in span) return spanOfInstants(span.candidates.map((text) => back(instant(text))), tz);
  const { lo, hi } = boundsOfSpan(span, tz);
  return spanOfInterval(lo === null ? null : back(lo), hi === null ? null : back(hi), tz);
}

/** Nobody is let go before the decision that changes the term, and no later than the term that it replaces allows. */
function decided(original: Span, recomputed: Span | null, decidedAt: string, tz: string): Span {
  const decision: Span = isDaySpan(original)
    ? { lastDay: dateText(dateOf(instant(decidedAt), tz)) }
    : { at: decidedAt };
  const [end, at] = [boundsOfSpan(original, tz), instant(decidedAt)];
  if (recomputed === null) return end.hi !== null && end.hi <= at ? original : decision;
  if (end.hi !== null && end.hi <= at && maxSpan(recomputed, original, tz) === original) return original;
  return maxSpan(recomputed, decision, tz);
}

/** Every rule as a pure function of the state before it: the engine runs on these, and so does a replay. */
export const steps: { [R in Rule]: (before: State, inputs: StepInputs[R]) => State } = {
  "start.recorded": (_, { tz, start, key }) => ({ start: readStart(start, tz, key), end: null, release: null }),
  "start.earliestDeprivation": (_, { tz, moments }) => ({ start: startOfMoments(moments, tz)?.start ?? null, end: null, release: null }),
  "chain.aggregate": (before) => before,
  "term.add": (before, { tz, convention, term }) => ({ ...before, end: addTerm(convention, held(before.start), term, tz) }),
  "chain.next": (before, { tz, convention, term }) => ({
    ...before,
    end: addTerm(convention, nextStart(held(before.end), convention, term, tz), term, tz),
  }),
  "chain.ownStart": (before, { tz, convention, term, start }) => {
    const end = addTerm(convention, readStart(start, tz), term, tz);
    return { ...before, end: before.end === null ? end : maxSpan(before.end, end, tz) };
  },
  "chain.concurrent": (_, { tz, start, ends, releases }) => {
    const latest = (spans: Record<string, Span>): Span | null =>
      Object.values(spans).reduce<Span | null>((top, span) => (top === null ? span : maxSpan(top, span, tz)), null);
    return { start, end: latest(ends), release: releases && latest(releases) };
  },
  "fraction.served": (before, { tz, fraction }) => ({
    ...before,
    release: fractionOf(held(before.start), held(before.end), parseRatio(fraction, "FRACTION_INVALID", "fraction"), tz),
  }),
  "credit.days": (before, { tz, days, wallClock }) => ({
    ...before,
    end: creditBack(held(before.end), days, wallClock, tz),
    release: before.release && creditBack(before.release, days, wallClock, tz),
  }),
  "interruption.added": (before, { tz, ms, days }) => ({
    ...before,
    end: shift(held(before.end), ms, days, tz),
    release: before.release && shift(before.release, ms, days, tz),
  }),
  "floor.start": (before, { tz }) => {
    const start = held(before.start);
    const floored = (span: Span): Span => maxSpan(span, startLike(start, span, tz), tz);
    return { ...before, end: floored(held(before.end)), release: before.release && floored(before.release) };
  },
  "modification.newTerm": (before, { tz, decidedAt, recomputed }) => ({
    ...before,
    end: decided(held(before.end), recomputed, decidedAt, tz),
    release: null,
  }),
  "modification.annulled": (before, { tz, decidedAt }) => ({
    ...before,
    end: decided(held(before.end), null, decidedAt, tz),
    release: null,
  }),
  "decision.newTerm": (before, { tz, when, recomputed }) => ({ ...before, end: afterNewTerm(before.release ?? held(before.end), recomputed, when, tz), release: null }),
  "decision.ended": (before, { tz, when }) => ({ ...before, end: afterEnding(before.release ?? held(before.end), when, tz), release: null }),
  "window.over": (before, { tz, ends }) => ({ ...before, end: hullOf(Object.values(ends), tz), release: null }),
  "order.endsCustody": (before, { tz, when }) => ({ ...before, end: readEdtf(when, tz), release: null }),
  "stated.kept": (before, { tz, stated }) => {
    const spans = Object.values(stated).map((when) => readEdtf(when, tz));
    const [only, second] = spans;
    return { ...before, end: only && !second ? only : hullOf(spans, tz), release: null };
  },
  "releaseRule.applied": (before, { tz, rule, weekend, holidays }) => ({
    ...before,
    release: applyReleaseRule(rule, before.release ?? held(before.end), before.start, { weekend, holidays }, tz),
  }),
  "releaseRule.hours": (before, { tz, rule }) => ({ ...before, release: releaseHours(rule, held(before.release), tz) }),
};

