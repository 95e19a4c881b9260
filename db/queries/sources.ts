import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { allegationActs, allegationCases, allegations, cases, citations, people, sources, statedReleases } from "@/db/schema";
import type { Reader, Tx } from "@/db/store";
import { alsoWithin, within, type Scope } from "./scope";

export type SourceRow = typeof sources.$inferSelect;
export type CitationRow = typeof citations.$inferSelect;

export const insertSource = (tx: Tx, row: typeof sources.$inferInsert) => tx.insert(sources).values(row);
export const insertCitations = (tx: Tx, rows: (typeof citations.$inferInsert)[]) => tx.insert(citations).values(rows);

export async function findSource(tx: Reader, scope: Scope, id: string): Promise<SourceRow | undefined> {
  const [row] = await tx.select().from(sources).where(and(eq(sources.id, id), within(scope, sources.teamId)));
  return row;
}

const listed = {
  id: sources.id,
  teamId: sources.teamId,
  kind: sources.kind,
  title: sources.title,
  publisher: sources.publisher,
  author: sources.author,
  language: sources.language,
  published: sources.published,
  textSha256: sources.textSha256,
  capturedAt: sources.capturedAt,
  reliability: sources.reliability,
  confidentiality: sources.confidentiality,
};

/** Sources without their texts, last captured first. */
export const listSources = (tx: Reader, scope: Scope, limit: number, offset: number) =>
  tx.select(listed).from(sources).where(within(scope, sources.teamId)).orderBy(desc(sources.capturedAt), asc(sources.id)).limit(limit).offset(offset);

export async function countSources(tx: Reader, scope: Scope): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(sources).where(within(scope, sources.teamId));
  return row?.n ?? 0;
}

export async function findCitation(tx: Reader, id: string): Promise<CitationRow | undefined> {
  const [row] = await tx.select().from(citations).where(eq(citations.id, id));
  return row;
}

const about = { caseId: cases.id, reference: cases.reference, slot: cases.slot, slotCount: cases.slotCount, displayName: people.displayName, sex: people.sex };

/** The releases that name this source for what they state and that count, in cases that may be seen. */
export const listSourceStated = (tx: Reader, scope: Scope, sourceId: string) =>
  tx
    .select({ id: statedReleases.id, when: statedReleases.when, ...about })
    .from(statedReleases)
    .innerJoin(cases, eq(cases.id, statedReleases.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(statedReleases.sourceId, sourceId), isNull(statedReleases.withdrawn), alsoWithin(scope, cases.teamId)))
    .orderBy(asc(cases.reference));

/** The allegations that name this source and that count, each with its first act, by the cases that may be seen; one line without a case where it concerns none. */
export const listSourceAllegations = (tx: Reader, scope: Scope, sourceId: string) =>
  tx
    .select({ id: allegations.id, act: allegationActs.act, ...about })
    .from(allegations)
    .innerJoin(allegationActs, and(eq(allegationActs.allegationId, allegations.id), eq(allegationActs.position, 0)))
    .leftJoin(allegationCases, eq(allegationCases.allegationId, allegations.id))
    .leftJoin(cases, and(eq(cases.id, allegationCases.caseId), alsoWithin(scope, cases.teamId)))
    .leftJoin(people, eq(people.id, cases.personId))
    .where(and(eq(allegations.sourceId, sourceId), isNull(allegations.withdrawn), alsoWithin(scope, allegations.teamId)))
    .orderBy(asc(allegations.createdAt), asc(cases.reference));

/** The citations of a source that count, whoever may see their cases: a change of the text must keep them true. */
export const listCountingCitations = (tx: Reader, sourceId: string): Promise<CitationRow[]> =>
  tx.select().from(citations).where(and(eq(citations.sourceId, sourceId), isNull(citations.withdrawn)));
