import "server-only";
import { findListedCase } from "@/db/queries/cases";
import { store } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { getCaseChoices, getEventChoices, getSourceChoices } from "./case-choices";
import { getCaseList, withStatus, type CaseListItem } from "./case-list";
import { now } from "./clock";
import { suggestInstitutions } from "./institutions";
import { findHome, getPlaces, inputContext } from "./organisation";

const MOST_FOUND = 20;

/**
 * What the form of an allegation offers: these cases, those related to the first (or of the event, where no case is named), those found by `q`;
 * `zone` is where the organisation works.
 */
export async function getAllegationChoices(actor: Actor, caseIds: readonly string[], q: string | undefined, eventId?: string) {
  const [first] = caseIds;
  const related = first === undefined ? await casesWithoutOne(actor, q, eventId) : await getCaseChoices(actor, first, q);
  const missing = caseIds.filter((id) => !related.some((item) => item.id === id));
  const { read } = await store();
  const further = await Promise.all(missing.map((id) => findListedCase(read, actor, id)));
  const cases = [...related, ...further.flatMap((row) => (row ? [withStatus(row, now())] : []))];
  const { police, facility, agency } = await suggestInstitutions(actor);
  return {
    cases,
    sources: await getSourceChoices(actor),
    events: await getEventChoices(actor),
    places: await getPlaces(),
    agencies: [...new Set([...police, ...facility, ...agency])],
    zone: (await findHome())?.place.zone ?? "UTC",
    now: now(),
    ...(await inputContext()),
  };
}

/** Names of bodies to suggest, and sources to choose from, for what is added to an allegation later. */
export async function getPartChoices(actor: Actor) {
  const { police, facility, agency, court, ngo } = await suggestInstitutions(actor);
  return { sources: await getSourceChoices(actor), agencies: [...new Set([...police, ...facility, ...agency, ...court, ...ngo])], zone: (await findHome())?.place.zone ?? "UTC", now: now(), ...(await inputContext()) };
}

/** Cases to tick for an allegation that began with none: those of the event, and those found by words. */
async function casesWithoutOne(actor: Actor, q: string | undefined, eventId: string | undefined): Promise<CaseListItem[]> {
  const held = eventId === undefined ? [] : (await getCaseList(actor, { view: "all", eventId })).items;
  const found = q ? (await getCaseList(actor, { view: "all", q })).items.slice(0, MOST_FOUND) : [];
  return [...new Map([...held, ...found].map((item) => [item.id, item])).values()];
}
