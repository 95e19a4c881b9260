import { eventFields } from "@/lib/model/event";
import type { EventMapping } from "@/lib/model/event-import";
import { line, type InputContext } from "@/lib/model/fields";
import { foldName } from "@/lib/names/fold";
import { knownText } from "./cells";
import type { CsvRow } from "./csv-read";
import { addressesOf, countsOf, kindOf, organisersOf, permitOf, placeOf, startOf, stationsOf, toldApart } from "./event-parts";
import type { Finding, KnownPlace, PlannedEvent } from "./event-plan";
import { readingOf, type RowReading } from "./event-row";

const LONGEST_CELL = 20_000;

type Read = { event: PlannedEvent | null; problems: Finding[]; doubts: Finding[]; externalKey: string };

/**
 * One row as the event that it would become, or null with the problems. What its mapped cells say is in the event, in a problem or in a doubt.
 * `stationPlaces` (places by folded names of stations) takes in the stations of an event that can be recorded.
 */
export function readEvent(row: CsvRow, mapping: EventMapping, places: readonly KnownPlace[], stationPlaces: Map<string, string | null>, context: InputContext): Read {
  const reading = readingOf(row, mapping, context);
  const { problems, doubts, only, all, kept } = reading;
  if (!readable(row, reading)) return { event: null, problems, doubts, externalKey: "" };

  const title = kept(knownText(only("title")?.cell ?? ""), eventFields.title, only("title")?.at ?? null);
  const place = placeOf(reading, places);
  const start = startOf(reading, place?.zone);
  const kind = kindOf(reading);
  const permit = permitOf(reading);
  const organisers = organisersOf(reading);
  const asWords = mapping.organiserAs === "words";
  const organiser = asWords ? kept(organisers.join("; "), eventFields.organiser, only("organiser")?.at ?? null) : "";
  const stations = stationsOf(reading);
  const addresses = addressesOf(reading);
  const counts = countsOf(reading);
  const demands = kept(all("demands").map(({ cell }) => knownText(cell)).filter(Boolean).join("; "), eventFields.demands, only("demands")?.at ?? null);
  const spot = kept(knownText(only("spot")?.cell ?? ""), line(200), only("spot")?.at ?? null);
  const key = kept(knownText(only("external_id")?.cell ?? ""), line(200), only("external_id")?.at ?? null);
  const externalKey = key === "" ? "" : `${foldName(mapping.sender)}:${key}`;
  const note = kept(noteOf(reading), eventFields.note, only("note")?.at ?? null);

  if (problems.length > 0 || !place || kind === null) return { event: null, problems, doubts, externalKey };
  const told = toldApart(stations, place, stationPlaces, reading);
  const event = { kind, title, start, place: place.planned, spot, organiser, organisers: asWords ? [] : organisers, demands, permit, stations: told, addresses, counts, note };
  return { event, problems, doubts, externalKey };
}

/** A row of another width may have its cells in the wrong columns: nothing of it is read. */
export function readable({ cells }: CsvRow, { mapping, problems }: RowReading): boolean {
  if (cells.length !== mapping.headings.length) problems.push({ code: "wrong_width", column: null, params: { cells: cells.length, headings: mapping.headings.length } });
  const long = cells.findIndex((cell) => cell.length > LONGEST_CELL);
  if (long >= 0) problems.push({ code: "too_long", column: long, params: { max: LONGEST_CELL } });
  return problems.length === 0;
}

/** The text of the only note column; under their headings where there are several; then what no field holds. */
function noteOf({ all, notes, mapping }: RowReading): string {
  const told = all("note").map(({ at, cell }) => ({ heading: mapping.headings[at] ?? "", text: knownText(cell) })).filter(({ text }) => text !== "");
  const several = all("note").length > 1;
  return [...told.map(({ heading, text }) => (several ? `${heading}: ${text}` : text)), ...notes].join("\n");
}
