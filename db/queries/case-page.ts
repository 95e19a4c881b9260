import { asc, eq } from "drizzle-orm";
import { citations, sources } from "@/db/schema";
import type { Reader } from "@/db/store";

/** What sources say word for word about facts of a case. */
export const listCaseCitations = (tx: Reader, caseId: string) =>
  tx
    .select({ citation: citations, source: { id: sources.id, title: sources.title, publisher: sources.publisher, url: sources.url } })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(eq(citations.caseId, caseId))
    .orderBy(asc(citations.createdAt));
