import { dateText } from "@/lib/model/civil";
import { isCredit } from "@/lib/model/credit";
import { isUncertainDate, precisionOf } from "@/lib/model/uncertain-date";
import type { CaseFacts, EstimateAdjustment } from "./estimate-facts";
import type { Warnings } from "./facts";
import { parseRatio } from "./ratio";
import type { Ratio } from "./ratio";
import { inForce } from "./rules/rule";
import type { Crediting, RuleEntry, RuleSet } from "./rules/rule";
import { datesOfSpan } from "./spans";
import type { CreditInput, InterruptionInput, Rounding, Span } from "./types";

/** What shortens and lengthens a term. `credits` has two variants where the law knows several ratios for a kind of custody: the least and the most. */
export type Adjusted = { credits: CreditInput[][]; interruptions: InterruptionInput[]; rounding?: Rounding; law: RuleEntry<Crediting>[] };

/**
 * Adjustments as the engine takes them; null where one of them cannot be read, because then nothing can be counted. Credited days that lie
 * on or after the beginning are counted already and are left out.
 */
export function adjustmentsOf(facts: CaseFacts, rules: RuleSet, kind: string, date: string | null, begin: Span, warnings: Warnings): Adjusted | null {
  const adjusted: Adjusted = { credits: [], interruptions: [], law: [] };
  const [least, most]: CreditInput[][] = [[], []];
  for (const item of facts.adjustments) {
    if (!isCredit(item.kind)) {
      const interruption = interruptionOf(item);
      if (!interruption) return unreadable(warnings);
      adjusted.interruptions.push(interruption);
      continue;
    }
    const length = lengthOf(item, begin, facts.zone, warnings);
    if (length === null) return unreadable(warnings);
    if (length === "counted") continue;
    const known = ratiosOf(item, rules, kind, date, adjusted);
    const [low, high] = [known[0] ?? "1/1", known.at(-1) ?? "1/1"];
    least?.push({ ...length, ratio: low, kind: item.kind });
    most?.push({ ...length, ratio: high, kind: item.kind });
  }
  const differ = JSON.stringify(least) !== JSON.stringify(most);
  if (differ) warnings.add("CREDIT_RATIO_UNKNOWN");
  return { ...adjusted, credits: differ ? [least ?? [], most ?? []] : [least ?? []] };
}

function unreadable(warnings: Warnings): null {
  warnings.add("FACT_UNREADABLE");
  return null;
}

/** The ratio that is recorded, or every one that the law knows for this kind of custody, the lowest first; day for day where it knows none. */
function ratiosOf(item: EstimateAdjustment, rules: RuleSet, kind: string, date: string | null, adjusted: Adjusted): string[] {
  if (item.ratio !== null) return [item.ratio];
  const found = inForce(rules.crediting, kind, date).filter(({ value }) => value.kind === item.kind || value.kind.startsWith(`${item.kind}_`));
  for (const entry of found) {
    adjusted.law.push(entry);
    if (entry.value.rounding) adjusted.rounding = entry.value.rounding;
  }
  const size = ({ n, d }: Ratio): number => Number(n) / Number(d);
  const read = (text: string) => parseRatio(text, "CREDIT_RATIO_INVALID", "adjustments.ratio");
  return [...new Set(found.map(({ value }) => value.ratio))].sort((a, b) => size(read(a)) - size(read(b)));
}

const exactTo = (text: string | null): "day" | "minute" | null => {
  if (text === null || !isUncertainDate(text) || text.includes("~")) return null;
  const precision = precisionOf(text);
  return precision === "day" || precision === "minute" ? precision : null;
};

function lengthOf({ from, to, days }: EstimateAdjustment, begin: Span, zone: string, warnings: Warnings): Pick<CreditInput, "from" | "to" | "days"> | "counted" | null {
  if (from === null && to === null) return days === null ? null : { days };
  if (from === null || to === null || exactTo(from) === null || exactTo(to) === null) return null;
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  if (last < first) return null;
  const start = datesOfSpan(begin, zone).first;
  if (start === null || last < dateText(start)) return { from: first, to: last };
  warnings.add("CREDIT_COUNTED_ALREADY");
  const before = dateText(start - 1);
  return before < first ? "counted" : { from: first, to: before };
}

function interruptionOf({ kind, from, to, days }: EstimateAdjustment): InterruptionInput | null {
  if (from === null && to === null) return days === null ? null : { days, kind };
  if (from === null || to === null) return null;
  const [a, b] = [exactTo(from), exactTo(to)];
  if (a === null || b === null) return null;
  if (a === "minute" && b === "minute") return from <= to ? { fromAt: from, toAt: to, kind } : null;
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  return first <= last ? { from: first, to: last, kind } : null;
}
