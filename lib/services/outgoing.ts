import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { caseMatch, referencesAfter } from "@/db/queries/cases";
import { NEVER } from "@/db/schema/case";
import { listNames } from "@/db/queries/people";
import { countedEventsAfter, outAllegationsAfter, outCasesById, outCasesByReference, outEventsAfter, outPeopleAfter, type OutCaseRow } from "@/db/queries/outgoing";
import { store, type Reader } from "@/db/store";
import { discloseCase } from "@/lib/disclosure/disclose-case";
import { disclosePerson } from "@/lib/disclosure/disclose-person";
import type { CaseQuery } from "@/lib/model/case-query";
import { custodyStatus } from "@/lib/model/custody-state";
import type { Destination } from "@/lib/model/destination";
import type { OutAllegation, OutCase, OutCount, OutEvent, OutPerson } from "@/lib/model/outgoing";
import { can, type Actor } from "@/lib/model/permissions";
import type { CustodyState } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { endOfToday, filterOf } from "./case-list";
import { now } from "./clock";
import { discloserOf, type Discloser } from "./disclosure";
import { outAllegationsOf, outCountsOf, outEventsOf } from "./outgoing-parts";

const BATCH = 250;

/** Days in custody that a report is about; instants, the end excluded. */
export type HeldWithin = { from: number | null; before: number | null };

/** Every case of a list as the destination may know it, batch by batch in the list's order. Between batches everybody else has their turn. */
export async function* streamOutCases(actor: Actor, query: CaseQuery, destination: Destination, held: HeldWithin = { from: null, before: null }): AsyncGenerator<OutCase[], void> {
  allow(actor, "case.read");
  const opened = await store();
  const discloser = await discloserOf(actor, destination);
  const at = now();
  const filter = { ...filterOf(query, at, await endOfToday(at)), ...(held.from === null ? {} : { heldFrom: held.from }), ...(held.before === null ? {} : { heldBefore: held.before }) };
  const match = caseMatch(actor, filter, opened.dialect);
  for (const outstanding of [true, false]) {
    let after: { dueSort: number; reference: string } | undefined;
    do {
      const rows = await outCasesByReference(opened.read, actor, await referencesAfter(opened.read, match, after, outstanding, BATCH));
      if (rows.length) yield await disclosedCases(opened.read, actor, discloser, rows, at);
      await nextTurn();
      after = rows.length === BATCH ? rows.at(-1)?.row : undefined;
    } while (after);
  }
}

/** These cases, as far as they are in scope, as the destination may know them; in the order of their references. */
export async function listOutCases(actor: Actor, ids: readonly string[], destination: Destination): Promise<OutCase[]> {
  allow(actor, "case.read");
  const { read } = await store();
  return disclosedCases(read, actor, await discloserOf(actor, destination), await outCasesById(read, actor, ids), now());
}

/** Rows as the destination may know them: part of every read of cases. */
export async function disclosedCases(tx: Reader, actor: Actor, discloser: Discloser, rows: readonly OutCaseRow[], at: number): Promise<OutCase[]> {
  const names = Map.groupBy(await listNames(tx, [...new Set(rows.map(({ person }) => person.id))]), ({ personId }) => personId);
  const rules = await discloser.rules(tx);
  return rows.map((each) => discloseCase(outCaseOf(actor, each, names.get(each.person.id) ?? [], at), rules));
}

type Names = readonly { text: string; kind: string }[];

export function outCaseOf(actor: Actor, { row, person, place, heldAt, agency, court, event, ownerName }: OutCaseRow, names: Names, at: number): OutCase {
  const { id, version, reference, slot, slotCount, detentionKind, priority, outstanding, zone, custodyFrom, custodyTo, releaseKind, expectedFrom, expectedTo } = row;
  return {
    id, version, reference, slot, slotCount, detentionKind, priority, outstanding, zone, custodyFrom, custodyTo, releaseKind, expectedFrom, expectedTo,
    person: outPersonOf(actor, person, names),
    status: custodyStatus({ ...row, state: row.state as CustodyState }, at),
    place, heldAt, agency, court, event,
    taken: row.seizedText,
    released: row.releasedText,
    term: row.termText,
    expectedBasis: row.expectedBasis,
    expectedKind: row.expectedKind,
    countingConfirmed: row.countingConfirmed,
    statedDiffers: row.statedDiffers,
    overdueFrom: row.dueSort === NEVER ? null : row.dueSort,
    verdict: row.verdict,
    overKind: row.overKind,
    overMinutes: row.overMinutes,
    overMinutesMost: row.overMinutesMost,
    ownerName: ownerName ?? "",
    lawyer: row.lawyer,
    note: row.note,
  };
}

/** A person as the house knows them; whoever asks has found them in scope and discloses them. */
export function outPersonOf(actor: Actor, person: OutCaseRow["person"], names: Names): OutPerson {
  const { id, version, identification, displayName, sex, birthDate, nationality, occupation, affiliation, residence } = person;
  const near = can(actor, "person.write", person) ? { healthRisk: person.healthRisk, familyContact: person.familyContact } : { healthRisk: "", familyContact: "" };
  return { id, version, named: displayName !== "", identification, displayName, names: names.map(({ text, kind }) => ({ text, kind })), sex, birthDate, nationality, occupation, affiliation, residence, ...near };
}

/** Everybody in scope as the destination may know them. */
export async function* streamOutPeople(actor: Actor, destination: Destination): AsyncGenerator<OutPerson[], void> {
  allow(actor, "person.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  yield* batches((after) => outPeopleAfter(read, actor, after, BATCH), async (rows) => {
    const names = Map.groupBy(await listNames(read, rows.map(({ id }) => id)), ({ personId }) => personId);
    const rules = await discloser.rules(read);
    return rows.map((person) => disclosePerson(outPersonOf(actor, person, names.get(person.id) ?? []), rules));
  });
}

/** Every allegation in scope that stands, each with who alleges it. */
export async function* streamOutAllegations(actor: Actor, destination: Destination): AsyncGenerator<OutAllegation[], void> {
  allow(actor, "case.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  yield* batches((after) => outAllegationsAfter(read, actor, after, BATCH), (rows) => outAllegationsOf(read, actor, discloser, rows));
}

export async function* streamOutEvents(actor: Actor, destination: Destination): AsyncGenerator<OutEvent[], void> {
  allow(actor, "event.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  yield* batches((after) => outEventsAfter(read, actor, after, BATCH), (rows) => outEventsOf(read, discloser, rows));
}

/** The ledgers of all events, or of one, line by line: never merged, each with who counted. */
export async function* streamOutCounts(actor: Actor, destination: Destination, eventId?: string): AsyncGenerator<OutCount[], void> {
  allow(actor, "event.read");
  const { read } = await store();
  const discloser = await discloserOf(actor, destination);
  if (eventId !== undefined) {
    const lines = await outCountsOf(read, actor, discloser, [eventId]);
    if (lines.length) yield lines;
    return;
  }
  yield* batches(async (after) => (await countedEventsAfter(read, actor, after, BATCH)).map((id) => ({ id })), (rows) => outCountsOf(read, actor, discloser, rows.map(({ id }) => id)));
}

async function* batches<Row extends { id: string }, Out>(next: (after: string) => Promise<Row[]>, told: (rows: Row[]) => Promise<Out[]>): AsyncGenerator<Out[], void> {
  let after: string | undefined = "";
  while (after !== undefined) {
    const rows: Row[] = await next(after);
    if (rows.length) yield await told(rows);
    await nextTurn();
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
  }
}
