import { z } from "zod";
import { choice, id, inputOf, line, optionalId, type Field, type ValuesOf } from "./fields";
import { allTargets, wordLists, type ImportTarget } from "./import-kind";
import { contentLanguages, countCategories, detentionKinds, eventKinds, institutionKinds, orderKinds, permits } from "./vocabularies";

/** How several things stand in one cell. `tight_comma`: a comma with nothing after it, so that names may hold ", ". */
export const separators = ["none", "comma", "tight_comma", "semicolon", "line", "bar"] as const;
export type Separator = (typeof separators)[number];

/** How a figure is meant where its cell says nothing of it. */
export const figureBounds = ["exact", "at_least", "about"] as const;
/** As what organisers are recorded: organisations of a kind, or words only. */
export const organiserTargets = ["movement", "ngo", "media", "agency", "words"] as const;
/** What is done with rows that leave a doubt, and with those that look like a known event. */
export const rowChoices = ["record", "aside"] as const;

const MOST_COLUMNS = 100;
/** So many different words of one column can be told apart. */
export const MOST_VALUES = 200;

/** Rows of a form that keep their places: one for each column, or for each word of a column. */
const listOf = <T extends z.ZodType>(row: T, max: number): Field<z.output<T>[]> => ({
  kind: "group",
  class: "internal",
  schema: () => z.preprocess((typed): unknown[] => (Array.isArray(typed) ? typed : []), z.array(row).max(max, "too_many")) as unknown as z.ZodType<z.output<T>[]>,
});

const context = { today: "2000-01-01" };
const none = "" as const;
const optional = <const V extends readonly string[]>(values: V) => choice([none, ...values], { fallback: none }).schema(context);
const word = (max: number) => line(max).schema(context);

/** First step: which column is what. */
export const importColumnFields = {
  importId: id(),
  columns: listOf(z.strictObject({ field: choice(allTargets, { fallback: "skip" }).schema(context) }), MOST_COLUMNS),
};
export const importColumnsInput = inputOf(importColumnFields);
export type ImportColumnValues = ValuesOf<typeof importColumnFields>;

const columnDetail = z.strictObject({
  separator: choice(separators, { fallback: "none" }).schema(context),
  category: choice(countCategories, { fallback: "detained" }).schema(context),
  bound: choice(figureBounds, { fallback: "exact" }).schema(context),
});

/** A place that a file names: one on record, or a new one with its code, country and zone. */
const placeDetail = z.strictObject({ text: word(300), placeId: optionalId().schema(context), code: word(5), country: word(2), zone: word(60), nameKk: word(120), nameRu: word(120), nameEn: word(120) });
export type ImportPlace = z.output<typeof placeDetail>;

/** Second step: how the cells are read. */
export const importDetails = {
  /** Who made the list; the keys of its rows are told apart by it. */
  sender: line(200),
  /** Who counted, where no column says so; empty means the sender. */
  countedBy: line(300),
  /** What an event is, and where, when its row does not say. */
  kind: choice([none, ...eventKinds], { fallback: none }),
  placeId: optionalId(),
  organiserAs: choice(organiserTargets, { fallback: "movement" }),
  stationKind: choice(institutionKinds, { fallback: "police" }),
  language: choice(contentLanguages, { fallback: "other" }),
  /** What a detention, and a ruling, is where its row does not say. */
  detentionKind: choice(detentionKinds, { fallback: "unknown" }),
  orderKind: choice(orderKinds, { fallback: "administrative_arrest" }),
  /** Who states the release, where no column says so; empty means the sender. */
  statedBy: line(300),
  doubtful: choice(rowChoices, { fallback: "record" }),
  similar: choice(rowChoices, { fallback: "aside" }),
  details: listOf(columnDetail, MOST_COLUMNS),
  kinds: listOf(z.strictObject({ text: word(300), as: optional(eventKinds) }), MOST_VALUES),
  permits: listOf(z.strictObject({ text: word(300), as: optional(permits) }), MOST_VALUES),
  /** Words of a column that holds values of a list; one without an answer refuses its rows. */
  words: listOf(z.strictObject({ list: choice(wordLists).schema(context), text: word(300), as: word(60) }), 4 * MOST_VALUES),
  places: listOf(placeDetail, MOST_VALUES),
};
export const importDetailsInput = inputOf({ importId: id(), ...importDetails });
export type ImportDetails = ValuesOf<typeof importDetails>;

/** Everything that is said about a file, as it is kept and remembered for the next one with the same headings. */
export type EventMapping = { headings: string[]; columns: ImportTarget[] } & ImportDetails;

/** One import, by its id: recorded, or thrown away. */
export const importInput = inputOf({ importId: id() });

/** A word of a file as it is looked up: one line, small letters. */
export const wordKey = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
