import { wordKey, type EventMapping, type ImportPlace } from "@/lib/model/event-import";
import type { ImportTarget, WordList } from "@/lib/model/import-kind";
import type { KnownPlace } from "./event-plan";

/** What every row asks of a mapping: columns by target, answers by word. The first answer to a word counts. */
export type MappingLookup = {
  columns: ReadonlyMap<ImportTarget, readonly number[]>;
  words: ReadonlyMap<WordList, ReadonlyMap<string, string>>;
  kinds: ReadonlyMap<string, string>;
  permits: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, ImportPlace>;
};

const lookups = new WeakMap<EventMapping, MappingLookup>();

/** Made once for a mapping, which nobody changes while rows are read with it. */
export function lookupOf(mapping: EventMapping): MappingLookup {
  const there = lookups.get(mapping);
  if (there) return there;
  const made = { columns: columnsOf(mapping), words: answersOf(mapping), kinds: firstOf(mapping.kinds), permits: firstOf(mapping.permits), places: byKey(mapping.places, (place) => place) };
  lookups.set(mapping, made);
  return made;
}

const placesById = new WeakMap<readonly KnownPlace[], ReadonlyMap<string, KnownPlace>>();

export function placeWithId(places: readonly KnownPlace[], id: string): KnownPlace | undefined {
  let known = placesById.get(places);
  if (known === undefined) placesById.set(places, (known = new Map(places.map((place) => [place.id, place]))));
  return known.get(id);
}

function columnsOf({ columns }: EventMapping): MappingLookup["columns"] {
  const found = new Map<ImportTarget, number[]>();
  columns.forEach((target, at) => {
    const there = found.get(target);
    if (there) there.push(at);
    else found.set(target, [at]);
  });
  return found;
}

function answersOf({ words }: EventMapping): MappingLookup["words"] {
  return new Map([...new Set(words.map(({ list }) => list))].map((list) => [list, firstOf(words.filter((word) => word.list === list))]));
}

const firstOf = (answers: readonly { text: string; as: string }[]): ReadonlyMap<string, string> => byKey(answers, ({ as }) => as);

function byKey<T extends { text: string }, V>(all: readonly T[], valueOf: (one: T) => V): ReadonlyMap<string, V> {
  return new Map(all.map((one) => [wordKey(one.text), valueOf(one)] as const).reverse());
}
