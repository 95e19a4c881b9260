import "server-only";
import { countAllegations, listAccusedBodies, listAllegations, listVictims, type AllegationFilter, type AllegationRow } from "@/db/queries/allegations";
import { store, type Reader } from "@/db/store";
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

/** Allegations of a list, batch by batch in its order, for an export of any length; taken back ones are among them. Whoever calls has asked `allow`. */
export async function* allegationRows(tx: Reader, actor: Actor, query: AllegationQuery, batch: number): AsyncGenerator<AllegationRow[], void> {
  const filter = filterOf(query, (await findHome())?.place.zone ?? "UTC");
  if (query.q) {
    const found = foundByWords(await factsOf(tx, actor, await listAllegations(tx, actor, filter, MOST_SEARCHED, 0)), query.q, wordsOf).map(({ allegation }) => allegation);
    for (let at = 0; at < found.length; at += batch) yield found.slice(at, at + batch);
    return;
  }
  for (let at = 0, rows: AllegationRow[] = []; at === 0 || rows.length === batch; at += batch) {
    rows = await listAllegations(tx, actor, filter, batch, at);
    if (rows.length) yield rows;
  }
}

function filterOf({ act, agencyId, verification, response, placeId, eventId, from, to }: AllegationQuery, zone: string): AllegationFilter {
  const first = from === undefined ? null : boundsOf(from, zone).earliest;
  const last = to === undefined ? null : boundsOf(to, zone).latest;
  const told = { act, agencyId, verification, response, placeId, eventId, from: first ?? undefined, to: last ?? undefined };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
