import type { Code } from "./codes";
import { ReleaseError } from "./codes";
import { checkWeekday, compareStated, readObserved, readStated } from "./compare-facts";
import { sumCredits } from "./credits";
import { checkTerm } from "./facts";
import type { Facts } from "./facts";
import { factsOf } from "./input";
import type { CaseInput } from "./input";
import { sumInterruptions } from "./interruptions";
import { outcome } from "./outcome";
import type { Plain } from "./render";
import { readStart } from "./start";
import { readAsOf } from "./status";
import type { TraceStep } from "./types";

export type ValidationResult = { body: Plain; warnings: Set<Code>; trace: TraceStep[] };

function checkTerms(input: CaseInput): void {
  const terms = [input.term, ...(input.orders ?? []).map(({ term }) => term), ...(input.termOptions ?? []).map(({ term }) => term)];
  for (const term of [...terms, input.modification?.newTerm]) {
    if (term && term !== "LIFE") checkTerm(term);
  }
}

/** What a person must decide: only what was asked for and left empty, not what was never mentioned. */
function undecided(input: CaseInput): Code | null {
  const terms = [input.term, ...(input.orders ?? []).map(({ term }) => term)];
  if (terms.includes("LIFE")) return "INDETERMINATE";
  if (terms.includes(null)) return "TERM_UNKNOWN";
  return input.start === null && !input.moments ? "START_UNKNOWN" : null;
}

function warnOf(input: CaseInput, facts: Facts, tz: string, warnings: Set<Code>): TraceStep[] {
  const { state, warnings: found, trace } = outcome(facts);
  const mentioned = (code: Code): boolean => {
    if (code === "START_UNKNOWN") return input.start !== undefined || input.moments !== undefined;
    if (code === "TERM_UNKNOWN") return input.term !== undefined || input.orders !== undefined;
    return code !== "CONVENTION_UNKNOWN" && code !== "CHAIN_UNKNOWN";
  };
  [...found].filter(mentioned).forEach((code) => warnings.add(code));
  const computed = state.release ?? state.end;
  if (input.statedRelease && computed) compareStated(input.statedRelease, computed, tz, warnings);
  return trace.list;
}

/** Checks the inputs without needing them to be complete: `error` is the first code that stops a computation, or null. */
export function validate(input: CaseInput, tz: string): ValidationResult {
  const warnings = new Set<Code>();
  const body: Plain = { error: null };
  let trace: TraceStep[] = [];
  try {
    checkTerms(input);
    const facts = factsOf(input, tz);
    if (facts.start) readStart(facts.start, tz);
    if (facts.credits) {
      const sum = sumCredits(facts.credits, facts.rounding ?? "CEIL");
      if (sum.rounded) warnings.add("ROUNDING_APPLIED");
      if (sum.overlapping) warnings.add("OVERLAPPING_CREDIT");
    }
    if (facts.interruptions && sumInterruptions(facts.interruptions, tz).overlapping) warnings.add("OVERLAPPING_INTERRUPTION");
    if (input.statedRelease) {
      const stated = input.statedRelease;
      readStated(stated, tz);
      const weekday = checkWeekday(stated, tz, warnings);
      if (weekday !== undefined) body["actualWeekday"] = weekday;
    }
    for (const moment of [input.observedRelease, input.event]) {
      if (moment) readObserved(moment, tz, warnings);
    }
    if (input.asOf !== undefined) readAsOf(input.asOf, tz);
    trace = warnOf(input, facts, tz, warnings);
    body["error"] = undecided(input);
    const code = undecided(input);
    if (code) warnings.add(code);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    body["error"] = error.code;
    if (error.key !== undefined) body["key"] = error.key;
    warnings.add(error.code);
  }
  return { body, warnings, trace };
}
