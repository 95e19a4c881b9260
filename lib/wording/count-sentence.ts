import type { CountBound, CountCategory } from "@/lib/model/vocabularies";

/** A count as a report tells it. `places` are names in the reader's language; none means the event as a whole. */
export type ToldCount = {
  id: string;
  attributedTo: string;
  category: CountCategory;
  bound: CountBound;
  /** Null where the words alone say how many, and where the receiver may not know. */
  figure: number | null;
  figureTo: number | null;
  comparedToId: string | null;
  places: readonly string[];
  /** All of the places are cities, so that they can be called so. */
  inCities: boolean;
  /** The day in words, or empty. */
  asOf: string;
};

export type ToldOwn = { category: CountCategory; total: number; named: number; eve: number };

/** The words of the namespace `events`, and how the language joins a list. */
export type CountWords = { t: (key: string, values?: Record<string, string | number>) => string; list: (items: string[]) => string; locale: string };

const capital = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** What one counter said, without a full stop: never without who said it. `others` are the counts that it may compare itself with. */
export function countClause(count: ToldCount, others: readonly ToldCount[], { t, list }: CountWords): string {
  const { category, bound, figure, figureTo, attributedTo: who } = count;
  const scope = { list: list([...count.places]), count: count.places.length };
  const where = count.places.length === 0 ? "" : t(count.inCities ? "sentence.in_cities" : "sentence.in_places", scope);
  const asOf = count.asOf && t("sentence.as_of", { date: count.asOf });
  if (bound === "far_more") {
    const other = others.find(({ id }) => id === count.comparedToId);
    return t("sentence.far_more", { who, did: t(`sentence.did.${category}`), where, asOf, known: other ? "yes" : "no", other: other?.attributedTo ?? "" });
  }
  const people = t(`sentence.people.${figure === null && bound !== "tens" ? "withheld" : bound}`, { count: figure ?? 0, to: figureTo ?? 0 });
  return t("sentence.told", { who, people, what: t(`sentence.what.${category}`), where, asOf });
}

/** What we have on record, without a full stop. */
export const ownClause = ({ category, total, named, eve }: ToldOwn, { t }: CountWords): string =>
  t("sentence.ours", { count: total, named, eve: category === "detained" ? eve : 0, what: t(`sentence.what.${category}`) });

/**
 * Ready for a report: for each category one sentence with every counter's figure beside the others', each under its own name, and one with
 * ours. Nothing is added up.
 */
export function countReport(counts: readonly ToldCount[], own: readonly ToldOwn[], words: CountWords): string[] {
  const categories = [...new Set(counts.map(({ category }) => category))];
  return categories.flatMap((category) => {
    const told = counts.filter((count) => count.category === category).map((count) => countClause(count, counts, words));
    const ours = own.find((each) => each.category === category);
    return [told.join("; "), ...(ours ? [ownClause(ours, words)] : [])].map((sentence) => `${capital(sentence, words.locale)}.`);
  });
}
