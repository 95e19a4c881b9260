import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findPlace, listEveryPlace, listPlaces, placeNamesOf, putPlaceNames, type PlaceRow } from "@/db/queries/organisation";
import { casesNaming, isNamedByRecords, placeReferences } from "@/db/queries/references";
import { places } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { PlaceValues } from "@/lib/model/place";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { isAbove } from "./parents";
import { changesOf, write, type Log } from "./write";
import { isZone } from "./zones";

const own = ["nameKk", "nameRu", "nameEn", "kind", "parentId", "code", "country", "zone", "latitude", "longitude"] as const;
const told = [...own, "otherNames"] as const;

/** Adds a place: its code opens case references and is unique, its zone is what every wall-clock time there is read in. */
export const recordPlace = (actor: Actor, input: PlaceValues, meta: FormMeta = {}): Promise<{ placeId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "place.write");
      return { placeId: await recordPlaceIn(tx, log, input) };
    },
    meta.submission,
  );

/** The same as part of the caller's transaction; the id of the place. */
export async function recordPlaceIn(tx: Tx, log: Log, input: PlaceValues): Promise<string> {
  const id = randomUUID();
  const { row, names } = await checked(tx, input, undefined);
  await tx.insert(places).values({ id, ...row, createdAt: realNow(), updatedAt: realNow() });
  await putPlaceNames(tx, id, names);
  await log("place.recorded", { subject: ["place", id], version: [null, 1], changes: changesOf(undefined, { ...row, otherNames: texts(names) }, told) });
  return id;
}

/** Corrects a place. Its zone and country are settled as soon as a record is read in them. Cases there are found by the new names. */
export const updatePlace = (actor: Actor, { placeId, ...input }: PlaceValues & { placeId: string }, meta: FormMeta): Promise<{ placeId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "place.write");
      const before = await requirePlace(tx, placeId);
      const known = await placeNamesOf(tx, [placeId]);
      const saved = { version: before.version, values: editable(before, texts(known)) };
      const version = seenVersion(meta.version, saved);
      const { row, names } = await checked(tx, input, before);
      const changed = await tx
        .update(places)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(places.id, placeId), eq(places.version, version)))
        .returning({ id: places.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putPlaceNames(tx, placeId, names);
      await log("place.updated", { subject: ["place", placeId], version: [version, version + 1], changes: changesOf({ ...before, otherNames: texts(known) }, { ...row, otherNames: texts(names) }, told) });
      for (const caseId of await casesNaming(tx, placeReferences, placeId)) await refreshCaseText(tx, caseId);
      return { placeId };
    },
    meta.submission,
  );

const texts = (names: readonly { text: string }[]): string[] => names.map(({ text }) => text);

async function requirePlace(tx: Reader, id: string): Promise<PlaceRow> {
  const row = await findPlace(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** The row of a place and its further names, or the reason why not. */
async function checked(tx: Tx, { otherNames, ...typed }: PlaceValues, before: PlaceRow | undefined) {
  const row = { ...typed, code: typed.code.toUpperCase(), country: typed.country.toUpperCase() };
  if (!/^[A-Z]{2,5}$/.test(row.code)) throw refuse("code", "invalid");
  if (!/^[A-Z]{2}$/.test(row.country)) throw refuse("country", "invalid");
  if (!isZone(row.zone)) throw refuse("zone", "unknown_option");
  if (row.latitude === null && row.longitude !== null) throw refuse("latitude", "both_coordinates");
  if (row.longitude === null && row.latitude !== null) throw refuse("longitude", "both_coordinates");
  const all = await listEveryPlace(tx);
  if (all.some((place) => place.code === row.code && place.id !== before?.id)) throw refuse("code", "duplicate_name");
  if (row.parentId !== null) {
    if (!all.some((place) => place.id === row.parentId && place.mergedIntoId === null)) throw refuse("parentId", "unknown_option");
    if (before && isAbove(new Map(all.map((place) => [place.id, place.parentId])), before.id, row.parentId)) throw refuse("parentId", "part_of_itself");
  }
  if (before && (before.zone !== row.zone || before.country !== row.country) && (await isNamedByRecords(tx, placeReferences, before.id))) {
    throw refuse(before.zone === row.zone ? "country" : "zone", "in_use");
  }
  return { row, names: otherNames.map(({ text }) => ({ key: foldName(text), text })) };
}

/** A place as the edit form shows it. */
function editable(row: PlaceRow, names: readonly string[]): Record<string, string> {
  return { ...Object.fromEntries(own.map((name) => [name, String(row[name] ?? "")])), ...Object.fromEntries(names.map((text, position) => [`otherNames.${position}.text`, text])) };
}

export async function getEditablePlace(actor: Actor, id: string) {
  allow(actor, "place.write");
  const { read } = await store();
  const row = await requirePlace(read, id);
  return { id, version: row.version, names: { nameKk: row.nameKk, nameRu: row.nameRu, nameEn: row.nameEn }, values: editable(row, texts(await placeNamesOf(read, [id]))), others: (await listPlaces(read)).filter((place) => place.id !== id) };
}

/** What the form of a new place offers: the other places and their time zones. */
export async function getPlaceChoices(actor: Actor): Promise<PlaceRow[]> {
  allow(actor, "place.write");
  return listPlaces((await store()).read);
}
