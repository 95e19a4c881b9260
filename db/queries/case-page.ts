import { asc, desc, eq, inArray } from "drizzle-orm";
import { allegationActs, allegationCases, allegations, institutions, sources } from "@/db/schema";
import type { Reader } from "@/db/store";

/** Allegations that concern a case, with their acts, agency and source. */
export async function listCaseAllegations(tx: Reader, caseId: string) {
  const rows = await tx
    .select({ allegation: allegations, agency: institutions.name, agencyKind: institutions.kind, source: sources.title, guard: { teamId: sources.teamId, confidentiality: sources.confidentiality } })
    .from(allegationCases)
    .innerJoin(allegations, eq(allegations.id, allegationCases.allegationId))
    .leftJoin(institutions, eq(institutions.id, allegations.agencyId))
    .leftJoin(sources, eq(sources.id, allegations.sourceId))
    .where(eq(allegationCases.caseId, caseId))
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
