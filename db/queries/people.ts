import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { people, personNames } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type PersonRow = typeof people.$inferSelect;
export type PersonNameRow = typeof personNames.$inferSelect;

export const insertPeople = (tx: Tx, rows: (typeof people.$inferInsert)[]) => tx.insert(people).values(rows);

export async function findPerson(tx: Reader, scope: Scope, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(people).where(and(eq(people.id, id), within(scope, people.teamId)));
  return row;
}

export const listNames = (tx: Reader, personIds: readonly string[]): Promise<PersonNameRow[]> =>
  personIds.length ? tx.select().from(personNames).where(inArray(personNames.personId, [...personIds])).orderBy(asc(personNames.position)) : Promise.resolve([]);

/** Replaces the names of a person; their order is the order given. */
export async function putNames(tx: Tx, personId: string, rows: (typeof personNames.$inferInsert)[]): Promise<void> {
  await tx.delete(personNames).where(eq(personNames.personId, personId));
  if (rows.length) await tx.insert(personNames).values(rows);
}

/** People found by a part of any of their names (folded); without a query the most recently recorded. */
export function searchPeople(tx: Reader, scope: Scope, folded: string, limit: number, offset = 0): Promise<PersonRow[]> {
  const like = `%${folded.replace(/[\\%_]/g, "\\$&")}%`;
  const named = tx.select({ id: personNames.personId }).from(personNames).where(sql`${personNames.nameKey} like ${like} escape '\\'`);
  return tx
    .select()
    .from(people)
    .where(and(within(scope, people.teamId), folded ? inArray(people.id, named) : undefined))
    .orderBy(desc(people.createdAt), asc(people.id))
    .limit(limit)
    .offset(offset);
}
