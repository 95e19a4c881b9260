import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { changeImportRows, countVerdicts, findBatch, forgetSubjects, insertImportRows, listImportRows, listTexts, listUnread, listWaiting, markRows, noteProgress, removeImport, type ImportBatchRow, type ImportRowRow } from "@/db/queries/imports";
import { findUser, teamIdsOf } from "@/db/queries/users";
import { store, type Reader } from "@/db/store";
import { readCsv } from "@/lib/exchange/csv-read";
import type { JudgedRow } from "@/lib/exchange/event-plan";
import { commandLine } from "@/lib/model/actors";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { Role } from "@/lib/model/vocabularies";
import { realNow } from "./clock";
import { settingsOf } from "./import-batches";
import { checkerOf } from "./import-check";
import { recordPhase } from "./import-phase";
import { csvRowOf } from "./import-rows";
import { removeStaged, stagingOf } from "./import-staging";
import type { KeptRow } from "./import-preview";

/** So many rows are judged in one piece; between two pieces others get their turn. */
const AT_ONCE = 1_000;
/** A file of so many rows is checked, or recorded, while whoever sent the form waits. */
const WHILE_WAITING = 500;
const HOUR_MS = 3_600_000;
/** How long a piece of work stands back behind everybody else. */
const REST_MS = 4;

// Pages, actions and the background are bundled apart and must see the same work.
const slot = globalThis as typeof globalThis & { erkinImports?: Map<string, Promise<void>> };
const going = (): Map<string, Promise<void>> => (slot.erkinImports ??= new Map<string, Promise<void>>());

/** Work beside the requests: goes on with whatever a request, or a process that ended, left to be done, and clears up after uploads that broke off. */
export async function importTurn(): Promise<void> {
  const opened = await store();
  const { read } = opened;
  for (const { id } of await listUnread(read, realNow() - HOUR_MS)) await opened.write(async (tx) => removeImport(tx, id));
  for (const batch of await listTexts(read)) await adoptText(batch);
  for (const { id } of await listWaiting(read)) await runImport(id);
}

/** Goes on with a batch until nothing is to be done with it; together with whoever does so already. Never throws: what broke off is said on the batch. */
export function runImport(importId: string): Promise<void> {
  const known = going().get(importId);
  if (known) return known;
  const run = goThrough(importId).finally(() => going().delete(importId));
  going().set(importId, run);
  return run;
}

/** Begins with a batch at once; a small one is done when this answers. */
export async function kickImport(importId: string, rows: number): Promise<void> {
  const run = runImport(importId);
  if (rows <= WHILE_WAITING) await run;
}

/** Waits for the work on this import that goes on in this process, if there is any. */
export const importSettled = async (importId: string): Promise<void> => going().get(importId);

async function goThrough(importId: string): Promise<void> {
  const { read } = await store();
  // An answer that is given meanwhile makes a new version, with which it begins anew.
  for (let batch = await findBatch(read, importId); batch && batch.phase !== ""; batch = await findBatch(read, importId)) {
    const { id, version, phase } = batch;
    try {
      if (phase === "check") await checkPhase(batch);
      else await recordPhase(await runnerOf(read, batch), batch);
    } catch (error) {
      if (!(error instanceof AppError)) console.error(`an import broke off (${phase}): ${error instanceof Error ? error.name : "unknown"}`);
      await breakOff({ id, version, phase }, error instanceof AppError ? error.code : "unexpected");
    }
  }
}

/** Nothing of what was begun stays; the batch says that it broke off. */
async function breakOff(batch: Pick<ImportBatchRow, "id" | "version" | "phase">, failure: string): Promise<void> {
  const opened = await store();
  await opened.write(async (tx) => {
    await removeStaged(tx, stagingOf(batch));
    if (batch.phase === "record") await forgetSubjects(tx, batch.id);
    await noteProgress(tx, batch, { phase: "", done: 0, failure });
  });
}

async function checkPhase(batch: ImportBatchRow): Promise<void> {
  const opened = await store();
  const { read } = opened;
  if (settingsOf(batch).step !== "ready") return void (await opened.write(async (tx) => noteProgress(tx, batch, { phase: "" })));
  const check = await checkerOf(read, batch);
  for (let after = 0, done = 0; ; ) {
    const rows = await listImportRows(read, batch.id, { after, limit: AT_ONCE });
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) break;
    const told = rows.map(csvRowOf);
    await check.readAhead(told);
    const judged = await check.judge(read, told);
    done += rows.length;
    const kept = await opened.write(async (tx) => {
      if (!(await noteProgress(tx, batch, { done }))) return false;
      await markRows(tx, batch.id, first.row, last.row, "accepted");
      await changeImportRows(tx, judged.flatMap((row, at) => changeOf(rows[at]?.id ?? "", row)));
      return true;
    });
    if (!kept) return;
    after = last.row;
    await rest(REST_MS);
  }
  const { accepted = 0, aside = 0, refused = 0 } = await countVerdicts(read, batch.id);
  await opened.write(async (tx) => void (await noteProgress(tx, batch, { phase: "", done: batch.total, accepted, aside, refused, failure: "" })));
}

/** What is kept of the judgement of a row; nothing where there is nothing to say. */
function changeOf(id: string, { verdict, problems, doubts, externalKey, like, certain, plan }: JudgedRow): { id: string; change: Partial<ImportRowRow> }[] {
  if (verdict === "accepted" && doubts.length === 0) return externalKey === "" ? [] : [{ id, change: { externalKey } }];
  const kept: KeptRow = { problems, doubts, ...(certain ? { certain } : {}), ...(like === null ? {} : { like, kind: plan?.kind ?? "events" }) };
  return [{ id, change: { verdict, externalKey, problems: JSON.stringify(kept) } }];
}

/** Whoever asked for it, with the rights that they have now. */
async function runnerOf(read: Reader, { runnerId, teamId }: ImportBatchRow): Promise<Actor> {
  if (runnerId === null) return commandLine([teamId]);
  const user = await findUser(read, runnerId);
  if (!user?.active) throw new AppError("forbidden");
  return { userId: user.id, name: user.name, role: user.role as Role, teamIds: await teamIdsOf(read, user.id), sessionHash: null };
}

/** A draft of the time when its file was kept as one text gets its rows. */
async function adoptText(batch: ImportBatchRow): Promise<void> {
  const opened = await store();
  const { delimiter } = settingsOf(batch);
  const file = readCsv(batch.content, delimiter === "sheet" ? "auto" : delimiter);
  const rows = file.ok ? file.rows.map(({ row, cells }) => ({ id: randomUUID(), batchId: batch.id, teamId: batch.teamId, row, verdict: "unread", cells: JSON.stringify(cells) })) : [];
  await opened.write(async (tx) => {
    if (await noteProgress(tx, batch, { content: "", total: rows.length, phase: "check" })) await insertImportRows(tx, rows);
  });
}
