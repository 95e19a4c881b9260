import "server-only";
import { casesChanged, eventsChanged, listSubjects, peopleChanged, recordedSeq } from "@/db/queries/import-undo";
import { markWithdrawn, subjectNames, updateImportBatch, type ImportBatchRow } from "@/db/queries/imports";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { requireBatch } from "./import-batches";
import { settingsFor } from "./import-phase";
import { hiddenTeam, moveCases, moveEvents, movePeople } from "./import-staging";
import { needsStepUp, proveAgain } from "./step-up";
import { changesOf, writeMany } from "./write";

const MOST_NAMED = 50;

type Subject = { rowId: string; row: number; id: string };

/** What taking a batch back would take away, and what would stay because somebody has changed it since; the first of those by name. */
export async function getImportUndo(actor: Actor, importId: string) {
  const { read } = await store();
  const batch = await requireRecorded(read, actor, importId);
  const { free, kept } = await split(read, batch);
  const named = kept.slice(0, MOST_NAMED).map(({ id }) => id);
  const names = await subjectNames(read, actor, batch.kind, named);
  return { id: importId, version: batch.version, fileName: batch.fileName, kind: batch.kind, count: free.length, keptCount: kept.length, kept: named.flatMap((id) => ({ id, name: names.get(id) ?? "" })), needsPassword: await needsStepUp(actor) };
}

/**
 * Takes back what a batch brought in: records that nobody has changed since go to a team that no one is in, and so out of every list, search
 * and count; nothing is deleted, their history stays. What was changed since stays where it is.
 */
export async function undoImport(actor: Actor, { importId, reason, password }: { importId: string; reason: string; password?: string | undefined }, meta: FormMeta): Promise<{ importId: string }> {
  await requireRecorded((await store()).read, actor, importId);
  await proveAgain(actor, password);
  return writeMany(
    actor,
    async (tx, log) => {
      const batch = await requireRecorded(tx, actor, importId);
      const saved = { version: batch.version, values: {} };
      if (seenVersion(meta.version, saved) !== batch.version) throw new AppError("conflict", { current: saved });
      const { free } = await split(tx, batch);
      if (free.length === 0) throw refuse("importId", "nothing_to_undo");
      await takeAway(tx, batch, free.map(({ id }) => id));
      await markWithdrawn(tx, free.map(({ rowId }) => rowId));
      await updateImportBatch(tx, importId, batch.version, { state: "undone", accepted: batch.accepted - free.length, withdrawn: free.length, reason, updatedAt: realNow() });
      const type = batch.kind === "events" ? "event" : batch.kind === "people" ? "person" : "case";
      for (const { id } of free) await log(`${type}.withdrawn`, { subject: [type, id], ...(type === "case" ? { caseId: id } : {}), changes: [{ field: "withdrawn", before: null, after: reason }] });
      await log("import.undone", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: changesOf(undefined, { withdrawn: reason, taken: free.length, accepted: batch.accepted - free.length }, ["withdrawn", "taken", "accepted"]) });
      return { importId };
    },
    meta.submission,
  );
}

async function requireRecorded(tx: Reader, actor: Actor, id: string): Promise<ImportBatchRow> {
  const batch = await requireBatch(tx, actor, id);
  if (batch.state !== "recorded") throw new AppError("not_found");
  settingsFor(actor, batch);
  return batch;
}

/** What nobody has changed since, and what somebody has. */
async function split(tx: Reader, batch: ImportBatchRow): Promise<{ free: Subject[]; kept: Subject[] }> {
  const subjects = (await listSubjects(tx, batch.id)).flatMap(({ id, ...each }) => (id === null ? [] : [{ ...each, id }]));
  const ids = subjects.map(({ id }) => id);
  const seq = await recordedSeq(tx, batch.id);
  const changed = batch.kind === "events" ? await eventsChanged(tx, ids, seq, batch.recordedAt ?? 0) : batch.kind === "people" ? await peopleChanged(tx, ids, seq) : await casesChanged(tx, ids, seq);
  return { free: subjects.filter(({ id }) => !changed.has(id)), kept: subjects.filter(({ id }) => changed.has(id)) };
}

async function takeAway(tx: Tx, { id, kind, teamId }: ImportBatchRow, ids: readonly string[]): Promise<void> {
  const away = await hiddenTeam(tx, `withdrawn-${id}`);
  if (kind === "events") return moveEvents(tx, ids, teamId, away);
  return kind === "people" ? movePeople(tx, ids, teamId, away) : moveCases(tx, ids, teamId, away);
}
