import "server-only";
import { randomUUID } from "node:crypto";
import { institutionsNamed, putInstitutionNames } from "@/db/queries/institution-naming";
import { listInstitutions } from "@/db/queries/organisation";
import { institutions } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import { institutionName } from "@/lib/model/institution-name";
import type { Actor } from "@/lib/model/permissions";
import type { InstitutionKind } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { realNow } from "./clock";
import { changesOf, type Log } from "./write";

/**
 * The institution of this kind that any of its names finds, in any language or spelling, or of one merged into it; recorded if it is new;
 * null for an empty name. Part of the caller's transaction.
 */
export async function institutionNamed(tx: Tx, log: Log, kind: InstitutionKind, name: string, placeId: string | null): Promise<string | null> {
  const nameKey = foldName(name);
  if (nameKey === "") return null;
  const [known] = await institutionsNamed(tx, nameKey, [kind]);
  if (known) return known.id;
  const row = { id: randomUUID(), kind, name, nameKey, placeId, createdAt: realNow(), updatedAt: realNow() };
  await tx.insert(institutions).values(row);
  await putInstitutionNames(tx, row.id, [{ key: nameKey, text: name }]);
  await log("institution.recorded", { subject: ["institution", row.id], version: [null, 1], changes: changesOf(undefined, row, ["kind", "name"]) });
  return row.id;
}

/** Names to suggest while typing, by kind: in the reader's language where they are known in it. */
export async function suggestInstitutions(actor: Actor, locale?: "en" | "ru" | "kk"): Promise<Record<InstitutionKind, string[]>> {
  allow(actor, "institution.read");
  const names: Record<InstitutionKind, string[]> = { court: [], police: [], facility: [], agency: [], movement: [], media: [], ngo: [] };
  for (const row of await listInstitutions((await store()).read)) names[row.kind as InstitutionKind].push(locale ? institutionName(row, locale) : row.name);
  return names;
}
