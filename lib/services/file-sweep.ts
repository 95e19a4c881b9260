import "server-only";
import { stat } from "node:fs/promises";
import { changeFile, listStale, stateOf, type FileRow } from "@/db/queries/files";
import { store } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { AppError } from "@/lib/model/errors";
import { derivedPath, evidenceNames, evidencePath, originalPath, partPath } from "@/lib/vault/evidence-folder";
import { removeSealed } from "@/lib/vault/evidence-writer";
import { realNow } from "./clock";
import { inTurn } from "./file-turns";
import { write } from "./write";

const HOUR = 3_600_000;
const UPLOAD_DAYS = 7;

const swept = globalThis as typeof globalThis & { erkinSwept?: number };

/** Gives up uploads that nobody went on with for a week, and removes what broken ones left on the disk; at most once an hour. */
export async function sweepUploads(force = false): Promise<number> {
  const at = realNow();
  if (!force && at - (swept.erkinSwept ?? 0) < HOUR) return 0;
  swept.erkinSwept = at;
  const { read } = await store();
  const before = at - UPLOAD_DAYS * 24 * HOUR;
  let given = 0;
  for (const row of await listStale(read, before)) if (await inTurn(row.id, () => giveUp(row, before))) given++;
  return given + (await removeRemains(at));
}

/** Gives one upload up unless a part of it came later or somebody finished it meanwhile: of a file that is kept nothing may go. */
async function giveUp(row: FileRow, before: number): Promise<boolean> {
  const { mtimeMs } = await stat(partPath(row.id)).catch(() => ({ mtimeMs: 0 }));
  if (mtimeMs >= before) return false;
  try {
    await write(commandLine([row.teamId]), async (tx, log) => {
      if (!(await changeFile(tx, row.id, row.version, { state: "abandoned", updatedAt: realNow() }))) throw new AppError("conflict");
      await log("file.abandoned", { subject: ["file", row.id], version: [row.version, row.version + 1] });
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
  for (const file of [partPath(row.id), originalPath(row.id), derivedPath(row.id)]) await removeSealed(file);
  return true;
}

/** Half-written files older than a day that belong to no upload under way. */
async function removeRemains(at: number): Promise<number> {
  const { read } = await store();
  let removed = 0;
  for (const name of await evidenceNames()) {
    const id = /^(.*)\.(part|new)$/.exec(name)?.[1];
    if (id === undefined) continue;
    const { mtimeMs } = await stat(evidencePath(name)).catch(() => ({ mtimeMs: at }));
    if (at - mtimeMs < 24 * HOUR || (name.endsWith(".part") && (await stateOf(read, id)) === "uploading")) continue;
    await removeSealed(evidencePath(name));
    removed++;
  }
  return removed;
}
