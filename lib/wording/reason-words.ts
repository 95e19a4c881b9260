import { termWords } from "./case-words";
import { formatInstant, formatUncertain, formatWindow, type DateStyle } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { ruleKey, type Reason } from "@/lib/release/explain";

type Words = (key: string, values?: Record<string, string | number>) => string;
/** `release` and `law` are the words of these rooms; dates and instants are told in the zone of the place. */
export type ReasonWords = { release: Words; law: Words; locale: Locale; zone: string; style?: DateStyle };

/** A reason as a sentence of the reader's language, with the rule of law that it rests on. */
export function reasonText({ key, params, law: rule, overridden }: Reason, words: ReasonWords): string {
  const { release, law } = words;
  const filled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueWords(name, value, words)]));
  const sentence = key.startsWith("law.") ? law(key.slice("law.".length), filled) : release(key, filled);
  if (overridden) return `${sentence} ${release("own_rule", { version: overridden.version, source: overridden.source })}`;
  return rule === undefined ? sentence : `${sentence} (${law(`title.${ruleKey(rule)}`)})`;
}

function valueWords(name: string, value: string | number, { locale, zone, style = {} }: ReasonWords): string | number {
  if (typeof value === "number") return value;
  if (name.endsWith("Date")) return formatUncertain(value, locale, style);
  if (name.endsWith("Term")) return termWords(value, locale) ?? value;
  if (name.endsWith("At")) return formatInstant(value, zone, locale, style);
  if (!name.endsWith("Span")) return value;
  const [from, to] = value.split("/").map((side) => (side === ".." ? null : side));
  return formatWindow(from ?? null, to ?? null, zone, locale, style);
}
