import { expectedOf, impliedBy } from "./calculate-compare";
import type { Held } from "./calculate-compare";
import type { Calculation, CalculatorFacts, Headline } from "./calculate-facts";
import { limitsOf } from "./calculate-limits";
import { reasonsOf } from "./calculate-reasons";
import { hoursAlone, lawOf, readingsOf, runsOf } from "./calculate-runs";
import type { Law, Run } from "./calculate-runs";
import { beginningOf, deprivationOf, knownMoments } from "./calculate-start";
import type { Beginning } from "./calculate-start";
import { assertZone } from "./clock";
import { ReleaseError } from "./codes";
import type { Code } from "./codes";
import { checkWeekday } from "./compare-facts";
import type { Extras } from "./compute";
import { daysOf, monthsOf } from "./conventions";
import type { Warnings } from "./facts";
import { provenance } from "./provenance";
import { general } from "./rules/general";
import { ruleSets } from "./rules/registry";
import { inForce } from "./rules/rule";
import type { RuleSet } from "./rules/rule";
import { readEdtf } from "./start";
import { Trace } from "./trace";
import type { Span, TraceStep } from "./types";
import { assertZoneData } from "./zone-check";

/** ISO codes of the countries whose rules are recorded. */
export const countriesWithRules: readonly string[] = Object.keys(ruleSets);

/** The rules of a country by its ISO code; the general ones where none are recorded. */
export function rulesOf(country: string): RuleSet {
  const sets: Readonly<Record<string, RuleSet>> = ruleSets;
  return Object.hasOwn(sets, country) ? (sets[country] ?? general) : general;
}

/**
 * Every reading of a term side by side, without a case: the readings, which of them would be the headline and why, the limit clocks, what
 * a release would imply, and the reasons. Never throws on what a person can type: `error` says why nothing was computed.
 */
export function calculate(facts: CalculatorFacts, zoneData: string, rules: RuleSet = rulesOf(facts.country)): Calculation {
  const warnings: Warnings = new Set();
  const empty = { zone: facts.zone, start: null, readings: [], headline: null, limits: [], implied: null, reasons: [], trace: [], provenance: provenance(zoneData, rules) };
  try {
    assertZoneData();
    assertZone(facts.zone);
    return { ...empty, ...calculated(facts, rules, warnings), warnings: [...warnings] };
  } catch (error) {
    const known = error instanceof ReleaseError ? error : error instanceof RangeError ? new ReleaseError("OUT_OF_RANGE") : null;
    if (!known) throw error;
    return { ...empty, warnings: [...warnings, known.code], error: known.code };
  }
}

type Calculated = Omit<Calculation, "zone" | "warnings" | "provenance">;

function calculated(facts: CalculatorFacts, rules: RuleSet, warnings: Warnings): Calculated {
  const { zone, detentionKind } = facts;
  const moments = knownMoments(facts);
  const spanOf = (kind: string): Span | null => moments.find((moment) => moment.kind === kind)?.span ?? null;
  const held: Held = { stated: facts.stated === null ? null : readEdtf(facts.stated, zone), observed: facts.observed === null ? null : readEdtf(facts.observed, zone) };
  checkStatedWeekday(facts, warnings);
  const begin = beginningOf(facts, moments, warnings);
  const deprivation = deprivationOf(moments, zone, warnings);
  const law = lawOf(facts, rules, begin);
  const runs = begin ? runsOf(facts, law, begin) : [];
  const headline = headlineOf(facts, law, begin, runs, held);
  const error = runs.some(({ span }) => span !== null) ? null : errorOf(facts, begin, runs);
  warn(facts, rules, begin, headline?.shown ?? null, runs, warnings);
  if (error) warnings.add(error);
  const given = { rules, detentionKind, zone, delivered: spanOf("delivered"), ruling: spanOf("ruling"), observed: held.observed };
  return {
    start: begin && { kind: begin.kind, when: begin.when, written: begin.written, recorded: begin.recorded },
    readings: readingsOf(runs, held, zone),
    headline: headline?.shown ?? null,
    limits: deprivation ? limitsOf({ ...given, deprivation }, warnings) : [],
    implied: law.fraction === null && law.releaseDay === null ? impliedBy(facts, begin, held, warnings) : null,
    reasons: reasonsOf({ facts, begin, headline: headline?.shown ?? null, extras: headline?.extras ?? {}, fraction: law.fraction, releaseRule: law.releaseDay?.rule ?? null, error }),
    error,
    trace: headline?.trace ?? [],
  };
}

type Chosen = { shown: Headline; extras: Extras; trace: TraceStep[] };

/** Principle: the country's default for an exact beginning, else the window over its readings; a term in hours is exact. */
function headlineOf(facts: CalculatorFacts, { counting }: Law, begin: Beginning | null, runs: readonly Run[], held: Held): Chosen | null {
  const counted = runs.filter((run): run is Run & { span: Span } => run.counts && run.span !== null);
  const [first] = counted;
  const last = counted.at(-1);
  if (!first || !last || !begin || counted.length < runs.filter(({ counts }) => counts).length) return null;
  const hours = hoursAlone(facts);
  const single = counted.every(({ convention, span }) => convention === first.convention && JSON.stringify(span) === JSON.stringify(first.span));
  const trace = new Trace();
  trace.list.push(...(single ? [first] : counted).flatMap(({ result }) => cited(result.trace.list, counting.citation)));
  trace.state = (single ? first : last).result.state;
  const ends = Object.fromEntries(counted.map(({ convention, chain, span }) => [chain ? `${convention} ${chain}` : convention, span]));
  const span = single ? first.span : (trace.apply("window.over", { tz: facts.zone, ends }).end ?? first.span);
  const shown: Headline = {
    ...expectedOf(span, held, facts.zone),
    convention: single ? first.convention : "WINDOW",
    because: hours ? (single ? "hours" : "chains") : "at" in begin.span && counting.value.exact ? (single ? "default" : "chains") : "window",
    confirmed: hours || counting.confidence === "confirmed",
    rule: { id: counting.id, confidence: counting.confidence },
  };
  return { shown, extras: first.result.extras, trace: trace.list };
}

/** The steps with the country's own citation where they count the term. */
function cited(steps: readonly TraceStep[], citation: string): TraceStep[] {
  return steps.map((step) => (step.rule === "term.add" ? { ...step, citation } : step));
}

function errorOf({ term, second }: CalculatorFacts, begin: Beginning | null, runs: readonly Run[]): Code {
  if (term === "LIFE" || second?.term === "LIFE") return "INDETERMINATE";
  if (term === null || second?.term === null) return "TERM_UNKNOWN";
  const unbounded = begin && runs.some(({ result }) => result.warnings.has("START_UNBOUNDED"));
  return unbounded ? "START_UNBOUNDED" : "START_UNKNOWN";
}

function checkStatedWeekday({ stated, statedWeekday, zone }: CalculatorFacts, warnings: Warnings): void {
  const date = stated?.match(/^\d{4}-\d\d-\d\d(?=$|T|~)/)?.[0];
  if (date !== undefined && statedWeekday !== null) checkWeekday({ date, weekday: statedWeekday }, zone, warnings);
}

function warn({ term, detentionKind }: CalculatorFacts, rules: RuleSet, begin: Beginning | null, headline: Headline | null, runs: readonly Run[], warnings: Warnings): void {
  for (const { counts, result } of runs) if (counts) result.warnings.forEach((code) => warnings.add(code));
  if (begin && !("at" in begin.span)) warnings.add("START_UNCERTAIN");
  if (begin && !begin.recorded && !begin.written) warnings.add("START_NOT_RECORDED");
  if (term && term !== "LIFE") {
    const most = inForce(rules.maxTerms, detentionKind, null);
    const days = (length: typeof term): number => monthsOf(length) * 28 + daysOf(length);
    if (most.some(({ value }) => days(term) > days(value.exceptional ?? value.term))) warnings.add("EXCEEDS_STATUTORY_MAX");
  }
  if (!headline) return;
  if (!headline.confirmed) warnings.add("COUNTING_NOT_CONFIRMED");
  if (headline.stated?.fits === false) warnings.add("STATED_DIFFERS");
  if (headline.observed?.fits === false) warnings.add(headline.observed.early ? "OBSERVED_BEFORE_EARLIEST" : "OBSERVED_AFTER_LATEST");
}
