import type { EventMapping } from "@/lib/model/event-import";
import type { InputContext } from "@/lib/model/fields";
import type { CountBound, CountCategory } from "@/lib/model/vocabularies";
import type { CsvRow } from "./csv-read";
import { readEvent } from "./event-read";
import { likenessOf, type Likeness, type NamedEvent } from "./event-likeness";
import type { KnownPlace } from "./event-guess";

/** What is wrong, or doubtful, with a row: a code, the column that it is about, and what its words need. */
export type Finding = { code: string; column: number | null; params?: Record<string, string | number> };
export const rowVerdicts = ["accepted", "aside", "refused"] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** A place of an event to be: one on record, or the word for one that is to be made. */
export type PlannedPlace = { placeId: string } | { word: string };
export type PlannedCount = { attributedTo: string; category: CountCategory; bound: CountBound; figure: number; figureTo: number | null };
export type PlannedEvent = {
  kind: string;
  title: string;
  start: string | null;
  place: PlannedPlace;
  spot: string;
  organiser: string;
  organisers: string[];
  demands: string;
  permit: string;
  stations: string[];
  addresses: string[];
  counts: PlannedCount[];
  note: string;
};
export type CheckedRow = { row: number; cells: string[]; verdict: RowVerdict; problems: Finding[]; doubts: Finding[]; externalKey: string; event: PlannedEvent | null; like: string | null };

/** What is on record already, as far as a check needs it. */
export type KnownRecords = {
  places: readonly KnownPlace[];
  /** Ids of events by the key that their row had in an earlier file. */
  keys: ReadonlyMap<string, string>;
  events: readonly NamedEvent[];
  /** The places of institutions of the stations' kind, by the folded name. */
  stations: ReadonlyMap<string, string | null>;
};

/** Every row with its verdict: what would be recorded, or why not. Nothing is mended and nothing is left out silently. */
export function checkRows(rows: readonly CsvRow[], mapping: EventMapping, known: KnownRecords, context: InputContext): CheckedRow[] {
  const likeness = likenessOf(known);
  const stationPlaces = new Map(known.stations);
  return rows.map((row) => {
    const { event, problems, doubts, externalKey } = readEvent(row, mapping, known.places, stationPlaces, context);
    const base = { row: row.row, cells: row.cells, problems, doubts, externalKey };
    if (event === null) return { ...base, verdict: "refused" as const, event: null, like: null };
    const like = likeness.find(row.row, externalKey, event);
    if (!like) likeness.keep(row.row, externalKey, event);
    const all = like ? [...doubts, like.finding] : doubts;
    return { ...base, doubts: all, verdict: verdictOf(mapping, like, doubts), event, like: like?.eventId ?? null };
  });
}

/** A row that a key says is here already is never recorded again; one that only looks like it, when somebody says so. */
function verdictOf(mapping: EventMapping, like: Likeness | undefined, doubts: readonly Finding[]): RowVerdict {
  if (like?.certain) return "aside";
  if (like && mapping.similar === "aside") return "aside";
  return doubts.length > 0 && mapping.doubtful === "aside" ? "aside" : "accepted";
}
