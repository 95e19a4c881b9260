import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { insertCases, nextReference, type CaseRow } from "@/db/queries/cases";
import { listCaseEvents } from "@/db/queries/case-events";
import { institutionNames } from "@/db/queries/custody";
import { findPerson } from "@/db/queries/people";
import { findPlace, type PlaceRow } from "@/db/queries/organisation";
import { listColleagues } from "@/db/queries/users";
import { cases, people } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { MOST_SLOTS, type CaseEdit, type QuickCase } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { caseAssignedFact } from "@/lib/model/notice-facts";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { refuseBadDate, requireCase } from "./case-access";
import { checkedCaseEvents, editableLinks, linkTexts, replaceCaseEvents } from "./case-events";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { recordMomentRow } from "./moment-rows";
import { newPeople } from "./new-people";
import { noteGiven } from "./notice-now";
import { todayIn } from "./organisation";
import { changesOf, write, type Log } from "./write";

const edited = ["detentionKind", "priority", "placeId", "agency", "heldAt", "ownerId", "lawyer", "note"] as const;

/**
 * Records a detention from the quick form: one person, or as many unidentified people as were counted, each with a slot and a case of
 * their own. Answers the ids of the cases in slot order.
 */
export const recordCase = (actor: Actor, input: QuickCase, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const known = input.who === "known" && input.personId ? await findPerson(tx, actor, input.personId) : undefined;
      const teamId = known?.teamId ?? actor.teamIds[0] ?? null;
      allow(actor, "case.write", { teamId });
      if (teamId === null) throw new AppError("forbidden");
      const place = await findPlace(tx, input.placeId);
      if (!place) throw refuse("placeId", "unknown_option");
      refuseBadDate("seized", input.seized, place.zone);
      const personIds = await newPeople(tx, log, actor, teamId, input, countOf(input));
      const agencyId = await institutionNamed(tx, log, "police", input.agency, place.id);
      const heldAtId = await institutionNamed(tx, log, "facility", input.heldAt, place.id);
      const caseIds: string[] = [];
      const groupId = personIds.length > 1 ? randomUUID() : null;
      for (const [position, personId] of personIds.entries()) {
        const slots = groupId ? { groupId, slot: position + 1, slotCount: personIds.length } : {};
        caseIds.push(await insertCase(tx, log, actor, { teamId, personId, place, agencyId, input, slots }));
      }
      for (const caseId of caseIds) {
        await recordMomentRow(tx, log, caseId, place.zone, { kind: "seized", when: input.seized, institutionId: agencyId, releaseKind: null, note: "" });
        if (heldAtId) await recordMomentRow(tx, log, caseId, place.zone, { kind: "admitted", when: null, institutionId: heldAtId, releaseKind: null, note: "" });
        await refreshEstimate(tx, log, caseId);
        await refreshCaseText(tx, caseId);
      }
      return { caseIds };
    },
    meta.submission,
  );

function countOf(input: QuickCase): number {
  if (input.who !== "unnamed") return 1;
  const count = Number(input.count);
  if (input.count === "") throw refuse("count", "required");
  if (!Number.isInteger(count)) throw refuse("count", "not_a_number");
  if (count < 1) throw refuse("count", "number_too_small", { min: 1 });
  if (count > MOST_SLOTS) throw refuse("count", "number_too_big", { max: MOST_SLOTS });
  return count;
}

type NewCase = { teamId: string; personId: string; place: PlaceRow; agencyId: string | null; input: QuickCase; slots: { groupId?: string; slot?: number; slotCount?: number } };

async function insertCase(tx: Tx, log: Log, actor: Actor, { teamId, personId, place, agencyId, input, slots }: NewCase): Promise<string> {
  const id = randomUUID();
  const year = /\d{4}/.exec(input.seized ?? "")?.[0] ?? todayIn(place.zone).slice(0, 4);
  const at = realNow();
  const row = {
    id,
    teamId,
    ownerId: actor.userId === "command-line" ? null : actor.userId,
    reference: await nextReference(tx, `${place.code}-${year}`),
    personId,
    detentionKind: input.detentionKind,
    placeId: place.id,
    zone: place.zone,
    agencyId,
    state: "reported",
    outstanding: true,
    createdAt: at,
    updatedAt: at,
    ...slots,
  };
  await insertCases(tx, [row]);
  await log("case.recorded", { subject: ["case", id], caseId: id, version: [null, 1], changes: changesOf(undefined, row, ["reference", "detentionKind", "placeId", "slot", "slotCount"]) });
  return id;
}

/** Completes or corrects what stands on the case itself. */
export const updateCase = (actor: Actor, input: CaseEdit, meta: FormMeta): Promise<{ id: string }> =>
  write(actor, (tx, log) => updateCaseIn(tx, log, actor, input, meta.version), meta.submission);

/** The same as part of the caller's transaction; `seen` is the version that the change was made from. */
export async function updateCaseIn(tx: Tx, log: Log, actor: Actor, { caseId, ...input }: CaseEdit, seen: number | undefined): Promise<{ id: string }> {
  const before = await requireCase(tx, actor, "case.write", caseId);
  const place = await findPlace(tx, input.placeId);
  if (!place) throw refuse("placeId", "unknown_option");
  const links = await checkedCaseEvents(tx, actor, before.teamId, input.events);
  if (input.ownerId && !(await listColleagues(tx, [before.teamId])).some((user) => user.id === input.ownerId)) throw refuse("ownerId", "unknown_option");
  const agencyId = await institutionNamed(tx, log, "police", input.agency, place.id);
  const heldAtId = await institutionNamed(tx, log, "facility", input.heldAt, place.id);
  const shown = await editableCase(tx, before);
  const { detentionKind, priority, placeId, ownerId, lawyer, note, heldAt } = input;
  const values = { detentionKind, priority, placeId, ownerId, lawyer, note, agencyId, zone: place.zone };
  const saved = { version: before.version, values: shown };
  const version = seenVersion(seen, saved);
  const changed = await tx
    .update(cases)
    .set({ ...values, version: version + 1, updatedAt: realNow() })
    .where(and(eq(cases.id, caseId), eq(cases.version, version)))
    .returning({ id: cases.id });
  if (changed.length === 0) throw new AppError("conflict", { current: saved });
  const linked = linkTexts(await listCaseEvents(tx, [caseId]));
  await replaceCaseEvents(tx, caseId, links);
  const changes = changesOf({ ...shown, events: linked }, { ...input, events: linkTexts(await listCaseEvents(tx, [caseId])) }, [...edited, "events"]);
  await log("case.updated", { subject: ["case", caseId], caseId, version: [version, version + 1], changes });
  if (heldAt !== shown.heldAt && heldAtId && heldAtId !== before.heldAtId) await recordMomentRow(tx, log, caseId, place.zone, { kind: "transferred", when: null, institutionId: heldAtId, releaseKind: null, note: "" });
  await refreshEstimate(tx, log, caseId);
  await refreshCaseText(tx, caseId);
  if (ownerId !== before.ownerId) await noteGiven(tx, actor, ownerId, caseAssignedFact(caseId, version + 1));
  return { id: caseId };
}

/** A case as its edit form shows it. */
export async function editableCase(tx: Reader, row: CaseRow): Promise<Record<(typeof edited)[number], string> & Record<string, string>> {
  const names = await institutionNames(tx, [row.agencyId, row.heldAtId].filter((id) => id !== null));
  return {
    detentionKind: row.detentionKind,
    priority: row.priority,
    placeId: row.placeId,
    agency: names.get(row.agencyId ?? "") ?? "",
    heldAt: names.get(row.heldAtId ?? "") ?? "",
    ...editableLinks(await listCaseEvents(tx, [row.id])),
    ownerId: row.ownerId ?? "",
    lawyer: row.lawyer,
    note: row.note,
  };
}

export async function getEditableCase(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.write", id);
  const [person] = await read.select({ displayName: people.displayName }).from(people).where(eq(people.id, row.personId));
  return { id: row.id, reference: row.reference, zone: row.zone, version: row.version, personName: person?.displayName ?? "", values: await editableCase(read, row), colleagues: await listColleagues(read, [row.teamId]) };
}
