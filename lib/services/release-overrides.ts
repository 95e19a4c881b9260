import "server-only";
import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { countEstimates, endOverride, findOverride, insertOverride, latestOverride, openOverride } from "@/db/queries/estimates";
import { latestEstimate } from "@/db/queries/custody";
import type { CaseRow } from "@/db/queries/cases";
import { store, type Reader } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { canonicalJson, type Json } from "@/lib/model/canonical-json";
import { AppError, seenVersion, type SavedVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { ReleaseOverrideValues } from "@/lib/model/release-override";
import type { ReleaseEstimate } from "@/lib/release/estimate";
import { allow } from "./allow";
import { refuseBadDate, requireCase } from "./case-access";
import { realNow } from "./clock";
import { loadFacts, refreshEstimate } from "./estimates";
import type { FormMeta } from "./form-meta";
import { endWithEntry } from "./override-effect";
import { changesOf, write } from "./write";

/**
 * Sets the expected release of a case by hand, with a reason; replaces one that stands. It is refused as a conflict when the estimate is no
 * longer the one that its author saw: a date set by hand is about exactly those facts.
 */
export const recordReleaseOverride = (actor: Actor, { caseId, when, reason }: ReleaseOverrideValues & { caseId: string }, meta: FormMeta): Promise<{ caseId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const row = await requireCase(tx, actor, "case.read", caseId);
      allow(actor, "estimate.override", row);
      refuseBadDate("when", when, row.zone);
      const saved = await savedVersion(tx, row);
      if (seenVersion(meta.version, saved) !== saved.version) throw new AppError("conflict", { current: saved });
      const standing = await openOverride(tx, caseId);
      if (standing) await endWithEntry(tx, log, standing, "replaced");
      const { facts } = await loadFacts(tx, row);
      const id = randomUUID();
      // Later than the one before even within the same millisecond, because the newest is the one that is shown.
      const at = Math.max(realNow(), ((await latestOverride(tx, caseId))?.override.createdAt ?? 0) + 1);
      await insertOverride(tx, { id, caseId, when, reason, authorId: actor.userId, facts: canonicalJson(facts as unknown as Json), createdAt: at, updatedAt: at });
      await log("override.recorded", { subject: ["override", id], caseId, version: [null, 1], changes: changesOf(undefined, { when, reason }, ["when", "reason"]) });
      await refreshEstimate(tx, log, caseId);
      return { caseId };
    },
    meta.submission,
  );

/** Takes back a date that was set by hand, or dismisses the notice that the facts ended one; with a reason. */
export const withdrawReleaseOverride = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await findOverride(tx, recordId);
      if (!before) throw new AppError("not_found");
      const row = await requireCase(tx, actor, "case.read", before.caseId);
      allow(actor, "estimate.override", row);
      if (before.ended !== null && before.ended !== "facts_changed") throw new AppError("not_found");
      const ended = before.ended === null ? "withdrawn" : "dismissed";
      await endOverride(tx, before, ended, realNow());
      await log("override.withdrawn", {
        subject: ["override", recordId],
        caseId: row.id,
        version: [before.version, before.version + 1],
        changes: [{ field: "ended", before: before.ended, after: ended }, { field: "withdrawn", before: null, after: reason }],
      });
      await refreshEstimate(tx, log, row.id);
      return { caseId: row.id };
    },
    meta.submission,
  );

/** What the form is drawn with: the date that stands or that the facts ended, what is computed, and the version of the estimate. */
export async function getReleaseOverrideForm(actor: Actor, caseId: string) {
  const { read } = await store();
  const row = await requireCase(read, actor, "case.read", caseId);
  allow(actor, "estimate.override", row);
  const estimate = await latestEstimate(read, caseId);
  const newest = await latestOverride(read, caseId);
  const shown = newest && (newest.override.ended === null || newest.override.ended === "facts_changed") ? newest.override : undefined;
  return {
    ...(await savedVersion(read, row)),
    zone: row.zone,
    reference: row.reference,
    estimate: estimate ? (JSON.parse(estimate.answer) as ReleaseEstimate) : undefined,
    override: shown ? { id: shown.id, when: shown.when, ended: shown.ended } : undefined,
  };
}

/** The version is how many estimates the case has had: it grows with its facts and with every date that is set by hand. */
async function savedVersion(tx: Reader, row: CaseRow): Promise<SavedVersion> {
  const standing = await openOverride(tx, row.id);
  const newest = await latestEstimate(tx, row.id);
  const computed = newest ? windowText(JSON.parse(newest.answer) as ReleaseEstimate, row.zone) : "";
  return { version: await countEstimates(tx, row.id), values: { ...(standing ? { when: standing.when, reason: standing.reason } : {}), computed } };
}

/** A window as any reader understands it, in the clock of the place: "2019-10-31 00:00 – 2019-11-02 00:00". */
function windowText({ earliest, latest }: ReleaseEstimate, zone: string): string {
  const wall = (iso: string | null) => (iso === null ? "…" : Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " "));
  return earliest === null && latest === null ? "" : `${wall(earliest)} – ${wall(latest)}`;
}
