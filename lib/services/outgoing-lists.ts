import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { listNames, searchPeople } from "@/db/queries/people";
import { store } from "@/db/store";
import { disclosePerson } from "@/lib/disclosure/disclose-person";
import type { AllegationQuery } from "@/lib/model/allegation-query";
import type { Destination } from "@/lib/model/destination";
import type { EventQuery } from "@/lib/model/event-query";
import type { OutAllegation, OutEvent, OutPerson } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allegationRows } from "./allegation-list";
import { allow } from "./allow";
import { discloserOf } from "./disclosure";
import { eventRows } from "./event-list";
import { outPersonOf } from "./outgoing";
import { outAllegationsOf, outEventsOf } from "./outgoing-parts";

const BATCH = 250;

/** The people whom a search finds, in its order, as the destination may know them. */
export async function* streamListedPeople(actor: Actor, q: string, destination: Destination): AsyncGenerator<OutPerson[], void> {
  allow(actor, "person.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  const folded = foldName(q.slice(0, 200));
  for (let at = 0; ; at += BATCH) {
    const rows = await searchPeople(read, actor, folded, BATCH, at);
    const names = Map.groupBy(await listNames(read, rows.map(({ id }) => id)), ({ personId }) => personId);
    const rules = await discloser.rules(read);
    if (rows.length) yield rows.map((person) => disclosePerson(outPersonOf(actor, person, names.get(person.id) ?? []), rules));
    if (rows.length < BATCH) return;
    await nextTurn();
  }
}

/** The allegations of a list as the destination may know them. */
export async function* streamListedAllegations(actor: Actor, query: AllegationQuery, destination: Destination): AsyncGenerator<OutAllegation[], void> {
  allow(actor, "case.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  for await (const rows of allegationRows(read, actor, query, BATCH)) {
    const told = await outAllegationsOf(read, actor, discloser, rows);
    if (told.length) yield told;
    await nextTurn();
  }
}

/** The events of a list as the destination may know them. */
export async function* streamListedEvents(actor: Actor, query: EventQuery, destination: Destination): AsyncGenerator<OutEvent[], void> {
  allow(actor, "event.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  for await (const rows of eventRows(read, actor, query, BATCH)) {
    yield await outEventsOf(read, discloser, rows);
    await nextTurn();
  }
}
