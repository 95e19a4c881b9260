import type { Code } from "./codes";
import { ReleaseError } from "./codes";
import { compareObserved, compareStated, readObserved, checkWeekday, readStated } from "./compare-facts";
import { checkTerm } from "./facts";
import { factsOf } from "./input";
import type { CaseInput } from "./input";
import { impliedDays, impliedStart } from "./inverse";
import { checkLimits } from "./limits";
import { outcome } from "./outcome";
import type { Outcome } from "./outcome";
import { brief, renderModification, renderOutcome, windowOf } from "./render";
import type { Plain } from "./render";
import { boundsOfSpan } from "./spans";
import { readStart } from "./start";
import { readAsOf, statusOf, statusOfRelease, statusAt } from "./status";
import type { Due } from "./status";
import type { ChainRule, Convention, Span, Term, TraceStep } from "./types";
import { Trace } from "./trace";
import { validate } from "./validation";
import { without } from "./without";

export type KindResult = { body: Plain; warnings: Set<Code>; trace: TraceStep[] };
type Kind = (input: CaseInput, tz: string) => KindResult;

export const effective = ({ state }: Outcome): Span | null => state.release ?? state.end;

/** A computed release with everything that stands beside it: stated, observed, other conventions. */
function releaseOf(input: CaseInput, tz: string): KindResult & { outcome: Outcome } {
  const facts = factsOf(input, tz);
  const result = outcome(facts);
  const { warnings } = result;
  const body = renderOutcome(result, input.releaseRule, tz);
  const span = effective(result);
  const { statedRelease: stated, observedRelease: observed } = input;
  const verdicts: boolean[] = [];
  if (stated) {
    const weekday = checkWeekday(stated, tz, warnings);
    if (weekday !== undefined) body["actualWeekday"] = weekday;
    body["stated"] = readStated(stated, tz).text;
    if (span) {
      const compared = compareStated(stated, span, tz, warnings);
      Object.assign(body, compared);
      verdicts.push(compared.consistent);
    }
  }
  if (observed) {
    const seen = readObserved(observed, tz, warnings);
    if (span) {
      const compared = compareObserved(seen, boundsOfSpan(span, tz), warnings);
      Object.assign(body, compared);
      verdicts.push(compared.consistent);
    }
  }
  if (verdicts.length > 0) body["consistent"] = verdicts.every(Boolean);
  if (input.alsoConventions) {
    body["also"] = Object.fromEntries(
      [...new Set(input.alsoConventions)].map((convention) => {
        const other = outcome({ ...facts, convention });
        return [convention, brief(renderOutcome(other, input.releaseRule, tz))];
      }),
    );
  }
  return { body, warnings, trace: result.trace.list, outcome: result };
}

function sideBySide(runs: readonly (readonly [string, () => KindResult])[]): KindResult {
  const warnings = new Set<Code>();
  const trace: TraceStep[] = [];
  const body = Object.fromEntries(
    runs.map(([name, run]) => {
      const result = run();
      result.warnings.forEach((code) => warnings.add(code));
      trace.push(...result.trace);
      return [name, { ...result.body, trace: result.trace }];
    }),
  );
  return { body, warnings, trace };
}

const plain = ({ body, warnings, trace }: KindResult): KindResult => ({ body, warnings, trace });

const release: Kind = (input, tz) => (input.termOptions && !input.term ? hypotheses(input, tz) : plain(expectedOf(input, tz)));

type Expected = KindResult & { due: Due | null };

/** One reading where one is named; otherwise all that are offered, and the window over them. */
function expectedOf(input: CaseInput, tz: string): Expected {
  const readings = input.convention ? [] : [...new Set(input.conventions)];
  const [only, second] = readings;
  if (second !== undefined) return overReadings(input, readings, tz);
  const run = releaseOf(only === undefined ? input : { ...input, convention: only }, tz);
  const [span, window] = [effective(run.outcome), windowOf(run.outcome, input.releaseRule, tz)];
  return { ...run, due: span && { span, ...(window ? { window } : {}) } };
}

/** No reading is named as the right one: each of them, and the window from the earliest to the latest. */
function overReadings(input: CaseInput, readings: readonly Convention[], tz: string): Expected {
  const runs = readings.map((convention) => [convention, releaseOf({ ...input, convention }, tz)] as const);
  const side = sideBySide(runs.map(([convention, run]) => [convention, () => plain(run)]));
  const ends = runs.flatMap(([convention, run]): [string, Span][] => {
    const span = effective(run.outcome);
    return span ? [[convention, span]] : [];
  });
  if (ends.length < runs.length) return { ...side, body: { computed: null, ...side.body }, due: null };
  const trace = new Trace();
  trace.list.push(...side.trace);
  trace.state = runs[0]?.[1].outcome.state ?? trace.state;
  const { end } = trace.apply("window.over", { tz, ends: Object.fromEntries(ends) });
  side.warnings.add("COUNTING_NOT_CONFIRMED");
  return { body: { ...end, window: end, ...side.body }, warnings: side.warnings, trace: trace.list, due: end && { span: end } };
}

function chosenConventions(input: CaseInput): Convention[] {
  const named = input.convention === "HOURS" ? "ELAPSED_24H" : input.convention;
  const all = [...(named ? [named] : []), ...(input.conventions ?? [])];
  if (all.length === 0) throw new ReleaseError("CONVENTION_UNKNOWN", "conventions");
  return [...new Set(all)];
}

const compare: Kind = (input, tz) => {
  const others = input.conventions ? input : { ...input, conventions: [...chosenConventions(input), ...(input.alsoConventions ?? [])] };
  const shared = without(others, "alsoConventions");
  return sideBySide([...new Set(others.conventions)].map((convention) => [convention, () => plain(releaseOf({ ...shared, convention }, tz))]));
};

const compareChain: Kind = (input, tz) => {
  if (!input.orders) throw new ReleaseError("INPUT_INVALID", "orders");
  const linked = input.orders.some(({ consecutiveTo }) => consecutiveTo !== undefined);
  const chains: ChainRule[] = linked ? ["AGGREGATE", "SEQUENTIAL"] : ["AGGREGATE", "SEQUENTIAL", "CONCURRENT"];
  return sideBySide(chains.map((chain) => [chain, () => plain(releaseOf({ ...input, chain }, tz))]));
};

const modification: Kind = (input, tz) => {
  if (!input.modification) throw new ReleaseError("INPUT_INVALID", "modification");
  const { warnings, trace, body, outcome: result } = releaseOf(input, tz);
  return { body: result.modification ? renderModification(result, tz) : body, warnings, trace };
};

/** Source names share the answer with its own keys, so a source that is called like one of them is told apart. */
const reserved = new Set(["id", "warnings", "trace", "provenance", "error", "key", "message"]);

function hypotheses(input: CaseInput, tz: string): KindResult {
  const options = input.termOptions ?? [];
  if (options.length === 0) throw new ReleaseError("TERM_UNKNOWN", "termOptions");
  const shared = without(input, "termOptions");
  const names = new Map<string, number>();
  const { body, warnings, trace } = sideBySide(
    options.map(({ source, term }) => {
      const seen = (names.get(source) ?? 0) + 1;
      names.set(source, seen);
      const name = seen > 1 ? `${source} (${seen})` : source;
      return [reserved.has(name) ? `source:${name}` : name, () => plain(releaseOf({ ...shared, term }, tz))];
    }),
  );
  const short = Object.entries(body).map(([name, answer]) => {
    return [name, brief(without(answer as Plain, "trace"))] as const;
  });
  if (new Set(short.map(([, value]) => JSON.stringify(value))).size > 1) warnings.add("CONFLICTING_SOURCES");
  return { body: Object.fromEntries(short), warnings, trace };
}

function knownTerm(input: CaseInput): Term {
  if (input.term === "LIFE") throw new ReleaseError("INDETERMINATE", "term");
  if (!input.term) throw new ReleaseError("TERM_UNKNOWN", "term");
  return checkTerm(input.term);
}

/** The release to reason back from: observed where there is one, otherwise stated. */
function knownRelease(input: CaseInput, tz: string): Span {
  if (input.observedRelease) return readStart(input.observedRelease, tz, "observedRelease");
  if (input.statedRelease) return readStated(input.statedRelease, tz).span;
  throw new ReleaseError("RELEASE_UNKNOWN", "observedRelease");
}

const inverseStart: Kind = (input, tz) => {
  const warnings = new Set<Code>();
  const [term, span] = [knownTerm(input), knownRelease(input, tz)];
  if ("candidates" in span) warnings.add("AMBIGUOUS_LOCAL_TIME");
  const [first, ...others] = [...new Set([...chosenConventions(input), ...(input.alsoConventions ?? [])])];
  const implied = (convention: Convention): Plain | null => impliedStart(convention, span, term, tz);
  const main = first ? implied(first) : null;
  if (main === null) warnings.add("NO_START_FITS");
  const also = Object.fromEntries(others.map((convention) => [convention, brief(implied(convention) ?? { computed: null })]));
  return { body: { ...(main ?? { computed: null }), ...(others.length > 0 ? { also } : {}) }, warnings, trace: [] };
};

const inverseTerm: Kind = (input, tz) => {
  const warnings = new Set<Code>();
  const { start } = outcome({ ...factsOf(input, tz), term: null }).state;
  if (!start) throw new ReleaseError("START_UNKNOWN", "start");
  if ("from" in start && start.from === null) throw new ReleaseError("START_UNBOUNDED", "start");
  const span = knownRelease(input, tz);
  const all = [...new Set([...chosenConventions(input), ...(input.alsoConventions ?? [])])];
  const body = Object.fromEntries(
    all.map((convention) => {
      const { days, truncated } = impliedDays(convention, start, span, tz);
      if (truncated) warnings.add("LIST_TRUNCATED");
      return [convention, days];
    }),
  );
  return { body, warnings, trace: [] };
};

const limitCheck: Kind = (input, tz) => {
  if (!input.limitsHours) throw new ReleaseError("INPUT_INVALID", "limitsHours");
  const facts = factsOf(input, tz);
  const { state, warnings, trace, extras } = outcome({ ...facts, term: null });
  warnings.delete("TERM_UNKNOWN");
  if (!state.start) return { body: { computed: null }, warnings, trace: trace.list };
  const event = input.event ? readObserved(input.event, tz, warnings) : null;
  const sobered = facts.moments?.["sobered"];
  const { reached, ...rest } = checkLimits(state.start, input.limitsHours, event, tz, warnings, sobered ? readStart(sobered, tz, "moments.sobered") : null);
  const chosen = extras.startUsed === undefined ? {} : { startUsed: extras.startUsed };
  return { body: { ...reached, ...rest, ...chosen }, warnings, trace: trace.list };
};

const status: Kind = (input, tz) => {
  const { warnings, trace, body, due } = expectedOf(input, tz);
  const observed = input.observedRelease ? readObserved(input.observedRelease, tz, warnings) : null;
  const asOf = input.asOf === undefined ? null : readAsOf(input.asOf, tz);
  const answer = statusOf(due, observed, asOf, tz, warnings);
  const bystated: Plain = {};
  if (!due && input.statedRelease) {
    const stated: Due = { span: readStated(input.statedRelease, tz).span };
    if (observed) bystated["statedStatus"] = statusOfRelease(stated, observed, tz);
    else if (asOf !== null) bystated["statedStatus"] = statusAt(stated, asOf, tz);
  }
  return { body: { ...answer, ...bystated, expected: body }, warnings, trace };
};

/** Every kind of question of the contract. */
export const kinds = {
  release,
  compare,
  "compare-chain": compareChain,
  consistency: release,
  "inverse-start": inverseStart,
  "inverse-term": inverseTerm,
  modification,
  hypotheses,
  "limit-check": limitCheck,
  validation: validate,
  status,
} satisfies Record<string, Kind>;
