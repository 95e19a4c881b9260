import { readCaseQuery } from "@/lib/model/case-query";

type Say = { (key: string, values?: Record<string, string | number>): string };
export type FilterWords = { places: ReadonlyMap<string, string>; vocab: Say; dashboard: Say; reports: Say };

/** A filter as a list's address says it, in words; "" for everything. Records that it names by id are told by what they are. */
export function filterWords(query: string, { places, vocab, dashboard, reports }: FilterWords): string {
  const { view, q, placeId, kind, eventId, institutionId, personId, ownerId } = readCaseQuery(Object.fromEntries(new URLSearchParams(query)));
  const place = placeId === undefined ? "" : (places.get(placeId) ?? "");
  return [view === undefined ? "" : dashboard(`view.${view}`), q === undefined ? "" : `“${q}”`, place, kind === undefined ? "" : vocab(`detention_kinds.${kind}`), ...Object.entries({ eventId, institutionId, personId, ownerId }).map(([part, id]) => (id === undefined ? "" : reports(`narrowed.${part}`)))].filter(Boolean).join(" · ");
}
