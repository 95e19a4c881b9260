import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { protectFilesOf } from "@/db/queries/files";
import { findOrganisation, findPlace } from "@/db/queries/organisation";
import { countSources, findSource, insertSource, listCountingCitations, listSourceAllegations, listSources, listSourceStated, type SourceRow } from "@/db/queries/sources";
import { citations, sources } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import { can, type Actor } from "@/lib/model/permissions";
import type { SourceValues } from "@/lib/model/source";
import { foundByWords, MOST_SEARCHED, pageOf } from "@/lib/names/found-by-words";
import { allow } from "./allow";
import { checkPast } from "./case-access";
import { placeOfQuote, quoteOccurs } from "./claim-quotes";
import { getSourceClaims } from "./claims";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { findHome } from "./organisation";
import { shownSource } from "./source-mask";
import { changesOf, write, type Log } from "./write";

export const SOURCES_PAGE = 50;

const own = ["kind", "title", "publisher", "author", "url", "language", "published", "reliability", "confidentiality"] as const;
const told = [...own, "textSha256"] as const;

const sha256 = (text: string): string => (text === "" ? "" : createHash("sha256").update(text, "utf8").digest("hex"));

/** Keeps a source with its text as pasted, the SHA-256 of the text and the instant of capture. */
export const recordSource = (actor: Actor, input: SourceValues, meta: FormMeta = {}): Promise<{ sourceId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const teamId = actor.teamIds[0] ?? null;
      allow(actor, "source.write", { teamId });
      if (teamId === null) throw new AppError("forbidden");
      return { sourceId: await recordSourceIn(tx, log, teamId, input) };
    },
    meta.submission,
  );

/** The same as part of the caller's transaction; the id of the source. */
export async function recordSourceIn(tx: Tx, log: Log, teamId: string, input: SourceValues): Promise<string> {
  await checkPublished(tx, input.published);
  const at = realNow();
  const row = { id: randomUUID(), teamId, ...input, textSha256: sha256(input.text), capturedAt: at, createdAt: at, updatedAt: at };
  await insertSource(tx, row);
  await log("source.recorded", { subject: ["source", row.id], version: [null, 1], changes: changesOf(undefined, row, told) });
  return row.id;
}

/** Corrects a source. A changed text is captured anew, its former wording stays in the history, and it must still hold every quote. */
export const updateSource = (actor: Actor, { sourceId, ...input }: SourceValues & { sourceId: string }, meta: FormMeta): Promise<{ sourceId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const before = await requireSource(tx, actor, sourceId);
      await checkPublished(tx, input.published);
      const cited = await listCountingCitations(tx, sourceId);
      const lost = input.text === "" ? undefined : cited.find((citation) => !quoteOccurs(input.text, citation.quote));
      if (lost) throw refuse("text", "quote_lost");
      const capture = input.text === before.text ? {} : { textSha256: sha256(input.text), capturedAt: realNow() };
      const saved = { version: before.version, values: editable(before) };
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(sources)
        .set({ ...input, ...capture, version: version + 1, updatedAt: realNow() })
        .where(and(eq(sources.id, sourceId), eq(sources.version, version)))
        .returning({ id: sources.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      // What was kept of it openly until now would tell who it is.
      if (input.confidentiality === "protected") await protectFilesOf(tx, { type: "source", id: sourceId });
      // The words of each claim are looked up anew; where they now stand twice, their place is not known.
      if (input.text !== before.text) for (const { id, quote } of cited) await tx.update(citations).set(placeOfQuote(input.text, quote)).where(eq(citations.id, id));
      const after = { ...before, ...input, ...capture };
      const entry = { subject: ["source", sourceId] as const, version: [version, version + 1] as const };
      await log("source.updated", { ...entry, changes: changesOf(before, after, [...told, "text"]) });
      for (const caseId of new Set(cited.flatMap((citation) => citation.caseId ?? []))) await log("source.updated", { ...entry, caseId, changes: changesOf(before, after, told) });
      return { sourceId };
    },
    meta.submission,
  );

/** A publication has happened; its date is read where the organisation works. */
async function checkPublished(tx: Tx, published: string | null): Promise<void> {
  if (published === null) return;
  const organisation = await findOrganisation(tx);
  const zone = (organisation && (await findPlace(tx, organisation.defaultPlaceId)))?.zone ?? "UTC";
  checkPast("published", published, zone);
}

async function requireSource(tx: Reader, actor: Actor, id: string): Promise<SourceRow> {
  const row = await findSource(tx, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "source.write", row);
  return row;
}

const editable = (row: SourceRow): Record<string, string> => ({ ...Object.fromEntries(own.map((name) => [name, row[name] ?? ""])), text: row.text });

export async function getEditableSource(actor: Actor, id: string) {
  const { read } = await store();
  const row = await requireSource(read, actor, id);
  return { id, version: row.version, title: row.title, values: editable(row) };
}

/** One page of sources, last captured first, or of those found by words of title, publisher and author; `zone` is the organisation's, for the instants of capture. */
export async function getSourceList(actor: Actor, page = 1, q?: string) {
  allow(actor, "source.read");
  const { read } = await store();
  const zone = (await findHome())?.place.zone ?? "UTC";
  if (q) {
    const found = foundByWords((await listSources(read, actor, MOST_SEARCHED, 0)).map((row) => shownSource(actor, row)), q, ({ title, publisher, author }) => [title, publisher, author]);
    const { rows, total } = pageOf(found, page, SOURCES_PAGE);
    return { items: rows, total, page, zone };
  }
  const items = (await listSources(read, actor, SOURCES_PAGE, (page - 1) * SOURCES_PAGE)).map((row) => shownSource(actor, row));
  return { items, total: await countSources(read, actor), page, zone };
}

/** A source as far as it may be seen, with its text and what was taken from it; `zone` is the organisation's, for the instant of capture. */
export async function getSourcePage(actor: Actor, id: string) {
  const { read } = await store();
  const row = await findSource(read, actor, id);
  if (!row) throw new AppError("not_found");
  allow(actor, "source.read", row);
  const [stated, alleged] = [await listSourceStated(read, actor, id), await listSourceAllegations(read, actor, id)];
  return { source: shownSource(actor, row), ...(await getSourceClaims(actor, id)), stated, alleged, zone: (await findHome())?.place.zone ?? "UTC", mayWrite: can(actor, "source.write", row) };
}
