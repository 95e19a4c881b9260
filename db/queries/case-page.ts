import { asc, desc, eq, inArray } from "drizzle-orm";
import { allegationActs, allegationCases, allegations, citations, institutions, sources } from "@/db/schema";
import type { Reader } from "@/db/store";

/** Allegations that concern a case, with their acts, agency and source. */
export async function listCaseAllegations(tx: Reader, caseId: string) {
  const bound = await tx.select({ id: allegationCases.allegationId }).from(allegationCases).where(eq(allegationCases.caseId, caseId));
  return listAllegationFacts(tx, bound.map(({ id }) => id));
}

/** What cards show of these allegations, the newest first. */
export async function listAllegationFacts(tx: Reader, allegationIds: readonly string[]) {
  if (allegationIds.length === 0) return [];
  const rows = await tx
    .select({ allegation: allegations, agency: institutions.name, agencyKind: institutions.kind, source: sources.title })
    .from(allegations)
    .leftJoin(institutions, eq(institutions.id, allegations.agencyId))
    .leftJoin(sources, eq(sources.id, allegations.sourceId))
    .where(inArray(allegations.id, [...allegationIds]))
    .orderBy(desc(allegations.createdAt));
  const ids = rows.map((row) => row.allegation.id);
  const acts = ids.length ? await tx.select().from(allegationActs).where(inArray(allegationActs.allegationId, ids)).orderBy(asc(allegationActs.position)) : [];
  const bound = ids.length ? await tx.select().from(allegationCases).where(inArray(allegationCases.allegationId, ids)) : [];
  return rows.map((row) => ({
    ...row,
    acts: acts.filter((act) => act.allegationId === row.allegation.id).map((act) => act.act),
    caseCount: bound.filter((each) => each.allegationId === row.allegation.id).length,
  }));
}

/** What sources say word for word about facts of a case. */
export const listCaseCitations = (tx: Reader, caseId: string) =>
  tx
    .select({ citation: citations, source: { id: sources.id, title: sources.title, publisher: sources.publisher, url: sources.url } })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(eq(citations.caseId, caseId))
    .orderBy(asc(citations.createdAt));
