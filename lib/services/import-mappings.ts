import "server-only";
import { findMapping, listMappings } from "@/db/queries/import-mappings";
import { store, type Reader } from "@/db/store";
import { AppError, refuse } from "@/lib/model/errors";
import { wordKey, type EventMapping } from "@/lib/model/event-import";
import type { ImportKind } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";

/** A mapping that was used before; `columns` are the headings that mean something, `updatedAt` epoch milliseconds. */
export type KnownMapping = { id: string; kind: ImportKind; team: string; sender: string; columns: { heading: string; as: string }[]; updatedAt: number };

/** Mappings that earlier files left behind, the last used first. */
export async function listImportMappings(actor: Actor, kind?: ImportKind): Promise<KnownMapping[]> {
  allow(actor, "import.make");
  const rows = await listMappings((await store()).read, actor, kind);
  return rows.map(({ id, kind: of, team, mapping, updatedAt }) => {
    const { headings, columns, sender } = JSON.parse(mapping) as EventMapping;
    return { id, kind: of as ImportKind, team, sender, columns: headings.flatMap((heading, at) => (isUsed(columns[at]) ? [{ heading, as: columns[at] ?? "skip" }] : [])), updatedAt };
  });
}

const isUsed = (target: string | undefined): boolean => target !== undefined && target !== "skip";

/** A mapping of a team that was chosen by its id, for a file with these headings. Throws `not_found`, and refuses one that does not fit. */
export async function chosenMapping(tx: Reader, teamId: string, kind: ImportKind, id: string, headings: string[]): Promise<EventMapping> {
  const row = await findMapping(tx, teamId, id);
  if (!row) throw new AppError("not_found");
  if (row.kind !== kind) throw refuse("mapping", "mapping_other_kind");
  return fitted(JSON.parse(row.mapping) as EventMapping, headings);
}

/** A mapping brought to other headings: columns are found by their names, what the mapping does not know is left out, what it needs must be there. */
export function fitted(mapping: EventMapping, headings: string[]): EventMapping {
  const left = mapping.headings.map((heading, at) => ({ key: wordKey(heading), at }));
  const from = headings.map((heading) => {
    const found = left.findIndex(({ key }) => key === wordKey(heading));
    return found < 0 ? undefined : left.splice(found, 1)[0]?.at;
  });
  const lost = left.filter(({ at }) => isUsed(mapping.columns[at])).map(({ at }) => mapping.headings[at] ?? "");
  if (lost.length > 0) throw refuse("mapping", "mapping_lacks", { headings: lost.join(", ") });
  const none = { separator: "none" as const, category: "detained" as const, bound: "exact" as const };
  return {
    ...mapping,
    headings,
    columns: from.map((at) => (at === undefined ? "skip" : (mapping.columns[at] ?? "skip"))),
    details: from.map((at) => (at === undefined ? none : (mapping.details[at] ?? none))),
  };
}
