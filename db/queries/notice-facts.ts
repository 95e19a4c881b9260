import { and, asc, eq, gt, gte, inArray, isNull, lt, lte } from "drizzle-orm";
import { caseClocks, cases, notices, tasks } from "@/db/schema";
import type { Reader } from "@/db/store";
import { within, type Scope } from "./scope";

const watched = {
  id: cases.id,
  teamId: cases.teamId,
  ownerId: cases.ownerId,
  zone: cases.zone,
  outstanding: cases.outstanding,
  watchFrom: cases.watchFrom,
  dueSort: cases.dueSort,
  expectedFrom: cases.expectedFrom,
  expectedTo: cases.expectedTo,
  statedDiffers: cases.statedDiffers,
};

const caseRows = (tx: Reader) => tx.select(watched).from(cases).$dynamic();

/** Cases whose window opens between two instants. */
export const listOpening = (tx: Reader, scope: Scope, from: number, until: number) => caseRows(tx).where(and(within(scope, cases.teamId), gte(cases.watchFrom, from), lt(cases.watchFrom, until), eq(cases.outstanding, true)));

/** Cases that became overdue after one instant and not after another. */
export const listTurnedOverdue = (tx: Reader, scope: Scope, after: number, until: number) => caseRows(tx).where(and(within(scope, cases.teamId), eq(cases.outstanding, true), gt(cases.dueSort, after), lte(cases.dueSort, until)));

/** Cases of people inside of whom a source states another date than was computed. */
export const listDiffering = (tx: Reader, scope: Scope) => caseRows(tx).where(and(within(scope, cases.teamId), eq(cases.statedDiffers, true), eq(cases.outstanding, true)));

/** Limits that pass after one instant and not after another, with whose case it is. */
export const listPassingLimits = (tx: Reader, scope: Scope, after: number, until: number) =>
  tx
    .select({ caseId: caseClocks.caseId, ruleId: caseClocks.ruleId, at: caseClocks.at, teamId: caseClocks.teamId, ownerId: cases.ownerId })
    .from(caseClocks)
    .innerJoin(cases, eq(cases.id, caseClocks.caseId))
    .where(and(within(scope, caseClocks.teamId), eq(caseClocks.kind, "limit"), gt(caseClocks.at, after), lte(caseClocks.at, until)));

/** Open tasks that end after one instant and not after another. */
export const listEndingTasks = (tx: Reader, scope: Scope, after: number, until: number) =>
  tx
    .select({ id: tasks.id, caseId: tasks.caseId, teamId: tasks.teamId, assigneeId: tasks.assigneeId, dueLatest: tasks.dueLatest })
    .from(tasks)
    .where(and(within(scope, tasks.teamId), isNull(tasks.doneAt), gt(tasks.dueLatest, after), lte(tasks.dueLatest, until)));

/** Notices that still stand, a slice after an id, with everything by which to see whether their facts still hold. */
export const listStanding = (tx: Reader, afterId: string, limit: number) =>
  tx
    .select({ notice: { id: notices.id, kind: notices.kind, factKey: notices.factKey, userId: notices.userId, at: notices.at }, row: watched, task: { id: tasks.id, caseId: tasks.caseId, doneAt: tasks.doneAt, dueLatest: tasks.dueLatest, assigneeId: tasks.assigneeId } })
    .from(notices)
    .innerJoin(cases, eq(cases.id, notices.caseId))
    .leftJoin(tasks, eq(tasks.id, notices.taskId))
    .where(and(isNull(notices.settledAt), gt(notices.id, afterId)))
    .orderBy(asc(notices.id))
    .limit(limit);

/** The limits of these cases that still run. */
export const listRunningLimits = async (tx: Reader, caseIds: readonly string[]) =>
  caseIds.length ? tx.select({ caseId: caseClocks.caseId, ruleId: caseClocks.ruleId, at: caseClocks.at }).from(caseClocks).where(and(inArray(caseClocks.caseId, [...caseIds]), eq(caseClocks.kind, "limit"))) : [];
