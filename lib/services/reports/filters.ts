import "server-only";
import { findSavedFilter, listSavedFilters, removeSavedFilter, type SavedFilterRow } from "@/db/queries/reports";
import { store } from "@/db/store";
import { AppError, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "../allow";
import { realNow } from "../clock";
import type { FormMeta } from "../form-meta";
import { write } from "../write";

/** The filters that the actor's teams keep. */
export async function listFilters(actor: Actor): Promise<SavedFilterRow[]> {
  allow(actor, "report.make");
  return listSavedFilters((await store()).read, actor);
}

/** Takes a filter off the list; reports that were made with it keep what it was. */
export const removeFilter = (actor: Actor, { filterId }: { filterId: string }, meta: FormMeta): Promise<{ filterId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await findSavedFilter(tx, actor, filterId);
      if (!row) throw new AppError("not_found");
      allow(actor, "report.make", { teamId: row.teamId });
      const saved = { version: row.version, values: {} };
      if (!(await removeSavedFilter(tx, filterId, seenVersion(meta.version, saved), realNow()))) throw new AppError("conflict", { current: saved });
      await log("filter.removed", { subject: ["filter", filterId], changes: [{ field: "name", before: row.name, after: null }] });
      return { filterId };
    },
    meta.submission,
  );
