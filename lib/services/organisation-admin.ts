import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findOrganisation, findPlace, listPlaces, type OrganisationRow, type PlaceRow } from "@/db/queries/organisation";
import { organisations, places } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log } from "./write";
import { isZone } from "./zones";

type PlaceInput = { nameKk: string; nameRu: string; nameEn: string; code: string; country: string; zone: string };
type OrganisationInput = { name: string; defaultLocale: string; defaultPlaceId: string; calculator: "signed_in" | "everybody" };

/** The organisation and its places, for the administrator's pages. */
export async function getOrganisationSettings(actor: Actor): Promise<{ organisation: OrganisationRow; places: PlaceRow[] }> {
  allow(actor, "organisation.manage");
  const { read } = await store();
  const organisation = await findOrganisation(read);
  if (!organisation) throw new AppError("not_found");
  return { organisation, places: await listPlaces(read) };
}

/** Adds a place: its code opens case references and is unique, its zone is what every wall-clock time there is read in. */
export const recordPlace = (actor: Actor, typed: PlaceInput, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "organisation.manage");
      return { id: await recordPlaceIn(tx, log, typed) };
    },
    meta.submission,
  );

/** The same as part of the caller's transaction; the id of the place. */
export async function recordPlaceIn(tx: Tx, log: Log, typed: PlaceInput): Promise<string> {
  const input = { ...typed, code: typed.code.toUpperCase(), country: typed.country.toUpperCase() };
  if (!/^[A-Z]{2,5}$/.test(input.code)) throw refuse("code", "invalid");
  if (!/^[A-Z]{2}$/.test(input.country)) throw refuse("country", "invalid");
  if (!isZone(input.zone)) throw refuse("zone", "unknown_option");
  if ((await listPlaces(tx)).some((place) => place.code === input.code)) throw refuse("code", "duplicate_name");
  const id = randomUUID();
  await tx.insert(places).values({ id, ...input, createdAt: realNow(), updatedAt: realNow() });
  await log("place.recorded", { subject: ["place", id], version: [null, 1], changes: changesOf(undefined, input, Object.keys(input)) });
  return id;
}

/** Who may use the calculator, as the form and the history say it. */
export const calculatorUse = ({ calculatorOpen }: Pick<OrganisationRow, "calculatorOpen">): OrganisationInput["calculator"] => (calculatorOpen ? "everybody" : "signed_in");

export const updateOrganisation = (actor: Actor, input: OrganisationInput, meta: FormMeta): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "organisation.manage");
      const before = await findOrganisation(tx);
      if (!before) throw new AppError("not_found");
      if (!(await findPlace(tx, input.defaultPlaceId))) throw refuse("defaultPlaceId", "unknown_option");
      const { name, defaultLocale, defaultPlaceId } = before;
      const saved = { version: before.version, values: { name, defaultLocale, defaultPlaceId, calculator: calculatorUse(before) } };
      const { calculator, ...columns } = input;
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(organisations)
        .set({ ...columns, calculatorOpen: calculator === "everybody", version: version + 1, updatedAt: realNow() })
        .where(and(eq(organisations.id, before.id), eq(organisations.version, version)))
        .returning({ id: organisations.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await log("organisation.updated", { subject: ["organisation", before.id], version: [version, version + 1], changes: changesOf(saved.values, input, Object.keys(input)) });
      return { id: before.id };
    },
    meta.submission,
  );
