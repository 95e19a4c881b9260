import { and, asc, eq, inArray } from "drizzle-orm";
import { consents } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { mayShare } from "@/lib/model/consent";
import type { ConsentAudience, ConsentPurpose } from "@/lib/model/vocabularies";
import { findOrganisation, findPlace } from "./organisation";
import { alsoWithin, within, type Scope } from "./scope";

export type ConsentRow = typeof consents.$inferSelect;

export const insertConsents = (tx: Tx, rows: (typeof consents.$inferInsert)[]) => tx.insert(consents).values(rows);

/** Every consent of a person, also what was withdrawn or has expired, in the order in which it was recorded. */
export const listConsents = (tx: Reader, scope: Scope, personId: string): Promise<ConsentRow[]> =>
  tx.select().from(consents).where(and(eq(consents.personId, personId), alsoWithin(scope, consents.teamId))).orderBy(asc(consents.createdAt), asc(consents.id));

export async function findConsent(tx: Reader, scope: Scope, id: string): Promise<ConsentRow | undefined> {
  const [row] = await tx.select().from(consents).where(and(eq(consents.id, id), within(scope, consents.teamId)));
  return row;
}

/** Changes a consent that still has the version that was seen; false where it has not. */
export async function changeConsent(tx: Tx, id: string, version: number, values: Partial<typeof consents.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(consents).set({ ...values, version: version + 1 }).where(and(eq(consents.id, id), eq(consents.version, version))).returning({ id: consents.id });
  return changed.length > 0;
}

/** Where the days of a consent are read. */
export async function consentZone(tx: Reader): Promise<string> {
  const organisation = await findOrganisation(tx);
  const place = organisation && (await findPlace(tx, organisation.defaultPlaceId));
  return place?.zone ?? "UTC";
}

/** Of whom anything was ever recorded for a purpose: nobody else can have agreed to it. */
export const consentingPeople = async (tx: Reader, scope: Scope, purpose: ConsentPurpose): Promise<string[]> =>
  (await tx.selectDistinct({ personId: consents.personId }).from(consents).where(and(eq(consents.purpose, purpose), within(scope, consents.teamId)))).map(({ personId }) => personId);

const AT_ONCE = 500;

/**
 * Which of these people agreed that something goes to an audience for a purpose, at an instant (milliseconds). Whatever leaves the house asks
 * here in the moment in which it is made, so that a withdrawal works at once; a person of whom nothing is recorded is never among them.
 */
export async function peopleWithConsent(tx: Reader, scope: Scope, personIds: readonly string[], purpose: ConsentPurpose, audience: ConsentAudience, at: number): Promise<Set<string>> {
  const zone = await consentZone(tx);
  const asked = [...new Set(personIds)];
  const agreed = new Set<string>();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE);
    const rows = await tx.select().from(consents).where(and(inArray(consents.personId, some), eq(consents.purpose, purpose), alsoWithin(scope, consents.teamId)));
    const byPerson = Map.groupBy(rows, ({ personId }) => personId);
    for (const [personId, given] of byPerson) if (mayShare(given.map((row) => ({ ...row, zone })), purpose, audience, at)) agreed.add(personId);
  }
  return agreed;
}
