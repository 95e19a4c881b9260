import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { listDiffering, listEndingTasks, listOpening, listPassingLimits, listRunningLimits, listStanding, listTurnedOverdue } from "@/db/queries/notice-facts";
import { insertNotices, listTold, settleNotices } from "@/db/queries/notices";
import { listTeams } from "@/db/queries/users";
import { store, type Reader } from "@/db/store";
import { factsOfCase, limitFact, taskDueFact, type Fact } from "@/lib/model/notice-facts";
import { now } from "./clock";
import { LIMIT_WATCH_MS } from "./clocks";
import { concerns, listListeners, noticeFor } from "./notice-people";
import { findHome } from "./organisation";

const DAY_MS = 86_400_000;
/** What came about longer ago than this is not told any more, so that a turn costs what happened lately and not what is on record. */
const BACK_MS = 31 * DAY_MS;
/** Tomorrow ends at most this far ahead anywhere. */
const AHEAD_MS = 3 * DAY_MS;
const SLICE = 500;

type Owned = { fact: Fact; teamId: string; ownerId: string | null };

/** A turn of the background: tells everybody of what came about since the last one, each fact once, and settles what no longer holds. */
export async function noticeTurn(): Promise<void> {
  await settle();
  await tell();
}

async function tell(): Promise<void> {
  const opened = await store();
  const at = now();
  const facts = await currentFacts(opened.read, at);
  const listeners = facts.length ? await listListeners(opened.read) : [];
  const told = new Set((await listTold(opened.read, facts.map(({ fact }) => fact.key))).map(({ factKey, userId }) => `${userId} ${factKey}`));
  const rows = listeners.flatMap((listener) =>
    facts.flatMap((owned) => {
      if (told.has(`${listener.userId} ${owned.fact.key}`) || !concerns(listener, owned)) return [];
      const row = noticeFor(listener, owned.fact, at);
      return row ? [{ id: randomUUID(), ...row }] : [];
    }),
  );
  for (let from = 0; from < rows.length; from += SLICE) {
    await opened.write((tx) => insertNotices(tx, rows.slice(from, from + SLICE)));
    await nextTurn();
  }
}

/** Everything of the last month that holds now, in all teams, with whose it is. */
async function currentFacts(read: Reader, at: number): Promise<Owned[]> {
  const scope = { teamIds: (await listTeams(read)).map(({ id }) => id) };
  const cases = new Map([...(await listOpening(read, scope, at - BACK_MS, at + AHEAD_MS)), ...(await listTurnedOverdue(read, scope, at - BACK_MS, at)), ...(await listDiffering(read, scope))].map((row) => [row.id, row]));
  const ofCases = [...cases.values()].flatMap((row) => factsOfCase(row, at).filter(({ kind, about }) => kind !== "overdue" || (about ?? 0) > at - BACK_MS).map((fact): Owned => ({ fact, teamId: row.teamId, ownerId: row.ownerId })));
  const limits = (await listPassingLimits(read, scope, at - LIMIT_WATCH_MS, at + LIMIT_WATCH_MS)).map((row): Owned => ({ fact: limitFact(row), teamId: row.teamId, ownerId: row.ownerId }));
  const tasks = (await listEndingTasks(read, scope, at - BACK_MS, await endOfTaskDay(at))).flatMap(({ id, caseId, teamId, assigneeId, dueLatest }): Owned[] => (dueLatest === null ? [] : [{ fact: taskDueFact({ id, caseId, dueLatest }), teamId, ownerId: assigneeId }]));
  return [...ofCases, ...limits, ...tasks];
}

/** A task is due from the beginning of its day where the organisation works. */
async function endOfTaskDay(at: number): Promise<number> {
  const zone = (await findHome())?.place.zone ?? "UTC";
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** Goes through the notices that stand, slice by slice so that everybody else has their turn between, and settles those whose fact is gone. */
async function settle(): Promise<void> {
  const opened = await store();
  const at = now();
  let after = "";
  for (;;) {
    const slice = await listStanding(opened.read, after, SLICE);
    if (slice.length === 0) return;
    const limits = await listRunningLimits(opened.read, [...new Set(slice.flatMap(({ notice, row }) => (notice.kind === "limit" ? [row.id] : [])))]);
    const running = new Set(limits.map((limit) => limitFact(limit).key));
    const gone = slice.filter((each) => !holds(each, running, at)).map(({ notice }) => notice.id);
    if (gone.length) await opened.write((tx) => settleNotices(tx, gone, at));
    after = slice.at(-1)?.notice.id ?? "";
    await nextTurn();
  }
}

type Standing = Awaited<ReturnType<typeof listStanding>>[number];

function holds({ notice: { kind, factKey, userId }, row, task }: Standing, running: ReadonlySet<string>, at: number): boolean {
  if (kind === "limit") return row.outstanding && running.has(factKey);
  if (kind === "case_assigned") return row.outstanding && row.ownerId === userId;
  if (kind === "task_assigned") return task?.doneAt === null && task.assigneeId === userId;
  if (kind === "task_due") return task?.doneAt === null && task.dueLatest !== null && taskDueFact({ id: task.id, caseId: task.caseId, dueLatest: task.dueLatest }).key === factKey;
  return factsOfCase(row, at).some(({ key }) => key === factKey);
}
