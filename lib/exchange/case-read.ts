import { caseFields } from "@/lib/model/case";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import { line, type InputContext } from "@/lib/model/fields";
import { listTargets, type ImportTarget, type WordTarget } from "@/lib/model/import-kind";
import { orderFields } from "@/lib/model/order";
import { readOrderedTerm } from "@/lib/model/ordered-term";
import { personFields } from "@/lib/model/person";
import { statedReleaseFields } from "@/lib/model/stated-release";
import { contradictsKind } from "@/lib/model/term-phrases";
import { comingFrom } from "@/lib/model/uncertain-date-typed";
import { foldName } from "@/lib/names/fold";
import { knownText } from "./cells";
import type { PlannedCase, PlannedOrder, PlannedPerson } from "./case-plan";
import type { CsvRow } from "./csv-read";
import { placeOf } from "./event-parts";
import type { Finding, KnownPlace } from "./event-plan";
import { readable } from "./event-read";
import { inOneLine, quoted, readingOf, wordOf, type RowReading } from "./event-row";
import { lookupOf } from "./mapping-lookup";
import { remembering } from "./remembering";
import { dayOf, endsBefore, isAfter, readDate, spanAfter, type YearFrom } from "./row-dates";

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
  const about = spanAfter(taken, zone);
  const released = pastIn(reading, "released", zone, context, about);
  if (person.name === "") doubts.push({ code: "no_name", column: reading.only("name")?.at ?? null });
  if (taken === null && problems.length === 0) doubts.push({ code: "no_date", column: reading.only("taken")?.at ?? null });
  if (endsBefore(released, taken, zone)) doubts.push({ code: "released_before", column: reading.only("released")?.at ?? null });
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

/** "5 men" would become one person of that name, and four people would be forgotten. */
const severalPeople = /^(?:[2-9]|\d{2,3})\s+\p{L}/u;
const nameField = line(200);

function personIn(reading: RowReading, context: ReadContext): PlannedPerson {
  const names = reading.all("other_name").map(({ at, cell }) => reading.kept(oneLine(cell), nameField, at)).filter(Boolean);
  const name = textIn(reading, "name", nameField);
  if (severalPeople.test(name)) reading.problems.push({ code: "several_people", column: reading.only("name")?.at ?? null, params: quoted(name) });
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
function orderIn(reading: RowReading, zone: string, context: ReadContext, about: YearFrom): PlannedOrder | null {
  const { only, mapping, problems, doubts } = reading;
  const told = (["order_kind", "order_date", "term", "court", "judge", "articles"] as const).some((target) => wordOf(only(target)) !== "");
  if (!told) return null;
  const typed = wordOf(only("term"));
  const { read: term, differsFrom } = termTyped(typed);
  const kind = listed(reading, "order_kind", mapping.orderKind);
  if (!term.ok) problems.push({ code: term.code, column: only("term")?.at ?? null, params: quoted(typed) });
  else if (differsFrom(kind)) doubts.push({ code: "term_kind_differs", column: only("term")?.at ?? null, params: quoted(typed) });
  return {
    kind,
    date: pastIn(reading, "order_date", zone, context, about),
    term: term.ok ? term.value : null,
    court: textIn(reading, "court", orderFields.court),
    judge: textIn(reading, "judge", orderFields.judge),
    articles: textIn(reading, "articles", orderFields.articles),
  };
}

function statedIn(reading: RowReading, zone: string, mapping: EventMapping, about: YearFrom): PlannedCase["stated"] {
  const when = dateIn(reading, "stated_release", zone, () => about() ?? comingFrom(reading.context.today));
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
  const answer = lookupOf(mapping).words.get(listTargets[target])?.get(wordKey(word)) ?? "";
  if (answer === "") problems.push({ code: "unknown_word", column: cell?.at ?? null, params: quoted(word) });
  return answer || fallback;
}

function dateIn(reading: RowReading, target: ImportTarget, zone: string, yearFrom?: YearFrom): string | null {
  const cell = reading.only(target);
  const typed = wordOf(cell);
  if (typed === "") return null;
  const read = readDate(typed, zone, reading.context, yearFrom);
  if (read.code !== null) reading.problems.push({ code: read.code, column: cell?.at ?? null, params: quoted(typed) });
  else if (read.lent) reading.doubts.push({ code: "year_lent", column: cell?.at ?? null, params: { ...quoted(typed), year: (read.when ?? "").replace("../", "").slice(0, 4) } });
  return read.when;
}

/** A date of something that has happened. */
function pastIn(reading: RowReading, target: ImportTarget, zone: string, { now }: ReadContext, yearFrom?: YearFrom): string | null {
  const when = dateIn(reading, target, zone, yearFrom);
  if (isAfter(when, zone, now)) reading.problems.push({ code: "date_in_future", column: reading.only(target)?.at ?? null });
  return when;
}

/** Terms are few, whatever the list. */
const termTyped = remembering(2_000, (typed) => ({ read: readOrderedTerm(typed), differsFrom: remembering(20, (kind) => contradictsKind(typed, kind)) }));

const oneLine = (cell: string): string => inOneLine(knownText(cell));

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
