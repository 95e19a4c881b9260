import { and, asc, desc, eq, isNotNull, isNull, lte, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cases, people, places, tasks, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { caseNaming } from "./case-naming";
import { alsoWithin, within, type Scope } from "./scope";

export type TaskRow = typeof tasks.$inferSelect;

export const insertTask = (tx: Tx, row: typeof tasks.$inferInsert) => tx.insert(tasks).values(row);

export async function findTask(tx: Reader, scope: Scope, id: string): Promise<TaskRow | undefined> {
  const [row] = await tx.select().from(tasks).where(and(eq(tasks.id, id), within(scope, tasks.teamId)));
  return row;
}

/** The task of a case that was made from `originKey`; of several, the first. */
export async function findTaskFrom(tx: Reader, caseId: string, originKey: string): Promise<TaskRow | undefined> {
  const [row] = await tx.select().from(tasks).where(and(eq(tasks.caseId, caseId), eq(tasks.originKey, originKey))).orderBy(asc(tasks.createdAt)).limit(1);
  return row;
}

/** Changes a task that still has the version that was seen; false where it has not. */
export async function changeTask(tx: Tx, id: string, version: number, values: Partial<typeof tasks.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(tasks).set({ ...values, version: version + 1 }).where(and(eq(tasks.id, id), eq(tasks.version, version))).returning({ id: tasks.id });
  return changed.length > 0;
}

const assignee = alias(users, "assignee");
const finisher = alias(users, "finisher");

const listed = { task: tasks, assignee: assignee.name, doneBy: finisher.name };

/** What is still to be done comes first, the most urgent at the top and what has no date after it; then what was done last. */
const inOrder = [sql`${tasks.doneAt} is not null`, desc(tasks.doneAt), sql`${tasks.dueLatest} is null`, asc(tasks.dueLatest), asc(tasks.createdAt), asc(tasks.id)];

export const listCaseTasks = (tx: Reader, scope: Scope, caseId: string) =>
  tx
    .select(listed)
    .from(tasks)
    .leftJoin(assignee, eq(assignee.id, tasks.assigneeId))
    .leftJoin(finisher, eq(finisher.id, tasks.doneById))
    .where(and(eq(tasks.caseId, caseId), alsoWithin(scope, tasks.teamId)))
    .orderBy(...inOrder);

/** Which tasks are meant: open or done; of one person, or of nobody (null); with a last instant that is not after `dueBy`. */
export type TaskFilter = { done: boolean; assigneeId?: string | null; dueBy?: number };

function taskMatch(scope: Scope, { done, assigneeId, dueBy }: TaskFilter): SQL | undefined {
  const state = done ? isNotNull(tasks.doneAt) : isNull(tasks.doneAt);
  const due = dueBy === undefined ? undefined : lte(tasks.dueLatest, dueBy);
  if (assigneeId === null) return and(within(scope, tasks.teamId), isNull(tasks.assigneeId), state, due);
  if (assigneeId !== undefined) return and(eq(tasks.assigneeId, assigneeId), state, due, alsoWithin(scope, tasks.teamId));
  return and(within(scope, tasks.teamId), state, due);
}

/** One page of tasks with what their cases are named by. Done ones come newest first, open ones by urgency. */
export const listTasksOf = (tx: Reader, scope: Scope, filter: TaskFilter, limit: number, offset: number) =>
  tx
    .select({
      ...listed,
      about: caseNaming,
    })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(places, eq(places.id, cases.placeId))
    .leftJoin(assignee, eq(assignee.id, tasks.assigneeId))
    .leftJoin(finisher, eq(finisher.id, tasks.doneById))
    .where(taskMatch(scope, filter))
    .orderBy(...(filter.done ? [desc(tasks.doneAt), desc(tasks.id)] : inOrder.slice(2)))
    .limit(limit)
    .offset(offset);

/** How many match, counted up to `most`. */
export async function countTasks(tx: Reader, scope: Scope, filter: TaskFilter, most: number): Promise<number> {
  const counted = tx.select({ one: sql`1`.as("one") }).from(tasks).where(taskMatch(scope, filter)).limit(most).as("counted");
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(counted);
  return Number(row?.n ?? 0);
}
