import "server-only";
import { AppError, type ErrorCode } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { SeedFixture } from "@/lib/model/seed-fixture";
import { recordAdjustment } from "./adjustments";
import { recordAllegation } from "./allegations";
import { editableCase, recordCase, updateCase } from "./cases";
import { recordCitation } from "./citations";
import { recordCount } from "./counts";
import { recordEvent } from "./events";
import { recordMoment } from "./moments";
import { recordOrder } from "./orders";
import { getPlaces } from "./organisation";
import { recordPerson } from "./people";
import { recordSource } from "./sources";
import { recordStatedRelease } from "./stated-releases";
import { listSites } from "@/db/queries/events";
import { store } from "@/db/store";
import { requireCase } from "./case-access";
import type { CaseEdit } from "@/lib/model/case";
import type { CaseEventValue } from "@/lib/model/case-event";

/** How many of each kind were recorded, and the ids of the cases by the key that the fixture gave them. */
export type Seeded = { sources: number; people: number; events: number; cases: number; orders: number; allegations: number; counts: number; citations: number; caseIds: Record<string, string[]> };

type Ids = { sources: Map<string, string>; people: Map<string, string>; events: Map<string, string>; counts: Map<string, string>; places: Map<string, string>; cases: Map<string, string[]> };
type ActorOf = (login: string | null) => Actor;

/** Records everything in a fixture through the same services as the forms, each record by its recorder. Throws `SeedProblem` at the first refusal. */
export async function recordFixture(fixture: SeedFixture, actorOf: ActorOf): Promise<Seeded> {
  const places = new Map((await getPlaces()).map(({ code, id }) => [code, id]));
  const ids: Ids = { sources: new Map(), people: new Map(), events: new Map(), counts: new Map(), places, cases: new Map() };
  await each("sources", fixture.sources, async ({ key, by, ...input }) => void ids.sources.set(key, (await recordSource(actorOf(by), input)).sourceId));
  await each("people", fixture.people, async ({ key, by, ...input }) => void ids.people.set(key, (await recordPerson(actorOf(by), input)).personId));
  await each("events", fixture.events, async ({ key, by, places: codes, spot, sites, organisers, takers, stations, participants, sources, ...input }) => {
    const plain = codes.map((place, at) => ({ place, spot: at === 0 ? spot : "" }));
    const values = {
      ...input,
      organisers,
      sites: [...plain, ...sites].map(({ place, spot: where }) => ({ placeId: placeOf(ids, place), spot: where })),
      takers: takers.map((name) => ({ name })),
      stations: stations.map((name) => ({ name })),
      participantIds: participants.map((name) => ids.people.get(name) ?? ""),
      sources: sources.map((name) => ({ sourceId: sourceOf(ids, name) ?? "" })),
    };
    ids.events.set(key, (await recordEvent(actorOf(by), values)).eventId);
  });
  await each("cases", fixture.cases, (row) => recordCases(row, ids, actorOf(row.by)));
  await each("orders", fixture.orders, ({ by, cases, ownTerms, ...input }) => {
    const own = ownTerms.flatMap(({ case: key, term }) => casesOf(ids, [key]).map((caseId) => ({ caseId, term })));
    return recordOrder(actorOf(by), { ...input, relatesToId: null, caseIds: casesOf(ids, cases), ownTerms: own });
  });
  await each("adjustments", fixture.adjustments, ({ by, cases, ...input }) => recordAdjustment(actorOf(by), { ...input, caseIds: casesOf(ids, cases) }));
  await each("allegations", fixture.allegations, ({ by, cases, source, ...input }) => recordAllegation(actorOf(by), { ...input, caseIds: casesOf(ids, cases), sourceId: sourceOf(ids, source) }));
  await each("counts", fixture.counts, async ({ key, by, event, places: codes, comparedTo, source, figure, figureTo, ...input }) => {
    const values = { ...input, figure, figureTo, eventId: ids.events.get(event) ?? "", placeIds: codes.map((code) => placeOf(ids, code)), comparedToId: comparedTo === null ? null : (ids.counts.get(comparedTo) ?? null), sourceId: sourceOf(ids, source) };
    const { countId } = await recordCount(actorOf(by), values);
    if (key !== null) ids.counts.set(key, countId);
  });
  await each("citations", fixture.citations, ({ by, cases, source, ...input }) => recordCitation(actorOf(by), { ...input, caseIds: casesOf(ids, cases), sourceId: sourceOf(ids, source) ?? "" }));
  return {
    sources: ids.sources.size,
    people: ids.people.size,
    events: ids.events.size,
    cases: [...ids.cases.values()].flat().length,
    orders: fixture.orders.length,
    allegations: fixture.allegations.length,
    counts: fixture.counts.length,
    citations: fixture.citations.length,
    caseIds: Object.fromEntries(ids.cases),
  };
}

/** A record of the fixture that a service refused: where in the file, and why. What came before it is recorded. */
export class SeedProblem extends Error {
  readonly code: ErrorCode;
  constructor(path: string, error: AppError) {
    const fields = Object.entries(error.detail.problems ?? {}).map(([name, { code }]) => `${path}.${name}: ${code}`);
    super(fields.join("\n") || `${path}: ${error.code}`);
    this.name = "SeedProblem";
    this.code = error.code;
  }
}

async function each<T>(name: string, rows: readonly T[], record: (row: T) => Promise<unknown>): Promise<void> {
  for (const [at, row] of rows.entries()) {
    try {
      await record(row);
    } catch (error) {
      throw error instanceof AppError ? new SeedProblem(`${name}[${at}]`, error) : error;
    }
  }
}

type SeedCase = SeedFixture["cases"][number];

async function recordCases({ key, person, name, count, place, event, eventLink, events, moments, stated, seized, agency, heldAt, detentionKind, sex, ...later }: SeedCase, ids: Ids, actor: Actor): Promise<void> {
  const who = person !== null ? "known" : count !== null ? "unnamed" : "named";
  const personId = person === null ? null : (ids.people.get(person) ?? null);
  const { caseIds } = await recordCase(actor, { who, name, personId, count: String(count ?? ""), sex, seized, placeId: placeOf(ids, place), agency, heldAt, detentionKind });
  ids.cases.set(key, caseIds);
  const links = await Promise.all([...(event === null ? [] : [{ event, link: eventLink, place: "" }]), ...events].map((each) => linkOf(ids, each)));
  for (const caseId of caseIds) await completeCase(actor, caseId, { events: links, lawyer: later.lawyer, note: later.note, priority: later.priority });
  for (const moment of moments) await recordMoment(actor, { ...moment, caseIds });
  for (const { source, ...said } of stated) await recordStatedRelease(actor, { ...said, caseIds, sourceId: sourceOf(ids, source) });
}

async function linkOf(ids: Ids, { event, link, place }: SeedCase["events"][number]): Promise<CaseEventValue> {
  const eventId = ids.events.get(event) ?? "";
  const site = place === "" ? undefined : (await listSites((await store()).read, [eventId])).find(({ placeId }) => placeId === placeOf(ids, place));
  if (place !== "" && !site) throw new AppError("invalid", { problems: { events: { code: `the event ${event} has no site in ${place}` } } });
  return { event: { eventId, siteId: site?.id ?? null }, link };
}

async function completeCase(actor: Actor, caseId: string, given: Pick<CaseEdit, "events" | "lawyer" | "note" | "priority">): Promise<void> {
  if (given.events.length === 0 && given.lawyer === "" && given.note === "" && given.priority === "normal") return;
  const { read } = await store();
  const row = await requireCase(read, actor, "case.write", caseId);
  const shown = (await editableCase(read, row)) as unknown as CaseEdit;
  await updateCase(actor, { ...shown, ownerId: row.ownerId, ...given, caseId }, { version: row.version });
}

function placeOf(ids: Ids, code: string): string {
  const id = ids.places.get(code);
  if (id === undefined) throw new AppError("invalid", { problems: { place: { code: `no place has the code ${code}` } } });
  return id;
}

const sourceOf = (ids: Ids, key: string | null): string | null => (key === null ? null : (ids.sources.get(key) ?? null));

function casesOf(ids: Ids, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const [name = "", slot] = key.split("/");
    const all = ids.cases.get(name) ?? [];
    return slot === undefined ? all : all.slice(Number(slot) - 1, Number(slot));
  });
}
