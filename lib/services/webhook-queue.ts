import "server-only";
import { randomUUID } from "node:crypto";
import { entriesAfter, type AuditEntryRow } from "@/db/queries/audit";
import { listLoggedCases, listLoggedRecords, valuesBySeq } from "@/db/queries/audit-log";
import { findUser, teamIdsOf } from "@/db/queries/users";
import { addDeliveries, forgetDelivered, listWebhookRows, nextDelivery, subscriptionsOf, updateDelivery, updateWebhook, type DeliveryRow, type WebhookRow } from "@/db/queries/webhooks";
import { store, type Reader } from "@/db/store";
import type { WebhookEvent } from "@/lib/model/api";
import { can, type Actor } from "@/lib/model/permissions";
import type { Role } from "@/lib/model/vocabularies";
import { unseal } from "@/lib/vault/seal";
import { realNow } from "./clock";
import { postSigned } from "./webhook-post";

const AT_ONCE = 500;
const MOST_A_TURN = 20;
const KEPT_MS = 7 * 86_400_000;
const SECOND = 1000;
/** How long the queue of an address rests after each failure in a row; after the last one the delivery is set aside. */
export const RESTS_MS = [10, 60, 300, 1800, 7200, 21_600, 43_200].map((seconds) => seconds * SECOND);

/** One turn: what the log holds since the last time is put into the queues, and what waits is sent. A webhook that fails holds up no other. */
export async function tellWebhooks(): Promise<void> {
  const { read } = await store();
  const rows = (await listWebhookRows(read)).filter(({ active }) => active);
  await Promise.all(rows.map(async (row) => {
    await collect(row);
    await send(row);
  }));
}

/** Whose view a webhook has: that of the administrator who added it, as it is now; undefined while they may not add one. */
async function viewerOf(tx: Reader, { userId }: WebhookRow): Promise<Actor | undefined> {
  const user = await findUser(tx, userId);
  if (!user?.active) return undefined;
  const actor: Actor = { userId, name: user.name, role: user.role as Role, teamIds: await teamIdsOf(tx, userId), sessionHash: null };
  return can(actor, "webhook.manage") ? actor : undefined;
}

/** Puts what happened since into the queue, in the transaction that moves the mark in the log: nothing is left out and nothing comes twice. */
async function collect(row: WebhookRow): Promise<void> {
  const opened = await store();
  const actor = await viewerOf(opened.read, row);
  if (!actor) return;
  const entries = await entriesAfter(opened.read, row.lastSeq, AT_ONCE);
  const last = entries.at(-1);
  if (!last) return;
  const wanted = new Set(await subscriptionsOf(opened.read, row.id));
  const told = await toldOf(opened.read, actor, entries);
  const at = realNow();
  const deliveries = told.flatMap(({ entry, events }) => events.filter((event) => wanted.has(event)).map((event) => deliveryOf(row.id, entry, event, at)));
  await opened.write(async (tx) => {
    await addDeliveries(tx, deliveries);
    await updateWebhook(tx, row.id, { lastSeq: last.seq });
    await forgetDelivered(tx, at - KEPT_MS);
  });
}

const named: Partial<Record<string, WebhookEvent>> = {
  "case.recorded": "case.recorded",
  "case.updated": "case.updated",
  "moment.recorded": "moment.recorded",
  "release.recomputed": "estimate.changed",
  "person.updated": "person.updated",
  "allegation.recorded": "allegation.recorded",
  "allegation.updated": "allegation.updated",
  "event.recorded": "event.recorded",
  "event.updated": "event.updated",
  "count.recorded": "count.recorded",
};

/** The entries that this viewer may see, with what a webhook calls them. */
async function toldOf(tx: Reader, actor: Actor, entries: readonly AuditEntryRow[]): Promise<{ entry: AuditEntryRow; events: WebhookEvent[] }[]> {
  const known = entries.filter(({ action }) => named[action] !== undefined);
  const caseIds = [...new Set(known.flatMap(({ caseId }) => caseId ?? []))];
  const others = [...new Set(known.flatMap(({ caseId, subjectId }) => (caseId === null ? [subjectId] : [])))];
  const visible = new Set([...(await listLoggedCases(tx, actor, caseIds)).map(({ id }) => id), ...(await listLoggedRecords(tx, actor, others))]);
  const values = await valuesBySeq(tx, known.flatMap(({ action, seq }) => (action === "moment.recorded" ? [seq] : [])));
  return known
    .filter(({ caseId, subjectId }) => visible.has(caseId ?? subjectId))
    .map((entry) => {
      const released = values.get(entry.seq)?.some(({ field, after }) => field === "kind" && after === "released");
      return { entry, events: [named[entry.action] ?? [], released ? ("release.observed" as const) : []].flat() };
    });
}

/** Only that something happened and to what: what it is, the receiver asks with a token of its own. */
function deliveryOf(webhookId: string, { seq, at, entry, subjectType, subjectId, caseId }: AuditEntryRow, event: WebhookEvent, now: number) {
  const id = randomUUID();
  const { version: [, version] } = JSON.parse(entry) as { version: [number | null, number | null] };
  const body = JSON.stringify({ id, event, at: new Date(at).toISOString(), subject: { type: subjectType, id: subjectId, version }, caseId });
  return { id, webhookId, seq, event, body, state: "waiting", nextAt: now };
}

/** Sends what waits, one after the other as it happened; stops at the first that does not arrive, so that the order holds. */
async function send(row: WebhookRow): Promise<void> {
  const opened = await store();
  const secret = unseal("webhook", row.id, row.sealedSecret);
  for (let sent = 0; sent < MOST_A_TURN; sent++) {
    const next = await nextDelivery(opened.read, row.id);
    if (!next || next.nextAt > realNow() || !(await viewerOf(opened.read, row))) return;
    const posted = secret === undefined ? { ok: false, status: "secret" } : await postSigned(row.url, { secret, body: next.body, event: next.event, id: next.id });
    await opened.write((tx) => updateDelivery(tx, next.id, outcomeOf(next, posted)));
    if (!posted.ok) return;
  }
}

function outcomeOf({ attempts }: DeliveryRow, { ok, status }: { ok: boolean; status: string }): Partial<DeliveryRow> {
  const at = realNow();
  const rest = RESTS_MS[attempts];
  const tried = { attempts: attempts + 1, lastAt: at, lastStatus: status };
  if (ok) return { ...tried, state: "done" };
  return rest === undefined ? { ...tried, state: "parked" } : { ...tried, nextAt: at + rest };
}
