import { setImmediate as nextTurn } from "node:timers/promises";
import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { cases, events, eventSites, importBatches, importRows, institutionNames, institutions, people, personNames, sources } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { changeRows, insertRows } from "./bulk";
import { alsoWithin, within, type Scope } from "./scope";

export type ImportBatchRow = typeof importBatches.$inferSelect;
export type ImportRowRow = typeof importRows.$inferSelect;

/** So many rows are changed before those who only read get their turn. */
const AT_A_TIME = 2_000;
const CHUNK = 400;
const chunks = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => all.slice(at * CHUNK, (at + 1) * CHUNK));

export const insertImportBatch = (tx: Tx, row: typeof importBatches.$inferInsert) => tx.insert(importBatches).values(row);

export async function findImportBatch(tx: Reader, scope: Scope, id: string): Promise<ImportBatchRow | undefined> {
  const [row] = await tx.select().from(importBatches).where(and(eq(importBatches.id, id), within(scope, importBatches.teamId)));
  return row;
}

/** A batch whoever may see it, for the work that goes on beside the requests. */
export async function findBatch(tx: Reader, id: string): Promise<ImportBatchRow | undefined> {
  const [row] = await tx.select().from(importBatches).where(eq(importBatches.id, id));
  return row;
}

/** Changes a batch that is still as it was seen; false where it is not. */
export async function updateImportBatch(tx: Tx, id: string, version: number, change: Partial<typeof importBatches.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(importBatches).set({ ...change, version: version + 1 }).where(and(eq(importBatches.id, id), eq(importBatches.version, version))).returning({ id: importBatches.id });
  return changed.length > 0;
}

const listed = {
  id: importBatches.id,
  kind: importBatches.kind,
  phase: importBatches.phase,
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
  tx.select(listed).from(importBatches).where(and(within(scope, importBatches.teamId), ne(importBatches.state, "reading"))).orderBy(desc(importBatches.createdAt), asc(importBatches.id)).limit(limit).offset(offset);

export async function countImportBatches(tx: Reader, scope: Scope): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(importBatches).where(and(within(scope, importBatches.teamId), ne(importBatches.state, "reading")));
  return row?.n ?? 0;
}

export const insertImportRows = (tx: Tx, rows: readonly (typeof importRows.$inferInsert)[]): Promise<void> => insertRows(tx, importRows, rows);

/** Rows of a batch in the order of the file, from behind row `after` on. */
export const listImportRows = (tx: Reader, batchId: string, { verdicts, after = 0, limit, offset = 0 }: { verdicts?: readonly string[]; after?: number; limit: number; offset?: number }): Promise<ImportRowRow[]> =>
  tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.batchId, batchId), gt(importRows.row, after), verdicts && inArray(importRows.verdict, [...verdicts])))
    .orderBy(asc(importRows.row))
    .limit(limit)
    .offset(offset);

/** The next accepted rows that are not recorded yet. */
export const listUnrecorded = (tx: Reader, batchId: string, after: number, limit: number): Promise<ImportRowRow[]> =>
  tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.batchId, batchId), eq(importRows.verdict, "accepted"), isNull(importRows.subjectId), gt(importRows.row, after)))
    .orderBy(asc(importRows.row))
    .limit(limit);

/** How many rows of a batch have which verdict. */
export async function countVerdicts(tx: Reader, batchId: string): Promise<Record<string, number>> {
  const rows = await tx.select({ verdict: importRows.verdict, n: count() }).from(importRows).where(eq(importRows.batchId, batchId)).groupBy(importRows.verdict);
  return Object.fromEntries(rows.map(({ verdict, n }) => [verdict, Number(n)]));
}

/** Gives the rows from `first` to `last` that are still as they were read this verdict, with nothing to say about them. */
export const markRows = (tx: Tx, batchId: string, first: number, last: number, verdict: string) =>
  tx.update(importRows).set({ verdict, problems: "[]", externalKey: "", subjectType: null, subjectId: null }).where(and(eq(importRows.batchId, batchId), gte(importRows.row, first), lt(importRows.row, last + 1)));

export const changeImportRows = (tx: Tx, rows: readonly { id: string; change: Partial<ImportRowRow> }[]): Promise<void> => changeRows(tx, importRows, rows);

/** What these rows became was taken back. */
export async function markWithdrawn(tx: Tx, rowIds: readonly string[]): Promise<void> {
  for (const some of chunks(rowIds)) await tx.update(importRows).set({ verdict: "withdrawn" }).where(inArray(importRows.id, some));
}

/** What is left of the rows of a batch once it is done with: of those with this verdict no cells. */
export async function clearCells(tx: Tx, batchId: string, verdict?: string): Promise<void> {
  for (let after = 0; ; await nextTurn()) {
    const rows = await tx.select({ row: importRows.row }).from(importRows).where(and(eq(importRows.batchId, batchId), gt(importRows.row, after))).orderBy(asc(importRows.row)).limit(AT_A_TIME);
    const last = rows.at(-1)?.row;
    if (last === undefined) return;
    await tx.update(importRows).set({ cells: "[]" }).where(and(eq(importRows.batchId, batchId), gt(importRows.row, after), lt(importRows.row, last + 1), verdict === undefined ? undefined : eq(importRows.verdict, verdict)));
    after = last;
  }
}

/** Forgets what rows became, where nothing came of it. */
export const forgetSubjects = (tx: Tx, batchId: string) => tx.update(importRows).set({ subjectId: null, subjectType: null }).where(and(eq(importRows.batchId, batchId), isNotNull(importRows.subjectId)));

export async function removeImport(tx: Tx, batchId: string): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.batchId, batchId));
  await tx.delete(importBatches).where(eq(importBatches.id, batchId));
}

export const removeImportRows = (tx: Tx, batchId: string) => tx.delete(importRows).where(eq(importRows.batchId, batchId));

/** Batches that something is to go on with, the one that waits longest first. */
export const listWaiting = (tx: Reader): Promise<ImportBatchRow[]> => tx.select().from(importBatches).where(ne(importBatches.phase, "")).orderBy(asc(importBatches.updatedAt), asc(importBatches.id)).limit(20);

/** Files whose reading began before `before` and never ended: whoever sent them has to send them again. */
export const listUnread = (tx: Reader, before: number): Promise<{ id: string }[]> => tx.select({ id: importBatches.id }).from(importBatches).where(and(eq(importBatches.state, "reading"), lt(importBatches.updatedAt, before)));

/** Drafts whose file is still one text. */
export const listTexts = (tx: Reader): Promise<ImportBatchRow[]> => tx.select().from(importBatches).where(and(eq(importBatches.state, "draft"), ne(importBatches.content, ""))).limit(20);

/** How far something has gone on with a batch that is still as it was; false where it is not. */
export async function noteProgress(tx: Tx, batch: Pick<ImportBatchRow, "id" | "version" | "phase">, change: Partial<ImportBatchRow>): Promise<boolean> {
  const changed = await tx
    .update(importBatches)
    .set(change)
    .where(and(eq(importBatches.id, batch.id), eq(importBatches.version, batch.version), eq(importBatches.phase, batch.phase)))
    .returning({ id: importBatches.id });
  return changed.length > 0;
}

/** How the records that rows became are called now, by their ids. */
export async function subjectNames(tx: Reader, scope: Scope, kind: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows =
    kind === "events"
      ? await tx.select({ id: events.id, name: events.title }).from(events).where(and(inArray(events.id, [...ids]), within(scope, events.teamId)))
      : kind === "people"
        ? await tx.select({ id: people.id, name: people.displayName }).from(people).where(and(inArray(people.id, [...ids]), within(scope, people.teamId)))
        : await tx.select({ id: cases.id, name: sql<string>`${cases.reference} || ' ' || ${people.displayName}` }).from(cases).innerJoin(people, eq(people.id, cases.personId)).where(and(inArray(cases.id, [...ids]), within(scope, cases.teamId)));
  return new Map(rows.map(({ id, name }) => [id, name.trim()]));
}

/** Cases of a team whose person has one of these folded names and was taken on the day that stands beside it (`YYYY-MM-DD`). */
export async function casesTaken(tx: Reader, teamId: string, wanted: readonly { nameKey: string; day: string }[]) {
  const found: { id: string; nameKey: string; reference: string; placeId: string; seizedText: string | null }[] = [];
  for (const some of chunks(wanted)) {
    const both = [...new Set(some.map(({ nameKey, day }) => `${nameKey} ${day}`))];
    const rows = await tx
      .select({ id: cases.id, nameKey: personNames.nameKey, reference: cases.reference, placeId: cases.placeId, seizedText: cases.seizedText })
      .from(personNames)
      .innerJoin(cases, eq(cases.personId, personNames.personId))
      .where(and(inArray(personNames.nameKey, [...new Set(some.map(({ nameKey }) => nameKey))]), inArray(sql`(${personNames.nameKey} || ' ' || substr(${cases.seizedText}, 1, 10))`, both), alsoWithin({ teamIds: [teamId] }, cases.teamId)));
    found.push(...rows);
  }
  return found;
}

/** People of a team with one of these folded names. */
export async function peopleNamed(tx: Reader, teamId: string, nameKeys: readonly string[]) {
  const found: { id: string; nameKey: string; displayName: string; birthDate: string | null }[] = [];
  for (const some of chunks([...new Set(nameKeys)])) {
    const rows = await tx
      .select({ id: people.id, nameKey: personNames.nameKey, displayName: people.displayName, birthDate: people.birthDate })
      .from(personNames)
      .innerJoin(people, eq(people.id, personNames.personId))
      .where(and(inArray(personNames.nameKey, some), alsoWithin({ teamIds: [teamId] }, people.teamId)));
    found.push(...rows);
  }
  return found;
}

/** The keys that the rows had from which these records came. */
export async function keysOf(tx: Reader, teamId: string, subjectIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(subjectIds)])) {
    const rows = await tx.select({ id: importRows.subjectId, key: importRows.externalKey }).from(importRows).where(and(alsoWithin({ teamIds: [teamId] }, importRows.teamId), inArray(importRows.subjectId, some)));
    for (const { id, key } of rows) if (id !== null && key !== "") found.set(id, key);
  }
  return found;
}

/** What rows of these keys became in this team, in files of this kind that are recorded and not taken back. */
export async function subjectsByKey(tx: Reader, teamId: string, kind: string, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(keys)])) {
    const rows = await tx
      .select({ key: importRows.externalKey, id: importRows.subjectId })
      .from(importRows)
      .innerJoin(importBatches, eq(importBatches.id, importRows.batchId))
      .where(and(eq(importRows.teamId, teamId), inArray(importRows.externalKey, some), eq(importRows.verdict, "accepted"), inArray(importBatches.state, ["recorded", "undone"]), eq(importBatches.kind, kind)));
    for (const { key, id } of rows) if (id !== null) found.set(key, id);
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
    const keyed = await tx.select({ id: importRows.subjectId, key: importRows.externalKey }).from(importRows).where(and(alsoWithin({ teamIds: [teamId] }, importRows.teamId), inArray(importRows.subjectId, some)));
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

/** The sources of a team that have one of these addresses. */
export async function sourcesByAddress(tx: Reader, teamId: string, addresses: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(addresses)])) {
    for (const { url, id } of await tx.select({ url: sources.url, id: sources.id }).from(sources).where(and(eq(sources.teamId, teamId), inArray(sources.url, some)))) found.set(url, id);
  }
  return found;
}
