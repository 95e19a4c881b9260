import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { findCitation, findSource, insertCitations, type CitationRow } from "@/db/queries/sources";
import { citations } from "@/db/schema";
import { store, type Reader } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { CitationValues } from "@/lib/model/source";
import { allow } from "./allow";
import { requireCase, requireCases } from "./case-access";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const oneSpace = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** Whether a text holds the quoted words, however lines and spaces fall. */
export const quoteOccurs = (text: string, quote: string): boolean => oneSpace(text).includes(oneSpace(quote));

/** Cites a source, word for word, for a fact of one case or several. Where the source's text is kept, the words must stand in it. */
export const recordCitation = (actor: Actor, { caseIds, ...input }: CitationValues, meta: FormMeta = {}): Promise<{ caseIds: string[] }> =>
  write(
    actor,
    async (tx, log) => {
      const rows = await requireCases(tx, actor, "case.write", caseIds);
      const source = await findSource(tx, actor, input.sourceId);
      if (!source || rows.some((row) => row.teamId !== source.teamId)) throw refuse("sourceId", "unknown_option");
      allow(actor, "source.write", source);
      if (source.text !== "" && !quoteOccurs(source.text, input.quote)) throw refuse("quote", "quote_not_in_source");
      for (const row of rows) {
        const id = randomUUID();
        const at = realNow();
        await insertCitations(tx, [{ id, caseId: row.id, ...input, createdAt: at, updatedAt: at }]);
        await log("citation.recorded", { subject: ["citation", id], caseId: row.id, version: [null, 1], changes: changesOf(undefined, { ...input, source: source.title }, ["source", "field", "quote"]) });
      }
      return { caseIds: rows.map((row) => row.id) };
    },
    meta.submission,
  );

/** Takes a citation back with a reason: it stays in the record and no longer counts. */
export const withdrawCitation = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ caseId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireCitation(tx, recordId);
      const row = await requireCase(tx, actor, "case.write", before.caseId);
      const [changed] = await tx
        .update(citations)
        .set({ withdrawn: reason, version: before.version + 1, updatedAt: realNow() })
        .where(and(eq(citations.id, recordId), eq(citations.version, before.version)))
        .returning({ id: citations.id });
      if (!changed) throw new AppError("not_found");
      await log("citation.withdrawn", { subject: ["citation", recordId], caseId: row.id, version: [before.version, before.version + 1], changes: [{ field: "withdrawn", before: null, after: reason }] });
      return { caseId: row.id };
    },
    meta.submission,
  );

async function requireCitation(tx: Reader, id: string): Promise<CitationRow & { caseId: string }> {
  const row = await findCitation(tx, id);
  if (!row || row.withdrawn !== null || row.caseId === null) throw new AppError("not_found");
  return { ...row, caseId: row.caseId };
}

/** A citation that counts, of a case that the actor may change, with its source. */
export async function getCitation(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireCitation(read, id);
  const owner = await requireCase(read, actor, "case.write", row.caseId);
  const source = await findSource(read, actor, row.sourceId);
  return { id, caseId: owner.id, reference: owner.reference, field: row.field, quote: row.quote, sourceId: row.sourceId, sourceTitle: source?.title ?? "" };
}
