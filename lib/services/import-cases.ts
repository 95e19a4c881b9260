import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { referenceOf, reserveReferences } from "@/db/queries/cases";
import { insertRows, insertTogether } from "@/db/queries/bulk";
import { allNamesOf } from "@/db/queries/institution-naming";
import { listPlaces, placeNamesOf, type PlaceRow } from "@/db/queries/organisation";
import { caseClocks, cases, caseTexts, custodyMoments, orderCases, orders, people, personNames, releaseEstimates, statedReleases } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { PlannedCase, PlannedPerson } from "@/lib/exchange/case-plan";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import type { InstitutionKind } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { joined } from "./case-texts";
import { realNow } from "./clock";
import { draftCase, sharedDrafts, withInstitutions, type CaseDraft, type Overrides, type Shared } from "./import-case-drafts";
import { institutionNamed } from "./institutions";
import { todayIn } from "./organisation";
import { recordPlaceIn } from "./place-records";
import { activeOverrides } from "./rule-overrides";
import { turnsOf } from "./turns";
import { changesOf, type Log } from "./write";

/** Where records of a batch go, and what was looked up for it already: it lives as long as the batch is being recorded. */
export type Target = {
  /** The team that they are written under. */
  teamId: string;
  ownerId: string | null;
  mapping: EventMapping;
  places: Map<string, PlaceRow>;
  words: Map<string, string>;
  /** What a case is found by there, folded. */
  placeWords: Map<string, string[]>;
  institutions: Map<string, { id: string; names: string[] } | null>;
  shared: Shared;
  /** What was worked out of a plan before the transaction that writes it. */
  drafts: WeakMap<PlannedCase, CaseDraft>;
};

export async function targetOf(tx: Reader, teamId: string, ownerId: string | null, mapping: EventMapping): Promise<Target> {
  const { dialect } = await store();
  const places = new Map((await listPlaces(tx)).map((place) => [place.id, place]));
  return { teamId, ownerId, mapping, places, words: new Map(), placeWords: new Map(), institutions: new Map(), shared: sharedDrafts(dialect), drafts: new WeakMap() };
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

/** Works out what planned cases come to, with turns for others in between, so that the transaction that writes them is short. */
export async function draftCases(tx: Reader, to: Target, planned: readonly PlannedCase[]): Promise<void> {
  const overrides = overridesOf(tx);
  const turns = turnsOf();
  for (const plan of planned) {
    const place = to.places.get("placeId" in plan.place ? plan.place.placeId : (to.words.get(plan.place.word) ?? ""));
    if (place) to.drafts.set(plan, draftCase(plan, place, await overrides(place.country), to.shared));
    await turns();
  }
}

/** The organisation's own rules of each country, read once. */
function overridesOf(tx: Reader) {
  const known = new Map<string, Overrides>();
  return async (country: string): Promise<Overrides> => {
    const found = known.get(country) ?? (await activeOverrides(tx, country));
    known.set(country, found);
    return found;
  };
}

/** What was worked out of a plan, or that anew where the place or the rules have changed since. */
function draftOf(to: Target, plan: PlannedCase, { zone, country }: PlaceRow, overrides: Overrides): CaseDraft {
  const known = to.drafts.get(plan);
  const stands = known && known.zone === zone && known.country === country && isDeepStrictEqual(known.overrides, overrides);
  return stands ? known : draftCase(plan, { zone, country }, overrides, to.shared);
}

/**
 * Records planned cases with their people, moments, rulings, stated releases, first estimates and clocks, as the forms would; the ids by the
 * number of the row. What is written is not read again: the estimate is computed from the rows at hand, by the functions that read them else.
 */
export async function recordCases(tx: Tx, log: Log, to: Target, planned: readonly Numbered<PlannedCase>[]): Promise<Map<number, string>> {
  const rows: Rows = { people: [], personNames: [], cases: [], moments: [], orders: [], orderCases: [], stated: [], estimates: [], clocks: [], texts: [] };
  const references = await referencesOf(tx, log, to, planned);
  const made = new Map<number, string>();
  const overrides = overridesOf(tx);
  for (const [at, { row, plan }] of planned.entries()) {
    const { place, reference } = references[at] ?? { place: undefined, reference: "" };
    if (!place) throw new Error("a case without a place");
    const draft = draftOf(to, plan, place, await overrides(place.country));
    const personId = await addPerson(log, to, plan.person, rows);
    made.set(row, await addCase(tx, log, to, { plan, draft, place, reference, personId }, rows));
  }
  for (const put of [
    () => insertRows(tx, people, rows.people),
    () => insertRows(tx, personNames, rows.personNames),
    () => insertRows(tx, cases, rows.cases),
    () => insertRows(tx, custodyMoments, rows.moments),
    () => insertRows(tx, orders, rows.orders),
    () => insertRows(tx, orderCases, rows.orderCases),
    () => insertRows(tx, statedReleases, rows.stated),
    () => insertRows(tx, releaseEstimates, rows.estimates),
    () => insertRows(tx, caseClocks, rows.clocks),
    () => insertTogether(tx, caseTexts, rows.texts),
  ]) {
    await put();
    await nextTurn();
  }
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

async function addPerson(log: Log, { teamId, shared: { nextId } }: Target, person: PlannedPerson, rows: Pick<Rows, "people" | "personNames">): Promise<string> {
  const id = nextId();
  const at = realNow();
  const { name, otherNames, ...particulars } = person;
  const names = [...(name === "" ? [] : [{ text: name, kind: /\s/.test(name) ? "legal" : "given_only" }]), ...otherNames.map((text) => ({ text, kind: "alias" }))];
  const displayName = name || (otherNames[0] ?? "");
  const identification = displayName === "" ? "unidentified" : /\s/.test(displayName) ? "identified" : "partly_identified";
  const row = { id, teamId, identification, displayName, ...particulars, createdAt: at, updatedAt: at };
  rows.people.push(row);
  names.forEach(({ text, kind }, position) => rows.personNames.push({ id: nextId(), personId: id, position, text, kind, nameKey: foldName(text) }));
  await log("person.recorded", { subject: ["person", id], version: [null, 1], changes: changesOf(undefined, row, ["displayName", "identification"]) });
  return id;
}

type NewCase = { plan: PlannedCase; draft: CaseDraft; place: PlaceRow; reference: string; personId: string };

async function addCase(tx: Tx, log: Log, to: Target, { plan, draft, place, reference, personId }: NewCase, rows: Rows): Promise<string> {
  const id = to.shared.nextId();
  const agency = await institutionOf(tx, log, to, "police", plan.agency, place.id);
  const heldAt = await institutionOf(tx, log, to, "facility", plan.heldAt, place.id);
  const court = await institutionOf(tx, log, to, "court", plan.order?.court ?? "", place.id);
  const { stamp, moments, order, stated, clocks, derived, ...estimate } = withInstitutions(draft, { agency: agency?.id ?? null, heldAt: heldAt?.id ?? null, court: court?.id ?? null });
  const estimateId = to.shared.nextId();
  const row = { id, teamId: to.teamId, ownerId: to.ownerId, reference, personId, detentionKind: plan.detentionKind, placeId: place.id, zone: place.zone, agencyId: agency?.id ?? null, lawyer: plan.lawyer, note: plan.note, ...derived, estimateId, ...stamp };
  rows.cases.push(row);
  for (const moment of moments) rows.moments.push({ ...moment, caseId: id });
  if (order) rows.orders.push({ ...order, teamId: to.teamId });
  if (order) rows.orderCases.push({ orderId: order.id, caseId: id });
  if (stated) rows.stated.push({ ...stated, caseId: id });
  rows.estimates.push({ id: estimateId, caseId: id, at: stamp.createdAt, facts: estimate.frozen, answer: estimate.answer, cause: "facts", overrideId: null });
  for (const clock of clocks) rows.clocks.push({ ...clock, caseId: id, teamId: to.teamId });
  const own = [reference, plan.person.name, ...plan.person.otherNames].map(foldName);
  const shared = [...(await placeWordsOf(tx, to, place)), ...(heldAt?.names ?? []), ...(agency?.names ?? []), ...(court?.names ?? [])];
  rows.texts.push({ caseId: id, body: joined([...own, ...shared, foldName(plan.order?.judge ?? "")]) });
  const facts = { ...row, seized: plan.taken, heldAt: plan.heldAt, agency: plan.agency, released: plan.released, term: plan.order?.term ?? null, expectedRelease: estimate.window };
  await log("case.recorded", { subject: ["case", id], caseId: id, version: [null, 1], changes: changesOf(undefined, facts, ["reference", "detentionKind", "placeId", "seized", "released", "term", "expectedRelease"]) });
  return id;
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
