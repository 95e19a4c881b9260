import "server-only";
import { and, eq } from "drizzle-orm";
import { findPlace, listPlaceNames, listPlaces, placeNamesOf, putPlaceNames, type PlaceRow } from "@/db/queries/organisation";
import { casesNaming, countReferences, joinSites, moveReferences, placeReferences } from "@/db/queries/references";
import { places } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { MergeValues } from "@/lib/model/institution";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { foundByWords } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { isAbove } from "./parents";
import { changesOf, write } from "./write";

/**
 * Makes two records of one place one. Refused where time zone or country differ: every wall-clock time and every rule of law of the cases
 * there would be read anew.
 */
export const mergePlaces = (actor: Actor, { id, otherId, otherVersion, keep }: MergeValues, meta: FormMeta): Promise<{ placeId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "place.write");
      if (id === otherId) throw refuse("keep", "same_record");
      const here = await requireStanding(tx, id);
      const there = await requireStanding(tx, otherId);
      const saved = { version: here.version, values: {} };
      if (seenVersion(meta.version, saved) !== here.version || Number(otherVersion) !== there.version) throw new AppError("conflict", { current: saved });
      if (!sameTime(here, there)) throw refuse("keep", "other_zone");
      const [survivor, gone] = keep === "this" ? [here, there] : [there, here];
      const caseIds = await casesNaming(tx, placeReferences, gone.id);
      await moveReferences(tx, placeReferences, gone.id, survivor.id);
      await joinSites(tx, survivor.id);
      await keepNames(tx, survivor, gone);
      const row = await takenOver(tx, survivor, gone);
      await update(tx, survivor, row);
      await update(tx, gone, { mergedIntoId: survivor.id, parentId: null });
      await log("place.merged", { subject: ["place", gone.id], version: [gone.version, gone.version + 1], changes: [{ field: "mergedInto", before: gone.id, after: survivor.id }] });
      const changes = [{ field: "absorbed", before: null, after: gone.id }, ...changesOf({ ...survivor }, { ...survivor, ...row }, Object.keys(row))];
      await log("place.absorbed", { subject: ["place", survivor.id], version: [survivor.version, survivor.version + 1], changes });
      for (const caseId of caseIds) {
        await log("place.merged", { subject: ["place", gone.id], caseId, changes: [{ field: "placeId", before: gone.id, after: survivor.id }] });
        await refreshCaseText(tx, caseId);
      }
      return { placeId: survivor.id };
    },
    meta.submission,
  );

export const sameTime = (a: Pick<PlaceRow, "zone" | "country">, b: Pick<PlaceRow, "zone" | "country">): boolean => a.zone === b.zone && a.country === b.country;

async function update(tx: Tx, { id, version }: PlaceRow, row: Partial<PlaceRow>): Promise<void> {
  await tx.update(places).set({ ...row, version: version + 1, updatedAt: realNow() }).where(and(eq(places.id, id), eq(places.version, version)));
}

/** The names of the one that goes become further names of the one that stays, where it has not got them. */
async function keepNames(tx: Tx, survivor: PlaceRow, gone: PlaceRow): Promise<void> {
  const main = new Set([survivor.nameKk, survivor.nameRu, survivor.nameEn].map(foldName));
  const texts = [...(await placeNamesOf(tx, [survivor.id])).map(({ text }) => text), gone.nameKk, gone.nameRu, gone.nameEn];
  await putPlaceNames(tx, survivor.id, texts.map((text) => ({ text, key: foldName(text) })).filter(({ key }) => !main.has(key)));
}

async function takenOver(tx: Tx, survivor: PlaceRow, gone: PlaceRow): Promise<Partial<PlaceRow>> {
  const parents = new Map((await tx.select({ id: places.id, parentId: places.parentId }).from(places)).map((row) => [row.id, row.parentId]));
  const beneath = survivor.parentId === gone.id || isAbove(parents, survivor.id, parents.get(survivor.id) ?? null);
  const parentId = beneath || survivor.parentId === null ? (isAbove(parents, survivor.id, gone.parentId) ? null : gone.parentId) : survivor.parentId;
  const located = survivor.latitude === null && gone.latitude !== null ? { latitude: gone.latitude, longitude: gone.longitude } : {};
  return { parentId, ...located };
}

async function requireStanding(tx: Reader, id: string): Promise<PlaceRow> {
  const row = await findPlace(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** A place, others that may be the same one (those with the same time zone and country), and, once one is chosen, what of either would move. */
export async function getPlaceMerge(actor: Actor, id: string, otherId: string | undefined, q: string | undefined) {
  allow(actor, "place.write");
  const { read } = await store();
  const here = await requireStanding(read, id);
  const there = otherId === undefined || otherId === id ? undefined : await requireStanding(read, otherId);
  const further = Map.groupBy(await listPlaceNames(read), (name) => name.placeId);
  const namesOf = (row: PlaceRow) => [row.nameKk, row.nameRu, row.nameEn, ...(further.get(row.id) ?? []).map(({ text }) => text)];
  const counted = async (row: PlaceRow) => ({ row, names: [...new Set(namesOf(row))], moves: await countReferences(read, actor, placeReferences, row.id) });
  const others = (await listPlaces(read)).filter((row) => row.id !== id && sameTime(row, here));
  return { here: await counted(here), there: there && (await counted(there)), offered: there ? [] : q ? foundByWords(others, q, namesOf) : others };
}
