import { and, desc, eq } from "drizzle-orm";
import { importMappings, teams } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type MappingRow = { id: string; kind: string; team: string; mapping: string; updatedAt: number };

const MOST = 200;

/** Mappings that files left behind, the last used first. */
export const listMappings = (tx: Reader, scope: Scope, kind: string | undefined): Promise<MappingRow[]> =>
  tx
    .select({ id: importMappings.id, kind: importMappings.kind, team: teams.name, mapping: importMappings.mapping, updatedAt: importMappings.updatedAt })
    .from(importMappings)
    .innerJoin(teams, eq(teams.id, importMappings.teamId))
    .where(and(within(scope, importMappings.teamId), kind === undefined ? undefined : eq(importMappings.kind, kind)))
    .orderBy(desc(importMappings.updatedAt), desc(importMappings.id))
    .limit(MOST);

export async function findMapping(tx: Reader, teamId: string, id: string): Promise<{ kind: string; mapping: string } | undefined> {
  const [row] = await tx.select({ kind: importMappings.kind, mapping: importMappings.mapping }).from(importMappings).where(and(eq(importMappings.id, id), eq(importMappings.teamId, teamId)));
  return row;
}

/** What was remembered for a file with these headings. */
export async function findImportMapping(tx: Reader, teamId: string, kind: string, headings: string): Promise<{ id: string; mapping: string } | undefined> {
  const [row] = await tx
    .select({ id: importMappings.id, mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.teamId, teamId), eq(importMappings.kind, kind), eq(importMappings.headings, headings)));
  return row;
}

/** Remembers a mapping in the place of the one that these headings had before. */
export async function keepImportMapping(tx: Tx, row: typeof importMappings.$inferInsert): Promise<void> {
  const known = await findImportMapping(tx, row.teamId, row.kind, row.headings);
  if (known) await tx.update(importMappings).set({ mapping: row.mapping, updatedAt: row.updatedAt }).where(eq(importMappings.id, known.id));
  else await tx.insert(importMappings).values(row);
}
