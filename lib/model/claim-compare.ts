import { countOf, countsExclude } from "./claim-count";
import { boundsOf, isUncertainDate } from "./uncertain-date";
import type { ClaimKind } from "./vocabularies";

/** A claimed or recorded value, as it is stored for its kind. */
export type KindOfValue = { valueKind: string; value: string };

/** Facts of which a case has one; of the others (events, abuse, anything else) a text can rightly say several things. */
const single: readonly string[] = ["custody", "place", "ruling", "term", "stated_release", "release"];

/** Whether two values of one kind cannot both be right. Dates as far as known exclude each other only where they have no instant in common. */
export function excludes(kind: ClaimKind, a: string, b: string, zone: string): boolean {
  if (a === b) return false;
  if (kind === "when") return isUncertainDate(a) && isUncertainDate(b) && apart(a, b, zone);
  if (kind === "count") {
    const [one, other] = [countOf(a), countOf(b)];
    return one !== null && other !== null && countsExclude(one, other);
  }
  return true;
}

function apart(a: string, b: string, zone: string): boolean {
  const [one, other] = [boundsOf(a, zone), boundsOf(b, zone)];
  return (one.latest ?? Infinity) <= (other.earliest ?? -Infinity) || (other.latest ?? Infinity) <= (one.earliest ?? -Infinity);
}

export type ComparedClaim = KindOfValue & { id: string; field: string };

/** Whether two claims about one case contradict each other: the same fact, the same kind of value, values that cannot both be right. */
export function contradict(a: ComparedClaim, b: ComparedClaim, zone: string): boolean {
  if (a.field !== b.field || a.valueKind !== b.valueKind || a.value === "" || b.value === "") return false;
  if (a.valueKind === "count") return excludes("count", a.value, b.value, zone);
  // Names are spelled in many ways; whether two are one person's is for a person to say.
  if (!single.includes(a.field) || !["when", "term", "place", "institution"].includes(a.valueKind)) return false;
  if (a.valueKind === "institution" && a.field !== "ruling") return false;
  return excludes(a.valueKind as ClaimKind, a.value, b.value, zone);
}

/** The claims that contradict at least one of the others, in their order. */
export const disputed = <C extends ComparedClaim>(claims: readonly C[], zone: string): C[] => claims.filter((claim) => claims.some((other) => contradict(claim, other, zone)));

/** How a claim stands to what the record itself holds: `none` where there is nothing to compare with such a claim. */
export const claimVerdicts = ["agrees", "differs", "nothing_recorded", "none"] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** `recorded` are the values of the same fact and kind in the record; undefined where the record has no place for such a value. */
export function verdictOf({ valueKind, value }: KindOfValue, recorded: readonly string[] | undefined, zone: string): ClaimVerdict {
  if (valueKind === "" || value === "" || recorded === undefined) return "none";
  if (recorded.length === 0) return "nothing_recorded";
  return recorded.every((held) => excludes(valueKind as ClaimKind, value, held, zone)) ? "differs" : "agrees";
}
