import type { CountBound, CountCategory } from "@/lib/model/vocabularies";

export type KnownPlace = { id: string; code: string; nameKk: string; nameRu: string; nameEn: string; zone: string };
/** An event on record: its title, its beginning as it is stored, its places, and the keys of the rows that it came from. */
export type NamedEvent = { id: string; title: string; start: string | null; placeIds: readonly string[]; keys: readonly string[] };

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
