import "server-only";
import { countAllegations, listAccusedBodies, listAllegations, listVictims, type AllegationFilter } from "@/db/queries/allegations";
import { store } from "@/db/store";
import type { AllegationQuery } from "@/lib/model/allegation-query";
import type { Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { factsOf } from "./allegation-facts";
import { getEventChoices } from "./case-choices";
import { findHome, getPlaces } from "./organisation";

export const ALLEGATIONS_PAGE = 25;
const MOST_COUNTED = 2000;

/** One page of allegations in scope, last recorded first, each with its cases that may be seen. Days of a period are those of where the organisation works. */
export async function getAllegationList(actor: Actor, query: AllegationQuery = {}) {
  allow(actor, "case.read");
  const { read } = await store();
  const filter = filterOf(query, (await findHome())?.place.zone ?? "UTC");
  const page = query.page ?? 1;
  const offset = (page - 1) * ALLEGATIONS_PAGE;
  const { q } = query;
  const found = q ? pageOf(foundByWords(await factsOf(read, actor, await listAllegations(read, actor, filter, MOST_SEARCHED, 0)), q, wordsOf), page, ALLEGATIONS_PAGE) : undefined;
  const items = found?.rows ?? (await factsOf(read, actor, await listAllegations(read, actor, filter, ALLEGATIONS_PAGE, offset)));
  const victims = items.length ? await listVictims(read, actor, items.map(({ allegation }) => allegation.id)) : [];
  return {
    items: items.map((facts) => ({ facts, victims: victims.filter(({ allegationId }) => allegationId === facts.allegation.id) })),
    total: found?.total ?? (await countAllegations(read, actor, filter, MOST_COUNTED)),
    page,
    agencies: await listAccusedBodies(read, actor),
    places: await getPlaces(),
    events: await getEventChoices(actor),
  };
}

type Facts = Awaited<ReturnType<typeof factsOf>>[number];

const wordsOf = ({ allegation, perpetrators, event, source, answer }: Facts): string[] => [
  allegation.attributedTo,
  allegation.description,
  allegation.whereText,
  allegation.victimGroup,
  event?.title ?? "",
  source ?? "",
  answer?.note ?? "",
  ...perpetrators.flatMap(({ body, unit, person }) => [body?.name ?? "", body?.nameKk ?? "", body?.nameRu ?? "", body?.nameEn ?? "", unit, person]),
];

function filterOf({ act, agencyId, verification, response, placeId, eventId, from, to }: AllegationQuery, zone: string): AllegationFilter {
  const first = from === undefined ? null : boundsOf(from, zone).earliest;
  const last = to === undefined ? null : boundsOf(to, zone).latest;
  const told = { act, agencyId, verification, response, placeId, eventId, from: first ?? undefined, to: last ?? undefined };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
