import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { cases, people, personNames } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { among } from "./among";
import { alsoWithin, within, type Scope } from "./scope";

export type PersonRow = typeof people.$inferSelect;
export type PersonNameRow = typeof personNames.$inferSelect;

export const insertPeople = (tx: Tx, rows: (typeof people.$inferInsert)[]) => tx.insert(people).values(rows);

export async function findPerson(tx: Reader, scope: Scope, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(people).where(and(eq(people.id, id), within(scope, people.teamId)));
  return row;
}

export const listNames = (tx: Reader, personIds: readonly string[]): Promise<PersonNameRow[]> =>
  personIds.length ? tx.select().from(personNames).where(among(tx, personNames.personId, personIds)).orderBy(asc(personNames.position)) : Promise.resolve([]);

/** Replaces the names of a person; their order is the order given. */
export async function putNames(tx: Tx, personId: string, rows: (typeof personNames.$inferInsert)[]): Promise<void> {
  await tx.delete(personNames).where(eq(personNames.personId, personId));
  if (rows.length) await tx.insert(personNames).values(rows);
}

const MOST_WORDS = 8;

/** People of whom every word of the (already folded) query is part of some name; without a query everybody. */
function peopleFound(tx: Reader, scope: Scope, folded: string): SQL | undefined {
  const words = folded.split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const named = (word: string) =>
    tx
      .select({ id: personNames.personId })
      .from(personNames)
      .where(sql`${personNames.nameKey} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`);
  return and(within(scope, people.teamId), ...words.map((word) => inArray(people.id, named(word))));
}

/** People found by parts of any of their names (folded); without a query the most recently recorded. */
export const searchPeople = (tx: Reader, scope: Scope, folded: string, limit: number, offset = 0): Promise<PersonRow[]> =>
  tx.select().from(people).where(peopleFound(tx, scope, folded)).orderBy(desc(people.createdAt), asc(people.id)).limit(limit).offset(offset);

/** How many people match, counting at most `most` of them. */
export async function countPeople(tx: Reader, scope: Scope, folded: string, most: number): Promise<number> {
  const found = tx.select({ id: people.id }).from(people).where(peopleFound(tx, scope, folded)).limit(most).as("found");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(found);
  return Number(row?.n ?? 0);
}

export const findPeople = (tx: Reader, scope: Scope, ids: readonly string[]): Promise<PersonRow[]> =>
  ids.length ? tx.select().from(people).where(and(inArray(people.id, [...ids]), alsoWithin(scope, people.teamId))).orderBy(asc(people.displayName)) : Promise.resolve([]);

/** The cases of these people that may be seen, in the order of their references. */
export const listCasesOfPeople = (tx: Reader, scope: Scope, personIds: readonly string[]) =>
  personIds.length
    ? tx
        .select({ id: cases.id, personId: cases.personId, reference: cases.reference, slot: cases.slot, slotCount: cases.slotCount })
        .from(cases)
        .where(and(inArray(cases.personId, [...personIds]), alsoWithin(scope, cases.teamId)))
        .orderBy(asc(cases.reference))
    : Promise.resolve([]);

/** Every case of a person whoever may see it: what is derived from the person must follow everywhere. */
export const caseIdsOfPerson = async (tx: Reader, personId: string): Promise<string[]> =>
  (await tx.select({ id: cases.id }).from(cases).where(eq(cases.personId, personId)).orderBy(asc(cases.reference))).map((row) => row.id);
