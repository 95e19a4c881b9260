import "server-only";
import { Temporal } from "temporal-polyfill";
import { countCasesOfEvents, countEvents, listEventInstitutions, listEvents, listOrganisers, listSites, type EventFilter, type EventRow } from "@/db/queries/events";
import { store, type Reader } from "@/db/store";
import type { EventQuery } from "@/lib/model/event-query";
import type { Actor } from "@/lib/model/permissions";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { ledgerOf } from "./counts";
import { findHome } from "./organisation";

export const EVENTS_PAGE = 50;

/** One page of events, those that began last first, narrowed by kind, place, organiser, days of the beginning and words of title, organisers and demands. */
export async function getEventList(actor: Actor, query: EventQuery = {}) {
  allow(actor, "event.read");
  const { read } = await store();
  const { q, page = 1 } = query;
  const filter = await filterOf(query);
  const { rows, total } = q
    ? pageOf(await foundIn(read, actor, filter, q), page, EVENTS_PAGE)
    : { rows: await listEvents(read, actor, filter, EVENTS_PAGE, (page - 1) * EVENTS_PAGE), total: await countEvents(read, actor, filter) };
  const ids = rows.map((row) => row.id);
  const [sites, counts, ledger] = [await listSites(read, ids), await countCasesOfEvents(read, actor, ids), await ledgerOf(read, actor, ids)];
  const items = rows.map((row) => ({
    ...row,
    sites: sites.filter((site) => site.eventId === row.id),
    caseCount: counts.get(row.id) ?? 0,
    /** Each figure for people detained, by whoever reported it: beside each other, never one out of several. */
    reported: ledger.filter(({ count }) => count.eventId === row.id && count.category === "detained" && count.withdrawn === null).map(({ count }) => count),
  }));
  return { items, total, page, organisers: await listOrganisers(read, actor) };
}

/** Events of a list, batch by batch in its order, for an export of any length. Whoever calls has asked `allow`. */
export async function* eventRows(tx: Reader, actor: Actor, query: EventQuery, batch: number): AsyncGenerator<EventRow[], void> {
  const filter = await filterOf(query);
  if (query.q) {
    const found = await foundIn(tx, actor, filter, query.q);
    for (let at = 0; at < found.length; at += batch) yield found.slice(at, at + batch);
    return;
  }
  for (let at = 0, rows: EventRow[] = []; at === 0 || rows.length === batch; at += batch) {
    rows = await listEvents(tx, actor, filter, batch, at);
    if (rows.length) yield rows;
  }
}

async function filterOf({ kind, placeId, organiserId, from, to }: EventQuery): Promise<EventFilter> {
  const zone = from || to ? ((await findHome())?.place.zone ?? "UTC") : "UTC";
  const dayAt = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(zone).epochMilliseconds;
  return {
    ...(kind ? { kind } : {}),
    ...(placeId ? { placeId } : {}),
    ...(organiserId ? { organiserId } : {}),
    ...(from ? { from: dayAt(from, 0) } : {}),
    ...(to ? { before: dayAt(to, 1) } : {}),
  };
}

async function foundIn(tx: Reader, actor: Actor, filter: EventFilter, q: string) {
  const rows = await listEvents(tx, actor, filter, MOST_SEARCHED, 0);
  // One question for thousands of ids is more than an engine takes: a few hundred at a time.
  const bodies = [];
  for (let at = 0; at < rows.length; at += 500) bodies.push(...(await listEventInstitutions(tx, rows.slice(at, at + 500).map(({ id }) => id))));
  const named = Map.groupBy(bodies.filter(({ role }) => role === "organiser"), ({ eventId }) => eventId);
  return foundByWords(rows, q, ({ id, title, organiser, demands }) => [title, organiser, demands, ...(named.get(id) ?? []).map(({ name, nameKk, nameRu, nameEn }) => [name, nameKk, nameRu, nameEn].join(" "))]);
}
