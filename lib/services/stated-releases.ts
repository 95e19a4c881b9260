import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findStated, insertStated, type StatedRow } from "@/db/queries/custody";
import { findSource } from "@/db/queries/sources";
import { statedReleases } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { StatedReleaseValues } from "@/lib/model/stated-release";
import { refuseBadDate, requireCase, requireCases } from "./case-access";
import { followRecorded } from "./claim-edits";
import { realNow } from "./clock";
import { refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const told = ["when", "attributedTo", "sourceId", "note"] as const;

/** What a source says about the release, for one case or several; the computed and the observed release stay as they are. */
export const recordStatedRelease = (actor: Actor, { caseIds, ...input }: StatedReleaseValues & { caseIds: string[] }, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      for (const row of await requireCases(tx, actor, "case.write", caseIds)) {
        await refuseUnknownSource(tx, actor, input.sourceId, row.teamId);
        refuseBadDate("when", input.when, row.zone);
        const id = randomUUID();
        const at = realNow();
        await insertStated(tx, [{ id, caseId: row.id, ...input, createdAt: at, updatedAt: at }]);
        await log("statedRelease.recorded", { subject: ["statedRelease", id], caseId: row.id, version: [null, 1], changes: changesOf(undefined, input, told) });
        await refreshEstimate(tx, log, row.id);
      }
      await followRecorded(tx, log, actor, meta.claim, { caseIds });
      return { caseIds };
    },
    meta.submission,
  );

export const updateStatedRelease = (actor: Actor, { statedId, ...input }: StatedReleaseValues & { statedId: string }, meta: FormMeta): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireStated(tx, statedId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      refuseBadDate("when", input.when, row.zone);
      await refuseUnknownSource(tx, actor, input.sourceId, row.teamId);
      const saved = { version: before.version, values: editableStated(before) };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(statedReleases)
        .set({ ...input, version: version + 1, updatedAt: realNow() })
        .where(and(eq(statedReleases.id, statedId), eq(statedReleases.version, version)))
        .returning({ id: statedReleases.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await log("statedRelease.updated", { subject: ["statedRelease", statedId], caseId: row.id, version: [version, version + 1], changes: changesOf(before, input, told) });
      await refreshEstimate(tx, log, row.id);
      return { caseIds: [row.id] };
    },
    meta.submission,
  );

export const withdrawStatedRelease = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireStated(tx, recordId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      await tx.update(statedReleases).set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() }).where(eq(statedReleases.id, recordId));
      await log("statedRelease.withdrawn", { subject: ["statedRelease", recordId], caseId: row.id, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      await refreshEstimate(tx, log, row.id);
      return { caseIds: [row.id] };
    },
    meta.submission,
  );

export async function getEditableStatedRelease(actor: Actor, id: string): Promise<{ id: string; caseId: string; version: number; values: Record<string, string> }> {
  const { read } = await store();
  const row = await requireStated(read, id);
  await requireCase(read, actor, "case.write", row.caseId);
  return { id, caseId: row.caseId, version: row.version, values: editableStated(row) };
}

async function refuseUnknownSource(tx: Tx, actor: Actor, sourceId: string | null, teamId: string): Promise<void> {
  if (sourceId !== null && (await findSource(tx, actor, sourceId))?.teamId !== teamId) throw refuse("sourceId", "unknown_option");
}

async function requireStated(tx: Reader, id: string): Promise<StatedRow> {
  const row = await findStated(tx, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  return row;
}

const editableStated = (row: StatedRow): Record<string, string> => ({ when: row.when, attributedTo: row.attributedTo, sourceId: row.sourceId ?? "", note: row.note });
