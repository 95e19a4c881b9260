import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { listCaseKeys, listIdsAfter, type Mark } from "@/db/queries/api-lists";
import { caseMatch } from "@/db/queries/cases";
import { countedEventsAfter } from "@/db/queries/outgoing";
import { listOverAfter, type OverRow } from "@/db/queries/over-detention";
import { searchPeople } from "@/db/queries/people";
import { store, type Reader, type Store } from "@/db/store";
import type { OutKind } from "@/lib/exchange/out-schema";
import { readAllegationQuery } from "@/lib/model/allegation-query";
import { readCaseQuery } from "@/lib/model/case-query";
import type { Destination } from "@/lib/model/destination";
import { readEventQuery } from "@/lib/model/event-query";
import { eventOfCounts } from "@/lib/model/export";
import { readOverQuery } from "@/lib/model/over-detention";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allegationRows } from "./allegation-list";
import { allow } from "./allow";
import { endOfToday, filterOf } from "./case-list";
import { now } from "./clock";
import { discloserOf, type Discloser } from "./disclosure";
import { eventRows } from "./event-list";
import { outAllegationsOfIds, outCasesOfIds, outEventsOfIds, outPeopleOfIds } from "./outgoing-by-id";
import { outCountsOf } from "./outgoing-parts";
import { outOverOf } from "./outgoing-over";
import { overMatchOf } from "./over-detention";

const BATCH = 250;
/** Ids alone are read this many at once. */
const KEYS = 2000;
const pseudonymKinds = { cases: "case", over_detention: "case", people: "person", allegations: "record", events: "record", counts: "record" } as const satisfies Record<OutKind, string>;

/**
 * The records of a filter as somebody outside the house may know them, in the order of their pseudonyms for that receiver: the order of a list
 * would say who is due before whom, and the order of the house's ids how two receivers' lists belong together. Ids and pseudonyms are held in
 * memory, records only as many as a batch.
 */
export async function* streamOutsideOrder(actor: Actor, what: OutKind, filter: string, destination: Destination): AsyncGenerator<object[], void> {
  allow(actor, what === "people" ? "person.read" : what === "events" || what === "counts" ? "event.read" : "case.read");
  const opened = await store();
  const discloser = await discloserOf(actor, destination);
  const { pseudonym } = await discloser.rules();
  const over = what === "over_detention" ? await overRows(opened, actor, filter) : undefined;
  const ids = over ? [[...over.rows.keys()]] : idsOf(opened, actor, what, filter);
  const order = await inOrderOf(ids, (id) => pseudonym(pseudonymKinds[what], id));
  for (const some of chunked(order, BATCH)) {
    const told = over ? await outOverOf(opened.read, actor, discloser, some.flatMap((id) => over.rows.get(id) ?? []), over.at) : await byIds[what](opened.read, actor, discloser, some);
    if (told.length) yield told;
    await nextTurn();
  }
}

type ByIds = (tx: Reader, actor: Actor, discloser: Discloser, ids: readonly string[]) => Promise<object[]>;

/** Counts are found by the ids of their events, and stand event by event. */
const byIds: Record<OutKind, ByIds> = {
  cases: outCasesOfIds,
  over_detention: outCasesOfIds,
  people: outPeopleOfIds,
  allegations: outAllegationsOfIds,
  events: outEventsOfIds,
  counts: async (tx, actor, discloser, ids) => (await outCountsOf(tx, actor, discloser, ids)).sort((a, b) => compare(a.eventId, b.eventId) || compare(a.id, b.id)),
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* chunked<T>(all: readonly T[], size: number): Generator<T[], void> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Ids by the bytes of their pseudonyms; between two handfuls everybody else has their turn. */
async function inOrderOf(batches: Iterable<string[]> | AsyncIterable<string[]>, pseudonym: (id: string) => string): Promise<string[]> {
  const keyed: [pseudonym: string, id: string][] = [];
  for await (const ids of batches) {
    for (const id of ids) keyed.push([pseudonym(id), id]);
    await nextTurn();
  }
  return keyed.sort(([a], [b]) => compare(a, b)).map(([, id]) => id);
}

/** The ids of a filter in the handiest order. */
async function* idsOf({ read, dialect }: Store, actor: Actor, what: OutKind, filter: string): AsyncGenerator<string[], void> {
  const query = Object.fromEntries(new URLSearchParams(filter));
  if (what === "cases" || what === "over_detention") {
    const at = now();
    const match = caseMatch(actor, filterOf(readCaseQuery(query), at, await endOfToday(at)), dialect);
    for (let after: Mark | undefined, more = true; more; ) {
      const keys = await listCaseKeys(read, match, after, undefined, KEYS);
      yield keys.map(({ id }) => id);
      after = keys.at(-1);
      more = keys.length === KEYS;
    }
  } else if (what === "counts") {
    const only = eventOfCounts(filter);
    yield* only === undefined ? after((id) => countedEventsAfter(read, actor, id, KEYS)) : [[only]];
  } else if (filter === "") yield* after((id) => listIdsAfter(read, actor, what, id, KEYS));
  else if (what === "people") {
    const folded = foldName((readCaseQuery(query).q ?? "").slice(0, 200));
    for (let at = 0, found = KEYS; found === KEYS; at += KEYS) {
      const rows = await searchPeople(read, actor, folded, KEYS, at);
      yield rows.map(({ id }) => id);
      found = rows.length;
    }
  } else {
    const rows = what === "events" ? eventRows(read, actor, readEventQuery(query), BATCH) : allegationRows(read, actor, readAllegationQuery(query), BATCH);
    for await (const batch of rows) yield batch.map(({ id }) => id);
  }
}

async function* after(next: (id: string) => Promise<string[]>): AsyncGenerator<string[], void> {
  for (let ids = await next(""); ids.length > 0; ids = await next(ids.at(-1) ?? "")) yield ids;
}

async function overRows({ read }: Store, actor: Actor, filter: string): Promise<{ rows: Map<string, OverRow>; at: number }> {
  const { match } = await overMatchOf(actor, readOverQuery(Object.fromEntries(new URLSearchParams(filter))));
  const rows = new Map<string, OverRow>();
  for (let last: OverRow | undefined, more = true; more; ) {
    const found = await listOverAfter(read, match, last, KEYS);
    for (const row of found) rows.set(row.id, row);
    last = found.at(-1);
    more = found.length === KEYS;
  }
  return { rows, at: match.now };
}
