import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { bodiesById, changeResponse, findResponse, insertResponse, listResponses, type ResponseRow } from "@/db/queries/allegation-parts";
import { listAllegationCases, type AllegationRow } from "@/db/queries/allegations";
import { allegations } from "@/db/schema";
import { store, type Reader, type Tx } from "@/db/store";
import type { Withdrawal } from "@/lib/model/case";
import { responseThatCounts, type ResponseValues } from "@/lib/model/allegation-response";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { bodyNamed, checkOrderOf, logOn, requireAllegation, sourceFor } from "./allegation-access";
import { checkPast } from "./case-access";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write, type Log } from "./write";

const told = ["agency", "asked", "answer", "answered", "note", "source"] as const;

/** Records that an authority was asked or has answered; the newest answer that counts is the one that the sentence tells. */
export const recordResponse = (actor: Actor, { allegationId, ...input }: ResponseValues & { allegationId: string }, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const allegation = await requireAllegation(tx, actor, allegationId);
      const { row, shown } = await checked(tx, log, actor, input, allegation);
      const id = randomUUID();
      const at = realNow();
      await insertResponse(tx, { id, allegationId, ...row, createdAt: at, updatedAt: at });
      await tellNewest(tx, allegationId);
      await logOn(log, await listAllegationCases(tx, allegationId), "response.recorded", { subject: ["response", id], version: [null, 1], changes: changesOf(undefined, shown, told) });
      return { allegationId };
    },
    meta.submission,
  );

export const updateResponse = (actor: Actor, { responseId, ...input }: ResponseValues & { responseId: string }, meta: FormMeta): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { before, allegation } = await requireResponse(tx, actor, responseId);
      const { row, shown } = await checked(tx, log, actor, input, allegation);
      const saved = { version: before.version, values: await editableResponse(tx, before) };
      const version = seenVersion(meta.version, saved);
      if (!(await changeResponse(tx, responseId, version, { ...row, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await tellNewest(tx, allegation.id);
      const was = { ...saved.values, source: (await sourceFor(tx, actor, before.sourceId, allegation.teamId))?.title };
      await logOn(log, await listAllegationCases(tx, allegation.id), "response.updated", { subject: ["response", responseId], version: [version, version + 1], changes: changesOf(was, shown, told) });
      return { allegationId: allegation.id };
    },
    meta.submission,
  );

export const withdrawResponse = (actor: Actor, { recordId, reason }: Withdrawal, meta: FormMeta = {}): Promise<{ allegationId: string }> =>
  write(
    actor,
    async (tx, log) => {
      const { before, allegation } = await requireResponse(tx, actor, recordId);
      if (!(await changeResponse(tx, recordId, before.version, { withdrawn: reason, updatedAt: realNow() }))) throw new AppError("not_found");
      await tellNewest(tx, allegation.id);
      const changes = [{ field: "withdrawn", before: null, after: reason }];
      await logOn(log, await listAllegationCases(tx, allegation.id), "response.withdrawn", { subject: ["response", recordId], version: [before.version, before.version + 1], changes });
      return { allegationId: allegation.id };
    },
    meta.submission,
  );

export async function getEditableResponse(actor: Actor, id: string): Promise<{ id: string; allegationId: string; version: number; zone: string; values: Record<string, string> }> {
  const { read } = await store();
  const { before, allegation } = await requireResponse(read, actor, id);
  return { id, allegationId: allegation.id, version: before.version, zone: allegation.zone, values: await editableResponse(read, before) };
}

/** Keeps on the allegation which answer counts, in the transaction that changes the answers. */
async function tellNewest(tx: Tx, allegationId: string): Promise<void> {
  const response = responseThatCounts(await listResponses(tx, [allegationId]))?.answer ?? "not_asked";
  await tx.update(allegations).set({ response, updatedAt: realNow() }).where(eq(allegations.id, allegationId));
}

async function requireResponse(tx: Reader, actor: Actor, id: string): Promise<{ before: ResponseRow; allegation: AllegationRow }> {
  const before = await findResponse(tx, id);
  if (!before || before.withdrawn !== null) throw new AppError("not_found");
  return { before, allegation: await requireAllegation(tx, actor, before.allegationId) };
}

async function checked(tx: Tx, log: Log, actor: Actor, { agency, ...input }: ResponseValues, { teamId, zone, placeId }: AllegationRow) {
  const asked = checkPast("asked", input.asked, zone);
  const answered = checkPast("answered", input.answered, zone);
  if (input.answer === "asked" && input.answered !== null) throw refuse("answer", "response_needed");
  checkOrderOf(input.asked, input.answered, "answered", zone);
  const source = await sourceFor(tx, actor, input.sourceId, teamId);
  const institutionId = await bodyNamed(tx, log, agency, placeId);
  return { row: { ...input, institutionId, answeredEarliest: answered ?? asked }, shown: { ...input, agency, source: source?.title ?? "" } };
}

const editableResponse = async (tx: Reader, row: ResponseRow): Promise<Record<string, string>> => ({
  agency: (await bodiesById(tx, [row.institutionId])).get(row.institutionId ?? "")?.name ?? "",
  asked: row.asked ?? "",
  answer: row.answer,
  answered: row.answered ?? "",
  note: row.note,
  sourceId: row.sourceId ?? "",
});
