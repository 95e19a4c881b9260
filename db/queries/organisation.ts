import { asc, eq } from "drizzle-orm";
import { institutions, organisations, places } from "@/db/schema";
import type { Reader } from "@/db/store";

export type OrganisationRow = typeof organisations.$inferSelect;
export type PlaceRow = typeof places.$inferSelect;
export type InstitutionRow = typeof institutions.$inferSelect;

export async function findOrganisation(tx: Reader): Promise<OrganisationRow | undefined> {
  const [row] = await tx.select().from(organisations).limit(1);
  return row;
}

export const listPlaces = (tx: Reader): Promise<PlaceRow[]> => tx.select().from(places).orderBy(asc(places.nameEn));

export async function findPlace(tx: Reader, id: string): Promise<PlaceRow | undefined> {
  const [row] = await tx.select().from(places).where(eq(places.id, id));
  return row;
}

export const listInstitutions = (tx: Reader): Promise<InstitutionRow[]> => tx.select().from(institutions).orderBy(asc(institutions.name));
