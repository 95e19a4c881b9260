import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { bodiesById } from "@/db/queries/allegation-parts";
import { institutionsNamed } from "@/db/queries/institution-naming";
import { findCount, insertCount, listCountPlaces, listCounts, putCountPlaces, type CountRow } from "@/db/queries/counts";
import { listSites, type EventRow } from "@/db/queries/events";
import { listPlaces } from "@/db/queries/organisation";
import { findSource } from "@/db/queries/sources";
import { counts } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { figureProblem, type CountValues } from "@/lib/model/count";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { checkPast } from "./case-access";
import { followRecorded } from "./claim-edits";
import { realNow } from "./clock";
import { requireEvent } from "./events";
import type { FormMeta } from "./form-meta";
import { institutionNamed } from "./institutions";
import { isMasked, unlessMasked } from "./source-mask";
import { changesOf, write, type Log } from "./write";

const own = ["attributedTo", "category", "bound", "figure", "figureTo", "comparedToId", "asOf", "sourceId", "note"] as const;
const told = ["attributedTo", "institution", "category", "bound", "figure", "figureTo", "comparedTo", "places", "asOf", "sourceId", "note"] as const;

/** Records one figure by one who counted. Other counts of the event stay as they are, however much they differ. */
export const recordCount = (actor: Actor, { eventId, ...input }: CountValues & { eventId: string }, meta: FormMeta = {}): Promise<{ countId: string; eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const countId = await recordCountIn(tx, log, actor, await requireEvent(tx, actor, eventId), input);
      await followRecorded(tx, log, actor, meta.claim, { eventId });
      return { countId, eventId };
    },
    meta.submission,
  );

/** The same as part of the caller's transaction; the id of the count. */
export async function recordCountIn(tx: Tx, log: Log, actor: Actor, event: EventRow, input: CountValues): Promise<string> {
  const { row, placeIds } = await checked(tx, log, actor, event, input);
  const id = randomUUID();
  const at = realNow();
  await insertCount(tx, { id, eventId: event.id, teamId: event.teamId, zone: event.zone, ...row, createdAt: at, updatedAt: at });
  await putCountPlaces(tx, id, placeIds);
  await log("count.recorded", { subject: ["count", id], version: [null, 1], changes: changesOf(undefined, await shownOf(tx, actor, await requireCount(tx, actor, id)), told) });
  return id;
}

export const updateCount = (actor: Actor, { countId, ...input }: CountValues & { countId: string }, meta: FormMeta): Promise<{ countId: string; eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireCount(tx, actor, countId);
      const event = await requireEvent(tx, actor, before.eventId);
      const shown = await shownOf(tx, actor, before);
      const { row, placeIds } = await checked(tx, log, actor, event, input, before);
      const { values, placeIds: ticked } = await editable(tx, before);
      const saved = { version: before.version, values: { ...values, placeIds: ticked.join("; ") } };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(counts)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(counts.id, countId), eq(counts.version, version), isNull(counts.withdrawn)))
        .returning({ id: counts.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putCountPlaces(tx, countId, placeIds);
      const changes = changesOf(shown, await shownOf(tx, actor, await requireCount(tx, actor, countId)), told);
      await log("count.updated", { subject: ["count", countId], version: [version, version + 1], changes });
      return { countId, eventId: event.id };
    },
    meta.submission,
  );

/** Takes a count back with a reason: it stays in the ledger, struck through, and no report names it. */
export const withdrawCount = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ countId: string; eventId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireCount(tx, actor, recordId);
      const [changed] = await tx
        .update(counts)
        .set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() })
        .where(and(eq(counts.id, recordId), eq(counts.version, before.version)))
        .returning({ id: counts.id });
      if (!changed) throw new AppError("not_found");
      await log("count.withdrawn", { subject: ["count", recordId], version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      return { countId: recordId, eventId: before.eventId };
    },
    meta.submission,
  );

/** The columns of a count and the places that it speaks of, or the reason why not. */
async function checked(tx: Tx, log: Log, actor: Actor, event: EventRow, { institution, institutionKind, placeIds, ...input }: CountValues, before?: CountRow) {
  const problem = figureProblem(input);
  if (problem) throw refuse(...problem);
  const here = new Set((await listSites(tx, [event.id])).map((site) => site.placeId));
  if (placeIds.some((id) => !here.has(id))) throw refuse("placeIds", "unknown_option");
  checkPast("asOf", input.asOf, event.zone);
  if (input.sourceId !== null && (await findSource(tx, actor, input.sourceId))?.teamId !== event.teamId) throw refuse("sourceId", "unknown_option");
  await refuseBadComparison(tx, actor, event.id, input.comparedToId, before?.id);
  const known = await institutionsNamed(tx, foldName(institution));
  const institutionId = known.find(({ kind }) => kind === institutionKind)?.id ?? known[0]?.id ?? (await institutionNamed(tx, log, institutionKind, institution, null));
  return { row: { ...input, institutionId }, placeIds };
}

/** "Far more" than another count of the same event; never than itself, nor in a circle. */
async function refuseBadComparison(tx: Reader, actor: Actor, eventId: string, comparedToId: string | null, ownId: string | undefined): Promise<void> {
  for (let at = comparedToId, steps = 0; at !== null && steps < 100; steps++) {
    const other = await findCount(tx, actor, at);
    if (other?.eventId !== eventId || other.id === ownId) throw refuse("comparedToId", "unknown_option");
    at = other.comparedToId;
  }
}

async function requireCount(tx: Reader, actor: Actor, id: string): Promise<CountRow> {
  const row = await findCount(tx, actor, id);
  if (!row || row.withdrawn !== null) throw new AppError("not_found");
  await requireEvent(tx, actor, row.eventId);
  return row;
}

/** A count as the history tells it. */
async function shownOf(tx: Reader, actor: Actor, row: CountRow): Promise<Record<string, unknown>> {
  const compared = row.comparedToId === null ? undefined : await findCount(tx, actor, row.comparedToId);
  return {
    ...row,
    institution: (await bodiesById(tx, [row.institutionId])).get(row.institutionId ?? "")?.name ?? "",
    comparedTo: compared?.attributedTo ?? "",
    places: (await listCountPlaces(tx, [row.id])).map((place) => place.placeId),
  };
}

/** A count as its form shows it. */
async function editable(tx: Reader, row: CountRow) {
  const text = Object.fromEntries(own.map((name) => [name, row[name] === null ? "" : String(row[name])]));
  const institution = (await bodiesById(tx, [row.institutionId])).get(row.institutionId ?? "");
  return { values: { ...text, institution: institution?.name ?? "", institutionKind: institution?.kind ?? "agency" } as Record<string, string>, placeIds: (await listCountPlaces(tx, [row.id])).map((place) => place.placeId) };
}

export async function getEditableCount(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireCount(read, actor, id);
  return { id, eventId: row.eventId, version: row.version, ...(await editable(read, row)) };
}

/** What the form of a count offers: the places of the event, and the counts that a new one can be compared with. */
export async function getCountChoices(actor: Actor, eventId: string, ownId?: string) {
  const { read } = await store();
  const event = await requireEvent(read, actor, eventId);
  const here = new Set((await listSites(read, [eventId])).map((site) => site.placeId));
  const others = await listCounts(read, actor, [eventId]);
  const own = others.find(({ count }) => count.id === ownId);
  return {
    /** The source that this count names already, which may be older than those on offer. */
    source: own?.source ?? null,
    title: event.title,
    places: (await listPlaces(read)).filter((place) => here.has(place.id)),
    others: others.filter(({ count }) => count.id !== ownId && (count.withdrawn === null || count.id === own?.count.comparedToId)).map(({ count }) => count),
  };
}

/** The ledger of an event with the places of each count, for whoever may read the event. */
export async function ledgerOf(tx: Reader, actor: Actor, eventIds: readonly string[]) {
  const rows = await listCounts(tx, actor, eventIds);
  const scopes = await listCountPlaces(tx, rows.map(({ count }) => count.id));
  return rows.map((row) => {
    const masked = isMasked(actor, row.source);
    const count = masked ? { ...row.count, attributedTo: "", note: "" } : row.count;
    const source = row.source && { id: row.source.id, title: unlessMasked(masked, row.source.title) };
    return { ...row, count, institution: masked ? null : row.institution, source, places: scopes.filter((place) => place.countId === row.count.id) };
  });
}

export type LedgerRow = Awaited<ReturnType<typeof ledgerOf>>[number];
