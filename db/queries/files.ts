import { and, asc, count, desc, eq, exists, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { allegationActs, allegations, cases, events, files, fileUses, sources } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type FileRow = typeof files.$inferSelect;
export type SubjectKey = { type: string; id: string };

export const insertFile = (tx: Tx, row: typeof files.$inferInsert) => tx.insert(files).values(row);
export const insertFileUse = (tx: Tx, fileId: string, { type, id }: SubjectKey, position: number) => tx.insert(fileUses).values({ fileId, subjectType: type, subjectId: id, position });

export async function findFile(tx: Reader, scope: Scope, id: string): Promise<FileRow | undefined> {
  const [row] = await tx.select().from(files).where(and(eq(files.id, id), within(scope, files.teamId)));
  return row;
}

/** Whosever it is; undefined where there is no such file. */
export async function stateOf(tx: Reader, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ state: files.state }).from(files).where(eq(files.id, id));
  return row?.state;
}

/** Changes a file that still has this version; false where it has another. */
export async function changeFile(tx: Tx, id: string, version: number, change: Partial<typeof files.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(files).set({ ...change, version: version + 1 }).where(and(eq(files.id, id), eq(files.version, version))).returning({ id: files.id });
  return changed.length > 0;
}

export const listFileUses = (tx: Reader, fileId: string): Promise<SubjectKey[]> =>
  tx.select({ type: fileUses.subjectType, id: fileUses.subjectId }).from(fileUses).where(eq(fileUses.fileId, fileId)).orderBy(asc(fileUses.position));

const usedBy = ({ type, id }: SubjectKey): SQL =>
  exists(sql`(select 1 from ${fileUses} where ${fileUses.fileId} = ${files.id} and ${fileUses.subjectType} = ${type} and ${fileUses.subjectId} = ${id})`);

/** Keeps the files of a record for those who may see protected sources, whatever else they are evidence for. */
export const protectFilesOf = (tx: Tx, subject: SubjectKey) => tx.update(files).set({ isProtected: true }).where(usedBy(subject));

/** An upload of the same file for the same record that its author did not finish. */
export async function findUnfinished(tx: Reader, uploaderId: string, name: string, size: number, subject: SubjectKey): Promise<FileRow | undefined> {
  const [row] = await tx.select().from(files).where(and(eq(files.state, "uploading"), eq(files.uploaderId, uploaderId), eq(files.name, name), eq(files.size, size), usedBy(subject))).orderBy(desc(files.createdAt)).limit(1);
  return row;
}

export async function countUnfinished(tx: Reader, uploaderId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(files).where(and(eq(files.state, "uploading"), eq(files.uploaderId, uploaderId)));
  return row?.n ?? 0;
}

export const listStale = (tx: Reader, before: number): Promise<FileRow[]> => tx.select().from(files).where(and(eq(files.state, "uploading"), lt(files.updatedAt, before))).limit(100);

const counting = (scope: Scope, seesProtected: boolean): SQL | undefined => and(within(scope, files.teamId), eq(files.state, "kept"), seesProtected ? undefined : eq(files.isProtected, false));

/** Files of one record, in the order in which they were received. */
export const listFilesOf = (tx: Reader, scope: Scope, subject: SubjectKey, seesProtected: boolean): Promise<FileRow[]> =>
  tx.select().from(files).where(and(counting(scope, seesProtected), usedBy(subject))).orderBy(asc(files.receivedAt), asc(files.id)).limit(500);

/** Files that belong to any of these records, with the record that each belongs to. */
export const listFilesOfMany = (tx: Reader, scope: Scope, type: string, ids: readonly string[], seesProtected: boolean) =>
  tx.select({ subjectId: fileUses.subjectId, file: files }).from(fileUses).innerJoin(files, eq(files.id, fileUses.fileId)).where(and(counting(scope, seesProtected), eq(fileUses.subjectType, type), inArray(fileUses.subjectId, [...ids]))).orderBy(asc(files.receivedAt));

export type FileFilter = { types?: readonly string[] | undefined; subjectType?: string | undefined; sha256?: string | undefined };

const filtered = (scope: Scope, seesProtected: boolean, { types, subjectType, sha256 }: FileFilter): SQL | undefined =>
  and(
    counting(scope, seesProtected),
    types === undefined ? undefined : inArray(files.type, [...types]),
    sha256 === undefined ? undefined : eq(files.sha256, sha256),
    subjectType === undefined ? undefined : exists(sql`(select 1 from ${fileUses} where ${fileUses.fileId} = ${files.id} and ${fileUses.subjectType} = ${subjectType})`),
  );

export const listFiles = (tx: Reader, scope: Scope, seesProtected: boolean, filter: FileFilter, limit: number, offset: number): Promise<FileRow[]> =>
  tx.select().from(files).where(filtered(scope, seesProtected, filter)).orderBy(desc(files.receivedAt), asc(files.id)).limit(limit).offset(offset);

export async function countFiles(tx: Reader, scope: Scope, seesProtected: boolean, filter: FileFilter): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(files).where(filtered(scope, seesProtected, filter));
  return row?.n ?? 0;
}

/** For the command line: every file that must be on the disk, in pieces. */
export const filesAfter = (tx: Reader, after: string, limit: number): Promise<FileRow[]> =>
  tx.select().from(files).where(and(or(eq(files.state, "kept"), eq(files.state, "uploading")), sql`${files.id} > ${after}`)).orderBy(asc(files.id)).limit(limit);

/** Titles of records that files belong to, as far as they may be seen. An allegation has its first act in place of a title. */
export async function subjectTitles(tx: Reader, scope: Scope, keys: readonly SubjectKey[]): Promise<(SubjectKey & { title: string })[]> {
  const of = (type: string) => keys.filter((key) => key.type === type).map(({ id }) => id);
  const titled = async (type: string, rows: Promise<{ id: string; title: string }[]>) => (await rows).map((row) => ({ type, ...row }));
  const found = await Promise.all([
    titled("case", tx.select({ id: cases.id, title: cases.reference }).from(cases).where(and(alsoWithin(scope, cases.teamId), inArray(cases.id, of("case"))))),
    titled("source", tx.select({ id: sources.id, title: sources.title }).from(sources).where(and(alsoWithin(scope, sources.teamId), inArray(sources.id, of("source"))))),
    titled("event", tx.select({ id: events.id, title: events.title }).from(events).where(and(alsoWithin(scope, events.teamId), inArray(events.id, of("event"))))),
    titled("allegation", tx.select({ id: allegations.id, title: allegationActs.act }).from(allegations).innerJoin(allegationActs, and(eq(allegationActs.allegationId, allegations.id), eq(allegationActs.position, 0))).where(and(alsoWithin(scope, allegations.teamId), inArray(allegations.id, of("allegation"))))),
  ]);
  return found.flat();
}

export async function findCaseByReference(tx: Reader, scope: Scope, reference: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: cases.id }).from(cases).where(and(eq(cases.reference, reference), alsoWithin(scope, cases.teamId))).limit(1);
  return row?.id;
}
