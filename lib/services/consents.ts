import "server-only";
import { randomUUID } from "node:crypto";
import { changeConsent, consentZone, findConsent, insertConsents, listConsents, type ConsentRow } from "@/db/queries/consents";
import { findPerson } from "@/db/queries/people";
import { store, type Reader } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { consentState, consentTable, sharedWith, type ConsentEdit, type ConsentState, type ConsentValues } from "@/lib/model/consent";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import { boundsOf, isApproximate, precisionOf } from "@/lib/model/uncertain-date";
import { allow } from "./allow";
import { refuseBadDate } from "./case-access";
import { now, realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const told = ["purpose", "audience", "givenBy", "givenByName", "form", "given", "expires", "note"] as const;

/** Records what a person agreed to: one purpose, and a consent of its own for every audience. */
export const recordConsent = (actor: Actor, { personId, purpose, audiences, ...input }: ConsentValues & { personId: string }, meta: FormMeta = {}): Promise<{ personId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const person = await requirePerson(tx, actor, "consent.write", personId);
      const at = realNow();
      const values = { ...input, ...checked(input, await consentZone(tx)) };
      const rows = audiences.map((audience) => ({ id: randomUUID(), personId, teamId: person.teamId, purpose, audience, ...values, recordedById: actor.userId === commandLine([]).userId ? null : actor.userId, createdAt: at, updatedAt: at }));
      await insertConsents(tx, rows);
      for (const row of rows) await log("consent.recorded", { subject: ["consent", row.id], version: [null, 1], changes: changesOf(undefined, row, told) });
      return { personId };
    },
    meta.submission,
  );

/** Corrects how a consent was given. What it allows stays: another purpose or audience is another consent. */
export const updateConsent = (actor: Actor, { consentId, ...input }: ConsentEdit & { consentId: string }, meta: FormMeta): Promise<{ personId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireStanding(tx, actor, consentId);
      const values = { ...input, ...checked(input, await consentZone(tx)) };
      const saved = { version: before.version, values: editable(before) };
      const version = seenVersion(meta.version, saved);
      if (!(await changeConsent(tx, consentId, version, { ...values, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await log("consent.updated", { subject: ["consent", consentId], version: [version, version + 1], changes: changesOf(before, { ...before, ...values }, told) });
      return { personId: before.personId };
    },
    meta.submission,
  );

/** Takes a consent back. It holds no longer from this moment on, whatever day the person named. */
export const withdrawConsent = (actor: Actor, { consentId, when, reason }: { consentId: string; when: string | null; reason: string }, meta: FormMeta = {}): Promise<{ personId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireStanding(tx, actor, consentId);
      const zone = await consentZone(tx);
      refuseBadDate("when", when, zone);
      const said = when === null ? null : (({ earliest, latest }) => earliest ?? latest)(boundsOf(when, zone));
      if (said !== null && said > now()) throw refuse("when", "date_in_future");
      const values = { withdrawn: reason, withdrawnAt: Math.min(said ?? now(), now()), updatedAt: realNow() };
      if (!(await changeConsent(tx, consentId, before.version, values))) throw new AppError("conflict", { current: { version: before.version, values: editable(before) } });
      const changes = changesOf(undefined, { withdrawn: reason, when }, ["withdrawn", "when"]);
      await log("consent.withdrawn", { subject: ["consent", consentId], version: [before.version, before.version + 1], changes });
      return { personId: before.personId };
    },
    meta.submission,
  );

export type ShownConsent = Omit<ConsentRow, "givenByName" | "recordedById"> & { state: ConsentState; /** Only for those who record. */ givenByName?: string };

/** What a person agreed to: the answer for each purpose and audience, and every consent as it was recorded. */
export async function consentsOf(actor: Actor, personId: string) {
  const { read } = await store();
  const person = await requirePerson(read, actor, "consent.read", personId);
  const zone = await consentZone(read);
  const facts = (await listConsents(read, actor, personId)).map((row) => ({ ...row, zone }));
  const mayWrite = can(actor, "consent.write", person);
  const at = now();
  const shown = facts.map(({ givenByName, recordedById: _recordedById, zone: _zone, ...row }): ShownConsent => ({ ...row, state: consentState({ ...row, zone }, at), ...(mayWrite ? { givenByName } : {}) }));
  return { consents: shown, table: consentTable(facts, at), shared: sharedWith(facts, at), zone, mayWrite };
}

/** To whom something about a person may go, in one line of the page of a case; for readers who have the case. */
export async function sharedOf(tx: Reader, actor: Actor, personId: string) {
  const zone = await consentZone(tx);
  return sharedWith((await listConsents(tx, actor, personId)).map((row) => ({ ...row, zone })), now());
}

/** What the form of a new consent needs of the person. */
export async function getConsentPerson(actor: Actor, personId: string): Promise<{ id: string; displayName: string; sex: string }> {
  const { id, displayName, sex } = await requirePerson((await store()).read, actor, "consent.write", personId);
  return { id, displayName, sex };
}

export async function getEditableConsent(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireStanding(read, actor, id);
  const { displayName, sex } = await requirePerson(read, actor, "consent.write", row.personId);
  return { id, personId: row.personId, person: { displayName, sex }, purpose: row.purpose, audience: row.audience, version: row.version, values: editable(row) };
}

/** A consent is recorded once it was given; a last day must be a day, or nobody could say on which it ends. */
function checked({ given, expires }: Pick<ConsentEdit, "given" | "expires">, zone: string): { expiresAt: number | null } {
  refuseBadDate("given", given, zone);
  refuseBadDate("expires", expires, zone);
  const first = boundsOf(given, zone).earliest;
  if (first !== null && first > now()) throw refuse("given", "date_in_future");
  if (expires === null) return { expiresAt: null };
  if (precisionOf(expires) !== "day" || isApproximate(expires)) throw refuse("expires", "last_day_needed");
  const expiresAt = boundsOf(expires, zone).latest;
  if (first !== null && expiresAt !== null && expiresAt <= first) throw refuse("expires", "end_before_start");
  return { expiresAt };
}

async function requirePerson(tx: Reader, actor: Actor, permission: "consent.read" | "consent.write", id: string) {
  const person = await findPerson(tx, actor, id);
  if (!person) throw new AppError("not_found");
  allow(actor, permission, person);
  return person;
}

async function requireStanding(tx: Reader, actor: Actor, id: string): Promise<ConsentRow> {
  const row = await findConsent(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "consent.write", row);
  if (row.withdrawnAt !== null) throw new AppError("not_found");
  return row;
}

const editable = (row: ConsentRow): Record<string, string> => ({ givenBy: row.givenBy, givenByName: row.givenByName, form: row.form, given: row.given, expires: row.expires ?? "", note: row.note });
