import { steps } from "./steps";
import type { Rule, StepInputs } from "./steps";
import type { State, TraceStep } from "./types";

export const emptyState: State = { start: null, end: null, release: null };

/** Why each rule is as it is; a rule of a country's law brings its own citation instead. */
const citations: Record<Rule, string> = {
  "start.recorded": "As recorded; wall-clock time in the zone of the place",
  "start.earliestDeprivation": "Count from the deprivation of liberty: ICCPR art. 9; the earliest recorded custody moment",
  "chain.aggregate": "Consecutive terms summed by unit and applied once from the first beginning",
  "term.add": "Convention of counting, as named",
  "chain.next": "Each next term begins where the one before it ends",
  "chain.ownStart": "The order has a recorded beginning of its own",
  "chain.concurrent": "Concurrent orders: the latest release governs",
  "fraction.served": "Served part of the term, in whole days rounded up",
  "credit.days": "Time already served is credited, each day once, rounded once",
  "interruption.added": "Interruptions do not count towards the term",
  "floor.start": "Never before the beginning of custody",
  "modification.newTerm": "Recomputed from the same beginning; not before the decision",
  "modification.annulled": "Annulled: free at the decision",
  "decision.newTerm": "Another term in the place of the old one: counted from the same beginning; not before the decision",
  "decision.ended": "The decision ends custody; not later than the term",
  "window.over": "Counting rule not confirmed: from the earliest reading to the latest",
  "order.endsCustody": "The order ends the custody on its date",
  "stated.kept": "Stated by a source; nothing is computed",
  "releaseRule.applied": "Hour and working day of release, as a separate last step",
  "releaseRule.hours": "The hours of release on that day",
};

/** A rule of law that settles a step, in the place of the general citation. */
export type Cited = { id: string; citation: string; overridden?: { version: number; source: string } };

/** Runs the rules one by one and remembers each: what was known before, what was added, what came out. */
export class Trace {
  readonly list: TraceStep[] = [];
  state: State = emptyState;
  readonly #cited: Partial<Record<Rule, Cited | undefined>>;

  /** `cited` are rules of a country's law for the steps that they settle. */
  constructor(cited: Partial<Record<Rule, Cited | undefined>> = {}) {
    this.#cited = cited;
  }

  apply<R extends Rule>(rule: R, inputs: StepInputs[R]): State {
    const before = this.state;
    const cited = this.#cited[rule];
    const law = cited ? { law: cited.id, ...(cited.overridden ? { overridden: cited.overridden } : {}) } : {};
    this.state = steps[rule](before, inputs);
    this.list.push({ rule, citation: cited?.citation ?? citations[rule], ...law, inputs, before, after: this.state });
    return this.state;
  }

  /** Forgets the state, not the steps: what follows belongs to another order. */
  reset(): void {
    this.state = emptyState;
  }
}

function isRule(rule: string): rule is Rule {
  return Object.hasOwn(steps, rule);
}

/** Runs a recorded trace again and returns the state that it ends in. Throws when a step names no rule. */
export function replay(trace: readonly TraceStep[]): State {
  return trace.reduce<State>((before, { rule, inputs }) => {
    if (!isRule(rule)) throw new RangeError(`unknown rule ${rule}`);
    const step = steps[rule] as (state: State, given: Readonly<Record<string, unknown>>) => State;
    return step(before, inputs);
  }, emptyState);
}
