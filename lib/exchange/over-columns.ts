import { Temporal } from "temporal-polyfill";
import type { InstitutionNames } from "@/lib/model/institution-name";
import type { CsvColumn } from "./csv";

/** What the file tells of somebody held too long; instants in epoch milliseconds, lengths in whole minutes. */
export type ExportedOver = {
  reference: string;
  outstanding: boolean;
  overKind: string;
  detentionKind: string;
  least: number;
  most: number | null;
  /** The latest lawful reading, exclusive. */
  dueSort: number | null;
  zone: string;
  releasedText: string | null;
  facility: InstitutionNames | null;
  court: InstitutionNames | null;
};

/** The words that cells need, in the language of whoever asks. */
export type OverCellWords<Row> = {
  label: (list: string, value: string) => string;
  name: (item: Row) => string;
  place: (item: Row) => string;
  institution: (of: InstitutionNames | null) => string;
  basis: (item: Row) => string;
  standing: (inside: boolean) => string;
};

/** The columns of the file, in order; headers are `overheld.csv.<key>`. Lengths are minutes, so that any program can add them up. */
export function overColumns<Row extends ExportedOver>(words: OverCellWords<Row>, now: number): readonly CsvColumn<Row>[] {
  const instant = (at: number | null, zone: string) =>
    at === null ? "" : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ smallestUnit: "minute", timeZoneName: "never" });
  return [
    { key: "reference", cell: (item) => item.reference },
    { key: "person", cell: words.name },
    { key: "place", cell: words.place },
    { key: "detention_kind", cell: (item) => words.label("detention_kinds", item.detentionKind) },
    { key: "standing", cell: (item) => words.standing(item.outstanding) },
    { key: "over_kind", cell: (item) => words.label("over_kinds", item.overKind) },
    { key: "minutes_least", cell: (item) => String(item.least) },
    { key: "minutes_most", cell: (item) => (item.most === null ? "" : String(item.most)) },
    { key: "counted_from", cell: (item) => instant(item.dueSort, item.zone) },
    { key: "counted_to", cell: (item) => (item.outstanding ? instant(now, item.zone) : (item.releasedText ?? "")) },
    { key: "basis", cell: words.basis },
    { key: "facility", cell: (item) => words.institution(item.facility) },
    { key: "court", cell: (item) => words.institution(item.court) },
  ];
}
