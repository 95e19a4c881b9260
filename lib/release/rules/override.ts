import { ruleLists } from "./rule";
import type { Counting, RuleEntry, RuleList, RuleSet } from "./rule";
import { conventions } from "../types";
import { valueOf } from "./override-values";
import type { OverrideValues, ValueProblem } from "./override-values";

/** An organisation's own value of a rule, as stored: `value` is the text that `textOf` writes for the rule's list. */
export type RuleOverride = { ruleId: string; version: number; source: string; value: string };

type Entry = { [L in RuleList]: RuleSet[L][number] }[RuleList];

/** Replaces in a rule's value what may be replaced. Readings of the law stay visible beside those of the organisation. */
const merged: { [L in RuleList]: (law: RuleSet[L][number]["value"], own: OverrideValues[L]) => RuleSet[L][number]["value"] } = {
  counting: (law, own): Counting => {
    const shown = new Set([...law.readings, ...own.window]);
    return { ...own, readings: conventions.filter((convention) => shown.has(convention)) };
  },
  limits: (law, own) => ({ ...law, ...own }),
  // A longer term in listed situations is the organisation's to state: the law's would make a shorter maximum void.
  maxTerms: (_law, own) => own,
  crediting: (law, own) => ({ ...law, ...own }),
  chaining: (_law, own) => own,
  releaseDays: (law, own) => ({ ...law, ...own }),
  servedShares: (_law, own) => own,
  appeals: ({ orderKinds }, own) => ({ ...own, orderKinds }),
};

export type Overridden<E = Entry> = { ok: true; entry: E } | ValueProblem;

/** One rule with the organisation's value in its place, named by version and source; or why that value cannot be used. */
export function overrideEntry<L extends RuleList>(list: L, entry: RuleSet[L][number], { version, source, value }: RuleOverride): Overridden<RuleSet[L][number]> {
  const read = valueOf(list, value);
  if (!read.ok) return read;
  const own = merged[list](entry.value, read.value);
  return { ok: true, entry: { ...entry, value: own, overridden: { version, source } } as RuleSet[L][number] };
}

/** Of several versions for one rule the highest holds; of equals, the last one. */
function current(overrides: readonly RuleOverride[]): Map<string, RuleOverride> {
  const held = new Map<string, RuleOverride>();
  for (const override of overrides) {
    if (override.version >= (held.get(override.ruleId)?.version ?? -Infinity)) held.set(override.ruleId, override);
  }
  return held;
}

/**
 * A rule set with an organisation's own values. An override of a rule that the set does not have is ignored; one whose value cannot be
 * read leaves the rule as the law has it (`refusedOverrides` names it). The set that is given does not change.
 */
export function withOverrides(set: RuleSet, overrides: readonly RuleOverride[]): RuleSet {
  const held = current(overrides);
  if (held.size === 0) return set;
  const replaced = <L extends RuleList>(list: L): RuleSet[L] => {
    const entries: readonly RuleSet[L][number][] = set[list];
    return entries.map((entry) => {
      const override = held.get(entry.id);
      const result = override && overrideEntry(list, entry, override);
      return result?.ok ? result.entry : entry;
    }) as unknown as RuleSet[L];
  };
  return { ...set, ...(Object.fromEntries(ruleLists.map((list) => [list, replaced(list)])) as Pick<RuleSet, RuleList>) };
}

/** The overrides in use that cannot be read, each with the code that says why. */
export function refusedOverrides(set: RuleSet, overrides: readonly RuleOverride[]): { ruleId: string; version: number; code: string }[] {
  return [...current(overrides).values()].flatMap((override) => {
    const found = findRule(set, override.ruleId);
    const result = found && overrideEntry(found.list, found.entry, override);
    return result && !result.ok ? [{ ruleId: override.ruleId, version: override.version, code: result.code }] : [];
  });
}

/** A rule of a set by its id, with the list that it stands in; null where there is none. */
export function findRule(set: RuleSet, id: string): { list: RuleList; entry: Entry } | null {
  for (const list of ruleLists) {
    const entry = (set[list] as readonly RuleEntry<unknown>[]).find((each) => each.id === id);
    if (entry) return { list, entry: entry as Entry };
  }
  return null;
}
