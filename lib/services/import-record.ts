import "server-only";
import { noteProgress, type ImportBatchRow } from "@/db/queries/imports";
import { store, type Reader } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { requireBatch, requireDraft } from "./import-batches";
import { recordWhole, settingsFor } from "./import-phase";
import { kickImport } from "./import-work";
import { write, writeMany } from "./write";

/** So many rows are recorded while the form waits; more go on after the answer, and the page shows how far they are. */
const MOST_AT_ONCE = 100;

/**
 * Records every accepted row of a draft: all of them or none. What is refused or set aside is kept with its cells and reasons. A batch that is
 * recorded already, or is being recorded, is left as it is, so that a form sent twice records once.
 */
export async function recordImport(actor: Actor, { importId }: { importId: string }, meta: FormMeta): Promise<{ importId: string }> {
  const { read } = await store();
  const batch = await requireBatch(read, actor, importId);
  if (batch.state === "recorded" || batch.phase === "record") return { importId };
  const { accepted } = await recordable(read, actor, importId, meta);
  if (accepted <= MOST_AT_ONCE) {
    return writeMany(
      actor,
      async (tx, log) => {
        const draft = await recordable(tx, actor, importId, meta);
        await recordWhole(tx, log, actor, draft);
        return { importId };
      },
      meta.submission,
    );
  }
  await write(actor, async (tx, log) => {
    const draft = await recordable(tx, actor, importId, meta);
    await noteProgress(tx, draft, { phase: "record", done: 0, failure: "", runnerId: actor.userId === "command-line" ? null : actor.userId, updatedAt: realNow() });
    await log("import.started", { subject: ["import", importId] });
  });
  await kickImport(importId, accepted);
  return { importId };
}

/** A draft of the version that was seen whose rows are all checked, or the reason why it cannot be recorded. */
async function recordable(tx: Reader, actor: Actor, importId: string, meta: FormMeta): Promise<ImportBatchRow> {
  const batch = await requireDraft(tx, actor, importId);
  settingsFor(actor, batch);
  const saved = { version: batch.version, values: {} };
  if (seenVersion(meta.version, saved) !== batch.version) throw new AppError("conflict", { current: saved });
  if (batch.phase === "check") throw refuse("importId", "import_not_ready");
  if (batch.accepted === 0) throw refuse("importId", "nothing_to_record");
  return batch;
}
