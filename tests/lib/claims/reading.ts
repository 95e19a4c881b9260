import { firstPlaces } from "@/lib/model/first-places";
import { readClaims } from "@/lib/claims/read-claims";
import type { KnownRecords, Suggestion, SuggestionKind } from "@/lib/claims/suggestion";

/** The cities of a new installation, nobody and nothing else on record, published on the day of the founding report. */
export const known: KnownRecords = { published: "2019-10-31", places: firstPlaces.map(({ code, kk, ru, en }) => ({ id: code, names: [kk, ru, en] })), institutions: [], people: [] };

export const read = (text: string, more: Partial<KnownRecords> = {}): Suggestion[] => readClaims(text, { ...known, ...more });

/** The quotes of one kind with their values: `31 қазанда = 2019-10-31`. */
export const told = (kind: SuggestionKind, text: string, more: Partial<KnownRecords> = {}): string[] =>
  read(text, more).filter((one) => one.kind === kind).map(({ quote, value }) => `${quote} = ${value}`);

export const values = (kind: SuggestionKind, text: string, more: Partial<KnownRecords> = {}): string[] => read(text, more).filter((one) => one.kind === kind).map(({ value }) => value);
