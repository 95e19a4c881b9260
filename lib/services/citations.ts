import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { ClaimRow } from "@/db/queries/claims";
import { findPlace, findOrganisation } from "@/db/queries/organisation";
import { findSource, insertCitations, type SourceRow } from "@/db/queries/sources";
import { citations } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { readClaimValue, type ClaimSubject, type ClaimValues, type NewClaim, type TakenClaims } from "@/lib/model/claim";
import { refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { CitationValues } from "@/lib/model/source";
import { requireCases } from "./case-access";
import { requireClaimSource, requireSubject, type Subject } from "./claim-access";
import { placeSent, quoteOccurs } from "./claim-quotes";
import { namesRecord, onceKnown, storedValue, type Known } from "./claim-values";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { todayIn } from "./organisation";
import { changesOf, write, type Log } from "./write";

const claimNames = ["source", "field", "quote", "valueKind", "value", "saidBy"] as const;

/** Cites a source, word for word, for a fact of one case or several. Where the source's text is kept, the words must stand in it. */
export const recordCitation = (actor: Actor, { caseIds, sourceId, ...claim }: CitationValues, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const cases = await requireCases(tx, actor, "case.write", caseIds);
      const source = await findSource(tx, actor, sourceId);
      if (!source || cases.some((row) => row.teamId !== source.teamId)) throw refuse("sourceId", "unknown_option");
      await requireClaimSource(tx, actor, sourceId);
      const claimIds = await insertClaim(tx, log, actor, source, { cases, event: undefined }, { valueKind: "", value: "", valueRef: null, saidBy: "", start: null, end: null, ...claim });
      if (claimIds.length === 0) throw refuse("quote", "already_accepted");
      return { caseIds: cases.map(({ id }) => id) };
    },
    meta.submission,
  );

/** Records what a source says, in its words, as a claim about cases, an event, or not yet about anybody. */
export const recordClaim = (actor: Actor, { sourceId, caseIds, eventId, ...claim }: NewClaim, meta: FormMeta = {}): Promise<Recorded> => recorded(actor, sourceId, { caseIds, eventId }, [claim], meta);

/** Records the suggestions that a person has accepted; one that is recorded already is not recorded again. */
export const acceptClaims = (actor: Actor, { sourceId, caseIds, eventId, claims }: TakenClaims, meta: FormMeta = {}): Promise<Recorded> => recorded(actor, sourceId, { caseIds, eventId }, claims, meta);

type Recorded = { sourceId: string; claimIds: string[] };

const recorded = (actor: Actor, sourceId: string, about: ClaimSubject, claims: readonly ClaimValues[], meta: FormMeta): Promise<Recorded> =>
  write(
    actor,
    async (tx, log) => {
      const source = await requireClaimSource(tx, actor, sourceId);
      const subject = await requireSubject(tx, actor, source, about);
      const known = onceKnown(tx, actor);
      const claimIds: string[] = [];
      const stamp = ascending();
      for (const claim of claims) claimIds.push(...(await insertClaim(tx, log, actor, source, subject, claim, known, stamp)));
      if (claimIds.length === 0) throw refuse("claims", "already_accepted");
      return { sourceId, claimIds };
    },
    meta.submission,
  );

/** Moments that are never the same: claims that are accepted together stand in the order in which they were given, however fast they are written. */
function ascending(): () => number {
  let last = 0;
  return () => (last = Math.max(realNow(), last + 1));
}

/** One claim for each case, or for the event, or for nobody yet; answers the ids of those that are new. */
async function insertClaim(tx: Tx, log: Log, actor: Actor, source: SourceRow, { cases, event }: Subject, claim: ClaimValues, known?: Known, stamp: () => number = realNow): Promise<string[]> {
  if (source.text !== "" && !quoteOccurs(source.text, claim.quote)) throw refuse("quote", "quote_not_in_source");
  const read = readClaimValue(claim.valueKind, claim.value, { today: await todayOf(tx, source) });
  if (!read.ok) throw refuse("value", read.code);
  const { valueKind, value } = await storedValue(tx, actor, { ...claim, value: read.value }, known);
  const place = placeSent(source.text, claim.quote, claim);
  const ids: string[] = [];
  for (const about of cases.length > 0 ? cases.map(({ id }) => ({ caseId: id, eventId: null })) : [{ caseId: null, eventId: event?.id ?? null }]) {
    const at = stamp();
    const row = { id: randomUUID(), sourceId: source.id, ...about, field: claim.field, quote: claim.quote, ...place, valueKind, value, saidBy: claim.saidBy, createdAt: at, updatedAt: at };
    if (await isRecorded(tx, row)) continue;
    await insertCitations(tx, [row]);
    await log("citation.recorded", {
      subject: ["citation", row.id],
      ...(row.caseId === null ? {} : { caseId: row.caseId }),
      version: [null, 1],
      changes: changesOf(undefined, { ...row, source: source.title, value: namesRecord(valueKind) ? claim.value : value }, claimNames),
    });
    ids.push(row.id);
  }
  return ids;
}

type Recording = Pick<ClaimRow, "sourceId" | "caseId" | "eventId" | "field" | "quote" | "start" | "valueKind" | "value">;

/** Whether the same words of the same place in the text are recorded for the same fact already. */
async function isRecorded(tx: Reader, { sourceId, caseId, eventId, field, quote, start, valueKind, value }: Recording): Promise<boolean> {
  const same = await tx
    .select({ id: citations.id, start: citations.start })
    .from(citations)
    .where(
      and(
        eq(citations.sourceId, sourceId),
        caseId === null ? isNull(citations.caseId) : eq(citations.caseId, caseId),
        eventId === null ? isNull(citations.eventId) : eq(citations.eventId, eventId),
        eq(citations.field, field),
        eq(citations.quote, quote),
        eq(citations.valueKind, valueKind),
        eq(citations.value, value),
        isNull(citations.withdrawn),
      ),
    );
  return same.some((each) => each.start === start);
}

/** The day that "25 October" is read against: that of the publication where it is known to the day, else today where the organisation works. */
export async function todayOf(tx: Reader, { published }: Pick<SourceRow, "published">): Promise<string> {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? "")?.[0];
  const organisation = day ? undefined : await findOrganisation(tx);
  const home = organisation && (await findPlace(tx, organisation.defaultPlaceId));
  return day ?? todayIn(home?.zone ?? "UTC");
}
