import { Temporal } from "temporal-polyfill";
import type { CaseSummary } from "@/lib/model/case-summary";
import type { InstitutionNames } from "@/lib/model/institution-name";
import type { CsvColumn } from "./csv";

/** What a file tells of a case beyond what a list shows. */
export type ExportedCase = CaseSummary & {
  identification: string;
  detentionKind: string;
  priority: string;
  agency: InstitutionNames | null;
  releaseKind: string | null;
  eventTitle: string | null;
};

/** The words that cells need, in the language of whoever asks. */
export type CaseCellWords = {
  /** A label of one of the short lists; an empty value is an empty cell. */
  label: (list: string, value: string | null) => string;
  name: (item: ExportedCase) => string;
  place: (item: ExportedCase) => string;
  institution: (of: InstitutionNames | null) => string;
  term: (termText: string | null) => string;
  days: (item: ExportedCase) => string;
  basis: (item: ExportedCase) => string;
  verdict: (verdict: string | null) => string;
  yesNo: (value: boolean) => string;
};

/**
 * The columns of the case file, in order; headers are `dashboard.csv.column.<key>`. Dates as far as known are EDTF as stored, expected
 * releases are ISO 8601 with the offset of the place. Sensitive fields (lawyer's name, notes) stay in the house.
 */
export function caseColumns(words: CaseCellWords): readonly CsvColumn<ExportedCase>[] {
  const instant = instantWriter();
  return [
    { key: "reference", cell: (item) => item.reference },
    { key: "person", cell: words.name },
    { key: "identification", cell: (item) => words.label("identifications", item.identification) },
    { key: "sex", cell: (item) => words.label("sexes", item.sex) },
    { key: "status", cell: (item) => words.label("custody_statuses", item.status) },
    { key: "detention_kind", cell: (item) => words.label("detention_kinds", item.detentionKind) },
    { key: "priority", cell: (item) => words.label("priorities", item.priority) },
    { key: "place", cell: words.place },
    { key: "zone", cell: (item) => item.zone },
    { key: "held_at", cell: (item) => words.institution(item.heldAt) },
    { key: "agency", cell: (item) => words.institution(item.agency) },
    { key: "taken", cell: (item) => item.seizedText ?? "" },
    { key: "days_held", cell: words.days },
    { key: "term", cell: (item) => words.term(item.termText) },
    { key: "expected_from", cell: (item) => instant(item.expectedFrom, item.zone) },
    { key: "expected_to", cell: (item) => instant(item.expectedTo, item.zone) },
    { key: "expected_basis", cell: words.basis },
    { key: "counting_confirmed", cell: (item) => (item.expectedBasis === "computed" ? words.yesNo(item.countingConfirmed) : "") },
    { key: "stated_differs", cell: (item) => words.yesNo(item.statedDiffers) },
    { key: "released", cell: (item) => item.releasedText ?? "" },
    { key: "release_kind", cell: (item) => words.label("release_kinds", item.releaseKind) },
    { key: "verdict", cell: (item) => words.verdict(item.verdict) },
    { key: "lawyer", cell: (item) => words.yesNo(item.lawyer !== "") },
    { key: "owner", cell: (item) => item.ownerName ?? "" },
    { key: "event", cell: (item) => item.eventTitle ?? "" },
  ];
}

const MOST_KEPT = 50_000;

/** Instants as ISO 8601 to the minute with the offset of the zone; the same few days come again and again, so they are kept. */
function instantWriter(): (at: number | null, zone: string) => string {
  const written = new Map<string, string>();
  return (at, zone) => {
    if (at === null) return "";
    const key = `${at} ${zone}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const text = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ smallestUnit: "minute", timeZoneName: "never" });
    if (written.size < MOST_KEPT) written.set(key, text);
    return text;
  };
}
