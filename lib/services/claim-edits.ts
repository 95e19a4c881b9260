import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { listRivals, listSameClaims, namesOfRecords, type ClaimRow } from "@/db/queries/claims";
import { insertCitations } from "@/db/queries/sources";
import { citations } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { readClaimValue, type ClaimAttachment, type ClaimEdit, type ClaimValueKind } from "@/lib/model/claim";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { requireClaim, requireClaimSource, requireSubject } from "./claim-access";
import { todayOf } from "./citations";
import { namesRecord, storedValue } from "./claim-values";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log, type LogEntry } from "./write";

/** Where a form leads back to. */
export type ChangedClaim = { claimId: string; sourceId: string; caseId: string | null; eventId: string | null };

const own = ["field", "valueKind", "value", "saidBy"] as const;
const changed = ({ id, sourceId, caseId, eventId }: ClaimRow): ChangedClaim => ({ claimId: id, sourceId, caseId, eventId });

/** Writes columns of a claim over its version `version` with the entry for the history; a conflict where it is another one by now. */
async function put(tx: Tx, log: Log, action: string, claim: ClaimRow, version: number, columns: Partial<ClaimRow>, changes: LogEntry["changes"]): Promise<void> {
  const written = await tx
    .update(citations)
    .set({ ...columns, version: version + 1, updatedAt: realNow() })
    .where(and(eq(citations.id, claim.id), eq(citations.version, version)))
    .returning({ id: citations.id });
  if (written.length === 0) throw new AppError("conflict", { current: { version: claim.version, values: Object.fromEntries(own.map((name) => [name, claim[name]])) } });
  const caseId = columns.caseId ?? claim.caseId;
  await log(action, { subject: ["citation", claim.id], ...(caseId === null ? {} : { caseId }), version: [version, version + 1], ...(changes ? { changes } : {}) });
}

/** Corrects which fact a claim is about, its value and who says it; its words are those of the source. A followed claim with another value has to be followed anew. */
export const updateClaim = (actor: Actor, { claimId, ...input }: ClaimEdit, meta: FormMeta): Promise<ChangedClaim> =>
  write(
    actor,
    async (tx, log) => {
      const { claim, source } = await requireClaim(tx, actor, claimId);
      const read = readClaimValue(input.valueKind, input.value, { today: await todayOf(tx, source) });
      if (!read.ok) throw refuse("value", read.code);
      const stored = await storedValue(tx, actor, { ...input, value: read.value });
      const current = await editable(tx, actor, claim);
      const version = seenVersion(meta.version, { version: claim.version, values: current });
      const values = { field: input.field, saidBy: input.saidBy, ...stored };
      const followed = claim.followed && claim.field === values.field && claim.valueKind === values.valueKind && claim.value === values.value;
      const named = await editable(tx, actor, { ...claim, ...values });
      const changes = changesOf({ ...current, followed: claim.followed || "" }, { ...named, followed: followed || "" }, [...own, "followed"]);
      if (claim.version !== version) throw new AppError("conflict", { current: { version: claim.version, values: current } });
      await put(tx, log, "citation.updated", claim, version, { ...values, followed }, changes);
      return changed(claim);
    },
    meta.submission,
  );

/** Takes a claim back with a reason: it stays in the record and no longer counts. */
export const withdrawCitation = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<ChangedClaim> =>
  write(
    actor,
    async (tx, log) => {
      const { claim } = await requireClaim(tx, actor, recordId);
      await put(tx, log, "citation.withdrawn", claim, claim.version, { withdrawn: reason, followed: false }, [{ field: "withdrawn", before: null, after: reason }]);
      return changed(claim);
    },
    meta.submission,
  );

/** Says what claims are about that were about nobody yet; about several cases, each gets a claim of its own. */
export const attachClaims = (actor: Actor, { sourceId, claimIds, ...about }: ClaimAttachment, meta: FormMeta = {}): Promise<{ sourceId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const source = await requireClaimSource(tx, actor, sourceId);
      const { cases, event } = await requireSubject(tx, actor, source, about);
      if (cases.length === 0 && !event) throw refuse("caseIds", "required");
      for (const id of claimIds) {
        const { claim } = await requireClaim(tx, actor, id);
        if (claim.sourceId !== sourceId || claim.caseId !== null || claim.eventId !== null) throw new AppError("not_found");
        const [first, ...others] = cases;
        await put(tx, log, "citation.attached", claim, claim.version, first ? { caseId: first.id } : { eventId: event?.id ?? null }, changesOf(undefined, { ...claim, source: source.title }, ["source", ...own, "quote"]));
        for (const { id: caseId } of others) {
          const at = realNow();
          const copy = { ...claim, id: randomUUID(), caseId, version: 1, createdAt: at, updatedAt: at };
          await insertCitations(tx, [copy]);
          await log("citation.recorded", { subject: ["citation", copy.id], caseId, version: [null, 1], changes: changesOf(undefined, { ...copy, source: source.title }, ["source", ...own, "quote"]) });
        }
      }
      return { sourceId };
    },
    meta.submission,
  );

/** Marks the claim that the record follows, or takes the mark away; of claims of one fact with different values only one has it. */
export const followClaim = (actor: Actor, { claimId, follow }: { claimId: string; follow: "yes" | "no" }, meta: FormMeta = {}): Promise<ChangedClaim> =>
  write(
    actor,
    async (tx, log) => {
      const { claim } = await requireClaim(tx, actor, claimId);
      if (claim.caseId === null && claim.eventId === null) throw new AppError("not_found");
      if (meta.version !== undefined && meta.version !== claim.version) throw new AppError("conflict", { current: { version: claim.version, values: {} } });
      await setFollowed(tx, log, claim, follow === "yes");
      return changed(claim);
    },
    meta.submission,
  );

/** Part of a transaction that records a fact from a claim about these cases, about this event, or about whatever: from now on the record follows it. A claim of something else, or one taken back meanwhile, changes nothing. */
export async function followRecorded(tx: Tx, log: Log, actor: Actor, claimId: string | undefined, about?: { caseIds?: readonly string[]; eventId?: string | null }): Promise<void> {
  if (claimId === undefined) return;
  const { claim } = await requireClaim(tx, actor, claimId).catch((error: unknown) => {
    if (error instanceof AppError) return { claim: undefined };
    throw error;
  });
  if (!claim || (claim.caseId === null && claim.eventId === null)) return;
  if (claim.eventId !== null && about && about.eventId !== claim.eventId) return;
  // The same words accepted for several cases at once are one claim to whoever records from it.
  const same = claim.caseId === null ? [claim] : await listSameClaims(tx, claim);
  for (const each of same) {
    if (!each.followed && (about === undefined || each.caseId === null || about.caseIds?.includes(each.caseId))) await setFollowed(tx, log, each, true);
  }
}

async function setFollowed(tx: Tx, log: Log, claim: ClaimRow, followed: boolean): Promise<void> {
  const word = (on: boolean): string | null => (on ? "yes" : null);
  const mark = (row: ClaimRow, on: boolean) => put(tx, log, on ? "citation.followed" : "citation.unfollowed", row, row.version, { followed: on }, [{ field: "followed", before: word(row.followed), after: word(on) }]);
  // An event keeps every figure that was told of it, each as its own.
  if (followed && !(claim.eventId !== null && claim.valueKind === "count")) {
    for (const rival of await listRivals(tx, claim)) {
      if (rival.id !== claim.id && rival.followed && rival.valueKind === claim.valueKind && rival.value !== claim.value) await mark(rival, false);
    }
  }
  await mark(claim, followed);
}

/** A claim as its form shows it: what names a record by its name. */
async function editable(tx: Reader, actor: Actor, claim: ClaimRow): Promise<Record<string, string>> {
  const names = namesRecord(claim.valueKind) ? (await namesOfRecords(tx, actor, [claim.value]))[claim.value] : undefined;
  return { field: claim.field, valueKind: claim.valueKind as ClaimValueKind, value: names?.en ?? claim.value, saidBy: claim.saidBy };
}

/** A claim that counts, with its source and what it is about, for those who may correct it. */
export async function getClaim(actor: Actor, id: string) {
  const { read } = await store();
  const { claim, source, about, event } = await requireClaim(read, actor, id);
  return {
    id,
    version: claim.version,
    claim,
    source: { id: source.id, title: source.title, language: source.language },
    names: namesRecord(claim.valueKind) ? await namesOfRecords(read, actor, [claim.value]) : {},
    about: about ? { id: about.id, reference: about.reference } : null,
    event: event ? { id: event.id, title: event.title } : null,
    today: await todayOf(read, source),
  };
}
