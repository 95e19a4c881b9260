import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import {
  caseIdsOfEvent,
  countCasesOfEvents,
  countEvents,
  findEvent,
  insertEvent,
  listEvents,
  listParticipants,
  listPeopleOfEvent,
  listSites,
  participantIdsOf,
  putParticipants,
  putSites,
  type EventRow,
} from "@/db/queries/events";
import { listPlaces, type PlaceRow } from "@/db/queries/organisation";
import { findPeople, searchPeople } from "@/db/queries/people";
import { events } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { EventValues } from "@/lib/model/event";
import { can, type Actor } from "@/lib/model/permissions";
import { boundsOf } from "@/lib/model/uncertain-date";
import { foldName } from "@/lib/names/fold";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { refuseBadDate } from "./case-access";
import { getCaseList } from "./case-list";
import { refreshCaseText } from "./case-texts";
import { followRecorded } from "./claim-edits";
import { getEventClaims } from "./claims";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { changesOf, write } from "./write";

export const EVENTS_PAGE = 50;
const MOST_OFFERED = 20;

const own = ["kind", "title", "start", "end", "organiser", "demands", "note"] as const;
const told = [...own, "places", "spot", "participants"] as const;

export const recordEvent = (actor: Actor, input: EventValues, meta: FormMeta = {}): Promise<{ eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const teamId = actor.teamIds[0] ?? null;
      allow(actor, "event.write", { teamId });
      if (teamId === null) throw new AppError("forbidden");
      const id = randomUUID();
      const { row, sites, names, personIds } = await checked(tx, actor, teamId, input);
      const at = realNow();
      await insertEvent(tx, { id, teamId, ...row, createdAt: at, updatedAt: at });
      await putSites(tx, id, sites.map((site) => ({ id: randomUUID(), eventId: id, ...site })));
      await putParticipants(tx, id, personIds);
      await log("event.recorded", { subject: ["event", id], version: [null, 1], changes: changesOf(undefined, { ...row, ...names }, told) });
      await followRecorded(tx, log, actor, meta.claim);
      return { eventId: id };
    },
    meta.submission,
  );

/** Corrects an event; the cases linked to it keep the link, note the change and are found by the new title. */
export const updateEvent = (actor: Actor, { eventId, ...input }: EventValues & { eventId: string }, meta: FormMeta): Promise<{ eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireEvent(tx, actor, eventId);
      const shown = await editable(tx, actor, before);
      const { row, sites, names, personIds } = await checked(tx, actor, before.teamId, input, shown);
      const saved = { version: before.version, values: { ...shown.values, placeIds: shown.placeIds.join("; "), participantIds: shown.participantIds.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(events)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(events.id, eventId), eq(events.version, version)))
        .returning({ id: events.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putSites(tx, eventId, sites.map((site) => ({ id: randomUUID(), eventId, ...site })));
      // People of a team that the actor is not in stay participants whatever the form, which cannot show them, sends.
      const hidden = (await participantIdsOf(tx, eventId)).filter((id) => !shown.participantIds.includes(id));
      await putParticipants(tx, eventId, [...personIds, ...hidden]);
      const entry = { subject: ["event", eventId] as const, version: [version, version + 1] as const, changes: changesOf({ ...before, ...shown.names }, { ...row, ...names }, told) };
      await log("event.updated", entry);
      for (const caseId of await caseIdsOfEvent(tx, eventId)) {
        await log("event.updated", { ...entry, caseId });
        await refreshCaseText(tx, caseId);
      }
      return { eventId };
    },
    meta.submission,
  );

type Shown = { placeIds: readonly string[]; spotPlaceId: string | undefined; participantIds: readonly string[] };

/** An event's row, its sites and its participants, or the reason why not. A spot stays with the place it was first told of. */
async function checked(tx: Tx, actor: Actor, teamId: string, { placeIds, spot, participantIds, ...input }: EventValues, shown?: Shown) {
  const known = new Map((await listPlaces(tx)).map((place) => [place.id, place]));
  const chosen = placeIds.flatMap((id) => known.get(id) ?? []);
  const main: PlaceRow | undefined = chosen.find((place) => place.id === shown?.spotPlaceId) ?? chosen[0];
  if (!main || chosen.length !== placeIds.length) throw refuse("placeIds", "unknown_option");
  refuseBadDate("start", input.start, main.zone);
  refuseBadDate("end", input.end, main.zone);
  const startEarliest = input.start === null ? null : boundsOf(input.start, main.zone).earliest;
  const endLatest = input.end === null ? null : boundsOf(input.end, main.zone).latest;
  if (startEarliest !== null && endLatest !== null && endLatest <= startEarliest) throw refuse("end", "end_before_start");
  const participants = await findPeople(tx, actor, participantIds);
  if (participants.length !== participantIds.length || participants.some((person) => person.teamId !== teamId)) throw refuse("participantIds", "unknown_option");
  return {
    row: { ...input, zone: main.zone, startEarliest },
    sites: chosen.map((place) => ({ placeId: place.id, spot: place.id === main.id ? spot : "" })),
    names: { places: chosen.map((place) => place.nameEn).sort(), spot, participants: participants.map((person) => person.displayName) },
    personIds: participantIds,
  };
}

async function requireEvent(tx: Reader, actor: Actor, id: string): Promise<EventRow> {
  const row = await findEvent(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.write", row);
  return row;
}

/** An event as the edit form shows it. */
async function editable(tx: Reader, actor: Actor, row: EventRow) {
  const sites = await listSites(tx, [row.id]);
  const participants = await listParticipants(tx, actor, row.id);
  const spot = sites[0]?.spot ?? "";
  return {
    values: { ...Object.fromEntries(own.map((name) => [name, row[name] ?? ""])), spot } as Record<string, string>,
    placeIds: sites.map((site) => site.placeId),
    spotPlaceId: sites[0]?.placeId,
    participantIds: participants.map((person) => person.id),
    names: { places: sites.map((site) => site.nameEn).sort(), spot, participants: participants.map((person) => person.displayName) },
  };
}

export async function getEditableEvent(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireEvent(read, actor, id);
  const { values, placeIds, participantIds } = await editable(read, actor, row);
  return { id, version: row.version, title: row.title, values, placeIds, participantIds };
}

/** People to tick as participants: those who are, those whose cases are linked, and those found by a name, else the newest. */
export async function getParticipantChoices(actor: Actor, eventId: string | undefined, q: string | undefined) {
  allow(actor, "event.write");
  const { read } = await store();
  const folded = foldName((q ?? "").slice(0, 200));
  const participants = eventId ? await listParticipants(read, actor, eventId) : [];
  const linked = eventId ? await listPeopleOfEvent(read, actor, eventId) : [];
  const offered = [...linked, ...(await searchPeople(read, actor, folded, MOST_OFFERED))].filter((person) => person.displayName !== "");
  return [...new Map([...participants, ...offered].map(({ id, displayName }) => [id, { id, displayName }])).values()];
}

/** One page of events, those that began last first, or of those found by words of title, organiser and demands. */
export async function getEventList(actor: Actor, page = 1, q?: string) {
  allow(actor, "event.read");
  const { read } = await store();
  const found = q ? foundByWords(await listEvents(read, actor, MOST_SEARCHED, 0), q, ({ title, organiser, demands }) => [title, organiser, demands]) : undefined;
  const { rows, total } = found
    ? pageOf(found, page, EVENTS_PAGE)
    : { rows: await listEvents(read, actor, EVENTS_PAGE, (page - 1) * EVENTS_PAGE), total: await countEvents(read, actor) };
  const ids = rows.map((row) => row.id);
  const [sites, counts] = [await listSites(read, ids), await countCasesOfEvents(read, actor, ids)];
  const items = rows.map((row) => ({ ...row, sites: sites.filter((site) => site.eventId === row.id), caseCount: counts.get(row.id) ?? 0 }));
  return { items, total, page };
}

export async function getEventPage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findEvent(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.read", row);
  const list = await getCaseList(actor, { view: "all", eventId: id });
  return {
    event: row,
    sites: await listSites(read, [id]),
    participants: await listParticipants(read, actor, id),
    claims: await getEventClaims(actor, id),
    cases: list.items,
    caseCount: list.total,
    moreCases: list.more || list.pages > 1,
    now: list.now,
    zone: (await findHome())?.place.zone ?? "UTC",
    mayWrite: can(actor, "event.write", row),
  };
}
