import "server-only";
import { setTimeout as rest } from "node:timers/promises";
import { changeImportRows, clearCells, countVerdicts, listUnrecorded, noteProgress, updateImportBatch, type ImportBatchRow, type ImportRowRow } from "@/db/queries/imports";
import { store, type Tx } from "@/db/store";
import type { CsvRow } from "@/lib/exchange/csv-read";
import type { JudgedRow } from "@/lib/exchange/event-plan";
import { AppError, refuse } from "@/lib/model/errors";
import { MOST_EVENT_ROWS } from "@/lib/model/import-kind";
import { can, type Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import { settingsOf, type ImportSettings } from "./import-batches";
import { draftCases, recordCases, recordPeople, targetOf, type Target } from "./import-cases";
import { checkerOf, type Checker } from "./import-check";
import { recordEvents } from "./import-events";
import type { KeptRow } from "./import-preview";
import { csvRowOf } from "./import-rows";
import { hiddenTeam, moveTeam, stagingOf } from "./import-staging";
import { changesOf, writeMany, type Log } from "./write";

/** So many rows are written in one transaction: others write between two of them, and nobody reads while one is put on disk. */
const AT_ONCE = 200;
const REST_MS = 4;

/** What a batch needs to be recorded: the right to each kind of record, and every question answered. */
export function settingsFor(actor: Actor, batch: ImportBatchRow): ImportSettings {
  allow(actor, "import.make", batch);
  for (const right of batch.kind === "events" ? (["event.write", "source.write"] as const) : (["case.write", "person.write", "order.write"] as const)) allow(actor, right, batch);
  const settings = settingsOf(batch);
  if (settings.step !== "ready") throw refuse("importId", "import_not_ready");
  const makesPlaces = settings.mapping.places.some(({ placeId, code }) => placeId === null && code !== "");
  if (makesPlaces && !can(actor, "place.write")) throw new AppError("forbidden");
  return settings;
}

/** Everything in the caller's transaction: for files that are small, and for events. */
export async function recordWhole(tx: Tx, log: Log, actor: Actor, batch: ImportBatchRow): Promise<void> {
  const to = await targetOf(tx, batch.teamId, ownerOf(actor), settingsFor(actor, batch).mapping);
  const rows = await listUnrecorded(tx, batch.id, 0, MOST_EVENT_ROWS);
  await recordPiece(tx, log, actor, batch, to, await checkerOf(tx, batch), { rows, told: rows.map(csvRowOf) });
  await finish(tx, log, batch);
}

/**
 * Records the accepted rows of a batch piece by piece under a team that nobody can see, each piece with its entries in the log in one
 * transaction; one last transaction gives everything to the batch's own team. Whoever looks sees nothing or all; after a restart it goes on
 * with the rows that are not written yet.
 */
export async function recordPhase(actor: Actor, batch: ImportBatchRow): Promise<void> {
  const { read } = await store();
  const { mapping } = settingsFor(actor, batch);
  if (batch.kind === "events") return writeMany(actor, (tx, log) => recordWhole(tx, log, actor, batch));
  const staging = stagingOf(batch);
  const to = await targetOf(read, staging, ownerOf(actor), mapping);
  const check = await checkerOf(read, batch);
  for (let [after, done] = [0, batch.done]; ; ) {
    const rows = await listUnrecorded(read, batch.id, after, AT_ONCE);
    const last = rows.at(-1);
    if (!last) break;
    done += rows.length;
    const told = rows.map(csvRowOf);
    await draftCases(read, to, (await check.readAhead(told)).flatMap((plan) => (plan.kind === "cases" ? [plan.made] : [])));
    await writeMany(actor, async (tx, log) => {
      if (!(await noteProgress(tx, batch, { done }))) throw new AppError("conflict");
      await hiddenTeam(tx, staging);
      await recordPiece(tx, log, actor, batch, to, check, { rows, told });
    });
    after = last.row;
    await rest(REST_MS);
  }
  await writeMany(actor, async (tx, log) => {
    await moveTeam(tx, staging, batch.teamId);
    await finish(tx, log, batch);
  });
}

const ownerOf = ({ userId }: Actor): string | null => (userId === "command-line" ? null : userId);

/** Judges rows once more, because others recorded meanwhile, and writes those that still stand. */
async function recordPiece(tx: Tx, log: Log, actor: Actor, batch: ImportBatchRow, to: Target, check: Checker, { rows, told }: { rows: readonly ImportRowRow[]; told: readonly CsvRow[] }): Promise<void> {
  const taken = new Set(rows.filter(({ problems }) => keptOf(problems).taken).map(({ row }) => row));
  const judged = await check.judge(tx, told, taken);
  const standing = judged.filter(({ verdict }) => verdict === "accepted");
  const made = await recordPlans(tx, log, actor, batch, to, standing);
  if (standing.length < rows.length) await log("import.rowsLeft", { subject: ["import", batch.id], changes: [{ field: "rows", before: null, after: judged.filter(({ verdict }) => verdict !== "accepted").map(({ row }) => row).join("; ") }] });
  await changeImportRows(tx, rows.map(({ id, row }, at) => ({ id, change: outcome(batch, judged[at], made.get(row) ?? null) })));
}

const keptOf = (problems: string): Partial<KeptRow> => (problems === "[]" ? {} : (JSON.parse(problems) as Partial<KeptRow>));

async function recordPlans(tx: Tx, log: Log, actor: Actor, batch: ImportBatchRow, to: Target, judged: readonly JudgedRow[]): Promise<Map<number, string>> {
  if (batch.kind === "events") return recordEvents(tx, log, actor, batch, to, judged.flatMap(({ row, plan }) => (plan?.kind === "events" ? [{ row, plan: plan.event }] : [])));
  if (batch.kind === "people") return recordPeople(tx, log, to, judged.flatMap(({ row, plan }) => (plan?.kind === "people" ? [{ row, plan: plan.person }] : [])));
  return recordCases(tx, log, to, judged.flatMap(({ row, plan }) => (plan?.kind === "cases" ? [{ row, plan: plan.made }] : [])));
}

const subjectTypes: Record<string, string> = { events: "event", people: "person", cases: "case" };

function outcome(batch: ImportBatchRow, judged: JudgedRow | undefined, subjectId: string | null): Partial<ImportRowRow> {
  if (!judged) throw new Error("a row that was not judged");
  const { verdict, problems, doubts, externalKey, like, certain } = judged;
  const kept: KeptRow = { problems, doubts, ...(certain ? { certain } : {}), ...(like === null ? {} : { like, kind: batch.kind }) };
  return { verdict, externalKey, problems: JSON.stringify(kept), subjectType: subjectId === null ? null : (subjectTypes[batch.kind] ?? null), subjectId };
}

/** The batch is recorded: what was accepted needs no cells any more, what was left out keeps them. */
async function finish(tx: Tx, log: Log, batch: ImportBatchRow): Promise<void> {
  const at = realNow();
  await clearCells(tx, batch.id, "accepted");
  const { accepted = 0, aside = 0, refused = 0 } = await countVerdicts(tx, batch.id);
  const counts = { accepted, aside, refused };
  if (!(await updateImportBatch(tx, batch.id, batch.version, { ...counts, state: "recorded", phase: "", done: batch.total, failure: "", recordedAt: at, updatedAt: at }))) throw new AppError("conflict");
  await log("import.recorded", { subject: ["import", batch.id], version: [batch.version, batch.version + 1], changes: changesOf(undefined, counts, ["accepted", "aside", "refused"]) });
}
