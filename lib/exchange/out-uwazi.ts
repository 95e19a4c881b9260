import { institutionName, type InstitutionNames } from "@/lib/model/institution-name";
import type { OutCase } from "@/lib/model/outgoing";
import { boundsOf } from "@/lib/model/uncertain-date";
import { Temporal } from "temporal-polyfill";
import type { CsvColumn } from "./csv";

/** The words of one language, as Uwazi's thesauri are to hold them. */
export type UwaziWords = { locale: string; label: (list: string, value: string) => string; term: (term: string) => string; place: (of: OutCase["place"]) => string; untitled: string };

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`, which Uwazi reads whatever its own format is; the day in the place's zone. */
const dayOf = (at: number, zone: string): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** A range of days as Uwazi's importer reads it, `from:to`, one side empty where it is open; "" where nothing is known. `to` is exclusive. */
export const uwaziRange = (from: number | null, to: number | null, zone: string): string =>
  from === null && to === null ? "" : `${from === null ? "" : dayOf(from, zone)}:${to === null ? "" : dayOf(Math.max(from ?? to - DAY_MS, to - 1), zone)}`;

const rangeOf = (text: string | null, zone: string): string => {
  if (text === null) return "";
  const { earliest, latest } = boundsOf(text, zone);
  return uwaziRange(earliest, latest, zone);
};

/** Uwazi takes "::" for a parent of a thesaurus and "|" for a list; in one value of ours they are neither. */
const oneValue = (text: string): string => text.replace(/::/g, ":").replace(/\|/g, "/").trim();

/** The columns of a CSV file for Uwazi's importer; headings are the labels of the properties of the template in docs/export-format.md. */
export function uwaziColumns(words: UwaziWords): readonly CsvColumn<OutCase>[] {
  const label = (list: string, value: string | null) => (value === null || value === "" ? "" : oneValue(words.label(list, value)));
  const institution = (of: InstitutionNames | null) => (of ? oneValue(institutionName(of, words.locale)) : "");
  return [
    { key: "title", cell: (item) => item.person.displayName || `${words.untitled} ${item.reference}` },
    { key: "Erkin ID", cell: (item) => item.id },
    { key: "Reference", cell: (item) => item.reference },
    { key: "Status", cell: (item) => label("custody_statuses", item.status) },
    { key: "Detention kind", cell: (item) => label("detention_kinds", item.detentionKind) },
    { key: "Sex", cell: (item) => label("sexes", item.person.sex) },
    { key: "Place", cell: (item) => oneValue(words.place(item.place)) },
    { key: "Held at", cell: (item) => institution(item.heldAt) },
    { key: "Taken by", cell: (item) => institution(item.agency) },
    { key: "Court", cell: (item) => institution(item.court) },
    { key: "Event", cell: (item) => oneValue(item.event?.title ?? "") },
    { key: "Taken", cell: (item) => rangeOf(item.taken, item.zone) },
    { key: "Term", cell: (item) => (item.term === null ? "" : words.term(item.term)) },
    { key: "Expected release", cell: (item) => uwaziRange(item.expectedFrom, item.expectedTo, item.zone) },
    { key: "Released", cell: (item) => rangeOf(item.released, item.zone) },
    { key: "Manner of release", cell: (item) => label("release_kinds", item.releaseKind) },
  ];
}
