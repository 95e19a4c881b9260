import { readCaseQuery } from "@/lib/model/case-query";

type Say = { (key: string, values?: Record<string, string | number>): string };
export type FilterWords = { places: ReadonlyMap<string, string>; vocab: Say; dashboard: Say };

/** A filter as a list's address says it, in words; "" for everything. Records that it names by id are left out. */
export function filterWords(query: string, { places, vocab, dashboard }: FilterWords): string {
  const { view, q, placeId, kind } = readCaseQuery(Object.fromEntries(new URLSearchParams(query)));
  const place = placeId === undefined ? "" : (places.get(placeId) ?? "");
  return [view === undefined ? "" : dashboard(`view.${view}`), q === undefined ? "" : `“${q}”`, place, kind === undefined ? "" : vocab(`detention_kinds.${kind}`)].filter(Boolean).join(" · ");
}
