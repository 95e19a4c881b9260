import type { EventMapping } from "@/lib/model/event-import";
import type { InputContext } from "@/lib/model/fields";
import type { CsvRow } from "./csv-read";
import { likenessOf, type Likeness } from "./event-likeness";
import type { CheckedRow, Finding, KnownRecords, RowVerdict } from "./event-plan";
import { readEvent } from "./event-read";

/** Every row with its verdict: what would be recorded, or why not. Nothing is mended and nothing is left out silently. */
export const checkRows = (rows: readonly CsvRow[], mapping: EventMapping, known: KnownRecords, context: InputContext): CheckedRow[] => eventChecker(mapping, known.stations)(rows, known, context);

/** The same for a file that is read piece by piece: what the rows before said is known to those after them. */
export function eventChecker(mapping: EventMapping, stations: KnownRecords["stations"]) {
  const likeness = likenessOf();
  const stationPlaces = new Map(stations);
  return (rows: readonly CsvRow[], known: KnownRecords, context: InputContext): CheckedRow[] => {
    likeness.learn(known);
    return rows.map((row) => checked(row, known, context));
  };

  function checked(row: CsvRow, known: KnownRecords, context: InputContext): CheckedRow {
    const { event, problems, doubts, externalKey } = readEvent(row, mapping, known.places, stationPlaces, context);
    const base = { row: row.row, cells: row.cells, problems, doubts, externalKey };
    if (event === null) return { ...base, verdict: "refused" as const, event: null, like: null, certain: false };
    const like = likeness.find(row.row, externalKey, event);
    if (!like) likeness.keep(row.row, externalKey, event);
    const all = like ? [...doubts, like.finding] : doubts;
    return { ...base, doubts: all, verdict: verdictOf(mapping, like, doubts), event, like: like?.eventId ?? null, certain: like?.certain ?? false };
  }
}

/** A row that a key says is here already is never recorded again; one that only looks like it, when somebody says so. */
function verdictOf(mapping: EventMapping, like: Likeness | undefined, doubts: readonly Finding[]): RowVerdict {
  if (like?.certain) return "aside";
  if (like && mapping.similar === "aside") return "aside";
  return doubts.length > 0 && mapping.doubtful === "aside" ? "aside" : "accepted";
}
