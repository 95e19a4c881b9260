import type { CountBound, CountCategory } from "@/lib/model/vocabularies";
import type { PlannedCase, PlannedPerson } from "./case-plan";
import type { PlannedPlace } from "./place-plan";

export type KnownPlace = { id: string; code: string; nameKk: string; nameRu: string; nameEn: string; zone: string; otherNames?: readonly string[] };
/** An event on record: its title, its beginning as it is stored, its places, and the keys of the rows that it came from. */
export type NamedEvent = { id: string; title: string; start: string | null; placeIds: readonly string[]; keys: readonly string[] };

/** What is wrong, or doubtful, with a row: a code, the column that it is about, and what its words need. */
export type Finding = { code: string; column: number | null; params?: Record<string, string | number> };
export const rowVerdicts = ["accepted", "aside", "refused"] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

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
/** What a row would become. */
export type Planned = { kind: "events"; event: PlannedEvent } | { kind: "cases"; made: PlannedCase } | { kind: "people"; person: PlannedPerson };
/** A row with its verdict. `like`: the record that it repeats or looks like; `certain`: its number says so. */
export type JudgedRow = { row: number; cells: string[]; verdict: RowVerdict; problems: Finding[]; doubts: Finding[]; externalKey: string; plan: Planned | null; like: string | null; certain: boolean };
export type CheckedRow = { row: number; cells: string[]; verdict: RowVerdict; problems: Finding[]; doubts: Finding[]; externalKey: string; event: PlannedEvent | null; like: string | null; certain: boolean };

/** What is on record already, as far as a check needs it. */
export type KnownRecords = {
  places: readonly KnownPlace[];
  /** Ids of events by the key that their row had in an earlier file. */
  keys: ReadonlyMap<string, string>;
  events: readonly NamedEvent[];
  /** The places of institutions of the stations' kind, by the folded name. */
  stations: ReadonlyMap<string, string | null>;
};
