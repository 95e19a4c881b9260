import { and, asc, desc, gt, inArray, isNull, lt, sql, type SQL } from "drizzle-orm";
import { allegations, auditEntries, cases, events, people } from "@/db/schema";
import type { Reader } from "@/db/store";
import { conditionsOf, sourceOf, type CaseMatch } from "./cases";
import { alsoWithin, within, type Scope } from "./scope";

/** Where a page ended: when the last record was recorded, and what tells it from others of the same millisecond. */
export type Mark = { at: number; key: string };
export type Key = Mark & { id: string };

/** Cases after a mark in the order in which they were recorded; with `sinceSeq` only those that the log speaks of after that entry. */
export const listCaseKeys = (tx: Reader, match: CaseMatch, after: Mark | undefined, sinceSeq: number | undefined, limit: number): Promise<Key[]> =>
  tx
    .select({ id: sql<string>`${cases.id}`, at: sql`${cases.createdAt}`.mapWith(cases.createdAt), key: sql<string>`${cases.reference}` })
    .from(sourceOf(match))
    .where(
      and(
        conditionsOf(match),
        after && sql`(${cases.createdAt}, ${cases.reference}) > (${after.at}, ${after.key})`,
        sinceSeq === undefined ? undefined : sql`${cases.id} in (select case_id from audit_entries where seq > ${sinceSeq} and case_id is not null)`,
      ),
    )
    .orderBy(asc(cases.createdAt), asc(cases.reference))
    .limit(limit);

/** The last entry of the log before an instant, 0 where there is none; read from the newest on. */
export async function lastSeqBefore(tx: Reader, at: number): Promise<number> {
  const [row] = await tx.select({ seq: auditEntries.seq }).from(auditEntries).where(lt(auditEntries.at, at)).orderBy(desc(auditEntries.seq)).limit(1);
  return row?.seq ?? 0;
}

const lists = { people, allegations, events } as const;
export type ListOf = keyof typeof lists;

/** The same for people, allegations that were not withdrawn, and events. */
export function listKeys(tx: Reader, scope: Scope, list: ListOf, after: Mark | undefined, limit: number): Promise<Key[]> {
  const table = lists[list];
  const standing: SQL | undefined = list === "allegations" ? isNull(allegations.withdrawn) : undefined;
  return tx
    .select({ id: table.id, at: table.createdAt, key: table.id })
    .from(table)
    .where(and(within(scope, table.teamId), standing, after && sql`(${table.createdAt}, ${table.id}) > (${after.at}, ${after.key})`))
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(limit);
}

/** Ids of everything of a kind in scope after an id, in the order of ids. */
export async function listIdsAfter(tx: Reader, scope: Scope, list: ListOf | "cases", after: string, limit: number): Promise<string[]> {
  const table = { ...lists, cases }[list];
  return (await tx.select({ id: table.id }).from(table).where(and(within(scope, table.teamId), gt(table.id, after))).orderBy(asc(table.id)).limit(limit)).map(({ id }) => id);
}

/** Rows of people, allegations that stand and events, as far as they are in scope. */
export const peopleById = (tx: Reader, scope: Scope, ids: readonly string[]) => tx.select().from(people).where(and(inArray(people.id, [...ids]), alsoWithin(scope, people.teamId)));
export const allegationsById = (tx: Reader, scope: Scope, ids: readonly string[]) =>
  tx.select().from(allegations).where(and(inArray(allegations.id, [...ids]), alsoWithin(scope, allegations.teamId), isNull(allegations.withdrawn)));
export const eventsById = (tx: Reader, scope: Scope, ids: readonly string[]) => tx.select().from(events).where(and(inArray(events.id, [...ids]), alsoWithin(scope, events.teamId)));
