import { and, asc, eq, exists, inArray, isNull, or } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import { institutionNames, institutions } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import type { NamedInstitution } from "@/lib/model/institution-name";

type Naming = Record<"id" | "name" | "nameKk" | "nameRu" | "nameEn", AnyPgColumn>;

/** What an institution is named by in the reader's language; from `institutions` or an alias of it. */
export const namingOf = <T extends Naming>({ id, name, nameKk, nameRu, nameEn }: T): Pick<T, keyof Naming> => ({ id, name, nameKk, nameRu, nameEn });

/** Institutions by their ids, with the names in every language. */
export const namedInstitutions = async (tx: Reader, ids: readonly string[]): Promise<Map<string, NamedInstitution>> =>
  new Map(ids.length ? (await tx.select(namingOf(institutions)).from(institutions).where(inArray(institutions.id, [...new Set(ids)]))).map((row) => [row.id, row]) : []);

export type InstitutionNameRow = typeof institutionNames.$inferSelect;

/** Every name that these institutions are found by. */
export const allNamesOf = (tx: Reader, ids: readonly string[]): Promise<InstitutionNameRow[]> =>
  ids.length ? tx.select().from(institutionNames).where(inArray(institutionNames.institutionId, [...new Set(ids)])).orderBy(asc(institutionNames.text)) : Promise.resolve([]);

/** Makes an institution found by exactly these names; `key` is the folded text, of which the first spelling stays. */
export async function putInstitutionNames(tx: Tx, institutionId: string, names: readonly { key: string; text: string }[]): Promise<void> {
  await tx.delete(institutionNames).where(eq(institutionNames.institutionId, institutionId));
  const first = new Map([...names].reverse().map((name) => [name.key, name]));
  const rows = [...first.values()].filter(({ key }) => key !== "").map(({ key, text }) => ({ institutionId, nameKey: key, text }));
  if (rows.length) await tx.insert(institutionNames).values(rows);
}

/** Which of these folded names are names of some institution. */
export async function institutionKeysAmong(tx: Reader, keys: readonly string[]): Promise<Set<string>> {
  const asked = [...new Set(keys)].filter((key) => key !== "");
  const rows = asked.length ? await tx.selectDistinct({ nameKey: institutionNames.nameKey }).from(institutionNames).where(inArray(institutionNames.nameKey, asked)) : [];
  return new Set(rows.map(({ nameKey }) => nameKey));
}

const absorbed = alias(institutions, "absorbed");

/**
 * Institutions with this folded name in any language or spelling that stand for one of these kinds: of the kind itself, or because one of
 * that kind was merged into them. Those of the kind itself come first.
 */
export async function institutionsNamed(tx: Reader, nameKey: string, kinds?: readonly string[]): Promise<{ id: string; kind: string }[]> {
  const stoodFor = (wanted: readonly string[]) => exists(tx.select({ id: absorbed.id }).from(absorbed).where(and(eq(absorbed.mergedIntoId, institutions.id), inArray(absorbed.kind, [...wanted]))));
  const rows = await tx
    .selectDistinct({ id: institutions.id, kind: institutions.kind, createdAt: institutions.createdAt })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(and(eq(institutionNames.nameKey, nameKey), isNull(institutions.mergedIntoId), kinds && or(inArray(institutions.kind, [...kinds]), stoodFor(kinds))))
    .orderBy(asc(institutions.kind), asc(institutions.createdAt), asc(institutions.id));
  const own = (row: { kind: string }) => (kinds === undefined || kinds.includes(row.kind) ? 0 : 1);
  return rows.sort((a, b) => own(a) - own(b)).map(({ id, kind }) => ({ id, kind }));
}
