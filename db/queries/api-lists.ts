import { and, asc, desc, gt, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { allegations, auditEntries, cases, events, people } from "@/db/schema";
import type { Reader } from "@/db/store";
import { conditionsOf, sourceOf, type CaseMatch } from "./cases";
import { alsoWithin, within, type Scope } from "./scope";

/** Where a page ended: when the last record was recorded, and what tells it from others of the same millisecond. */
export type Mark = { at: number; key: string };
export type Key = Mark & { id: string };

/** Ids of the records of a kind that the log speaks of after an entry. */
const spokenOf = (type: string, seq: number): SQL => sql`(select subject_id from audit_entries where seq > ${seq} and subject_type = ${type})`;
/** Who may be named to somebody changed for these people: their records are told otherwise. */
const consented = (seq: number): SQL => sql`(select person_id from consents where id in ${spokenOf("consent", seq)})`;

/** Which records something was recorded about after an entry of the log: on them, on what belongs to them, on whether somebody in them may be named. */
const changedSince: Record<ListOf | "cases", (seq: number) => SQL | undefined> = {
  cases: (seq) => or(sql`${cases.id} in (select case_id from audit_entries where seq > ${seq} and case_id is not null)`, sql`${cases.personId} in ${consented(seq)}`),
  people: (seq) => or(sql`${people.id} in ${spokenOf("person", seq)}`, sql`${people.id} in ${consented(seq)}`),
  allegations: (seq) =>
    or(
      sql`${allegations.id} in ${spokenOf("allegation", seq)}`,
      sql`${allegations.id} in (select allegation_id from allegation_responses where id in ${spokenOf("response", seq)})`,
      sql`${allegations.id} in (select allegation_id from complaints where id in ${spokenOf("complaint", seq)})`,
      sql`${allegations.sourceId} in ${spokenOf("source", seq)}`,
      sql`${allegations.id} in (select allegation_id from allegation_cases where case_id in (select id from cases where person_id in ${consented(seq)}))`,
    ),
  events: (seq) => or(sql`${events.id} in ${spokenOf("event", seq)}`, sql`${events.id} in (select event_id from counts where id in ${spokenOf("count", seq)})`),
};

/** Cases after a mark in the order in which they were recorded; with `sinceSeq` only those that the log speaks of after that entry. */
export const listCaseKeys = (tx: Reader, match: CaseMatch, after: Mark | undefined, sinceSeq: number | undefined, limit: number): Promise<Key[]> =>
  tx
    .select({ id: sql<string>`${cases.id}`, at: sql`${cases.createdAt}`.mapWith(cases.createdAt), key: sql<string>`${cases.reference}` })
    .from(sourceOf(match))
    .where(
      and(
        conditionsOf(match),
        after && sql`(${cases.createdAt}, ${cases.reference}) > (${after.at}, ${after.key})`,
        sinceSeq === undefined ? undefined : changedSince.cases(sinceSeq),
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
export function listKeys(tx: Reader, scope: Scope, list: ListOf, after: Mark | undefined, sinceSeq: number | undefined, limit: number): Promise<Key[]> {
  const table = lists[list];
  const standing: SQL | undefined = list === "allegations" ? isNull(allegations.withdrawn) : undefined;
  return tx
    .select({ id: table.id, at: table.createdAt, key: table.id })
    .from(table)
    .where(and(within(scope, table.teamId), standing, sinceSeq === undefined ? undefined : changedSince[list](sinceSeq), after && sql`(${table.createdAt}, ${table.id}) > (${after.at}, ${after.key})`))
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
