import "server-only";
import { pageOfCases, pastReading, type CaseMatch } from "@/db/queries/cases";
import { casesHeldBefore, casesHeldNow, casesOrderedBy, casesTakenBy } from "@/db/queries/institution-cases";
import { allNamesOf, namedInstitutions } from "@/db/queries/institution-naming";
import { countHeldIn, listActsAlleged, listAffiliated, listEventsOfInstitution, listPeopleOfInstitution } from "@/db/queries/institution-page";
import { findEveryInstitution, findEveryPlace, listInstitutions, listPlaces } from "@/db/queries/organisation";
import { sumOver, type OverOnly } from "@/db/queries/over-detention";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { InstitutionQuery } from "@/lib/model/institution";
import { institutionName } from "@/lib/model/institution-name";
import { can, type Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { MOST_COUNTED, withStatus, type CaseListItem } from "./case-list";
import { now } from "./clock";
import { findHome } from "./organisation";
import { isMasked, unlessMasked, type SourceGuard } from "./source-mask";

export const INSTITUTIONS_PAGE = 50;
const MOST_SHOWN = 20;
const MOST_PEOPLE = 100;
const MOST_ALLEGED = 300;

/** One page of institutions, by their names in the reader's language, with how many of the actor's people are held in each now. */
export async function getInstitutionList(actor: Actor, { q, kind, placeId, page = 1 }: InstitutionQuery, locale: "en" | "ru" | "kk" = "en") {
  allow(actor, "institution.read");
  const { read } = await store();
  const fitting = (await listInstitutions(read)).filter((row) => (kind === undefined || row.kind === kind) && (placeId === undefined || row.placeId === placeId));
  fitting.sort((a, b) => institutionName(a, locale).localeCompare(institutionName(b, locale), locale));
  const { rows, total } = pageOf(q ? await foundByNames(fitting, q) : fitting, page, INSTITUTIONS_PAGE);
  const held = await countHeldIn(read, actor, rows.map((row) => row.id));
  const places = new Map((await listPlaces(read)).map((place) => [place.id, place]));
  const items = rows.map(({ id, kind: what, name, nameKk, nameRu, nameEn, status, placeId: where }) => ({
    id,
    kind: what,
    naming: { id, name, nameKk, nameRu, nameEn },
    status,
    place: placeNaming(places.get(where ?? "")),
    held: held.get(id) ?? 0,
  }));
  return { items, total, page, mayWrite: can(actor, "institution.write") };
}

type Placed = { id: string; nameKk: string; nameRu: string; nameEn: string };
const placeNaming = (place: Placed | undefined): Placed | null => (place ? { id: place.id, nameKk: place.nameKk, nameRu: place.nameRu, nameEn: place.nameEn } : null);

async function foundByNames<T extends { id: string; address: string }>(rows: readonly T[], q: string): Promise<T[]> {
  const { read } = await store();
  const names = Map.groupBy(await allNamesOf(read, rows.map((row) => row.id)), (name) => name.institutionId);
  return foundByWords(rows, q, (row) => [...(names.get(row.id) ?? []).map(({ text }) => text), row.address]);
}

/** The first cases of a selection in the order of urgency, and how many there are (counted up to a thousand). */
export async function someCases(match: CaseMatch, at: number): Promise<{ items: CaseListItem[]; total: number; more: boolean }> {
  const { read } = await store();
  const { rows, counted } = await pageOfCases(read, match, { sort: "urgency", limit: MOST_SHOWN, offset: 0, most: MOST_COUNTED + 1 });
  return { items: rows.map((row) => withStatus(row, at)), total: Math.min(counted, MOST_COUNTED), more: counted > rows.length };
}

/** Minutes held too long in one place of detention, under one court or in one place, as far as the scope reaches. */
export async function overHere(actor: Actor, only: OverOnly, at: number) {
  const { read } = await store();
  return sumOver(read, { scope: actor, view: "all", now: at, from: null, until: null, only });
}

type ActAlleged = { id: string; act: string; attributedTo: string; verification: string; response: string; guard: SourceGuard | null };
export type AllegedAct = { act: string; allegations: Omit<ActAlleged, "act" | "guard">[] };

/** Allegations under each act, the most frequent first; every one keeps who alleges it. */
export function byAct(actor: Actor, rows: readonly ActAlleged[]): AllegedAct[] {
  const groups = [...Map.groupBy(rows, (row) => row.act)].map(([act, each]) => ({ act, allegations: each.map(({ act: _act, guard, attributedTo, ...rest }) => ({ ...rest, attributedTo: unlessMasked(isMasked(actor, guard), attributedTo) })) }));
  return groups.sort((a, b) => b.allegations.length - a.allegations.length);
}

/** Everything that the page of an institution shows: what it is, for everybody; cases and figures in the actor's scope. `mergedInto` leads on. */
export async function getInstitutionPage(actor: Actor, id: string) {
  allow(actor, "institution.read");
  const { read } = await store();
  const row = await findEveryInstitution(read, id);
  if (!row) throw new AppError("not_found");
  if (row.mergedIntoId !== null) return { mergedInto: row.mergedIntoId };
  const at = now();
  const cases = (found: CaseMatch["found"], outstanding?: boolean) => someCases({ scope: actor, outstanding, where: undefined, found }, at);
  const names = (await allNamesOf(read, [id])).map(({ nameKey, text }) => ({ nameKey, text }));
  return {
    institution: row,
    names,
    place: placeNaming(row.placeId === null ? undefined : await findEveryPlace(read, row.placeId)),
    parent: row.parentId === null ? null : ((await namedInstitutions(read, [row.parentId])).get(row.parentId) ?? null),
    units: (await listInstitutions(read)).filter((each) => each.parentId === id).map(({ id: unit, name, nameKk, nameRu, nameEn, kind }) => ({ id: unit, name, nameKk, nameRu, nameEn, kind })),
    now: at,
    zone: (await findHome())?.place.zone ?? "UTC",
    heldNow: await cases(casesHeldNow(id)),
    heldBefore: await cases(casesHeldBefore(id)),
    ordered: await cases(casesOrderedBy(id)),
    taken: await cases(casesTakenBy(id)),
    overdue: (await overdueAmong(actor, casesHeldNow(id), at)).total,
    over: { facility: await overHere(actor, { facility: id }, at), court: await overHere(actor, { court: id }, at) },
    alleged: byAct(actor, await listActsAlleged(read, actor, id, MOST_ALLEGED)),
    events: await listEventsOfInstitution(read, actor, id, MOST_SHOWN),
    people: await peopleOf(actor, id, new Set(names.map(({ nameKey }) => nameKey))),
    mayWrite: can(actor, "institution.write"),
    mayMerge: can(actor, "institution.merge"),
  };
}

/** Of those still inside, the ones past their latest reading. */
async function overdueAmong(actor: Actor, found: CaseMatch["found"], at: number) {
  return someCases({ scope: actor, outstanding: true, where: pastReading(at), found }, at);
}

/** Named people of its cases, and those who say that they belong to it. */
async function peopleOf(actor: Actor, id: string, keys: ReadonlySet<string>): Promise<{ id: string; displayName: string }[]> {
  const { read } = await store();
  const people = await listPeopleOfInstitution(read, actor, id, MOST_PEOPLE);
  const members = (await listAffiliated(read, actor, MOST_SEARCHED)).filter(({ affiliation }) => keys.has(foldName(affiliation))).map(({ id: personId, displayName }) => ({ id: personId, displayName }));
  return [...new Map([...people, ...members].map((person) => [person.id, person])).values()].slice(0, MOST_PEOPLE);
}
