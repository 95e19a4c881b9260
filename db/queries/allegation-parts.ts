import { and, asc, count, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { allegationActs, allegationCases, allegationPerpetrators, allegationResponses, allegationReviews, allegations, complaints, events, institutions, places, sources, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import type { Body } from "@/lib/model/institution-name";
import { alsoWithin, within, type Scope } from "./scope";

export type ResponseRow = typeof allegationResponses.$inferSelect;
export type ComplaintRow = typeof complaints.$inferSelect;
export type PerpetratorRow = typeof allegationPerpetrators.$inferSelect;

export const listActs = (tx: Reader, allegationIds: readonly string[]) =>
  tx.select().from(allegationActs).where(inArray(allegationActs.allegationId, [...allegationIds])).orderBy(asc(allegationActs.position));

/** How many cases each of these allegations concerns, whoever may see them. */
export async function countCasesOf(tx: Reader, allegationIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.select({ id: allegationCases.allegationId, n: count() }).from(allegationCases).where(inArray(allegationCases.allegationId, [...allegationIds])).groupBy(allegationCases.allegationId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export const listPerpetrators = (tx: Reader, allegationIds: readonly string[]): Promise<PerpetratorRow[]> =>
  tx.select().from(allegationPerpetrators).where(inArray(allegationPerpetrators.allegationId, [...allegationIds])).orderBy(asc(allegationPerpetrators.position));

export const listResponses = (tx: Reader, allegationIds: readonly string[]): Promise<ResponseRow[]> =>
  tx.select().from(allegationResponses).where(inArray(allegationResponses.allegationId, [...allegationIds])).orderBy(desc(allegationResponses.createdAt), desc(allegationResponses.id));

export const listComplaints = (tx: Reader, allegationIds: readonly string[]): Promise<ComplaintRow[]> =>
  tx.select().from(complaints).where(inArray(complaints.allegationId, [...allegationIds])).orderBy(asc(complaints.createdAt), asc(complaints.id));

/** Newest first, with who reviewed. */
export const listReviews = (tx: Reader, allegationId: string) =>
  tx
    .select({ review: allegationReviews, by: users.name })
    .from(allegationReviews)
    .leftJoin(users, eq(users.id, allegationReviews.byId))
    .where(eq(allegationReviews.allegationId, allegationId))
    .orderBy(desc(allegationReviews.at), desc(allegationReviews.id));

export async function countReviews(tx: Reader, allegationId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(allegationReviews).where(eq(allegationReviews.allegationId, allegationId));
  return row?.n ?? 0;
}

/** The institutions behind these ids, each under its id. */
export async function bodiesById(tx: Reader, ids: readonly (string | null)[]): Promise<Map<string, Body>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: institutions.id, kind: institutions.kind, name: institutions.name, nameKk: institutions.nameKk, nameRu: institutions.nameRu, nameEn: institutions.nameEn })
    .from(institutions)
    .where(inArray(institutions.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Titles of the sources and events, and places, that these ids stand for, as far as they may be seen. */
export async function namesById(tx: Reader, scope: Scope, ids: { sources: readonly (string | null)[]; events: readonly (string | null)[]; places: readonly (string | null)[] }) {
  const wanted = (list: readonly (string | null)[]) => [...new Set(list)].filter((id) => id !== null);
  const [sourceIds, eventIds, placeIds] = [wanted(ids.sources), wanted(ids.events), wanted(ids.places)];
  const titled = sourceIds.length ? await tx.select({ id: sources.id, title: sources.title, teamId: sources.teamId, confidentiality: sources.confidentiality }).from(sources).where(and(inArray(sources.id, sourceIds), alsoWithin(scope, sources.teamId))) : [];
  const held = eventIds.length ? await tx.select({ id: events.id, title: events.title }).from(events).where(and(inArray(events.id, eventIds), alsoWithin(scope, events.teamId))) : [];
  const named = placeIds.length ? await tx.select({ id: places.id, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn }).from(places).where(inArray(places.id, placeIds)) : [];
  return { sources: new Map(titled.map((source) => [source.id, source])), events: new Map(held.map((event) => [event.id, event])), places: new Map(named.map((place) => [place.id, place])) };
}

export const insertResponse = (tx: Tx, row: typeof allegationResponses.$inferInsert) => tx.insert(allegationResponses).values(row);
export const insertReview = (tx: Tx, row: typeof allegationReviews.$inferInsert) => tx.insert(allegationReviews).values(row);
export const insertComplaint = (tx: Tx, row: typeof complaints.$inferInsert) => tx.insert(complaints).values(row);

export async function findResponse(tx: Reader, id: string): Promise<ResponseRow | undefined> {
  const [row] = await tx.select().from(allegationResponses).where(eq(allegationResponses.id, id));
  return row;
}

export async function findComplaint(tx: Reader, scope: Scope, id: string): Promise<ComplaintRow | undefined> {
  const [row] = await tx.select().from(complaints).where(and(eq(complaints.id, id), within(scope, complaints.teamId)));
  return row;
}

/** A complaint that counts, about something that is alleged to have been done in this case. */
export async function findComplaintOfCase(tx: Reader, caseId: string, id: string): Promise<ComplaintRow | undefined> {
  const [row] = await tx
    .select({ complaint: complaints })
    .from(complaints)
    .innerJoin(allegationCases, eq(allegationCases.allegationId, complaints.allegationId))
    .where(and(eq(complaints.id, id), eq(allegationCases.caseId, caseId), isNull(complaints.withdrawn)));
  return row?.complaint;
}

/** Changes a response that still has the version that was seen; false where it has not. */
export async function changeResponse(tx: Tx, id: string, version: number, values: Partial<ResponseRow>): Promise<boolean> {
  return (await tx.update(allegationResponses).set({ ...values, version: version + 1 }).where(and(eq(allegationResponses.id, id), eq(allegationResponses.version, version))).returning({ id: allegationResponses.id })).length > 0;
}

export async function changeComplaint(tx: Tx, id: string, version: number, values: Partial<ComplaintRow>): Promise<boolean> {
  return (await tx.update(complaints).set({ ...values, version: version + 1 }).where(and(eq(complaints.id, id), eq(complaints.version, version))).returning({ id: complaints.id })).length > 0;
}

const awaited = (scope: Scope, dueBy: number) => and(within(scope, complaints.teamId), eq(complaints.outcome, "pending"), lte(complaints.dueLatest, dueBy), isNull(complaints.withdrawn), isNull(allegations.withdrawn));

/** Complaints that nobody has answered and whose answer is due by `dueBy`, the one due longest first. */
export const listDueComplaints = async (tx: Reader, scope: Scope, dueBy: number, limit: number): Promise<ComplaintRow[]> =>
  (await tx.select({ complaint: complaints }).from(complaints).innerJoin(allegations, eq(allegations.id, complaints.allegationId)).where(awaited(scope, dueBy)).orderBy(asc(complaints.dueLatest), asc(complaints.id)).limit(limit)).map(({ complaint }) => complaint);

export async function countDueComplaints(tx: Reader, scope: Scope, dueBy: number): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(complaints).innerJoin(allegations, eq(allegations.id, complaints.allegationId)).where(awaited(scope, dueBy));
  return row?.n ?? 0;
}
