import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { countReviews, insertReview } from "@/db/queries/allegation-parts";
import { listAllegationCases } from "@/db/queries/allegations";
import { allegations } from "@/db/schema";
import { store } from "@/db/store";
import type { ReviewValues } from "@/lib/model/allegation";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { logOn, requireAllegation, reviewerOf, sourceFor } from "./allegation-access";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const told = ["verification", "ground", "source"] as const;

/** Says how far an allegation is borne out, and on what ground; what was held before stays in the history. The version is the number of reviews. */
export const reviewAllegation = (actor: Actor, { allegationId, verification, ground, reviewSourceId }: ReviewValues & { allegationId: string }, meta: FormMeta): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireAllegation(tx, actor, allegationId);
      if (ground === "") throw refuse("ground", "required");
      const source = await sourceFor(tx, actor, reviewSourceId, row.teamId, "reviewSourceId");
      const made = await countReviews(tx, allegationId);
      const saved = { version: made, values: { verification: row.verification } };
      const version = seenVersion(meta.version, saved);
      if (version !== made) throw new AppError("conflict", { current: saved });
      await insertReview(tx, { id: randomUUID(), allegationId, at: realNow(), byId: await reviewerOf(tx, actor), verification, ground, sourceId: reviewSourceId });
      await tx.update(allegations).set({ verification, updatedAt: realNow() }).where(eq(allegations.id, allegationId));
      const changes = changesOf({ verification: row.verification }, { verification, ground, source: source?.title }, told);
      await logOn(log, await listAllegationCases(tx, allegationId), "allegation.reviewed", { subject: ["allegation", allegationId], version: [row.version, row.version], changes });
      return { allegationId };
    },
    meta.submission,
  );

/** How an allegation is held now, and from which review a new one follows. */
export async function getReviewForm(actor: Actor, allegationId: string): Promise<{ version: number; verification: string }> {
  const { read } = await store();
  const row = await requireAllegation(read, actor, allegationId);
  return { version: await countReviews(read, allegationId), verification: row.verification };
}
