import { MOST_BODIES, MOST_SOURCES, MOST_STATIONS } from "@/lib/model/event";
import { wordKey } from "@/lib/model/event-import";
import { date, line } from "@/lib/model/fields";
import { checkUncertainDate } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { addressesIn, knownText, splitCell } from "./cells";
import type { KnownPlace, PlannedCount } from "./event-plan";
import type { PlannedPlace } from "./place-plan";
import { findingOf, quoted, wordOf, type RowReading } from "./event-row";
import { readFigure } from "./figure";
import { lookupOf, placeWithId } from "./mapping-lookup";

/** One source of an event is the file itself. */
const MOST_ADDRESSES = MOST_SOURCES - 1;

/** Where a row happened: as it is recorded, its zone, a key that tells places apart, and its name for people. */
export type FoundPlace = { planned: PlannedPlace; zone: string; key: string; name: string };

export function placeOf({ only, mapping, problems }: RowReading, places: readonly KnownPlace[]): FoundPlace | undefined {
  const cell = only("place");
  const word = wordOf(cell);
  const answer = word === "" ? undefined : lookupOf(mapping).places.get(wordKey(word));
  const id = word === "" ? mapping.placeId : (answer?.placeId ?? null);
  const known = id === null ? undefined : placeWithId(places, id);
  if (known) return { planned: { placeId: known.id }, zone: known.zone, key: known.id, name: word || known.nameRu };
  if (answer && id === null && answer.code !== "") return { planned: { word: wordKey(word) }, zone: answer.zone, key: `new ${answer.code.toUpperCase()}`, name: word };
  problems.push(word === "" ? { code: "no_place", column: cell?.at ?? null } : { code: "unknown_place", column: cell?.at ?? null, params: quoted(word) });
  return undefined;
}

/** The beginning as the row has it. A year that says otherwise is a doubt, and stands in the note: which of the two is right is not for us to say. */
export function startOf(reading: RowReading, zone: string | undefined): string | null {
  const { only, context, problems, doubts } = reading;
  const cell = only("start");
  const column = cell?.at ?? null;
  const typed = wordOf(cell);
  const read = date().schema(context).safeParse(typed);
  if (!read.success) {
    problems.push({ ...findingOf(read.error, column), params: quoted(typed) });
    return null;
  }
  const start = read.data;
  const wrong = start === null || zone === undefined ? null : checkUncertainDate(start, zone);
  if (wrong && wrong !== "ambiguous_time") problems.push({ code: wrong, column, params: quoted(typed) });
  if (start === null) doubts.push({ code: "no_date", column });
  else if (/^\d/.test(start) && start.slice(0, 10) > context.today) doubts.push({ code: "in_future", column, params: quoted(typed) });
  checkYear(reading, start, typed);
  return start;
}

function checkYear({ only, doubts, note }: RowReading, start: string | null, typed: string): void {
  const year = only("year");
  const told = wordOf(year);
  if (!year || told === "" || (start !== null && yearsOf(start).includes(told))) return;
  if (start !== null) doubts.push({ code: "year_differs", column: year.at, params: { year: told.slice(0, 20), date: typed.slice(0, 60) } });
  note(year.at, told);
}

/** The years that a date speaks of; an open side speaks of none. */
function yearsOf(start: string): string[] {
  const named = [...start.matchAll(/(?:^|\/)(\d{4})/g)].map(([, year]) => Number(year));
  const [from, to = from] = named;
  return from === undefined || to === undefined ? [] : Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}

export function kindOf({ only, mapping, problems, note }: RowReading): string | null {
  const cell = only("kind");
  const word = wordOf(cell);
  const mapped = word === "" ? "" : (lookupOf(mapping).kinds.get(wordKey(word)) ?? "");
  if (mapped !== "") return mapped;
  if (mapping.kind === "") problems.push(word === "" ? { code: "no_kind", column: cell?.at ?? null } : { code: "unknown_kind", column: cell?.at ?? null, params: quoted(word) });
  else if (cell && word !== "") note(cell.at, word);
  return mapping.kind === "" ? null : mapping.kind;
}

export function permitOf({ only, mapping, doubts, note }: RowReading): string {
  const cell = only("permit");
  const word = wordOf(cell);
  if (!cell || word === "") return "unknown";
  const mapped = lookupOf(mapping).permits.get(wordKey(word)) ?? "";
  if (mapped !== "") return mapped;
  doubts.push({ code: "unknown_permit", column: cell.at, params: quoted(word) });
  note(cell.at, word);
  return "unknown";
}

/** Names of organisers, each once. */
export function organisersOf({ all, mapping, kept, problems }: RowReading): string[] {
  const names = new Map<string, string>();
  for (const { at, cell } of all("organiser")) {
    for (const part of splitCell(cell, mapping.details[at]?.separator ?? "none")) {
      const name = kept(part, line(300), at);
      if (foldName(name) !== "" && !names.has(foldName(name))) names.set(foldName(name), name);
    }
    if (names.size > MOST_BODIES) problems.push({ code: "too_many", column: at, params: { max: MOST_BODIES } });
  }
  return [...names.values()];
}

/** Names of stations, each once; a cell that names one twice leaves a doubt. */
export function stationsOf({ all, mapping, kept, problems, doubts }: RowReading): string[] {
  const names = new Map<string, string>();
  for (const { at, cell } of all("stations")) {
    for (const part of splitCell(cell, mapping.details[at]?.separator ?? "none")) {
      const name = kept(part, line(200), at);
      const key = foldName(name);
      if (key === "") continue;
      if (names.has(key)) doubts.push({ code: "repeated_station", column: at, params: quoted(name) });
      else names.set(key, name);
    }
    if (names.size > MOST_STATIONS) problems.push({ code: "too_many", column: at, params: { max: MOST_STATIONS } });
  }
  return [...names.values()];
}

/** A station of a name that another city has already gets the city into its name: two of one name must not become one. */
export function toldApart(stations: readonly string[], { key, name }: FoundPlace, known: Map<string, string | null>, { doubts, only }: RowReading): string[] {
  return stations.map((station) => {
    const there = known.get(foldName(station));
    if (there === undefined) known.set(foldName(station), key);
    if (there === undefined || there === null || there === key) return station;
    const told = `${station} (${name})`;
    doubts.push({ code: "station_elsewhere", column: only("stations")?.at ?? null, params: { ...quoted(station), name: told } });
    if (!known.has(foldName(told))) known.set(foldName(told), key);
    return told;
  });
}

export function addressesOf({ all, problems, doubts, note }: RowReading): string[] {
  const found = new Set<string>();
  for (const { at, cell } of all("sources")) {
    const { addresses, rest } = addressesIn(cell);
    for (const address of addresses) found.add(address);
    if (addresses.some((address) => address.length > 2000)) problems.push({ code: "too_long", column: at, params: { max: 2000 } });
    if (found.size > MOST_ADDRESSES) problems.push({ code: "too_many", column: at, params: { max: MOST_ADDRESSES } });
    if (rest.length === 0) continue;
    doubts.push({ code: "not_an_address", column: at, params: quoted(rest.join(" ")) });
    note(at, rest.join(" "));
  }
  return [...found];
}

const QUALIFIERS = "более(?: чем)?|больше|свыше|около|примерно|порядка|не менее|не меньше|почти|more than|at least|over|about|around|nearly|almost|шамамен|кемінде";

/** Figures, each by whoever counted. A text of the same row that words the same figure as more, or as about, is a doubt. */
export function countsOf({ all, only, mapping, kept, problems, doubts }: RowReading): PlannedCount[] {
  const text = all("note").map(({ cell }) => cell).join(" ").replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, "");
  const by = only("count_by");
  const attributedTo = kept(wordOf(by) || mapping.countedBy || mapping.sender, line(300), by?.at ?? null);
  return all("count").flatMap(({ at, cell }): PlannedCount[] => {
    const read = readFigure(knownText(cell));
    if (!read.ok) problems.push({ code: "not_a_figure", column: at, params: quoted(cell.trim()) });
    if (!read.ok || read.value === null) return [];
    if (attributedTo === "") problems.push({ code: "nobody_counted", column: at });
    const worded = new RegExp(`(?<![\\p{L}])(?:${QUALIFIERS})\\s+${read.value.figure}(?!\\d)`, "iu").exec(text)?.[0];
    if (worded && read.value.bound === null) doubts.push({ code: "figure_worded", column: at, params: quoted(worded) });
    const { category, bound } = mapping.details[at] ?? { category: "detained", bound: "exact" };
    return [{ attributedTo, category, bound: read.value.bound ?? bound, figure: read.value.figure, figureTo: read.value.figureTo }];
  });
}
