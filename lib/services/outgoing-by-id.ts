import "server-only";
import { allegationsById, eventsById, peopleById } from "@/db/queries/api-lists";
import { outCasesById } from "@/db/queries/outgoing";
import { listNames } from "@/db/queries/people";
import { store, type Reader } from "@/db/store";
import { disclosePerson } from "@/lib/disclosure/disclose-person";
import type { Destination } from "@/lib/model/destination";
import type { OutAllegation, OutCase, OutEvent, OutPerson } from "@/lib/model/outgoing";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { now } from "./clock";
import { discloserOf, type Discloser } from "./disclosure";
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
  return outCasesOfIds((await store()).read, actor, await discloserOf(actor, destination), ids);
}

/** The same within a read that has its discloser already; whoever asks has asked `allow`. */
export async function outCasesOfIds(tx: Reader, actor: Actor, discloser: Discloser, ids: readonly string[]): Promise<OutCase[]> {
  const known = new Map((await outCasesById(tx, actor, ids)).map((each) => [each.row.id, each]));
  return disclosedCases(tx, actor, discloser, ids.flatMap((id) => known.get(id) ?? []), now());
}

/** These people, as far as they are in scope, as the destination may know them. */
export async function listOutPeople(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutPerson[]> {
  allow(actor, "person.read");
  return outPeopleOfIds((await store()).read, actor, await discloserOf(actor, destination), ids);
}

export async function outPeopleOfIds(tx: Reader, actor: Actor, discloser: Discloser, ids: readonly string[]): Promise<OutPerson[]> {
  const rows = inOrder(await peopleById(tx, actor, ids), ids);
  const names = Map.groupBy(await listNames(tx, rows.map(({ id }) => id)), ({ personId }) => personId);
  const rules = await discloser.rules(tx);
  return rows.map((person) => disclosePerson(outPersonOf(actor, person, names.get(person.id) ?? []), rules));
}

/** The same for allegations that stand. */
export async function listOutAllegations(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutAllegation[]> {
  allow(actor, "case.read");
  return outAllegationsOfIds((await store()).read, actor, await discloserOf(actor, destination), ids);
}

export const outAllegationsOfIds = async (tx: Reader, actor: Actor, discloser: Discloser, ids: readonly string[]): Promise<OutAllegation[]> =>
  outAllegationsOf(tx, actor, discloser, inOrder(await allegationsById(tx, actor, ids), ids));

/** The same for events. */
export async function listOutEvents(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutEvent[]> {
  allow(actor, "event.read");
  return outEventsOfIds((await store()).read, actor, await discloserOf(actor, destination), ids);
}

export const outEventsOfIds = async (tx: Reader, actor: Actor, discloser: Discloser, ids: readonly string[]): Promise<OutEvent[]> =>
  outEventsOf(tx, discloser, inOrder(await eventsById(tx, actor, ids), ids));
