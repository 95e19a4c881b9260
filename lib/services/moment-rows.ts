import "server-only";
import { randomUUID } from "node:crypto";
import { insertMoments } from "@/db/queries/custody";
import type { Tx } from "@/db/store";
import { boundsOf } from "@/lib/model/uncertain-date";
import type { MomentKind } from "@/lib/model/vocabularies";
import { realNow } from "./clock";
import { changesOf, type Log } from "./write";

export type NewMoment = { kind: MomentKind; when: string | null; institutionId: string | null; releaseKind: string | null; note: string };
export const momentFieldNames = ["kind", "when", "institution", "releaseKind", "note"] as const;

/** Adds one moment with its bounds and its audit entry; part of the caller's transaction, which refreshes the case afterwards. */
export async function recordMomentRow(tx: Tx, log: Log, caseId: string, zone: string, moment: NewMoment, institution = ""): Promise<string> {
  const id = randomUUID();
  const at = realNow();
  const bounds = moment.when === null ? { earliest: null, latest: null } : boundsOf(moment.when, zone);
  await insertMoments(tx, [{ id, caseId, ...moment, ...bounds, createdAt: at, updatedAt: at }]);
  await log("moment.recorded", { subject: ["moment", id], caseId, version: [null, 1], changes: changesOf(undefined, { ...moment, institution }, momentFieldNames) });
  return id;
}
