import "server-only";
import { randomUUID } from "node:crypto";
import { changeRecipient, findRecipient, findRecipientByKey, insertRecipient, listExports, listRecipients, type RecipientRow, type RegisteredExport } from "@/db/queries/disclosure";
import { store, type Reader } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { RecipientValues } from "@/lib/model/export";
import type { Actor } from "@/lib/model/permissions";
import { foldName } from "@/lib/names/fold";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

const told = ["name", "audience", "profile", "note", "closed"] as const;
const MOST_SHOWN = 100;

/** Adds a recipient: what kind of receiver it is decides whose consent counts, its profile how much is told. */
export const recordRecipient = (actor: Actor, input: RecipientValues, meta: FormMeta = {}): Promise<{ recipientId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "recipient.manage");
      const row = await checked(tx, input, undefined);
      const id = randomUUID();
      await insertRecipient(tx, { id, ...row, createdAt: realNow(), updatedAt: realNow() });
      await log("recipient.recorded", { subject: ["recipient", id], version: [null, 1], changes: changesOf(undefined, { ...row, closed: input.closed }, told) });
      return { recipientId: id };
    },
    meta.submission,
  );

/** Corrects a recipient, or closes it: a closed one gets nothing more. Its pseudonyms stay as they are. */
export const updateRecipient = (actor: Actor, { recipientId, ...input }: RecipientValues & { recipientId: string }, meta: FormMeta): Promise<{ recipientId: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "recipient.manage");
      const before = await requireRecipient(tx, recipientId);
      const saved = { version: before.version, values: editable(before) };
      const version = seenVersion(meta.version, saved);
      const row = await checked(tx, input, before);
      if (!(await changeRecipient(tx, recipientId, version, { ...row, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      await log("recipient.updated", { subject: ["recipient", recipientId], version: [version, version + 1], changes: changesOf(editable(before), { ...row, closed: input.closed }, told) });
      return { recipientId };
    },
    meta.submission,
  );

export type Recipient = Omit<RecipientRow, "nameKey">;

export async function getRecipientList(actor: Actor): Promise<Recipient[]> {
  allow(actor, "recipient.manage");
  return listRecipients((await store()).read);
}

/** A recipient and what was made for it last; of the lists that were taken only how long they were, since a filter can hold a name. */
export async function getRecipientPage(actor: Actor, id: string): Promise<{ recipient: Recipient; exports: Omit<RegisteredExport, "filter" | "reason">[] }> {
  allow(actor, "recipient.manage");
  const { read } = await store();
  const recipient = await requireRecipient(read, id);
  return { recipient, exports: (await listExports(read, actor, id, MOST_SHOWN)).map(({ filter: _filter, reason: _reason, ...row }) => row) };
}

export async function getEditableRecipient(actor: Actor, id: string) {
  allow(actor, "recipient.manage");
  const row = await requireRecipient((await store()).read, id);
  return { id, name: row.name, version: row.version, values: editable(row) };
}

export async function requireRecipient(tx: Reader, id: string): Promise<RecipientRow> {
  const row = await findRecipient(tx, id);
  if (!row) throw new AppError("not_found");
  return row;
}

async function checked(tx: Reader, { closed, ...input }: RecipientValues, before: RecipientRow | undefined) {
  const nameKey = foldName(input.name);
  const other = await findRecipientByKey(tx, nameKey);
  if (other && other.id !== before?.id) throw refuse("name", "duplicate_name");
  // Whoever tells everybody is told what everybody is told.
  if (input.profile === "partner" && (input.audience === "public" || input.audience === "media")) throw refuse("profile", "public_only");
  return { ...input, nameKey, closed: closed === "yes" };
}

const editable = (row: RecipientRow): Record<string, string> => ({ name: row.name, audience: row.audience, profile: row.profile, note: row.note, closed: row.closed ? "yes" : "no" });
