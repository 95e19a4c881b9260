import { and, asc, count, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cases, events, letterheads, recipients, reportCounters, reportFiles, reportRecords, reports, reportTexts, savedFilters, users } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type ReportRow = typeof reports.$inferSelect;
export type ReportFileRow = typeof reportFiles.$inferSelect;
export type ReportRecordRow = typeof reportRecords.$inferSelect;
export type ReportTextRow = typeof reportTexts.$inferSelect;
export type SavedFilterRow = typeof savedFilters.$inferSelect;
export type LetterheadRow = typeof letterheads.$inferSelect;

const CHUNK = 300;
const author = alias(users, "author");
const issuer = alias(users, "issuer");

export const insertReport = (tx: Tx, row: typeof reports.$inferInsert) => tx.insert(reports).values(row);

export async function findReport(tx: Reader, scope: Scope, id: string): Promise<ReportRow | undefined> {
  const [row] = await tx.select().from(reports).where(and(eq(reports.id, id), within(scope, reports.teamId)));
  return row;
}

/** Changes a report that is still as it was seen; false where it is not. */
export async function updateReport(tx: Tx, id: string, version: number, change: Partial<typeof reports.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(reports).set({ ...change, version: version + 1 }).where(and(eq(reports.id, id), eq(reports.version, version))).returning({ id: reports.id });
  return changed.length > 0;
}

const { document: _document, frame: _frame, ...short } = getTableColumns(reports);

/** Whom and what a report is about stands in it as far as the scope reaches: `subject` is a case's reference or an event's title. */
export type ListedReport = Omit<ReportRow, "document" | "frame"> & { authorName: string | null; issuerName: string | null; recipientName: string | null; subject: string | null };
export type ReportMatch = { states: readonly string[]; profiles: readonly string[] };

/** Reports without what they say, the newest first: by their issue, drafts by their last change. */
export const listReports = (tx: Reader, scope: Scope, { states, profiles }: ReportMatch, limit: number, offset: number): Promise<ListedReport[]> =>
  tx
    .select({ ...short, authorName: author.name, issuerName: issuer.name, recipientName: recipients.name, subject: sql<string | null>`coalesce(${cases.reference}, ${events.title})` })
    .from(reports)
    .leftJoin(cases, and(eq(cases.id, reports.subjectId), alsoWithin(scope, cases.teamId)))
    .leftJoin(events, and(eq(events.id, reports.subjectId), alsoWithin(scope, events.teamId)))
    .leftJoin(recipients, eq(recipients.id, reports.recipientId))
    .leftJoin(author, eq(author.id, reports.authorId))
    .leftJoin(issuer, eq(issuer.id, reports.issuedById))
    .where(and(within(scope, reports.teamId), inArray(reports.state, [...states]), inArray(reports.profile, [...profiles])))
    .orderBy(desc(sql`coalesce(${reports.issuedAt}, ${reports.updatedAt})`), asc(reports.id))
    .limit(limit)
    .offset(offset);

export async function countReports(tx: Reader, scope: Scope, { states, profiles }: ReportMatch): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(reports).where(and(within(scope, reports.teamId), inArray(reports.state, [...states]), inArray(reports.profile, [...profiles])));
  return row?.n ?? 0;
}

/** The issued reports of a kind and a team, without those taken back, the newest first. */
export const issuedOfKind = (tx: Reader, scope: Scope, teamId: string, kind: string, subjectId: string | null, limit: number): Promise<Omit<ReportRow, "document" | "frame">[]> =>
  tx
    .select(short)
    .from(reports)
    .where(and(within(scope, reports.teamId), eq(reports.teamId, teamId), eq(reports.kind, kind), eq(reports.state, "issued"), subjectId === null ? isNull(reports.subjectId) : eq(reports.subjectId, subjectId)))
    .orderBy(desc(reports.issuedAt), asc(reports.id))
    .limit(limit);

/** The next number of a series. Inside the transaction that gives it away, so that none is lost and none is given twice. */
export async function nextNumber(tx: Tx, series: string): Promise<number> {
  const [row] = await tx
    .insert(reportCounters)
    .values({ series, last: 1 })
    .onConflictDoUpdate({ target: reportCounters.series, set: { last: sql`${reportCounters.last} + 1` } })
    .returning({ last: reportCounters.last });
  if (!row) throw new Error("a number was not given");
  return row.last;
}

export async function insertReportRecords(tx: Tx, rows: (typeof reportRecords.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(reportRecords).values(rows.slice(at, at + CHUNK));
}

/** What an issued report contained; the report itself must have been found in scope before. */
export const listReportRecords = (tx: Reader, reportId: string): Promise<ReportRecordRow[]> => tx.select().from(reportRecords).where(eq(reportRecords.reportId, reportId)).orderBy(asc(reportRecords.position));

export const listReportFiles = (tx: Reader, reportId: string): Promise<ReportFileRow[]> => tx.select().from(reportFiles).where(eq(reportFiles.reportId, reportId)).orderBy(asc(reportFiles.format));

/** Notes a made file down; where another turn was faster its row stays and this answers false. */
export async function insertReportFile(tx: Tx, row: typeof reportFiles.$inferInsert): Promise<boolean> {
  const made = await tx.insert(reportFiles).values(row).onConflictDoNothing().returning({ format: reportFiles.format });
  return made.length > 0;
}

export type ListedText = ReportTextRow & { authorName: string | null };

export const listReportTexts = async (tx: Reader, reportId: string): Promise<ListedText[]> =>
  (await tx.select({ row: reportTexts, authorName: users.name }).from(reportTexts).leftJoin(users, eq(users.id, reportTexts.authorId)).where(eq(reportTexts.reportId, reportId))).map(({ row, authorName }) => ({ ...row, authorName }));

export const insertReportText = (tx: Tx, row: typeof reportTexts.$inferInsert) => tx.insert(reportTexts).values(row);

export async function updateReportText(tx: Tx, id: string, version: number, change: Partial<typeof reportTexts.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(reportTexts).set({ ...change, version: version + 1 }).where(and(eq(reportTexts.id, id), eq(reportTexts.version, version))).returning({ id: reportTexts.id });
  return changed.length > 0;
}

export const insertSavedFilter = (tx: Tx, row: typeof savedFilters.$inferInsert) => tx.insert(savedFilters).values(row);

export const listSavedFilters = (tx: Reader, scope: Scope): Promise<SavedFilterRow[]> =>
  tx.select().from(savedFilters).where(and(within(scope, savedFilters.teamId), isNull(savedFilters.removedAt))).orderBy(asc(savedFilters.name), asc(savedFilters.id));

export async function findSavedFilter(tx: Reader, scope: Scope, id: string): Promise<SavedFilterRow | undefined> {
  const [row] = await tx.select().from(savedFilters).where(and(eq(savedFilters.id, id), within(scope, savedFilters.teamId), isNull(savedFilters.removedAt)));
  return row;
}

export async function removeSavedFilter(tx: Tx, id: string, version: number, at: number): Promise<boolean> {
  const changed = await tx.update(savedFilters).set({ removedAt: at, updatedAt: at, version: version + 1 }).where(and(eq(savedFilters.id, id), eq(savedFilters.version, version))).returning({ id: savedFilters.id });
  return changed.length > 0;
}

export async function findLetterhead(tx: Reader): Promise<LetterheadRow | undefined> {
  const [row] = await tx.select().from(letterheads).limit(1);
  return row;
}

export const insertLetterhead = (tx: Tx, row: typeof letterheads.$inferInsert) => tx.insert(letterheads).values(row);

export async function updateLetterhead(tx: Tx, id: string, version: number, change: Partial<typeof letterheads.$inferInsert>): Promise<boolean> {
  const changed = await tx.update(letterheads).set({ ...change, version: version + 1 }).where(and(eq(letterheads.id, id), eq(letterheads.version, version))).returning({ id: letterheads.id });
  return changed.length > 0;
}

/** Names of users by their ids. */
export const namesOfPeople = async (tx: Reader, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map(ids.length ? (await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, [...ids]))).map(({ id, name }) => [id, name]) : []);
