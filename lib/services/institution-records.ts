import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { allNamesOf, institutionsNamed, putInstitutionNames } from "@/db/queries/institution-naming";
import { findOrganisation, findPlace, findStandingInstitution, listInstitutions, type InstitutionRow } from "@/db/queries/organisation";
import { casesNaming, institutionReferences } from "@/db/queries/references";
import { institutions } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { InstitutionValues } from "@/lib/model/institution";
import { institutionName } from "@/lib/model/institution-name";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { refuseBadDate } from "./case-access";
import { refreshCaseText } from "./case-texts";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { isAbove } from "./parents";
import { changesOf, write } from "./write";

const own = ["kind", "name", "nameKk", "nameRu", "nameEn", "placeId", "address", "status", "statusFrom", "legalStatus", "note"] as const;
const told = [...own, "spellings", "parent"] as const;

/** Records an institution for the whole organisation: reference data, without a team. */
export const recordInstitution = (actor: Actor, input: InstitutionValues, meta: FormMeta = {}): Promise<{ institutionId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "institution.write");
      const id = randomUUID();
      const { row, names, shown } = await checked(tx, input, undefined, "");
      await tx.insert(institutions).values({ id, ...row, createdAt: realNow(), updatedAt: realNow() });
      await putInstitutionNames(tx, id, names);
      await log("institution.recorded", { subject: ["institution", id], version: [null, 1], changes: changesOf(undefined, shown, told) });
      return { institutionId: id };
    },
    meta.submission,
  );

/** Corrects an institution; the cases that name it are found by the new names. */
export const updateInstitution = (actor: Actor, { institutionId, ...input }: InstitutionValues & { institutionId: string }, meta: FormMeta): Promise<{ institutionId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "institution.write");
      const before = await requireInstitution(tx, institutionId);
      const current = await editable(tx, before);
      const saved = { version: before.version, values: current.values };
      const version = seenVersion(meta.version, saved);
      const { row, names, shown } = await checked(tx, input, before, current.parent);
      const changed = await tx
        .update(institutions)
        .set({ ...row, version: version + 1, updatedAt: realNow() })
        .where(and(eq(institutions.id, institutionId), eq(institutions.version, version)))
        .returning({ id: institutions.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await putInstitutionNames(tx, institutionId, names);
      const changes = changesOf({ ...before, spellings: current.spellings, parent: current.parent }, shown, told);
      await log("institution.updated", { subject: ["institution", institutionId], version: [version, version + 1], changes });
      for (const caseId of await casesNaming(tx, institutionReferences, institutionId)) await refreshCaseText(tx, caseId);
      return { institutionId };
    },
    meta.submission,
  );

/** The row of an institution and the names it is found by, or the reason why not. A name stands for one institution of each kind. */
async function checked(tx: Tx, { spellings, parent, ...input }: InstitutionValues, before: InstitutionRow | undefined, shownParent: string) {
  const nameKey = foldName(input.name);
  if (nameKey === "") throw refuse("name", "required");
  const typed = (["name", "nameKk", "nameRu", "nameEn"] as const).map((field) => ({ field: field as string, text: input[field], key: foldName(input[field]) }));
  const further = spellings.map(({ text }) => ({ field: "spellings", text, key: foldName(text) }));
  const names = [...typed, ...further].filter(({ key }) => key !== "");
  for (const { field, key } of names) {
    const [taken] = (await institutionsNamed(tx, key, [input.kind])).filter(({ id, kind }) => id !== before?.id && kind === input.kind);
    if (taken) throw refuse(field, "institution_known");
  }
  if (input.placeId !== null && !(await findPlace(tx, input.placeId))) throw refuse("placeId", "unknown_option");
  await checkSince(tx, input.statusFrom);
  const parentId = parent !== "" && parent === shownParent ? (before?.parentId ?? null) : await parentNamed(tx, parent, before?.id);
  const row = { ...input, nameKey, parentId };
  return { row, names: names.map(({ key, text }) => ({ key, text })), shown: { ...row, spellings: further.map(({ text }) => text), parent } };
}

/** A date is read where the organisation works. */
async function checkSince(tx: Reader, statusFrom: string | null): Promise<void> {
  const organisation = await findOrganisation(tx);
  refuseBadDate("statusFrom", statusFrom, (organisation && (await findPlace(tx, organisation.defaultPlaceId)))?.zone ?? "UTC");
}

/** Which kinds are likelier to have parts, where a name stands for several institutions. */
const bodies = ["agency", "police", "movement", "ngo", "court", "facility", "media"];

async function parentNamed(tx: Reader, name: string, id: string | undefined): Promise<string | null> {
  const key = foldName(name);
  if (key === "") return null;
  const known = (await institutionsNamed(tx, key)).sort((a, b) => bodies.indexOf(a.kind) - bodies.indexOf(b.kind));
  const [found] = known.length > 1 ? known.filter((each) => each.id !== id) : known;
  if (!found) throw refuse("parent", "no_such_institution");
  const parents = new Map((await listInstitutions(tx)).map((each) => [each.id, each.parentId]));
  if (id !== undefined && isAbove(parents, id, found.id)) throw refuse("parent", "part_of_itself");
  return found.id;
}

async function requireInstitution(tx: Reader, id: string): Promise<InstitutionRow> {
  const row = await findStandingInstitution(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

/** An institution as the edit form shows it. */
async function editable(tx: Reader, row: InstitutionRow) {
  const main = new Set([row.name, row.nameKk, row.nameRu, row.nameEn].map(foldName));
  const spellings = (await allNamesOf(tx, [row.id])).filter(({ nameKey }) => !main.has(nameKey)).map(({ text }) => text);
  const parent = (row.parentId === null ? undefined : await findStandingInstitution(tx, row.parentId))?.name ?? "";
  const values: Record<string, string> = {
    ...Object.fromEntries(own.map((name) => [name, row[name] ?? ""])),
    parent,
    ...Object.fromEntries(spellings.map((text, position) => [`spellings.${position}.text`, text])),
  };
  return { values, spellings, parent };
}

export async function getEditableInstitution(actor: Actor, id: string) {
  allow(actor, "institution.write");
  const { read } = await store();
  const row = await requireInstitution(read, id);
  const { name, nameKk, nameRu, nameEn } = row;
  return { id, version: row.version, naming: { id, name, nameKk, nameRu, nameEn }, values: (await editable(read, row)).values };
}

/** Names of bodies that an institution can be part of, in the reader's language. */
export async function suggestParents(actor: Actor, locale: "en" | "ru" | "kk"): Promise<{ name: string; kind: string }[]> {
  allow(actor, "institution.write");
  return (await listInstitutions((await store()).read)).map((row) => ({ name: institutionName(row, locale), kind: row.kind }));
}
