import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { caseIdsOfEvent } from "@/db/queries/case-events";
import { findEvent, insertEvent, listParticipants, listPeopleOfEvent, participantIdsOf, putEventInstitutions, putEventSources, putParticipants, putSites, type EventRow } from "@/db/queries/events";
import { searchPeople } from "@/db/queries/people";
import { events } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, seenVersion } from "@/lib/model/errors";
import type { EventValues } from "@/lib/model/event";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { deriveLeadingEvent } from "./case-events";
import { refreshCaseText } from "./case-texts";
import { followRecorded } from "./claim-edits";
import { realNow } from "./clock";
import { checkedEvent, partsOf, toldFields } from "./event-parts";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log } from "./write";

const MOST_OFFERED = 20;

export const recordEvent = (actor: Actor, input: EventValues, meta: FormMeta = {}): Promise<{ eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const teamId = actor.teamIds[0] ?? null;
      allow(actor, "event.write", { teamId });
      if (teamId === null) throw new AppError("forbidden");
      const eventId = await recordEventIn(tx, log, actor, teamId, input);
      await followRecorded(tx, log, actor, meta.claim);
      return { eventId };
    },
    meta.submission,
  );

/** Records an event for a team of the actor's, as part of the caller's transaction; its id. */
export async function recordEventIn(tx: Tx, log: Log, actor: Actor, teamId: string, input: EventValues): Promise<string> {
  const id = randomUUID();
  const { row, sites, bodies, personIds, sourceIds } = await checkedEvent(tx, log, actor, teamId, input);
  const at = realNow();
  await insertEvent(tx, { id, teamId, ...row, createdAt: at, updatedAt: at });
  await putSites(tx, id, sites.map((site) => ({ eventId: id, ...site })));
  await putEventInstitutions(tx, id, bodies);
  await putParticipants(tx, id, personIds);
  await putEventSources(tx, id, sourceIds);
  const { told } = await partsOf(tx, actor, await requireEvent(tx, actor, id));
  await log("event.recorded", { subject: ["event", id], version: [null, 1], changes: changesOf(undefined, { ...row, ...told }, toldFields) });
  return id;
}

/** Corrects an event; the cases linked to it keep the link, note the change and are found by the new title. */
export const updateEvent = (actor: Actor, { eventId, ...input }: EventValues & { eventId: string }, meta: FormMeta): Promise<{ eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireEvent(tx, actor, eventId);
      const shown = await partsOf(tx, actor, before);
      const { row, sites, bodies, personIds, sourceIds } = await checkedEvent(tx, log, actor, before.teamId, input, { ...before, sites: shown.sites });
      const saved = { version: before.version, values: { ...shown.values, participantIds: shown.participantIds.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(events)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(events.id, eventId), eq(events.version, version)))
        .returning({ id: events.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putSites(tx, eventId, sites.map((site) => ({ eventId, ...site })));
      await putEventInstitutions(tx, eventId, bodies);
      await putEventSources(tx, eventId, sourceIds);
      // People of a team that the actor is not in stay participants whatever the form, which cannot show them, sends.
      const hidden = (await participantIdsOf(tx, eventId)).filter((id) => !shown.participantIds.includes(id));
      await putParticipants(tx, eventId, [...personIds, ...hidden]);
      const { told } = await partsOf(tx, actor, before);
      const entry = { subject: ["event", eventId] as const, version: [version, version + 1] as const, changes: changesOf({ ...before, ...shown.told }, { ...row, ...told }, toldFields) };
      await log("event.updated", entry);
      for (const caseId of await caseIdsOfEvent(tx, eventId)) {
        await log("event.updated", { ...entry, caseId });
        await deriveLeadingEvent(tx, caseId);
        await refreshCaseText(tx, caseId);
      }
      return { eventId };
    },
    meta.submission,
  );

/** Loads an event for its team or throws `not_found`; checks that the actor may write it. */
export async function requireEvent(tx: Reader, actor: Actor, id: string): Promise<EventRow> {
  const row = await findEvent(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "event.write", row);
  return row;
}

export async function getEditableEvent(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireEvent(read, actor, id);
  const { values, participantIds, sources } = await partsOf(read, actor, row);
  return { id, version: row.version, title: row.title, values, participantIds, sources };
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
