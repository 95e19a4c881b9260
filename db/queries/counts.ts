import { and, asc, eq, inArray } from "drizzle-orm";
import { countPlaces, counts, institutions, places, sources } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, type Scope } from "./scope";

export type CountRow = typeof counts.$inferSelect;

export async function findCount(tx: Reader, scope: Scope, id: string): Promise<CountRow | undefined> {
  const [row] = await tx.select().from(counts).where(and(eq(counts.id, id), alsoWithin(scope, counts.teamId)));
  return row;
}

/** The counts of these events in the order in which they were recorded, withdrawn ones too. */
export const listCounts = (tx: Reader, scope: Scope, eventIds: readonly string[]) =>
  eventIds.length
    ? tx
        .select({ count: counts, institution: { id: institutions.id, kind: institutions.kind, name: institutions.name, nameKk: institutions.nameKk, nameRu: institutions.nameRu, nameEn: institutions.nameEn }, source: { id: sources.id, title: sources.title, teamId: sources.teamId, confidentiality: sources.confidentiality } })
        .from(counts)
        .leftJoin(institutions, eq(institutions.id, counts.institutionId))
        .leftJoin(sources, eq(sources.id, counts.sourceId))
        .where(and(inArray(counts.eventId, [...eventIds]), alsoWithin(scope, counts.teamId)))
        .orderBy(asc(counts.createdAt), asc(counts.id))
    : Promise.resolve([]);

/** The places that these counts speak of. */
export const listCountPlaces = (tx: Reader, countIds: readonly string[]) =>
  countIds.length
    ? tx
        .select({ countId: countPlaces.countId, placeId: countPlaces.placeId, kind: places.kind, nameKk: places.nameKk, nameRu: places.nameRu, nameEn: places.nameEn })
        .from(countPlaces)
        .innerJoin(places, eq(places.id, countPlaces.placeId))
        .where(inArray(countPlaces.countId, [...countIds]))
        .orderBy(asc(places.nameEn))
    : Promise.resolve([]);

export const insertCount = (tx: Tx, row: typeof counts.$inferInsert) => tx.insert(counts).values(row);

export async function putCountPlaces(tx: Tx, countId: string, placeIds: readonly string[]): Promise<void> {
  await tx.delete(countPlaces).where(eq(countPlaces.countId, countId));
  if (placeIds.length) await tx.insert(countPlaces).values(placeIds.map((placeId) => ({ countId, placeId })));
}

/** The places that any count of an event speaks of. */
export const placesWithCounts = async (tx: Reader, eventId: string): Promise<string[]> =>
  (await tx.selectDistinct({ id: countPlaces.placeId }).from(countPlaces).innerJoin(counts, eq(counts.id, countPlaces.countId)).where(eq(counts.eventId, eventId))).map(({ id }) => id);
