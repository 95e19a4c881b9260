import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { institutions, organisations, placeNames, places } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";

export type OrganisationRow = typeof organisations.$inferSelect;
export type PlaceRow = typeof places.$inferSelect;
export type InstitutionRow = typeof institutions.$inferSelect;

export async function findOrganisation(tx: Reader): Promise<OrganisationRow | undefined> {
  const [row] = await tx.select().from(organisations).limit(1);
  return row;
}

/** Places that can be chosen: without those that were merged into another. */
export const listPlaces = (tx: Reader): Promise<PlaceRow[]> => tx.select().from(places).where(isNull(places.mergedIntoId)).orderBy(asc(places.nameEn));

/** Also those merged into another: their codes stay taken, and the history still names them. */
export const listEveryPlace = (tx: Reader): Promise<PlaceRow[]> => tx.select().from(places).orderBy(asc(places.nameEn));

export async function findPlace(tx: Reader, id: string): Promise<PlaceRow | undefined> {
  const [row] = await tx.select().from(places).where(and(eq(places.id, id), isNull(places.mergedIntoId)));
  return row;
}

/** The same, also one that was merged into another. */
export async function findEveryPlace(tx: Reader, id: string): Promise<PlaceRow | undefined> {
  const [row] = await tx.select().from(places).where(eq(places.id, id));
  return row;
}

/** Further names of places: former ones, other spellings. */
export const placeNamesOf = (tx: Reader, ids: readonly string[]): Promise<(typeof placeNames.$inferSelect)[]> =>
  ids.length ? tx.select().from(placeNames).where(inArray(placeNames.placeId, [...ids])).orderBy(asc(placeNames.text)) : Promise.resolve([]);

export const listPlaceNames = (tx: Reader): Promise<(typeof placeNames.$inferSelect)[]> => tx.select().from(placeNames).orderBy(asc(placeNames.text));

/** Makes these the further names of a place; `key` is the folded text, of which the first spelling stays. */
export async function putPlaceNames(tx: Tx, placeId: string, names: readonly { key: string; text: string }[]): Promise<void> {
  await tx.delete(placeNames).where(eq(placeNames.placeId, placeId));
  const first = new Map([...names].reverse().map((name) => [name.key, name]));
  const rows = [...first.values()].filter(({ key }) => key !== "").map(({ key, text }) => ({ placeId, nameKey: key, text }));
  if (rows.length) await tx.insert(placeNames).values(rows);
}

/** Institutions as they stand, without those that were merged into another. */
export const listInstitutions = (tx: Reader): Promise<InstitutionRow[]> => tx.select().from(institutions).where(isNull(institutions.mergedIntoId)).orderBy(asc(institutions.name));

/** Also one that was merged into another. */
export async function findEveryInstitution(tx: Reader, id: string): Promise<InstitutionRow | undefined> {
  const [row] = await tx.select().from(institutions).where(eq(institutions.id, id));
  return row;
}

export async function findStandingInstitution(tx: Reader, id: string): Promise<InstitutionRow | undefined> {
  const [row] = await tx.select().from(institutions).where(and(eq(institutions.id, id), isNull(institutions.mergedIntoId)));
  return row;
}
