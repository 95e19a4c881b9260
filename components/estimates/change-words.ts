import type { useTranslations } from "next-intl";
import { formatTerm, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { FactChange, FieldChange } from "@/lib/model/estimate-diff";
import { termOf } from "@/lib/model/ordered-term";
import { isUncertainDate } from "@/lib/model/uncertain-date";
import { ruleKey } from "@/lib/release/explain";
import { findInSets } from "@/lib/release/rules/find";
import { overrideEntry } from "@/lib/release/rules/override";
import type { RuleList } from "@/lib/release/rules/rule";

type Words = ReturnType<typeof useTranslations>;
export type OrderNames = ReadonlyMap<string, { kind: string; date: string | null }>;
export type ChangeWords = { t: Words; vocab: Words; law: Words; ruleWords: (list: RuleList, value: unknown) => string[]; locale: Locale; orders: OrderNames };

/** The vocabularies that values of the frozen facts come from. */
const vocabularies: Record<string, string> = {
  "moment.kind": "moment_kinds",
  "order.kind": "order_kinds",
  "order.countFrom": "count_froms",
  "order.relation": "order_relations",
  "adjustment.kind": "adjustment_kinds",
  "case.detentionKind": "detention_kinds",
};

/** What a person asks first of a fact; whatever is not named here comes after. */
const readingOrder = ["kind", "when", "date", "term", "countFrom", "countFromWhen", "relation", "relatesTo", "servedShare", "from", "to", "days", "ratio", "value", "version", "source"];

export const inReadingOrder = (fields: readonly FieldChange[]): FieldChange[] => {
  const place = ({ name }: FieldChange) => (readingOrder.includes(name) ? readingOrder.indexOf(name) : readingOrder.length);
  return [...fields].sort((a, b) => place(a) - place(b));
};

/** "Ruling added: administrative arrest", "Moment: taken". */
export function changeTitle({ part, change, what }: FactChange, { t, vocab, law }: ChangeWords): string {
  const list = vocabularies[`${part}.kind`];
  const title = `title.${ruleKey(what)}`;
  const kind = list && vocab.has(`${list}.${what}`) ? vocab(`${list}.${what}`) : what;
  const name = part === "rule" && law.has(title) ? law(title) : kind;
  const changed = t(`part.${part}.${change}`);
  return name === "" ? changed : t("titled", { title: changed, name });
}

export const fieldTitle = ({ part }: FactChange, { name }: FieldChange, { t }: ChangeWords): string => (t.has(`fact.${part}.${name}`) ? t(`fact.${part}.${name}`) : name);

/** A value of the frozen facts as a person reads it: words of a list, a date, a term, the ruling behind an id. */
export function factWords({ part, what }: FactChange, name: string, value: string | null, words: ChangeWords): string {
  const { t, vocab, locale, orders } = words;
  if (value === null) return t("nothing");
  if (part === "rule" && name === "value") return ruleValue(what, value, words) ?? value;
  const list = vocabularies[`${part}.${name}`];
  if (list) return vocab.has(`${list}.${value}`) ? vocab(`${list}.${value}`) : value;
  if (name === "term") {
    const term = termOf(value);
    return term === null ? value : formatTerm(term, locale);
  }
  if (name === "relatesTo") {
    const order = orders.get(value);
    if (!order) return t("another_ruling");
    const kind = vocab.has(`order_kinds.${order.kind}`) ? vocab(`order_kinds.${order.kind}`) : order.kind;
    return order.date === null ? kind : `${kind}, ${formatUncertain(order.date, locale)}`;
  }
  return isUncertainDate(value) && part !== "rule" && name !== "days" ? formatUncertain(value, locale) : value;
}

/** What an own value makes of a rule, in sentences; null where the rule or the value is no longer known. */
function ruleValue(ruleId: string, value: string, { ruleWords }: ChangeWords): string | null {
  const found = findInSets(ruleId);
  const own = found && overrideEntry(found.list, found.entry, { ruleId, version: 0, source: "", value });
  return found && own?.ok ? ruleWords(found.list, own.entry.value).join(" ") : null;
}
