import { placeName } from "@/lib/wording/place-name";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { OwnCount } from "@/lib/model/own-count";
import type { CountBound, CountCategory } from "@/lib/model/vocabularies";
import type { ToldCount } from "@/lib/wording/count-sentence";
import type { ShownPlace } from "@/lib/wording/event-words";

type Words = (key: string, values?: Record<string, string | number>) => string;

export type CountFacts = {
  id: string;
  attributedTo: string;
  category: string;
  bound: string;
  figure: number | null;
  figureTo: number | null;
  comparedToId: string | null;
  asOf: string | null;
  note: string;
  withdrawn: string | null;
};

/** One line of the ledger as the service hands it over. */
export type LedgerLine = {
  count: CountFacts;
  institution: { id: string; name: string; nameKk: string; nameRu: string; nameEn: string } | null;
  source: { id: string; title: string } | null;
  places: readonly (ShownPlace & { kind: string })[];
  own: OwnCount | null;
};

/** Who counted; whoever may not know a protected source reads that it is one, never nothing. */
export const counterName = ({ attributedTo }: Pick<CountFacts, "attributedTo">, t: Words): string => attributedTo || t("count.protected");

/** A count with everything that its sentence says, in the reader's language. */
export const toldCount = ({ count, places }: Pick<LedgerLine, "count" | "places">, locale: Locale): ToldCount => ({
  ...count,
  category: count.category as CountCategory,
  bound: count.bound as CountBound,
  places: places.map((place) => placeName(place, locale)),
  inCities: places.every(({ kind }) => kind === "city"),
  asOf: count.asOf === null ? "" : formatUncertain(count.asOf, locale),
});

/** "26", "at least 40", "far more": a figure as it was told. `t` are the words of the namespace `events`. */
export const figureText = ({ bound, figure, figureTo }: Pick<CountFacts, "bound" | "figure" | "figureTo">, t: Words, number: (value: number) => string): string =>
  t(`count.figures.${bound}`, { figure: figure === null ? "" : number(figure), to: figureTo === null ? "" : number(figureTo) });
