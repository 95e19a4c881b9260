import "server-only";
import { and, eq } from "drizzle-orm";
import { allNamesOf } from "@/db/queries/institution-naming";
import { findStandingInstitution, listInstitutions, type InstitutionRow } from "@/db/queries/organisation";
import { casesNaming, countReferences, institutionReferences, moveReferences } from "@/db/queries/references";
import { institutions } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { MergeValues } from "@/lib/model/institution";
import type { Actor } from "@/lib/model/permissions";
import { foundByWords } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { isAbove } from "./parents";
import { changesOf, write } from "./write";

const MOST_OFFERED = 20;

/**
 * Makes two records of one institution one: everything that named the one names the other, its names are kept as spellings, what the one that
 * stays leaves empty is taken over, and its address leads to the one that stays.
 */
export const mergeInstitutions = (actor: Actor, { id, otherId, otherVersion, keep }: MergeValues, meta: FormMeta): Promise<{ institutionId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "institution.merge");
      if (id === otherId) throw refuse("keep", "same_record");
      const here = await requireStanding(tx, id);
      const there = await requireStanding(tx, otherId);
      const saved = { version: here.version, values: {} };
      if (seenVersion(meta.version, saved) !== here.version || Number(otherVersion) !== there.version) throw new AppError("conflict", { current: saved });
      const [survivor, gone] = keep === "this" ? [here, there] : [there, here];
      const caseIds = await casesNaming(tx, institutionReferences, gone.id);
      await moveReferences(tx, institutionReferences, gone.id, survivor.id);
      const row = await takenOver(tx, survivor, gone);
      await update(tx, survivor, row);
      // The name key is free again for the one that stays; nothing is found by a key that no name folds to.
      await update(tx, gone, { mergedIntoId: survivor.id, nameKey: `#${gone.id}`, parentId: null });
      await log("institution.merged", { subject: ["institution", gone.id], version: [gone.version, gone.version + 1], changes: [{ field: "mergedInto", before: gone.name, after: survivor.name }] });
      const changes = [{ field: "absorbed", before: null, after: gone.name }, ...changesOf({ ...survivor }, { ...survivor, ...row }, Object.keys(row).filter((name) => name !== "parentId"))];
      await log("institution.absorbed", { subject: ["institution", survivor.id], version: [survivor.version, survivor.version + 1], changes });
      for (const caseId of caseIds) {
        await log("institution.merged", { subject: ["institution", gone.id], caseId, changes: [{ field: "institution", before: gone.name, after: survivor.name }] });
        await refreshCaseText(tx, caseId);
      }
      return { institutionId: survivor.id };
    },
    meta.submission,
  );

async function update(tx: Tx, { id, version }: InstitutionRow, row: Partial<InstitutionRow>): Promise<void> {
  await tx.update(institutions).set({ ...row, version: version + 1, updatedAt: realNow() }).where(and(eq(institutions.id, id), eq(institutions.version, version)));
}

/** What the one that stays leaves empty, from the other; where it was a part of the other, it takes the other's place. */
async function takenOver(tx: Tx, survivor: InstitutionRow, gone: InstitutionRow): Promise<Partial<InstitutionRow>> {
  const parents = new Map((await tx.select({ id: institutions.id, parentId: institutions.parentId }).from(institutions)).map((row) => [row.id, row.parentId]));
  const beneath = survivor.parentId === gone.id || isAbove(parents, survivor.id, parents.get(survivor.id) ?? null);
  const parentId = beneath || survivor.parentId === null ? (isAbove(parents, survivor.id, gone.parentId) ? null : gone.parentId) : survivor.parentId;
  const filled = (["nameKk", "nameRu", "nameEn", "address"] as const).flatMap((name) => (survivor[name] === "" && gone[name] !== "" ? [[name, gone[name]] as const] : []));
  const note = [survivor.note, gone.note].filter(Boolean).join("\n\n").slice(0, 4000);
  return {
    ...Object.fromEntries(filled),
    ...(survivor.placeId === null && gone.placeId !== null ? { placeId: gone.placeId } : {}),
    ...(survivor.status === "unknown" && gone.status !== "unknown" ? { status: gone.status, statusFrom: gone.statusFrom, legalStatus: gone.legalStatus } : {}),
    ...(note === survivor.note ? {} : { note }),
    parentId,
  };
}

async function requireStanding(tx: Reader, id: string): Promise<InstitutionRow> {
  const row = await findStandingInstitution(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** An institution, others that may be the same one, and, once one of them is chosen, what of either would move, as far as the actor sees it. */
export async function getInstitutionMerge(actor: Actor, id: string, otherId: string | undefined, q: string | undefined) {
  allow(actor, "institution.merge");
  const { read } = await store();
  const here = await requireStanding(read, id);
  const there = otherId === undefined || otherId === id ? undefined : await requireStanding(read, otherId);
  const counted = async (row: InstitutionRow) => ({ row, names: (await allNamesOf(read, [row.id])).map(({ text }) => text), moves: await countReferences(read, actor, institutionReferences, row.id) });
  return { here: await counted(here), there: there && (await counted(there)), offered: there ? [] : await othersLike(read, here, q) };
}

/** Those found by words; without any, those that share a name or are of the same kind in the same place. */
async function othersLike(read: Reader, here: InstitutionRow, q: string | undefined): Promise<InstitutionRow[]> {
  const others = (await listInstitutions(read)).filter((row) => row.id !== here.id);
  const names = await allNamesOf(read, [here.id, ...others.map((row) => row.id)]);
  const textsOf = Map.groupBy(names, (name) => name.institutionId);
  if (q) return foundByWords(others, q, (row) => (textsOf.get(row.id) ?? []).map(({ text }) => text)).slice(0, MOST_OFFERED);
  const keys = new Set((textsOf.get(here.id) ?? []).map(({ nameKey }) => nameKey));
  const shares = (row: InstitutionRow) => (textsOf.get(row.id) ?? []).some(({ nameKey }) => keys.has(nameKey));
  const likely = others.filter((row) => shares(row) || (row.kind === here.kind && row.placeId === here.placeId));
  return likely.sort((a, b) => Number(shares(b)) - Number(shares(a))).slice(0, MOST_OFFERED);
}
