import "server-only";
import { listEventChoices, listNamedPeople, listSourceChoices } from "@/db/queries/choices";
import { listCasesOfSameWords } from "@/db/queries/claims";
import { findEvent, listSites } from "@/db/queries/events";
import { findPerson, searchPeople } from "@/db/queries/people";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { getCaseList, type CaseListItem } from "./case-list";
import { getRelatedCases } from "./case-page";
import { isMasked, unlessMasked } from "./source-mask";

const MOST_FOUND = 20;
const MOST_RELATED = 200;

/** Cases that a form on this case may speak of as well: the related ones, those that the same words of a source are about, and those found by `q`; this one first. */
export async function getCaseChoices(actor: Actor, id: string, q?: string): Promise<CaseListItem[]> {
  const related = await getRelatedCases(actor, id, MOST_RELATED, await listCasesOfSameWords((await store()).read, id));
  const found = q ? (await getCaseList(actor, { view: "all", q })).items.slice(0, MOST_FOUND) : [];
  const byId = new Map([...related, ...found].map((item) => [item.id, item]));
  return [...byId.values()].sort((a, b) => Number(b.id === id) - Number(a.id === id));
}

/** Somebody already recorded: those found by any of their names, else the newest; `chosen` is always among them. */
export async function getPersonChoices(actor: Actor, q?: string, chosen?: string): Promise<{ id: string; name: string }[]> {
  allow(actor, "person.read");
  const { read } = await store();
  const folded = foldName((q ?? "").slice(0, 200));
  const found = folded ? (await searchPeople(read, actor, folded, MOST_FOUND)).map(({ id, displayName }) => ({ id, name: displayName })) : await listNamedPeople(read, actor);
  const person = chosen && !found.some(({ id }) => id === chosen) ? await findPerson(read, actor, chosen) : undefined;
  return [...(person ? [{ id: person.id, name: person.displayName }] : []), ...found.map(({ id, name }) => ({ id, name }))];
}

/** The newest sources to choose from; the title of a protected one is empty for those who may not see it. */
export async function getSourceChoices(actor: Actor): Promise<{ id: string; title: string }[]> {
  allow(actor, "source.read");
  return (await listSourceChoices((await store()).read, actor)).map(({ id, title, ...guard }) => ({ id, title: unlessMasked(isMasked(actor, guard), title) }));
}

/** Events to choose from, the newest and those that `chosen` names, with their sites. */
export async function getEventChoices(actor: Actor, chosen: readonly string[] = []) {
  allow(actor, "event.read");
  const { read } = await store();
  const newest = await listEventChoices(read, actor);
  const missing = chosen.filter((id) => !newest.some((event) => event.id === id));
  const older = (await Promise.all(missing.map((id) => findEvent(read, actor, id)))).flatMap((event) => (event ? [{ id: event.id, title: event.title, start: event.start }] : []));
  const offered = [...newest, ...older];
  const sites = await listSites(read, offered.map(({ id }) => id));
  return offered.map((event) => ({ ...event, sites: sites.filter(({ eventId }) => eventId === event.id) }));
}
