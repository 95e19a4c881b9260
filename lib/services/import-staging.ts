import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, inArray, type AnyColumn } from "drizzle-orm";
import { alsoWithin } from "@/db/queries/scope";
import { caseClocks, cases, caseTexts, counts, custodyMoments, events, orderCases, orders, people, personNames, releaseEstimates, statedReleases, teams } from "@/db/schema";
import type { Tx } from "@/db/store";
import { realNow } from "./clock";

/** The hidden team of one attempt to record a batch. */
export const stagingOf = ({ id, version }: { id: string; version: number }): string => `import-${id}-${version}`;

/** A team that no user can be in: what belongs to it is in nobody's scope, and so in no list, search, count or file. */
export async function hiddenTeam(tx: Tx, id: string): Promise<string> {
  await tx.insert(teams).values({ id, name: id, hidden: true, createdAt: realNow(), updatedAt: realNow() }).onConflictDoNothing();
  return id;
}

const of = (team: string, teamId: AnyColumn) => alsoWithin({ teamIds: [team] }, teamId);

/** So many rows change their team in one statement; between two statements those who only read get their turn. */
const AT_ONCE = 500;
const pieces = (ids: readonly string[]): string[][] => Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** Gives everything of one team to another, in the caller's transaction: what was hidden becomes visible in one step. */
export async function moveTeam(tx: Tx, from: string, to: string): Promise<void> {
  for (const { table, key } of owned) {
    const moved = () => tx.update(table).set({ teamId: to }).where(inArray(key, tx.selectDistinct({ key }).from(table).where(eq(table.teamId, from)).limit(AT_ONCE))).returning({ key });
    while ((await moved()).length > 0) await nextTurn();
  }
}

const owned = [
  { table: cases, key: cases.id },
  { table: people, key: people.id },
  { table: orders, key: orders.id },
  { table: events, key: events.id },
  { table: counts, key: counts.id },
  { table: caseClocks, key: caseClocks.caseId },
] as const;

/** Gives these cases, with their clocks, and with their people and rulings where nobody else needs them, to another team. */
export async function moveCases(tx: Tx, caseIds: readonly string[], from: string, to: string): Promise<void> {
  for (const ids of pieces(caseIds)) {
    const personIds = (await tx.select({ id: cases.personId }).from(cases).where(inArray(cases.id, ids))).map(({ id }) => id);
    const orderIds = (await tx.select({ id: orderCases.orderId }).from(orderCases).where(inArray(orderCases.caseId, ids))).map(({ id }) => id);
    await tx.update(cases).set({ teamId: to }).where(and(inArray(cases.id, ids), of(from, cases.teamId)));
    await tx.update(caseClocks).set({ teamId: to }).where(inArray(caseClocks.caseId, ids));
    await movePeople(tx, personIds, from, to);
    const needed = new Set((await tx.select({ id: orderCases.orderId }).from(orderCases).innerJoin(cases, eq(cases.id, orderCases.caseId)).where(and(inArray(orderCases.orderId, orderIds), of(from, cases.teamId)))).map(({ id }) => id));
    const free = orderIds.filter((id) => !needed.has(id));
    if (free.length > 0) await tx.update(orders).set({ teamId: to }).where(and(inArray(orders.id, free), of(from, orders.teamId)));
    await nextTurn();
  }
}

/** The same for people without a case that stays. */
export async function movePeople(tx: Tx, personIds: readonly string[], from: string, to: string): Promise<void> {
  for (const ids of pieces(personIds)) {
    const needed = new Set((await tx.select({ id: cases.personId }).from(cases).where(and(inArray(cases.personId, ids), of(from, cases.teamId)))).map(({ id }) => id));
    const free = ids.filter((id) => !needed.has(id));
    if (free.length > 0) await tx.update(people).set({ teamId: to }).where(and(inArray(people.id, free), of(from, people.teamId)));
    await nextTurn();
  }
}

/** The same for events with their counts. */
export async function moveEvents(tx: Tx, eventIds: readonly string[], from: string, to: string): Promise<void> {
  for (const ids of pieces(eventIds)) {
    await tx.update(events).set({ teamId: to }).where(and(inArray(events.id, ids), of(from, events.teamId)));
    await tx.update(counts).set({ teamId: to }).where(and(inArray(counts.eventId, ids), of(from, counts.teamId)));
    await nextTurn();
  }
}

/** Removes what was recorded under a hidden team and never became visible. That it was there stays in the log. */
export async function removeStaged(tx: Tx, teamId: string): Promise<void> {
  const staged = tx.select({ id: cases.id }).from(cases).where(eq(cases.teamId, teamId));
  for (const table of [custodyMoments, statedReleases, releaseEstimates, caseClocks, caseTexts, orderCases]) await tx.delete(table).where(inArray(table.caseId, staged));
  await tx.delete(orders).where(eq(orders.teamId, teamId));
  await tx.delete(cases).where(eq(cases.teamId, teamId));
  await tx.delete(personNames).where(inArray(personNames.personId, tx.select({ id: people.id }).from(people).where(eq(people.teamId, teamId))));
  await tx.delete(people).where(eq(people.teamId, teamId));
  await tx.delete(teams).where(and(eq(teams.id, teamId), eq(teams.hidden, true)));
}
