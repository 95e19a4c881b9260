import "server-only";
import { randomUUID } from "node:crypto";
import { referenceOf, reserveReferences } from "@/db/queries/cases";
import { insertRows } from "@/db/queries/bulk";
import { allNamesOf } from "@/db/queries/institution-naming";
import { listPlaces, placeNamesOf, type PlaceRow } from "@/db/queries/organisation";
import { caseClocks, cases, caseTexts, custodyMoments, orderCases, orders, people, personNames, releaseEstimates, statedReleases } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { PlannedCase, PlannedPerson } from "@/lib/exchange/case-plan";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { InstitutionKind, MomentKind } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { joined } from "./case-texts";
import { clocksOf } from "./clocks";
import { realNow } from "./clock";
import { factsOf, firstEstimate, type LoadedFacts } from "./estimates";
import { institutionNamed } from "./institutions";
import { todayIn } from "./organisation";
import { recordPlaceIn } from "./place-records";
import { activeOverrides } from "./rule-overrides";
import { changesOf, type Log } from "./write";


/** Where records of a batch go, and what was looked up for it already: it lives as long as the batch is being recorded. */
export type Target = {
  /** The team that they are written under. */
  teamId: string;
  ownerId: string | null;
  mapping: EventMapping;
  dialect: "sqlite" | "postgres";
  places: Map<string, PlaceRow>;
  words: Map<string, string>;
  /** What a case is found by there, folded. */
  placeWords: Map<string, string[]>;
  institutions: Map<string, { id: string; names: string[] } | null>;
  estimates: Map<string, ReturnType<typeof firstEstimate>>;
};

export async function targetOf(tx: Reader, teamId: string, ownerId: string | null, mapping: EventMapping): Promise<Target> {
  const { dialect } = await store();
  const places = new Map((await listPlaces(tx)).map((place) => [place.id, place]));
  return { teamId, ownerId, mapping, dialect, places, words: new Map(), placeWords: new Map(), institutions: new Map(), estimates: new Map() };
}

type Numbered<T> = { row: number; plan: T };
type Rows = {
  people: (typeof people.$inferInsert)[];
  personNames: (typeof personNames.$inferInsert)[];
  cases: (typeof cases.$inferInsert)[];
  moments: (typeof custodyMoments.$inferInsert)[];
  orders: (typeof orders.$inferInsert)[];
  orderCases: (typeof orderCases.$inferInsert)[];
  stated: (typeof statedReleases.$inferInsert)[];
  estimates: (typeof releaseEstimates.$inferInsert)[];
  clocks: (typeof caseClocks.$inferInsert)[];
  texts: { caseId: string; body: string }[];
};

/**
 * Records planned cases with their people, moments, rulings, stated releases, first estimates and clocks, as the forms would; the ids by the
 * number of the row. What is written is not read again: the estimate is computed from the rows at hand, by the functions that read them else.
 */
export async function recordCases(tx: Tx, log: Log, to: Target, planned: readonly Numbered<PlannedCase>[]): Promise<Map<number, string>> {
  const rows: Rows = { people: [], personNames: [], cases: [], moments: [], orders: [], orderCases: [], stated: [], estimates: [], clocks: [], texts: [] };
  const references = await referencesOf(tx, log, to, planned);
  const made = new Map<number, string>();
  const overrides = new Map<string, Awaited<ReturnType<typeof activeOverrides>>>();
  for (const [at, { row, plan }] of planned.entries()) {
    const { place, reference } = references[at] ?? { place: undefined, reference: "" };
    if (!place) throw new Error("a case without a place");
    if (!overrides.has(place.country)) overrides.set(place.country, await activeOverrides(tx, place.country));
    const personId = await addPerson(log, to, plan.person, rows);
    made.set(row, await addCase(tx, log, to, { plan, place, reference, personId, overrides: overrides.get(place.country) ?? [] }, rows));
  }
  await insertRows(tx, people, rows.people);
  await insertRows(tx, personNames, rows.personNames);
  await insertRows(tx, cases, rows.cases);
  await insertRows(tx, custodyMoments, rows.moments);
  await insertRows(tx, orders, rows.orders);
  await insertRows(tx, orderCases, rows.orderCases);
  await insertRows(tx, statedReleases, rows.stated);
  await insertRows(tx, releaseEstimates, rows.estimates);
  await insertRows(tx, caseClocks, rows.clocks);
  await insertRows(tx, caseTexts, rows.texts);
  return made;
}

/** Records planned people; the ids by the number of the row. */
export async function recordPeople(tx: Tx, log: Log, to: Target, planned: readonly Numbered<PlannedPerson>[]): Promise<Map<number, string>> {
  const rows: Pick<Rows, "people" | "personNames"> = { people: [], personNames: [] };
  const made = new Map<number, string>();
  for (const { row, plan } of planned) made.set(row, await addPerson(log, to, plan, rows));
  await insertRows(tx, people, rows.people);
  await insertRows(tx, personNames, rows.personNames);
  return made;
}

async function addPerson(log: Log, { teamId }: Target, person: PlannedPerson, rows: Pick<Rows, "people" | "personNames">): Promise<string> {
  const id = randomUUID();
  const at = realNow();
  const { name, otherNames, ...particulars } = person;
  const names = [...(name === "" ? [] : [{ text: name, kind: /\s/.test(name) ? "legal" : "given_only" }]), ...otherNames.map((text) => ({ text, kind: "alias" }))];
  const displayName = name || (otherNames[0] ?? "");
  const identification = displayName === "" ? "unidentified" : /\s/.test(displayName) ? "identified" : "partly_identified";
  const row = { id, teamId, identification, displayName, ...particulars, createdAt: at, updatedAt: at };
  rows.people.push(row);
  names.forEach(({ text, kind }, position) => rows.personNames.push({ id: randomUUID(), personId: id, position, text, kind, nameKey: foldName(text) }));
  await log("person.recorded", { subject: ["person", id], version: [null, 1], changes: changesOf(undefined, row, ["displayName", "identification"]) });
  return id;
}

type NewCase = { plan: PlannedCase; place: PlaceRow; reference: string; personId: string; overrides: Awaited<ReturnType<typeof activeOverrides>> };

async function addCase(tx: Tx, log: Log, to: Target, { plan, place, reference, personId, overrides }: NewCase, rows: Rows): Promise<string> {
  const id = randomUUID();
  const at = realNow();
  const stamp = { createdAt: at, updatedAt: at };
  const agency = await institutionOf(tx, log, to, "police", plan.agency, place.id);
  const heldAt = await institutionOf(tx, log, to, "facility", plan.heldAt, place.id);
  const court = await institutionOf(tx, log, to, "court", plan.order?.court ?? "", place.id);
  const moments = momentsOf(plan, agency?.id ?? null, heldAt?.id ?? null).map((moment) => ({ id: randomUUID(), caseId: id, ...moment, ...boundsIn(moment.when, place.zone), note: "", ...stamp }));
  const order = plan.order && {
    ...{ id: randomUUID(), teamId: to.teamId, kind: plan.order.kind, courtId: court?.id ?? null, judge: plan.order.judge, date: plan.order.date, earliest: boundsIn(plan.order.date, place.zone).earliest },
    ...{ articles: plan.order.articles, term: plan.order.term, countFrom: "not_stated", countFromWhen: null, relation: "not_stated", relatesToId: null, servedShare: null, zone: place.zone, note: "", ...stamp },
  };
  const stated = plan.stated && { id: randomUUID(), caseId: id, when: plan.stated.when, attributedTo: plan.stated.by, note: "", ...stamp };
  const told = { moments: stored(moments, to.dialect), orders: order ? [{ order, ownTerm: null }] : [], stated: stated ? [stated] : [], adjustments: [] };
  const { estimate, frozen, answer, derived, window } = estimateOf(to, factsOf({ zone: place.zone, detentionKind: plan.detentionKind }, told, place.country, overrides), order?.id, stated?.id);
  const estimateId = randomUUID();
  const row = { id, teamId: to.teamId, ownerId: to.ownerId, reference, personId, detentionKind: plan.detentionKind, placeId: place.id, zone: place.zone, agencyId: agency?.id ?? null, lawyer: plan.lawyer, note: plan.note, ...derived, estimateId, ...stamp };
  rows.cases.push(row);
  rows.moments.push(...moments);
  if (order) rows.orders.push(order);
  if (order) rows.orderCases.push({ orderId: order.id, caseId: id });
  if (stated) rows.stated.push(stated);
  rows.estimates.push({ id: estimateId, caseId: id, at, facts: frozen, answer, cause: "facts", overrideId: null });
  rows.clocks.push(...clocksOf({ id, teamId: to.teamId, outstanding: derived.outstanding }, estimate));
  const own = [reference, plan.person.name, ...plan.person.otherNames].map(foldName);
  const shared = [...(await placeWordsOf(tx, to, place)), ...(heldAt?.names ?? []), ...(agency?.names ?? []), ...(court?.names ?? [])];
  rows.texts.push({ caseId: id, body: joined([...own, ...shared, foldName(plan.order?.judge ?? "")]) });
  const facts = { ...row, seized: plan.taken, heldAt: plan.heldAt, agency: plan.agency, released: plan.released, term: plan.order?.term ?? null, expectedRelease: window };
  await log("case.recorded", { subject: ["case", id], caseId: id, version: [null, 1], changes: changesOf(undefined, facts, ["reference", "detentionKind", "placeId", "seized", "released", "term", "expectedRelease"]) });
  return id;
}

const MOST_ESTIMATES = 5_000;
/** Stand for the ids of the one ruling and the one stated release that a row can have. */
const [ORDER, STATED] = ["\u0001order", "\u0001stated"];

/** The estimate of a case, computed once for all rows whose facts differ in nothing but ids: a crowd is taken, sentenced and due together. */
function estimateOf(to: Target, loaded: LoadedFacts, orderId = "", statedId = ""): ReturnType<typeof firstEstimate> {
  const { facts, custody, courts } = loaded;
  const bare: LoadedFacts = {
    custody: { ...custody, heldAtId: null },
    courts: new Map([...courts].map(([, courtId]) => [ORDER, courtId])),
    facts: { ...facts, orders: facts.orders.map((each) => ({ ...each, id: ORDER })), stated: facts.stated.map((each) => ({ ...each, id: STATED })) },
  };
  const key = JSON.stringify([bare.facts, custody.state, custody.outstanding, custody.releaseKind]);
  const known = to.estimates.get(key) ?? firstEstimate(bare);
  if (to.estimates.size >= MOST_ESTIMATES) to.estimates.clear();
  to.estimates.set(key, known);
  const named = (text: string) => text.replaceAll(JSON.stringify(ORDER), JSON.stringify(orderId)).replaceAll(JSON.stringify(STATED), JSON.stringify(statedId));
  const answer = named(known.answer);
  const estimate = JSON.parse(answer) as typeof known.estimate;
  return { ...known, estimate, answer, frozen: named(known.frozen), derived: { ...known.derived, ...custody, lastHeldAtId: custody.heldAtId, courtId: courts.get(estimate.governingOrder ?? "") ?? null } };
}

type Moment = { kind: MomentKind; when: string | null; institutionId: string | null; releaseKind: string | null };

/** What a row tells of custody, as the quick form would record it: taken, held somewhere, let go. */
function momentsOf({ taken, released, releaseKind }: PlannedCase, agencyId: string | null, heldAtId: string | null): Moment[] {
  return [
    { kind: "seized", when: taken, institutionId: agencyId, releaseKind: null },
    ...(heldAtId ? [{ kind: "admitted" as const, when: null, institutionId: heldAtId, releaseKind: null }] : []),
    ...(released !== null || releaseKind !== "unknown" ? [{ kind: "released" as const, when: released, institutionId: null, releaseKind }] : []),
  ];
}

const boundsIn = (when: string | null, zone: string): { earliest: number | null; latest: number | null } => (when === null ? { earliest: null, latest: null } : boundsOf(when, zone));

/** Moments in the order in which they would be read: one without a bound comes first in SQLite and last in PostgreSQL. */
function stored<M extends { id: string; earliest: number | null }>(moments: readonly M[], dialect: Target["dialect"]): M[] {
  const open = dialect === "sqlite" ? -Infinity : Infinity;
  const key = ({ earliest }: M) => earliest ?? open;
  return [...moments].sort((a, b) => (key(a) === key(b) ? (a.id < b.id ? -1 : 1) : key(a) < key(b) ? -1 : 1));
}

async function institutionOf(tx: Tx, log: Log, to: Target, kind: InstitutionKind, name: string, placeId: string): Promise<{ id: string; names: string[] } | null> {
  const key = `${kind} ${foldName(name)}`;
  const known = to.institutions.get(key);
  if (known !== undefined) return known;
  const id = await institutionNamed(tx, log, kind, name, placeId);
  const found = id === null ? null : { id, names: (await allNamesOf(tx, [id])).map(({ text }) => foldName(text)) };
  to.institutions.set(key, found);
  return found;
}

async function placeWordsOf(tx: Tx, to: Target, place: PlaceRow): Promise<string[]> {
  const known = to.placeWords.get(place.id);
  if (known) return known;
  const words = [place.nameKk, place.nameRu, place.nameEn, ...(await placeNamesOf(tx, [place.id])).map(({ text }) => text)].map(foldName);
  to.placeWords.set(place.id, words);
  return words;
}

/** The place of each case and its reference: numbers are reserved once for each place and year. */
async function referencesOf(tx: Tx, log: Log, to: Target, planned: readonly Numbered<PlannedCase>[]): Promise<{ place: PlaceRow; reference: string }[]> {
  const prefixed: { place: PlaceRow; prefix: string }[] = [];
  for (const { plan } of planned) {
    const place = await placeOf(tx, log, to, plan.place);
    prefixed.push({ place, prefix: `${place.code}-${/\d{4}/.exec(plan.taken ?? "")?.[0] ?? todayIn(place.zone).slice(0, 4)}` });
  }
  const counts = new Map<string, number>();
  for (const { prefix } of prefixed) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [prefix, count] of counts) next.set(prefix, await reserveReferences(tx, prefix, count));
  return prefixed.map(({ place, prefix }) => {
    const number = (next.get(prefix) ?? 0) + 1;
    next.set(prefix, number);
    return { place, reference: referenceOf(prefix, number) };
  });
}

/** The place on record, or a new one made as the mapping describes it; two words with one code are one place. */
export async function placeOf(tx: Tx, log: Log, to: Target, planned: PlannedCase["place"]): Promise<PlaceRow> {
  const id = "placeId" in planned ? planned.placeId : (to.words.get(planned.word) ?? (await newPlace(tx, log, to, planned.word)));
  const place = to.places.get(id);
  if (!place) throw new Error("a place that is not on record");
  return place;
}

async function newPlace(tx: Tx, log: Log, to: Target, word: string): Promise<string> {
  const described = to.mapping.places.find(({ text }) => wordKey(text) === word);
  if (!described) throw new Error("a place that nobody described");
  const { text, code, country, zone } = described;
  const names = { nameKk: described.nameKk || text, nameRu: described.nameRu || text, nameEn: described.nameEn || text };
  // Made a moment ago: for another word of the same code, or before a restart. A place of that code that is somebody else's is none of ours.
  const ours = to.mapping.places.filter((each) => each.code === code).map((each) => each.nameRu || each.text);
  const there = (await listPlaces(tx)).find((place) => place.code === code && place.zone === zone && ours.includes(place.nameRu));
  const id = there?.id ?? (await recordPlaceIn(tx, log, { ...names, code, country, zone, kind: "city", otherNames: [], parentId: null, latitude: null, longitude: null }));
  for (const place of await listPlaces(tx)) to.places.set(place.id, place);
  to.words.set(word, id);
  return id;
}
