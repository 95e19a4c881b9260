import { caseFields } from "@/lib/model/case";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import { date, line, type InputContext } from "@/lib/model/fields";
import { listTargets, type ImportTarget, type WordTarget } from "@/lib/model/import-kind";
import { orderFields } from "@/lib/model/order";
import { readOrderedTerm } from "@/lib/model/ordered-term";
import { personFields } from "@/lib/model/person";
import { statedReleaseFields } from "@/lib/model/stated-release";
import { boundsOf, checkUncertainDate } from "@/lib/model/uncertain-date";
import { comingFrom, parseTyped } from "@/lib/model/uncertain-date-typed";
import { foldName } from "@/lib/names/fold";
import { knownText } from "./cells";
import type { PlannedCase, PlannedOrder, PlannedPerson } from "./case-plan";
import type { CsvRow } from "./csv-read";
import { placeOf } from "./event-parts";
import type { Finding, KnownPlace } from "./event-plan";
import { readable } from "./event-read";
import { findingOf, quoted, readingOf, wordOf, type RowReading } from "./event-row";

export type Told<Plan> = { plan: Plan | null; problems: Finding[]; doubts: Finding[]; externalKey: string; likeKey: string };
/** `now`: what has happened cannot lie after it. */
export type ReadContext = InputContext & { now: number };

/** One row as the case that it would become, or null with the problems. What its mapped cells say is in the case, in a problem or in a doubt. */
export function readCase(row: CsvRow, mapping: EventMapping, places: readonly KnownPlace[], context: ReadContext): Told<PlannedCase> {
  const reading = readingOf(row, mapping, context);
  const { problems, doubts, all } = reading;
  if (!readable(row, reading)) return { plan: null, problems, doubts, externalKey: "", likeKey: "" };
  const person = personIn(reading, context);
  const place = placeOf(reading, places);
  const zone = place?.zone ?? "UTC";
  const taken = pastIn(reading, "taken", zone, context);
  const about = spanOf(taken, zone);
  const released = pastIn(reading, "released", zone, context, about);
  if (person.name === "") doubts.push({ code: "no_name", column: reading.only("name")?.at ?? null });
  if (taken === null && problems.length === 0) doubts.push({ code: "no_date", column: reading.only("taken")?.at ?? null });
  if (ends(released, zone, "latest") < ends(taken, zone, "earliest")) doubts.push({ code: "released_before", column: reading.only("released")?.at ?? null });
  const plan: PlannedCase = {
    person,
    place: place?.planned ?? { word: "" },
    zone,
    taken,
    released,
    releaseKind: listed(reading, "release_kind", "unknown"),
    agency: textIn(reading, "agency", caseFields.agency),
    heldAt: textIn(reading, "held_at", caseFields.heldAt),
    detentionKind: listed(reading, "detention_kind", mapping.detentionKind),
    order: orderIn(reading, zone, context, about),
    stated: statedIn(reading, zone, mapping, about),
    lawyer: textIn(reading, "lawyer", caseFields.lawyer),
    note: reading.kept(notesOf(all("note").map(({ at, cell }) => [mapping.headings[at] ?? "", knownText(cell)] as const)), caseFields.note, reading.only("note")?.at ?? null),
  };
  const externalKey = keyOf(reading);
  const day = dayOf(taken);
  const likeKey = plan.person.name === "" || day === null || !place ? "" : `${foldName(plan.person.name)}|${day}|${place.key}`;
  return { plan: problems.length > 0 || !place ? null : plan, problems, doubts, externalKey, likeKey };
}

/** One row as the person that it would become. */
export function readPerson(row: CsvRow, mapping: EventMapping, context: ReadContext): Told<PlannedPerson> {
  const reading = readingOf(row, mapping, context);
  const { problems, doubts } = reading;
  if (!readable(row, reading)) return { plan: null, problems, doubts, externalKey: "", likeKey: "" };
  const person = personIn(reading, context);
  if (person.name === "" && problems.length === 0) problems.push({ code: "required", column: reading.only("name")?.at ?? null });
  const likeKey = person.name === "" ? "" : foldName(person.name);
  return { plan: problems.length > 0 ? null : person, problems, doubts, externalKey: keyOf(reading), likeKey };
}

const nameField = line(200);

/** The day that a date begins with; only days are compared, not months or years. */
export const dayOf = (when: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(when ?? "")?.[0] ?? null;

function personIn(reading: RowReading, context: ReadContext): PlannedPerson {
  const names = reading.all("other_name").map(({ at, cell }) => reading.kept(oneLine(cell), nameField, at)).filter(Boolean);
  const name = textIn(reading, "name", nameField);
  return {
    name,
    otherNames: [...new Set(names)].filter((other) => other !== name),
    sex: listed(reading, "sex", "unknown"),
    birthDate: pastIn(reading, "birth_date", "UTC", context),
    nationality: textIn(reading, "nationality", personFields.nationality),
    occupation: textIn(reading, "occupation", personFields.occupation),
    affiliation: textIn(reading, "affiliation", personFields.affiliation),
    residence: textIn(reading, "residence", personFields.residence),
    healthRisk: reading.kept(knownText(reading.only("health_risk")?.cell ?? ""), personFields.healthRisk, reading.only("health_risk")?.at ?? null),
    familyContact: reading.kept(knownText(reading.only("family_contact")?.cell ?? ""), personFields.familyContact, reading.only("family_contact")?.at ?? null),
  };
}

/** A ruling where any of its columns says something; which kind it is may be the answer given for the whole file. */
function orderIn(reading: RowReading, zone: string, context: ReadContext, about: string | undefined): PlannedOrder | null {
  const { only, mapping, problems } = reading;
  const told = (["order_kind", "order_date", "term", "court", "judge", "articles"] as const).some((target) => wordOf(only(target)) !== "");
  if (!told) return null;
  const typed = wordOf(only("term"));
  const term = readOrderedTerm(typed);
  if (!term.ok) problems.push({ code: term.code, column: only("term")?.at ?? null, params: quoted(typed) });
  return {
    kind: listed(reading, "order_kind", mapping.orderKind),
    date: pastIn(reading, "order_date", zone, context, about),
    term: term.ok ? term.value : null,
    court: textIn(reading, "court", orderFields.court),
    judge: textIn(reading, "judge", orderFields.judge),
    articles: textIn(reading, "articles", orderFields.articles),
  };
}

function statedIn(reading: RowReading, zone: string, mapping: EventMapping, about: string | undefined): PlannedCase["stated"] {
  const when = dateIn(reading, "stated_release", zone, about ?? comingFrom(reading.context.today));
  if (when === null) return null;
  const cell = reading.only("stated_by");
  const by = reading.kept(wordOf(cell) || mapping.statedBy || mapping.sender, statedReleaseFields.attributedTo, cell?.at ?? null);
  return { when, by };
}

/** A cell of one value of a list: what the words of the file were said to mean; `fallback` where nothing stands in it. */
function listed({ only, mapping, problems }: RowReading, target: WordTarget, fallback: string): string {
  const cell = only(target);
  const word = wordOf(cell);
  if (word === "") return fallback;
  const answer = mapping.words.find(({ list, text }) => list === listTargets[target] && wordKey(text) === wordKey(word))?.as ?? "";
  if (answer === "") problems.push({ code: "unknown_word", column: cell?.at ?? null, params: quoted(word) });
  return answer || fallback;
}

/** Weeks before somebody was taken in which a date of the same row that has no year can lie: a ruling may be older than the day on which it is carried out. */
const DAYS_BEFORE = 30;

/** From which day on the other dates of a row lie that have no year of their own; unknown where nobody knows when the person was taken. */
function spanOf(taken: string | null, zone: string): string | undefined {
  const first = ends(taken, zone, "earliest");
  return Number.isNaN(first) ? undefined : new Date(first - DAYS_BEFORE * 86_400_000).toISOString().slice(0, 10);
}

function dateIn(reading: RowReading, target: ImportTarget, zone: string, yearFrom?: string): string | null {
  const cell = reading.only(target);
  const typed = wordOf(cell);
  if (typed === "") return null;
  const read = readDate(typed, zone, reading.context, yearFrom);
  if (read.finding) reading.problems.push({ ...read.finding, column: cell?.at ?? null, params: quoted(typed) });
  else if (read.lent) reading.doubts.push({ code: "year_lent", column: cell?.at ?? null, params: { ...quoted(typed), year: (read.when ?? "").replace("../", "").slice(0, 4) } });
  return read.when;
}

/** `lent`: the text has no year of its own. */
type ReadDate = { when: string | null; earliest: number | null; latest: number | null; lent: boolean; finding: Finding | null };
/** The dates of a file repeat, and reading one costs more than the rest of its row. */
const dates = new WeakMap<InputContext, Map<string, ReadDate>>();
const MOST_DATES = 20_000;

function readDate(typed: string, zone: string, context: InputContext, yearFrom?: string): ReadDate {
  const read = remembered(typed, zone, context, undefined);
  return read.lent && yearFrom !== undefined ? remembered(typed, zone, context, yearFrom) : read;
}

function remembered(typed: string, zone: string, context: InputContext, yearFrom: string | undefined): ReadDate {
  const known = dates.get(context) ?? new Map<string, ReadDate>();
  dates.set(context, known);
  const key = `${zone} ${yearFrom ?? ""} ${typed}`;
  const there = known.get(key);
  if (there) return there;
  if (known.size >= MOST_DATES) known.clear();
  const read = freshDate(typed, zone, { ...context, yearFrom });
  known.set(key, read);
  return read;
}

function freshDate(typed: string, zone: string, context: InputContext): ReadDate {
  const nothing = { when: null, earliest: null, latest: null, lent: false };
  const read = date().schema(context).safeParse(typed);
  if (!read.success) return { ...nothing, finding: findingOf(read.error, null) };
  if (read.data === null) return { ...nothing, finding: null };
  const wrong = checkUncertainDate(read.data, zone);
  if (wrong && wrong !== "ambiguous_time") return { ...nothing, finding: { code: wrong, column: null } };
  return { when: read.data, ...boundsOf(read.data, zone), lent: isLent(typed, read.data, context), finding: null };
}

/** A date that another day of reading would put into another year has none of its own. */
function isLent(typed: string, read: string, context: InputContext): boolean {
  const earlier = parseTyped(typed, { ...context, yearFrom: "1990-01-01" });
  return !earlier.ok || earlier.value !== read;
}

/** A date of something that has happened. */
function pastIn(reading: RowReading, target: ImportTarget, zone: string, { now }: ReadContext, yearFrom?: string): string | null {
  const when = dateIn(reading, target, zone, yearFrom);
  const earliest = when === null ? null : readDate(wordOf(reading.only(target)), zone, reading.context, yearFrom).earliest;
  if (earliest !== null && earliest > now) reading.problems.push({ code: "date_in_future", column: reading.only(target)?.at ?? null });
  return when;
}

const ends = (when: string | null, zone: string, side: "earliest" | "latest"): number => (when === null ? NaN : (boundsOf(when, zone)[side] ?? NaN));

const oneLine = (cell: string): string => knownText(cell).replace(/\s+/g, " ");

const textIn = (reading: RowReading, target: ImportTarget, field: Parameters<RowReading["kept"]>[1]): string => {
  const cell = reading.only(target);
  return reading.kept(wordOf(cell), field, cell?.at ?? null);
};

function keyOf(reading: RowReading): string {
  const key = textIn(reading, "external_id", nameField);
  return key === "" ? "" : `${foldName(reading.mapping.sender)}:${key}`;
}

function notesOf(told: readonly (readonly [heading: string, text: string])[]): string {
  const filled = told.filter(([, text]) => text !== "");
  return filled.map(([heading, text]) => (filled.length > 1 && heading !== "" ? `${heading}: ${text}` : text)).join("\n");
}
