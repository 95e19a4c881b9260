import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { listInstitutions } from "@/db/queries/organisation";
import { institutions } from "@/db/schema";
import { store, type Tx } from "@/db/store";
import type { Actor } from "@/lib/model/permissions";
import type { InstitutionKind } from "@/lib/model/vocabularies";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { realNow } from "./clock";
import { changesOf, type Log } from "./write";

/** The institution of this kind and name, recorded if it is new; null for an empty name. Part of the caller's transaction. */
export async function institutionNamed(tx: Tx, log: Log, kind: InstitutionKind, name: string, placeId: string | null): Promise<string | null> {
  const nameKey = foldName(name);
  if (nameKey === "") return null;
  const [known] = await tx.select({ id: institutions.id }).from(institutions).where(and(eq(institutions.kind, kind), eq(institutions.nameKey, nameKey)));
  if (known) return known.id;
  const row = { id: randomUUID(), kind, name, nameKey, placeId, createdAt: realNow(), updatedAt: realNow() };
  await tx.insert(institutions).values(row);
  await log("institution.recorded", { subject: ["institution", row.id], changes: changesOf(undefined, row, ["kind", "name"]) });
  return row.id;
}

/** Names to suggest while typing, by kind. */
export async function suggestInstitutions(actor: Actor): Promise<Record<InstitutionKind, string[]>> {
  allow(actor, "institution.read");
  const names: Record<InstitutionKind, string[]> = { court: [], police: [], facility: [], agency: [], movement: [], media: [], ngo: [] };
  for (const { kind, name } of await listInstitutions((await store()).read)) names[kind as InstitutionKind].push(name);
  return names;
}
