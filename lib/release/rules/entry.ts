import type { RuleEntry } from "./rule";

type Optional = "validFrom" | "validTo" | "appliesTo";
type Written<Value> = Omit<RuleEntry<Value>, Optional | "overridden"> & Partial<Pick<RuleEntry<Value>, Optional>>;

/** A rule as a country's file writes it: open on both sides and for every kind of detention, unless it says otherwise. */
export function rule<Value>({ validFrom = null, validTo = null, appliesTo = [], ...rest }: Written<Value>): RuleEntry<Value> {
  return { ...rest, validFrom, validTo, appliesTo };
}
