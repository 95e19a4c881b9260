import { and, asc, eq } from "drizzle-orm";
import { allegationActs, allegationCases, allegations, cases, institutions, people } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { institutionsNamed } from "./institution-naming";
import { alsoWithin, within, type Scope } from "./scope";

export type AllegationRow = typeof allegations.$inferSelect;

export const insertAllegation = (tx: Tx, row: typeof allegations.$inferInsert) => tx.insert(allegations).values(row);

export async function findAllegation(tx: Reader, scope: Scope, id: string): Promise<AllegationRow | undefined> {
  const [row] = await tx.select().from(allegations).where(and(eq(allegations.id, id), within(scope, allegations.teamId)));
  return row;
}

export const listActs = async (tx: Reader, allegationId: string): Promise<string[]> =>
  (await tx.select({ act: allegationActs.act }).from(allegationActs).where(eq(allegationActs.allegationId, allegationId)).orderBy(asc(allegationActs.position))).map((row) => row.act);

export const listAllegationCases = async (tx: Reader, allegationId: string): Promise<string[]> =>
  (await tx.select({ id: allegationCases.caseId }).from(allegationCases).where(eq(allegationCases.allegationId, allegationId))).map((row) => row.id);

/** The cases among which the victims are, as far as they may be seen, with who they are about. */
export const listVictims = (tx: Reader, scope: Scope, allegationId: string) =>
  tx
    .select({ id: cases.id, reference: cases.reference, slot: cases.slot, slotCount: cases.slotCount, displayName: people.displayName, sex: people.sex })
    .from(allegationCases)
    .innerJoin(cases, eq(cases.id, allegationCases.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(allegationCases.allegationId, allegationId), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference));

/** Makes an allegation consist of exactly these acts and concern exactly these cases. */
export async function bindAllegation(tx: Tx, allegationId: string, acts: readonly string[], caseIds: readonly string[]): Promise<void> {
  await tx.delete(allegationActs).where(eq(allegationActs.allegationId, allegationId));
  await tx.insert(allegationActs).values(acts.map((act, position) => ({ allegationId, act, position })));
  await tx.delete(allegationCases).where(eq(allegationCases.allegationId, allegationId));
  await tx.insert(allegationCases).values(caseIds.map((caseId) => ({ allegationId, caseId })));
}

/** The kind and the name of an institution, or undefined. */
export async function findInstitution(tx: Reader, id: string | null): Promise<{ kind: string; name: string } | undefined> {
  if (id === null) return undefined;
  const [row] = await tx.select({ kind: institutions.kind, name: institutions.name }).from(institutions).where(eq(institutions.id, id));
  return row;
}

/** Institutions with this folded name, of whatever kind. */
export const listInstitutionsNamed = (tx: Reader, nameKey: string): Promise<{ id: string; kind: string }[]> => institutionsNamed(tx, nameKey);
