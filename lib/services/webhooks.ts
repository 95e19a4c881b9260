import "server-only";
import { randomUUID } from "node:crypto";
import { lastEntry } from "@/db/queries/audit";
import { listColleagueNames } from "@/db/queries/users";
import { dropDeliveries, findDelivery, findWebhook, insertWebhook, listWebhookRows, standingOf, subscriptionsOf, updateDelivery, updateWebhook } from "@/db/queries/webhooks";
import { store } from "@/db/store";
import { webhookEvents, type WebhookEvent } from "@/lib/model/api";
import { AppError, refuse } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { blind, randomToken } from "@/lib/vault/keys";
import { seal } from "@/lib/vault/seal";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { proveAgain } from "./step-up";
import { mayCall } from "./webhook-address";
import { changesOf, write } from "./write";

const MOST_PARKED = 20;

type NewWebhook = { url: string; events: WebhookEvent[]; password?: string };

/** Adds an address that is told of events from now on. The secret of its signatures is answered once. Throws `webhook_private` on `url`. */
export async function addWebhook(actor: Actor, { url, events, password }: NewWebhook, meta: FormMeta = {}): Promise<{ secret: string }> {
  allow(actor, "webhook.manage");
  if (!mayCall(new URL(url).hostname)) throw refuse("url", "webhook_private");
  await proveAgain(actor, password);
  // Derived for a form, so that a repeat answers the same secret.
  const secret = `whsec_${meta.submission ? blind(`webhook|${actor.userId}|${meta.submission}`) : randomToken()}`;
  await write(
    actor,
    async (tx, log) => {
      allow(actor, "webhook.manage");
      const id = randomUUID();
      const lastSeq = (await lastEntry(tx))?.seq ?? 0;
      await insertWebhook(tx, { id, userId: actor.userId, url, sealedSecret: seal("webhook", id, secret), lastSeq, createdAt: realNow() }, events);
      await log("webhook.added", { subject: ["webhook", id], changes: changesOf(undefined, { address: url, events }, ["address", "events"]) });
    },
    meta.submission,
  );
  return { secret };
}

export type ParkedDelivery = { id: string; event: WebhookEvent; attempts: number; lastAt: number | null; lastStatus: string };
export type Webhook = { id: string; url: string; active: boolean; addedBy: string; createdAt: number; events: WebhookEvent[]; waiting: number; last: { at: number; status: string } | null; parked: ParkedDelivery[] };

/** Every webhook with how its calls went. */
export async function listWebhooks(actor: Actor): Promise<Webhook[]> {
  allow(actor, "webhook.manage");
  const { read } = await store();
  const rows = await listWebhookRows(read);
  const names = new Map((await listColleagueNames(read, rows.map(({ userId }) => userId))).map(({ id, name }) => [id, name]));
  return Promise.all(
    rows.map(async ({ id, url, active, userId, createdAt }) => {
      const subscribed = await subscriptionsOf(read, id);
      const { waiting, parked, last } = await standingOf(read, id, MOST_PARKED);
      return {
        id, url, active, createdAt, waiting,
        addedBy: names.get(userId) ?? "",
        events: webhookEvents.filter((event) => subscribed.includes(event)),
        last: last ? { at: last.lastAt ?? 0, status: last.lastStatus ?? "" } : null,
        parked: parked.map((each) => ({ id: each.id, event: each.event as WebhookEvent, attempts: each.attempts, lastAt: each.lastAt, lastStatus: each.lastStatus ?? "" })),
      };
    }),
  );
}

/** Lets a webhook rest, go on, or takes it away. While it rests nothing is sent; what happens meanwhile is told when it goes on. */
export async function setWebhookState(actor: Actor, { webhookId, state, password }: { webhookId: string; state: "active" | "paused" | "removed"; password?: string }, meta: FormMeta = {}): Promise<{ id: string }> {
  allow(actor, "webhook.manage");
  await proveAgain(actor, password);
  return write(
    actor,
    async (tx, log) => {
      allow(actor, "webhook.manage");
      const row = await findWebhook(tx, webhookId);
      if (!row) throw new AppError("not_found");
      const removed = state === "removed";
      await updateWebhook(tx, row.id, { active: state === "active", ...(removed ? { removedAt: realNow() } : {}) });
      if (removed) await dropDeliveries(tx, row.id);
      const before = row.active ? "active" : "paused";
      await log(removed ? "webhook.removed" : "webhook.updated", { subject: ["webhook", row.id], changes: changesOf({ state: before, address: row.url }, { state, address: removed ? "" : row.url }, ["state", "address"]) });
      return { id: row.id };
    },
    meta.submission,
  );
}

/** Puts a call that was given up back into the queue. */
export const retryDelivery = (actor: Actor, { deliveryId }: { deliveryId: string }, meta: FormMeta = {}): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "webhook.manage");
      const row = await findDelivery(tx, deliveryId);
      if (row?.state !== "parked" || !(await findWebhook(tx, row.webhookId))) throw new AppError("not_found");
      await updateDelivery(tx, row.id, { state: "waiting", attempts: 0, nextAt: realNow() });
      await log("webhook.retried", { subject: ["webhook", row.webhookId], changes: [{ field: "events", before: null, after: row.event }] });
      return { id: row.id };
    },
    meta.submission,
  );
