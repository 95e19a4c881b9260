import { z } from "zod";
import { wordKey, type EventMapping, type EventTarget } from "@/lib/model/event-import";
import { eventFields } from "@/lib/model/event";
import { date, line, long, type Field, type InputContext } from "@/lib/model/fields";
import { checkUncertainDate } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { addressesIn, knownText, splitCell } from "./cells";
import type { CsvRow } from "./csv-read";
import type { Finding, PlannedCount, PlannedEvent, PlannedPlace } from "./event-check";
import type { KnownPlace } from "./event-guess";
import { readFigure } from "./figure";

const LONGEST_CELL = 20_000;
const MOST_STATIONS = 300;
const MOST_ADDRESSES = 50;

type Read = { event: PlannedEvent | null; problems: Finding[]; doubts: Finding[]; externalKey: string };

/** One row as the event that it would become. Everything that its cells say is in it, or in a problem or a doubt. */
export function readEvent({ cells, ...row }: CsvRow, mapping: EventMapping, places: readonly KnownPlace[], stationPlaces: Map<string, string | null>, context: InputContext): Read {
  const problems: Finding[] = [];
  const doubts: Finding[] = [];
  const notes: string[] = [];
  void row;
  const reading = readerOf(cells, mapping, context, problems);
  const { only, all, text, kept } = reading;

  if (cells.length !== mapping.headings.length) problems.push({ code: "wrong_width", column: null, params: { cells: String(cells.length), headings: String(mapping.headings.length) } });
  const long = cells.findIndex((cell) => cell.length > LONGEST_CELL);
  if (long >= 0) problems.push({ code: "too_long", column: long, params: { max: String(LONGEST_CELL) } });
  if (problems.length > 0) return { event: null, problems, doubts, externalKey: "" };

  const title = text("title", eventFields.title);
  const place = placeOf(reading, mapping, places, problems);
  const start = startOf(reading, place?.zone, problems, doubts, notes, mapping, context);
  const kind = kindOf(reading, mapping, problems, notes);
  const permit = permitOf(reading, mapping, doubts, notes);
  const organisers = all("organiser").flatMap(({ at, cell }) => splitCell(cell, mapping.details[at]?.separator ?? "none").map((name) => kept(name, line(300), at)));
  const asWords = mapping.organiserAs === "words";
  const organiserColumn = only("organiser")?.at ?? null;
  const organiser = asWords && organisers.length > 0 ? kept(organisers.join("; "), eventFields.organiser, organiserColumn) : "";
  const stations = stationsOf(reading, mapping, place?.key, stationPlaces, problems, doubts);
  const { addresses, counts } = { addresses: addressesOf(reading, mapping, problems, doubts, notes), counts: countsOf(reading, mapping, problems) };
  const demands = kept(all("demands").map(({ cell }) => knownText(cell)).filter(Boolean).join("; "), eventFields.demands, only("demands")?.at ?? null);
  const spot = text("spot", eventFields.spot);
  const key = text("external_id", line(200));
  const externalKey = key === "" ? "" : `${foldName(mapping.sender)}:${key}`;
  const described = all("note").map(({ at, cell }) => ({ at, text: knownText(cell) })).filter((each) => each.text !== "");
  const note = kept([...(described.length === 1 && described[0] ? [described[0].text] : described.map((each) => `${mapping.headings[each.at] ?? ""}: ${each.text}`)), ...notes].join("\n"), eventFields.note, only("note")?.at ?? null);

  if (problems.length > 0 || !place || kind === null) return { event: null, problems, doubts, externalKey };
  const event = { kind, title, start, place: place.planned, spot, organiser, organisers: asWords ? [] : [...new Set(organisers)], demands, permit, stations, addresses, counts, note };
  return { event, problems, doubts, externalKey };
}

type Cell = { at: number; cell: string };
type Reading = {
  /** The cell of a target that has one column at most. */
  only: (target: EventTarget) => Cell | undefined;
  all: (target: EventTarget) => Cell[];
  text: (target: EventTarget, field: Field<string>) => string;
  kept: (text: string, field: Field<string>, column: number | null) => string;
  heading: (at: number) => string;
};

function readerOf(cells: readonly string[], mapping: EventMapping, context: InputContext, problems: Finding[]): Reading {
  const all = (target: EventTarget) => mapping.columns.flatMap((each, at) => (each === target ? [{ at, cell: cells[at] ?? "" }] : []));
  const only = (target: EventTarget) => all(target)[0];
  const kept = (text: string, field: Field<string>, column: number | null): string => {
    const read = field.schema(context).safeParse(text);
    if (read.success) return read.data;
    problems.push(findingOf(read.error, column));
    return "";
  };
  const text = (target: EventTarget, field: Field<string>) => kept(knownText(only(target)?.cell ?? ""), field, only(target)?.at ?? null);
  return { only, all, text, kept, heading: (at) => mapping.headings[at] ?? "" };
}

/** A complaint of a field's own schema as a finding. */
function findingOf(error: z.ZodError, column: number | null): Finding {
  const [issue] = error.issues;
  const params = issue?.code === "custom" ? (issue.params as Record<string, string | number> | undefined) : undefined;
  const code = /^[a-z][a-z0-9_]*$/.test(issue?.message ?? "") ? (issue?.message ?? "") : "unreadable";
  return { code, column, ...(params ? { params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) } : {}) };
}

type FoundPlace = { planned: PlannedPlace; zone: string; key: string };

function placeOf({ only }: Reading, mapping: EventMapping, places: readonly KnownPlace[], problems: Finding[]): FoundPlace | undefined {
  const cell = only("place");
  const word = knownText(cell?.cell ?? "").replace(/\s+/g, " ");
  const answer = word === "" ? undefined : mapping.places.find((each) => wordKey(each.text) === wordKey(word));
  const id = word === "" ? mapping.placeId : (answer?.placeId ?? null);
  const known = id === null ? undefined : places.find((place) => place.id === id);
  if (known) return { planned: { placeId: known.id }, zone: known.zone, key: known.id };
  if (answer && answer.placeId === null && answer.code !== "") return { planned: { word: wordKey(word) }, zone: answer.zone, key: `new ${answer.code.toUpperCase()}` };
  problems.push(word === "" ? { code: "no_place", column: cell?.at ?? null } : { code: "unknown_place", column: cell?.at ?? null, params: { value: word } });
  return undefined;
}

function startOf({ only, heading }: Reading, zone: string | undefined, problems: Finding[], doubts: Finding[], notes: string[], mapping: EventMapping, context: InputContext): string | null {
  void mapping;
  const cell = only("start");
  const typed = knownText(cell?.cell ?? "");
  const read = date().schema(context).safeParse(typed);
  if (!read.success) {
    problems.push({ ...findingOf(read.error, cell?.at ?? null), params: { value: typed.slice(0, 60) } });
    return null;
  }
  const start = read.data;
  const wrong = start === null || zone === undefined ? null : checkUncertainDate(start, zone);
  if (wrong && wrong !== "ambiguous_time") problems.push({ code: wrong, column: cell?.at ?? null });
  if (start === null) doubts.push({ code: "no_date", column: cell?.at ?? null });
  const year = only("year");
  const told = knownText(year?.cell ?? "");
  if (start !== null && start.slice(0, 10) > context.today && !start.startsWith("..")) doubts.push({ code: "in_future", column: cell?.at ?? null });
  if (year && told !== "" && (start === null || !yearsOf(start).includes(told))) {
    if (start !== null) doubts.push({ code: "year_differs", column: year.at, params: { year: told.slice(0, 20), date: typed.slice(0, 60) } });
    notes.push(`${heading(year.at)}: ${told}`);
  }
  return start;
}

/** The years that a date names. */
const yearsOf = (start: string): string[] => {
  const named = [...start.matchAll(/(?:^|\/)(\d{4})/g)].map(([, year = ""]) => Number(year));
  const [from, to = from] = named;
  return from === undefined || to === undefined ? [] : Array.from({ length: Math.min(300, to - from + 1) }, (_, step) => String(from + step));
};

function kindOf({ only, heading }: Reading, mapping: EventMapping, problems: Finding[], notes: string[]): string | null {
  const cell = only("kind");
  const word = knownText(cell?.cell ?? "").replace(/\s+/g, " ");
  const mapped = word === "" ? "" : (mapping.kinds.find((each) => wordKey(each.text) === wordKey(word))?.as ?? "");
  if (mapped !== "") return mapped;
  if (mapping.kind !== "") {
    if (cell && word !== "") notes.push(`${heading(cell.at)}: ${word}`);
    return mapping.kind;
  }
  problems.push(word === "" ? { code: "no_kind", column: cell?.at ?? null } : { code: "unknown_kind", column: cell?.at ?? null, params: { value: word.slice(0, 60) } });
  return null;
}

function permitOf({ only, heading }: Reading, mapping: EventMapping, doubts: Finding[], notes: string[]): string {
  const cell = only("permit");
  const word = knownText(cell?.cell ?? "").replace(/\s+/g, " ");
  if (!cell || word === "") return "unknown";
  const mapped = mapping.permits.find((each) => wordKey(each.text) === wordKey(word))?.as ?? "";
  if (mapped !== "") return mapped;
  doubts.push({ code: "unknown_permit", column: cell.at, params: { value: word.slice(0, 60) } });
  notes.push(`${heading(cell.at)}: ${word}`);
  return "unknown";
}

/** A station of a name that another city has already is told apart by its city: two of one name must not become one. */
function stationsOf({ all, kept }: Reading, mapping: EventMapping, placeKey: string | undefined, stationPlaces: Map<string, string | null>, problems: Finding[], doubts: Finding[]): string[] {
  const named = new Map<string, string>();
  for (const { at, cell } of all("stations")) {
    for (const part of splitCell(cell, mapping.details[at]?.separator ?? "none")) {
      const name = kept(part, line(200), at);
      const key = foldName(name);
      if (key === "") continue;
      if (named.has(key)) doubts.push({ code: "repeated_station", column: at, params: { value: name } });
      else named.set(key, name);
    }
    if (named.size > MOST_STATIONS) problems.push({ code: "too_many", column: at, params: { max: String(MOST_STATIONS) } });
  }
  if (placeKey === undefined) return [...named.values()];
  for (const key of named.keys()) if (!stationPlaces.has(key)) stationPlaces.set(key, placeKey);
  return [...named.values()];
}

function addressesOf({ all, heading }: Reading, mapping: EventMapping, problems: Finding[], doubts: Finding[], notes: string[]): string[] {
  void mapping;
  const found = new Set<string>();
  for (const { at, cell } of all("sources")) {
    const { addresses, rest } = addressesIn(cell);
    for (const address of addresses) {
      if (address.length > 2000) problems.push({ code: "too_long", column: at, params: { max: "2000" } });
      found.add(address);
    }
    if (rest.length > 0) {
      const words = rest.join(" ");
      doubts.push({ code: "not_an_address", column: at, params: { value: words.slice(0, 60) } });
      notes.push(`${heading(at)}: ${words}`);
    }
    if (found.size > MOST_ADDRESSES) problems.push({ code: "too_many", column: at, params: { max: String(MOST_ADDRESSES) } });
  }
  return [...found];
}

function countsOf({ all, only, kept }: Reading, mapping: EventMapping, problems: Finding[]): PlannedCount[] {
  const by = only("count_by");
  const attributedTo = kept(knownText(by?.cell ?? "") || mapping.countedBy || mapping.sender, long(300), by?.at ?? null);
  return all("count").flatMap(({ at, cell }): PlannedCount[] => {
    const read = readFigure(knownText(cell));
    if (!read.ok) problems.push({ code: "not_a_figure", column: at, params: { value: cell.trim().slice(0, 60) } });
    if (!read.ok || read.value === null) return [];
    if (attributedTo === "") problems.push({ code: "nobody_counted", column: at });
    const { category, bound } = mapping.details[at] ?? { category: "detained", bound: "exact" };
    return [{ attributedTo, category, bound: read.value.bound ?? bound, figure: read.value.figure, figureTo: read.value.figureTo }];
  });
}
