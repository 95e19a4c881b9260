import "server-only";
import { stat } from "node:fs/promises";
import { changeFile, listStale, stateOf } from "@/db/queries/files";
import { store } from "@/db/store";
import { commandLine } from "@/lib/model/actors";
import { evidenceNames, evidencePath, partPath } from "@/lib/vault/evidence-folder";
import { removeSealed } from "@/lib/vault/evidence-writer";
import { realNow } from "./clock";
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
  const stale = await listStale(read, at - UPLOAD_DAYS * 24 * HOUR);
  for (const row of stale) {
    await write(commandLine([row.teamId]), async (tx, log) => {
      if (!(await changeFile(tx, row.id, row.version, { state: "abandoned", updatedAt: at }))) return log("file.abandoned", { subject: ["file", row.id] });
      await log("file.abandoned", { subject: ["file", row.id], version: [row.version, row.version + 1] });
    });
    await removeSealed(partPath(row.id));
  }
  return stale.length + (await removeRemains(at));
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
