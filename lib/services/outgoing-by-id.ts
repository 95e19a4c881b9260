import "server-only";
import { allegationsById, eventsById, peopleById } from "@/db/queries/api-lists";
import { outCasesById } from "@/db/queries/outgoing";
import { listNames } from "@/db/queries/people";
import { store } from "@/db/store";
import { disclosePerson } from "@/lib/disclosure/disclose-person";
import type { Destination } from "@/lib/model/destination";
import type { OutAllegation, OutCase, OutEvent, OutPerson } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { now } from "./clock";
import { discloserOf } from "./disclosure";
import { disclosedCases, outPersonOf } from "./outgoing";
import { outAllegationsOf, outEventsOf } from "./outgoing-parts";

/** Rows in the order in which they were asked for; what is not in scope is left out. */
const inOrder = <Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] => {
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => known.get(id) ?? []);
};

/** These cases, as far as they are in scope, as the destination may know them; pseudonyms keep the order of the ids behind them. */
export async function listOutCasesInOrder(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutCase[]> {
  allow(actor, "case.read");
  const { read } = await store();
  const known = new Map((await outCasesById(read, actor, ids)).map((each) => [each.row.id, each]));
  return disclosedCases(read, actor, await discloserOf(actor, destination), ids.flatMap((id) => known.get(id) ?? []), now());
}

/** These people, as far as they are in scope, as the destination may know them. */
export async function listOutPeople(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutPerson[]> {
  allow(actor, "person.read");
  const { read } = await store();
  const rules = await (await discloserOf(actor, destination)).rules();
  const rows = inOrder(await peopleById(read, actor, ids), ids);
  const names = Map.groupBy(await listNames(read, rows.map(({ id }) => id)), ({ personId }) => personId);
  return rows.map((person) => disclosePerson(outPersonOf(actor, person, names.get(person.id) ?? []), rules));
}

/** The same for allegations that stand. */
export async function listOutAllegations(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutAllegation[]> {
  allow(actor, "case.read");
  const { read } = await store();
  return outAllegationsOf(read, actor, await discloserOf(actor, destination), inOrder(await allegationsById(read, actor, ids), ids));
}

/** The same for events. */
export async function listOutEvents(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutEvent[]> {
  allow(actor, "event.read");
  const { read } = await store();
  return outEventsOf(read, await discloserOf(actor, destination), inOrder(await eventsById(read, actor, ids), ids));
}
