import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { insertRun, listMovedCases, listOpenByIds, listOpenCases, listOverrides, listRuns, updateRun, type MovedCase, type RunRow } from "@/db/queries/rules";
import { listUsers } from "@/db/queries/users";
import { store, type Reader, type Tx } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import { draftEstimate, refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { standing, versionsText, type StandingGroup } from "./recompute-standing";
import { changesOf, write, type Log } from "./write";

/** Cases recomputed for one preview on a page; the command line has no such limit. */
export const MOST_PREVIEWED = 2000;
/** Cases looked at between two turns of everybody else, and changed in one transaction at most. */
const BATCH = 100;

export type Window = { from: number | null; to: number | null };
/** A case whose expected release would move; instants in milliseconds, `to` exclusive. */
export type Move = { case: MovedCase; was: Window; is: Window };
export type Preview = { examined: number; complete: boolean; moves: Move[]; movedElsewhere: number };
/** `running`: this process is at it; `cut_off`: it never came to its end. */
export type ShownRun = Pick<RunRow, "id" | "startedAt" | "finishedAt" | "examined" | "moved"> & { state: "running" | "cut_off" | "finished" };
export type Recompute = { zone: string; open: number; behind: number; groups: StandingGroup[]; runs: ShownRun[]; preview: Preview | null };

/**
 * How the estimates of all open cases stand against the rules, engine and zone data of now. With `most`, also which of those that are behind would
 * move, at most so many examined, in the order of urgency. Cases of other teams are only counted (AZ-2).
 */
export async function getRecompute(actor: Actor, most: number | null = null): Promise<Recompute> {
  allow(actor, "rule.override");
  const { read } = await store();
  const { open, groups, behind } = await standing();
  return {
    zone: (await findHome())?.place.zone ?? "UTC",
    open,
    behind: behind.length,
    groups,
    runs: (await listRuns(read, 10)).map(shownRun),
    preview: most === null ? null : await previewOf(actor, behind, most),
  };
}

async function previewOf(actor: Actor, behind: readonly { id: string; teamId: string }[], most: number): Promise<Preview> {
  const { read } = await store();
  const due = behind.slice(0, most);
  const moved: { id: string; was: Window; is: Window }[] = [];
  let movedElsewhere = 0;
  for (let at = 0; at < due.length; at += BATCH) {
    const ids = due.slice(at, at + BATCH).map(({ id }) => id);
    const rows = new Map((await listOpenByIds(read, ids)).map((row) => [row.id, row]));
    for (const row of ids.flatMap((id) => rows.get(id) ?? [])) {
      const { columns } = await draftEstimate(read, row);
      if (row.expectedFrom === columns.expectedFrom && row.expectedTo === columns.expectedTo) continue;
      if (actor.teamIds.includes(row.teamId)) moved.push({ id: row.id, was: { from: row.expectedFrom, to: row.expectedTo }, is: { from: columns.expectedFrom, to: columns.expectedTo } });
      else movedElsewhere++;
    }
    await nextTurn();
  }
  return { examined: due.length, complete: due.length === behind.length, moves: await named(read, actor, moved), movedElsewhere };
}

async function named(read: Reader, actor: Actor, moved: readonly { id: string; was: Window; is: Window }[]): Promise<Move[]> {
  const names = new Map<string, MovedCase>();
  for (let at = 0; at < moved.length; at += BATCH) {
    for (const row of await listMovedCases(read, actor, moved.slice(at, at + BATCH).map(({ id }) => id))) names.set(row.id, row);
  }
  return moved.flatMap(({ id, was, is }) => {
    const about = names.get(id);
    return about ? [{ case: about, was, is }] : [];
  });
}

type Going = { id: string; examined: number; moved: number; done: Promise<void> };
// Pages and actions are bundled apart and must see the same run.
const slot = globalThis as typeof globalThis & { erkinRecompute?: Going | undefined };

function shownRun({ id, startedAt, finishedAt, examined, moved }: RunRow): ShownRun {
  const going = slot.erkinRecompute;
  if (going?.id === id && finishedAt === null) return { id, startedAt, finishedAt, examined: going.examined, moved: going.moved, state: "running" };
  return { id, startedAt, finishedAt, examined, moved, state: finishedAt === null ? "cut_off" : "finished" };
}

/** Begins a run over all open cases of every team and goes on with it after answering. While one is going on here, that one is the answer. */
export async function startRecompute(actor: Actor, _input: object, meta: FormMeta): Promise<{ runId: string }> {
  allow(actor, "rule.override");
  if (slot.erkinRecompute) return { runId: slot.erkinRecompute.id };
  const { runId, fresh } = await begin(actor, meta);
  if (fresh) void follow(actor, runId).catch((error: unknown) => console.error("the run over the open cases was cut off:", error));
  return { runId };
}

/** The same from beginning to end, for the command line. */
export async function runRecompute(actor: Actor): Promise<{ examined: number; moved: number; finished: boolean }> {
  allow(actor, "rule.override");
  const { runId } = await begin(actor, {});
  await follow(actor, runId);
  const row = (await listRuns((await store()).read, 1)).find(({ id }) => id === runId);
  return { examined: row?.examined ?? 0, moved: row?.moved ?? 0, finished: row?.finishedAt != null };
}

/** Waits for the run that is going on in this process, if there is one. */
export const recomputeSettled = async (): Promise<void> => slot.erkinRecompute?.done.catch(() => undefined);

async function begin(actor: Actor, meta: FormMeta): Promise<{ runId: string; fresh: boolean }> {
  let fresh = false;
  const { runId } = await write(
    actor,
    async (tx, log) => {
      const id = randomUUID();
      // A run is newer than the one that it takes over from, even within one millisecond.
      const startedAt = Math.max(realNow(), ((await listRuns(tx, 1))[0]?.startedAt ?? 0) + 1);
      await insertRun(tx, { id, startedById: await startedBy(tx, actor), startedAt, versions: versionsText(await listOverrides(tx)) });
      await log("rules.started", { subject: ["run", id] });
      fresh = true;
      return { runId: id };
    },
    meta.submission,
  );
  return { runId, fresh };
}

/** Runs of the command line, which has no account, stand in the name of an administrator; the audit log says who it was. */
async function startedBy(tx: Reader, actor: Actor): Promise<string> {
  if (actor.sessionHash !== null) return actor.userId;
  const users = await listUsers(tx);
  return users.find(({ id }) => id === actor.userId)?.id ?? users.find(({ role, active }) => role === "admin" && active)?.id ?? actor.userId;
}

/** Another run began meanwhile, here or in another process: this one leaves the rest to it. */
class TakenOver extends Error {}

function follow(actor: Actor, runId: string): Promise<void> {
  const going: Going = { id: runId, examined: 0, moved: 0, done: Promise.resolve() };
  going.done = walk(actor, going)
    .catch((error: unknown) => {
      if (!(error instanceof TakenOver)) throw error;
    })
    .finally(() => {
      if (slot.erkinRecompute === going) slot.erkinRecompute = undefined;
    });
  slot.erkinRecompute = going;
  return going.done;
}

/** Looks at every open case, in the order of ids so that moving one never passes over another, and changes only those that differ. */
async function walk(actor: Actor, going: Going): Promise<void> {
  const { read } = await store();
  for (let after: string | undefined = ""; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof listOpenCases>> = await listOpenCases(read, after, BATCH);
    const differing: string[] = [];
    for (const row of rows) if (!(await draftEstimate(read, row)).same) differing.push(row.id);
    const examined = going.examined + rows.length;
    const moved = differing.length ? await write(actor, (tx, log) => appendAll(tx, log, going, differing, examined)) : going.moved;
    Object.assign(going, { examined, moved });
    after = rows.length === BATCH ? rows.at(-1)?.id : undefined;
    await nextTurn();
  }
  const { examined, moved } = going;
  await write(actor, async (tx, log) => {
    await requireNewest(tx, going.id);
    await updateRun(tx, going.id, { examined, moved, finishedAt: realNow() });
    await log("rules.applied", { subject: ["run", going.id], changes: changesOf(undefined, { examined, moved }, ["examined", "moved"]) });
  });
}

async function appendAll(tx: Tx, log: Log, going: Going, ids: readonly string[], examined: number): Promise<number> {
  await requireNewest(tx, going.id);
  let moved = going.moved;
  for (const id of ids) if ((await refreshEstimate(tx, log, id, "update")).moved) moved++;
  await updateRun(tx, going.id, { examined, moved });
  const before = going.examined ? { examined: going.examined, moved: going.moved } : undefined;
  await log("rules.proceeded", { subject: ["run", going.id], changes: changesOf(before, { examined, moved }, ["examined", "moved"]) });
  return moved;
}

async function requireNewest(tx: Reader, runId: string): Promise<void> {
  if ((await listRuns(tx, 1))[0]?.id !== runId) throw new TakenOver();
}
