import { dayEnd, dayFrom, duration, instant, iso } from "./clock";
import { servedHours } from "./compute";
import type { Outcome } from "./outcome";
import { releaseWindow } from "./release-rule";
import { datesOfSpan } from "./spans";
import type { ReleaseRule, Span } from "./types";

export type Plain = { [key: string]: unknown };

/** A span in the keys of an answer; a last day carries its deadline, 24:00 local. */
export function renderSpan(span: Span, tz: string): Plain {
  if (!("lastDay" in span)) return span;
  return { lastDay: span.lastDay, deadline: iso(dayEnd(dayFrom(span.lastDay), tz), tz) };
}

function renderRelease(release: Span, tz: string): Plain {
  if ("at" in release) return { releaseAt: release.at, releaseDate: release.at.slice(0, 10) };
  if ("lastDay" in release) return { releaseDate: release.lastDay };
  if ("lastDayFrom" in release) return { releaseDateFrom: release.lastDayFrom, releaseDateTo: release.lastDayTo };
  if ("from" in release) return { releaseFrom: release.from, releaseTo: release.to };
  return { releaseCandidates: renderSpan(release, tz)["candidates"] };
}

/** The hours of release on the date, where a release rule names them and the date is certain. */
export function windowOf({ state }: Outcome, rule: ReleaseRule | undefined, tz: string): { from: string; to: string } | undefined {
  if (!rule || !state.release || !("lastDay" in state.release)) return undefined;
  return releaseWindow(rule, dayFrom(state.release.lastDay), tz);
}

/** Whether custody may have begun on more than one date. */
function spansDates(start: Span | null, tz: string): boolean {
  if (start === null || "at" in start) return false;
  const { first, last } = datesOfSpan(start, tz);
  return first === null || last === null || first !== last;
}

/** The answer's own keys for a computed release, or `computed: null`. */
export function renderOutcome(outcome: Outcome, rule: ReleaseRule | undefined, tz: string): Plain {
  const { state, extras } = outcome;
  const chosen = extras.startUsed === undefined ? {} : { startUsed: extras.startUsed };
  if (!state.end) return { computed: null, ...chosen };
  const answer: Plain = { ...renderSpan(state.end, tz), ...chosen };
  if ("lastDay" in state.end && spansDates(state.start, tz)) Object.assign(answer, { lastDayFrom: state.end.lastDay, lastDayTo: state.end.lastDay });
  const { unadjusted } = extras;
  if (unadjusted && "lastDay" in unadjusted) answer["unadjustedLastDay"] = unadjusted.lastDay;
  if (unadjusted && "at" in unadjusted) answer["unadjustedAt"] = unadjusted.at;
  for (const key of ["creditDaysRaw", "creditDays", "unusedCreditDays", "interruptionDays", "lengthDays", "governing", "continuousCustody"] as const) {
    if (extras[key] !== undefined) answer[key] = extras[key];
  }
  if (extras.firstOrderEnds) answer["firstOrderEnds"] = brief(renderSpan(extras.firstOrderEnds, tz));
  if (state.release) Object.assign(answer, renderRelease(state.release, tz));
  else if (outcome.warnings.has("CREDIT_EXCEEDS_TERM") && "lastDay" in state.end) answer["releaseDate"] = state.end.lastDay;
  const window = windowOf(outcome, rule, tz);
  if (window) answer["window"] = window;
  const { start, end } = state;
  if (start && "at" in start && "at" in end) {
    answer["elapsed"] = duration(instant(end.at) - instant(start.at));
    answer["servedHours"] = servedHours(state, null, extras.interruptionMs);
  }
  return outcome.modification ? { ...answer, ...renderModification(outcome, tz) } : answer;
}

/** Before and after a decision: instants, or the last day with its deadline as the instant. */
export function renderModification({ modification }: Outcome, tz: string): Plain {
  if (!modification) return {};
  const part = (name: string, span: Span | null): Plain => {
    if (span === null) return {};
    if ("at" in span) return { [`${name}At`]: span.at };
    if ("lastDay" in span) return { [`${name}At`]: renderSpan(span, tz)["deadline"], [`${name}LastDay`]: span.lastDay };
    return { [name]: span };
  };
  const { releaseAt, servedHours: served, overheldHours } = modification;
  return {
    ...part("original", modification.original),
    ...part("recomputed", modification.recomputed),
    ...part("release", modification.release),
    ...(releaseAt === null ? {} : { releaseAt }),
    ...(served === undefined ? {} : { servedHours: served }),
    ...(overheldHours === undefined ? {} : { overheldHours }),
  };
}

/** The shortest form of a result: an instant or a date as text, otherwise the bounds. */
export function brief(answer: Plain): unknown {
  if (answer["computed"] === null) return null;
  for (const key of ["at", "lastDay", "date", "candidates", "status"]) if (answer[key] !== undefined) return answer[key];
  for (const [from, to] of [["from", "to"], ["lastDayFrom", "lastDayTo"]] as const) {
    if (from in answer) return { [from]: answer[from], [to]: answer[to] };
  }
  return answer;
}
