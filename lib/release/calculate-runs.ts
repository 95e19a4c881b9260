import { expectedOf } from "./calculate-compare";
import type { Held } from "./calculate-compare";
import type { CalculatedReading, CalculatorFacts } from "./calculate-facts";
import type { Beginning } from "./calculate-start";
import { ReleaseError } from "./codes";
import { isHoursOnly } from "./conventions";
import { checkTerm } from "./facts";
import type { Facts } from "./facts";
import { outcome } from "./outcome";
import type { Outcome } from "./outcome";
import { general } from "./rules/general";
import { inForce } from "./rules/rule";
import type { Counting, ReleaseDay, RuleEntry, RuleSet } from "./rules/rule";
import { conventions } from "./types";
import type { ChainRule, Convention, Span } from "./types";

export type Law = { counting: RuleEntry<Counting>; chain: ChainRule | null; fraction: string | null; releaseDay: ReleaseDay | null };

/** What the country's law says of this kind of term on the day of the ruling, else of the beginning. */
export function lawOf({ detentionKind, moments, fraction }: CalculatorFacts, rules: RuleSet, begin: Beginning | null): Law {
  const date = (moments.ruling ?? begin?.when)?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? null;
  const [counting] = [...inForce(rules.counting, detentionKind, date), ...general.counting];
  if (!counting) throw new ReleaseError("CONVENTION_UNKNOWN");
  return {
    counting,
    chain: inForce(rules.chaining, detentionKind, date)[0]?.value.chain ?? null,
    fraction: fraction ?? inForce(rules.servedShares, detentionKind, date)[0]?.value.fraction ?? null,
    releaseDay: inForce(rules.releaseDays, detentionKind, date)[0]?.value ?? null,
  };
}

/** One computation: a convention with a way of combining the orders. `counts` is whether the headline is made of it. */
export type Run = { convention: Convention; chain: ChainRule | null; counts: boolean; span: Span | null; result: Outcome };

export function runsOf(facts: CalculatorFacts, law: Law, begin: Beginning): Run[] {
  const { value } = law.counting;
  const hours = hoursAlone(facts);
  const chains = chainsOf(facts);
  const chosen: readonly Convention[] = hours ? ["ELAPSED_24H"] : "at" in begin.span && value.exact ? [value.exact] : value.window;
  const settled = chains.includes(law.chain) ? law.chain : null;
  return (hours ? (["ELAPSED_24H"] as const) : conventions).flatMap((convention) =>
    chains.map((chain): Run => {
      const result = outcome(factsOf(facts, law, begin, convention, chain));
      const counts = chosen.includes(convention) && (settled === null || chain === settled);
      return { convention, chain, counts, span: result.state.release ?? result.state.end, result };
    }),
  );
}

/** Whether hours are all that was ordered: then there is nothing to read differently. */
export const hoursAlone = ({ term, second }: CalculatorFacts): boolean =>
  [term, ...(second ? [second.term] : [])].every((each) => each !== null && each !== "LIFE" && isHoursOnly(each));

/** The ways in which two orders can combine; one with a beginning of its own is never simply added to the first. */
function chainsOf({ second }: CalculatorFacts): (ChainRule | null)[] {
  if (!second) return [null];
  if (second.relation === "concurrent") return ["CONCURRENT"];
  const consecutive: ChainRule[] = second.start === null ? ["AGGREGATE", "SEQUENTIAL"] : ["SEQUENTIAL"];
  return second.relation === "consecutive" ? consecutive : [...consecutive, "CONCURRENT"];
}

function factsOf({ zone, term, second, credits, interruptions }: CalculatorFacts, law: Law, begin: Beginning, convention: Convention, chain: ChainRule | null): Facts {
  for (const each of [term, second?.term]) if (each && each !== "LIFE") checkTerm(each);
  const own = second?.start == null ? {} : { start: { precision: "edtf" as const, edtf: second.start } };
  return {
    tz: zone,
    moments: begin.moments,
    convention,
    ...(second && chain ? { chain, orders: [{ id: "1", term }, { id: "2", term: second.term, ...own }] } : { term }),
    credits,
    interruptions,
    ...(law.fraction === null ? {} : { fraction: law.fraction }),
    ...(law.releaseDay ? { releaseRule: law.releaseDay.rule, weekend: [...law.releaseDay.weekend] } : {}),
  };
}

/** Results by convention; ways of combining two orders that come to the same are one row, and named only where they differ. */
export function readingsOf(runs: readonly Run[], held: Held, zone: string): CalculatedReading[] {
  const rows = new Map<string, Run & { span: Span; chains: ChainRule[] }>();
  for (const { span, ...run } of runs) {
    if (span === null) continue;
    const key = `${run.convention} ${JSON.stringify(span)}`;
    const known = rows.get(key);
    const chains = [...(known?.chains ?? []), ...(run.chain ? [run.chain] : [])];
    rows.set(key, { ...run, span, counts: run.counts || (known?.counts ?? false), chains });
  }
  const all = [...rows.values()];
  const differ = new Set(all.map(({ convention }) => convention)).size < all.length;
  return all.map(({ convention, chains, counts, span }) => ({ ...expectedOf(span, held, zone), convention, chains: differ ? chains : [], inHeadline: counts }));
}
