import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import { events, eventSites, importBatches, importMappings, importRows, institutionNames, institutions, sources } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { within, type Scope } from "./scope";

export type ImportBatchRow = typeof importBatches.$inferSelect;
export type ImportRowRow = typeof importRows.$inferSelect;

const CHUNK = 400;
const chunks = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => all.slice(at * CHUNK, (at + 1) * CHUNK));

export const insertImportBatch = (tx: Tx, row: typeof importBatches.$inferInsert) => tx.insert(importBatches).values(row);

export async function findImportBatch(tx: Reader, scope: Scope, id: string): Promise<ImportBatchRow | undefined> {
  const [row] = await tx.select().from(importBatches).where(and(eq(importBatches.id, id), within(scope, importBatches.teamId)));
  return row;
}

/** Changes a batch that is still as it was seen; false where it is not. */
export async function updateImportBatch(tx: Tx, id: string, version: number, change: Partial<typeof importBatches.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(importBatches).set({ ...change, version: version + 1 }).where(and(eq(importBatches.id, id), eq(importBatches.version, version))).returning({ id: importBatches.id });
  return changed.length > 0;
}

const listed = {
  id: importBatches.id,
  fileName: importBatches.fileName,
  state: importBatches.state,
  accepted: importBatches.accepted,
  refused: importBatches.refused,
  aside: importBatches.aside,
  createdAt: importBatches.createdAt,
  recordedAt: importBatches.recordedAt,
};

/** Batches without their texts, newest first. */
export const listImportBatches = (tx: Reader, scope: Scope, limit: number, offset: number) =>
  tx.select(listed).from(importBatches).where(within(scope, importBatches.teamId)).orderBy(desc(importBatches.createdAt), asc(importBatches.id)).limit(limit).offset(offset);

export async function countImportBatches(tx: Reader, scope: Scope): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(importBatches).where(within(scope, importBatches.teamId));
  return row?.n ?? 0;
}

export async function insertImportRows(tx: Tx, rows: (typeof importRows.$inferInsert)[]): Promise<void> {
  for (const some of chunks(rows)) await tx.insert(importRows).values(some);
}

/** Rows of a batch in the order of the file, with the titles of the events that they became. */
export const listImportRows = (tx: Reader, batchId: string, verdicts: readonly string[], limit: number, offset: number) =>
  tx
    .select({ row: importRows.row, verdict: importRows.verdict, problems: importRows.problems, subjectId: importRows.subjectId, title: events.title, start: events.start })
    .from(importRows)
    .leftJoin(events, eq(events.id, importRows.subjectId))
    .where(and(eq(importRows.batchId, batchId), inArray(importRows.verdict, [...verdicts])))
    .orderBy(asc(importRows.row))
    .limit(limit)
    .offset(offset);

/** The events that rows of these keys became in this team. */
export async function eventsByKey(tx: Reader, teamId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(keys)])) {
    const rows = await tx
      .select({ key: importRows.externalKey, eventId: importRows.subjectId })
      .from(importRows)
      .where(and(eq(importRows.teamId, teamId), inArray(importRows.externalKey, some), isNotNull(importRows.subjectId)));
    for (const { key, eventId } of rows) if (eventId !== null) found.set(key, eventId);
  }
  return found;
}

/** Events of a team that begin in [from, to), each with its places and the keys of the rows that it came from. */
export async function eventsBetween(tx: Reader, teamId: string, from: number, to: number) {
  const rows = await tx
    .select({ id: events.id, title: events.title, start: events.start, placeId: eventSites.placeId })
    .from(events)
    .innerJoin(eventSites, eq(eventSites.eventId, events.id))
    .where(and(eq(events.teamId, teamId), gte(events.startEarliest, from), lt(events.startEarliest, to)));
  const found = new Map<string, { id: string; title: string; start: string | null; placeIds: string[]; keys: string[] }>();
  for (const { placeId, ...event } of rows) {
    const known = found.get(event.id);
    if (known) known.placeIds.push(placeId);
    else found.set(event.id, { ...event, placeIds: [placeId], keys: [] });
  }
  for (const some of chunks([...found.keys()])) {
    const keyed = await tx.select({ id: importRows.subjectId, key: importRows.externalKey }).from(importRows).where(and(eq(importRows.teamId, teamId), inArray(importRows.subjectId, some)));
    for (const { id, key } of keyed) if (key !== "") found.get(id ?? "")?.keys.push(key);
  }
  return [...found.values()];
}

/** Where institutions of a kind are, by their folded names. */
export async function institutionPlaces(tx: Reader, kind: string): Promise<Map<string, string | null>> {
  const own = await tx.select({ nameKey: institutions.nameKey, placeId: institutions.placeId }).from(institutions).where(eq(institutions.kind, kind));
  const further = await tx
    .select({ nameKey: institutionNames.nameKey, placeId: institutions.placeId })
    .from(institutionNames)
    .innerJoin(institutions, eq(institutions.id, institutionNames.institutionId))
    .where(eq(institutions.kind, kind));
  return new Map([...further, ...own].map(({ nameKey, placeId }) => [nameKey, placeId]));
}

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

/** The sources of a team that have one of these addresses. */
export async function sourcesByAddress(tx: Reader, teamId: string, addresses: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(addresses)])) {
    for (const { url, id } of await tx.select({ url: sources.url, id: sources.id }).from(sources).where(and(eq(sources.teamId, teamId), inArray(sources.url, some)))) found.set(url, id);
  }
  return found;
}
