import { isHoursOnly, monthsOf } from "./conventions";
import type { CaseFacts } from "./estimate-facts";
import type { Adjusted } from "./estimate-adjust";
import type { Combined, Sentence } from "./estimate-orders";
import type { Warnings } from "./facts";
import { inForce } from "./rules/rule";
import type { Counting, ReleaseDay, RuleEntry, RuleSet } from "./rules/rule";
import type { Cited } from "./trace";
import type { Convention, CreditInput, Span } from "./types";

export type Chain = "AGGREGATE" | "SEQUENTIAL";
export type Links = "consecutive" | "concurrent";

/** One lawful way to read the orders; equal ways have equal keys. */
export type Variant = { key: string; convention: Convention; chain: Chain; links: Links; credits: CreditInput[]; share: string | null; day: RuleEntry<ReleaseDay> | null };

/** The rules of law that settle steps of the trace. */
export type Citations = { [R in "term.add" | "chain.next" | "chain.aggregate" | "fraction.served" | "credit.days" | "releaseRule.applied"]?: Cited | undefined };

/** `headline`: what is shown. `lawful`: everything that can be right, for the two alarms. `shown`: all conventions, side by side. */
export type Variants = { headline: Variant[]; lawful: Variant[]; shown: Variant[]; rule: RuleEntry<Counting> | null; confirmed: boolean; cited: Citations };

type Dimensions = { [K in Exclude<keyof Variant, "key">]: Variant[K][] };

function product(dimensions: Dimensions): Variant[] {
  const { convention, chain, links, credits, share, day } = dimensions;
  const variants: Variant[] = [];
  for (const c of convention)
    for (const h of chain)
      for (const l of links)
        for (const [i, k] of credits.entries())
          for (const s of share)
            for (const d of day) variants.push({ key: `${c}/${h}/${l}/${i}/${s ?? ""}/${d?.id ?? ""}`, convention: c, chain: h, links: l, credits: k, share: s, day: d });
  return variants;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The kind of detention that an order leads to: its rules are those of the law for it. */
export function lawKind(order: Sentence["order"], detentionKind: string): string {
  if (order.kind === "sentence") return detentionKind === "house_arrest" ? "house_arrest" : "imprisonment";
  return order.kind === "extension" || order.kind === "custody" ? detentionKind : order.kind;
}

/** Every way to read the orders of a case that the law, or what is not known, leaves open. */
export function variantsOf(facts: CaseFacts, rules: RuleSet, combined: Combined, adjusted: Adjusted, begin: Span, warnings: Warnings): Variants {
  const { sentences } = combined;
  const [first] = sentences;
  const kind = first ? lawKind(first.order, facts.detentionKind) : facts.detentionKind;
  const date = /\d{4}-\d\d-\d\d/.exec(first?.order.date ?? "")?.[0] ?? null;
  const [rule = null] = inForce(rules.counting, kind, date);
  const terms = sentences.flatMap(({ term }) => (term === null || term === "LIFE" ? [] : [term]));
  const hours = terms.length > 0 && terms.every(isHoursOnly);
  const settled = (entry: RuleEntry<unknown> | null): boolean => entry !== null && (entry.confidence === "confirmed" || entry.overridden !== undefined);
  const confirmed = hours || settled(rule);
  const exact = hours ? "ELAPSED_24H" : "at" in begin ? (rule?.value.exact ?? null) : null;
  const window = hours ? ["ELAPSED_24H" as const] : [...(rule?.value.window ?? [])];

  const [chaining] = inForce(rules.chaining, kind, date);
  const linked = sentences.some(({ link }) => link !== null);
  const monthly = terms.some((term) => monthsOf(term) > 0);
  const chain: Chain[] = chaining ? [chaining.value.chain] : linked && monthly ? ["SEQUENTIAL", "AGGREGATE"] : ["SEQUENTIAL"];
  if (chain.length > 1) warnings.add("CHAIN_NOT_CONFIRMED");
  const unknown = sentences.some(({ link }) => link?.relation === "unknown");
  if (unknown) warnings.add("ORDER_RELATION_UNKNOWN");
  const links: Links[] = unknown ? ["consecutive", "concurrent"] : ["consecutive"];

  const ordered = sentences.find(({ order }) => order.servedShare !== null)?.order.servedShare ?? null;
  const [share] = ordered === null ? inForce(rules.servedShares, kind, date) : [];
  const [day = null] = inForce(rules.releaseDays, kind, date);
  if (day) warnings.add("HOLIDAYS_NOT_RECORDED");
  const fraction = ordered ?? share?.value.fraction ?? null;
  const common = { chain, links, credits: adjusted.credits };
  const shownDay = day !== null && (settled(day) || day.confidence === "secondary") ? day : null;
  const [wideShares, wideDays] = [share && !settled(share) ? [fraction, null] : [fraction], day === null || settled(day) ? [day] : [null, day]];
  const headline = product({ ...common, convention: exact ? [exact] : window, share: [fraction], day: [shownDay] });
  const lawful = product({ ...common, convention: confirmed && exact ? [exact] : unique([...(exact ? [exact] : []), ...window]), share: wideShares, day: wideDays });
  const every: Convention[] = hours ? ["ELAPSED_24H"] : ["ELAPSED_24H", "SAME_WALL_CLOCK", "INCLUSIVE_DAYS", "EXCLUSIVE_DAYS"];
  const shown = product({ ...common, convention: every, share: [fraction], day: [shownDay] });
  const [credit, ...otherCredits] = new Set(adjusted.law);
  const cited: Citations = {
    "term.add": (hours ? null : rule) ?? undefined,
    "chain.next": (hours ? null : rule) ?? undefined,
    "chain.aggregate": chaining,
    "fraction.served": share,
    "credit.days": otherCredits.length === 0 ? credit : undefined,
    "releaseRule.applied": shownDay ?? undefined,
  };
  return { headline, lawful, shown, rule: hours ? null : rule, confirmed, cited };
}
