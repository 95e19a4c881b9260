import { webhookDeliveries } from "@/db/schema";
import { store } from "@/db/store";
import type { ApiScope, WebhookEvent } from "@/lib/model/api";
import type { Actor } from "@/lib/model/permissions";
import { issueToken, listOwnTokens } from "@/lib/services/api-tokens";
import { addWebhook, listWebhooks } from "@/lib/services/webhooks";

export const aToken = { name: "a tool", scopes: ["cases:read"] as ApiScope[], profile: "internal" as const, purpose: "statistics" as const, days: "30" };
export const aWebhook = { url: "https://receiver.example/erkin", events: ["case.recorded"] as WebhookEvent[] };

export async function tokenIdOf(actor: Actor): Promise<string> {
  await issueToken(actor, aToken);
  return (await listOwnTokens(actor))[0]?.id ?? "";
}

export async function webhookIdOf(actor: Actor): Promise<string> {
  await addWebhook(actor, aWebhook);
  return (await listWebhooks(actor))[0]?.id ?? "";
}

/** A call that was given up. */
export async function parkedDelivery(webhookId: string): Promise<string> {
  const row = { id: "parked", webhookId, seq: 1, event: "case.recorded", body: "{}", state: "parked", attempts: 8, nextAt: 0, lastAt: 1, lastStatus: "500" };
  await (await store()).write((tx) => tx.insert(webhookDeliveries).values(row));
  return row.id;
}
