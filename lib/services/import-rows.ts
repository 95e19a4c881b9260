import "server-only";
import { listImportRows, type ImportRowRow } from "@/db/queries/imports";
import type { Reader } from "@/db/store";
import { knownText } from "@/lib/exchange/cells";
import type { CsvRow } from "@/lib/exchange/csv-read";
import { MOST_VALUES, wordKey, type EventMapping } from "@/lib/model/event-import";
import { listTargets, type ImportTarget } from "@/lib/model/import-kind";

/** So many rows are read at once. */
const PAGE = 2_000;
/** What separates names and what a column is about is seen in the first rows. */
const FIRST = 200;
const asked: ReadonlySet<ImportTarget> = new Set<ImportTarget>(["kind", "permit", "place", ...(Object.keys(listTargets) as ImportTarget[])]);

export const csvRowOf = ({ row, cells }: Pick<ImportRowRow, "row" | "cells">): CsvRow => ({ row, cells: JSON.parse(cells) as string[] });

/** The first rows of a file, and of the others those that hold a word that somebody will be asked about and that none before held. */
export async function gatherRows(tx: Reader, batchId: string, columns: EventMapping["columns"]): Promise<CsvRow[]> {
  const watched = columns.flatMap((target, at) => (asked.has(target) ? [{ at, seen: new Set<string>() }] : []));
  const gathered: CsvRow[] = [];
  for (let after = 0; ; ) {
    const rows = (await listImportRows(tx, batchId, { after, limit: watched.length === 0 ? FIRST : PAGE })).map(csvRowOf);
    for (const each of rows) {
      const fresh = watched.filter(({ at, seen }) => isNew(each.cells[at] ?? "", seen)).length > 0;
      if (fresh || gathered.length < FIRST) gathered.push(each);
    }
    after = rows.at(-1)?.row ?? 0;
    if (watched.length === 0 || rows.length < PAGE) return gathered;
  }
}

function isNew(cell: string, seen: Set<string>): boolean {
  const key = wordKey(knownText(cell));
  if (key === "" || seen.has(key) || seen.size >= MOST_VALUES) return false;
  seen.add(key);
  return true;
}
