import type { CalculatorFacts } from "./calculate-facts";
import type { Warnings } from "./facts";
import { boundsOfSpan, endsBefore } from "./spans";
import { earliestDeprivation, readEdtf } from "./start";
import type { Span, StartInput } from "./types";

type Moment = { kind: string; when: string; span: Span };

export type Beginning = {
  kind: string;
  when: string;
  written: boolean;
  recorded: boolean;
  /** The moments that bound the beginning, as the engine takes them. */
  moments: Record<string, StartInput>;
  span: Span;
};

/** The moments that are known, by kind. Errors: `DATE_INVALID`, `NONEXISTENT_LOCAL_TIME`. */
export function knownMoments({ moments, zone }: CalculatorFacts): Moment[] {
  return (["seized", "delivered", "ruling"] as const).flatMap((kind) => {
    const when = moments[kind];
    return when === null ? [] : [{ kind, when, span: readEdtf(when, zone) }];
  });
}

/**
 * Where the term begins: the moment that the ruling names, else the earliest deprivation of liberty, else the ruling. Later moments bound
 * a vague one from above. Null when it is not known, also when the ruling names a moment whose date is missing.
 */
export function beginningOf(facts: CalculatorFacts, moments: readonly Moment[], warnings: Warnings): Beginning | null {
  if (facts.countFrom !== "not_stated") {
    const named = moments.filter(({ kind }) => kind === facts.countFrom);
    return begin(named, facts.zone, { written: true, recorded: facts.countFrom !== "ruling" });
  }
  return deprivationOf(moments, facts.zone, warnings) ?? begin(moments, facts.zone, { written: false, recorded: false });
}

/** The deprivation of liberty itself, from which limits run; null where only the ruling is known. */
export function deprivationOf(moments: readonly Moment[], zone: string, warnings: Warnings): Beginning | null {
  const held = moments.filter(({ kind }) => kind !== "ruling");
  const first = earliestDeprivation(held, zone);
  if (!first) return null;
  const { lo } = boundsOfSpan(first.start, zone);
  const rulings = moments.filter(({ kind }) => kind === "ruling");
  if (rulings.some(({ span }) => endsBefore(boundsOfSpan(span, zone), boundsOfSpan(first.start, zone)))) warnings.add("EVENT_BEFORE_START");
  // A ruling that may be earlier than the seizure says nothing about when the seizure was.
  const later = rulings.filter(({ span }) => lo === null || (boundsOfSpan(span, zone).lo ?? -Infinity) >= lo);
  return begin([...held, ...later], zone, { written: false, recorded: true });
}

function begin(moments: readonly Moment[], zone: string, facts: { written: boolean; recorded: boolean }): Beginning | null {
  const chosen = earliestDeprivation(moments, zone);
  const moment = moments.find(({ kind }) => kind === chosen?.startUsed);
  if (!chosen || !moment) return null;
  const inputs = moments.map(({ kind, when }): [string, StartInput] => [kind, { precision: "edtf", edtf: when }]);
  return { kind: moment.kind, when: moment.when, ...facts, moments: Object.fromEntries(inputs), span: chosen.start };
}
