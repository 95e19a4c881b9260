import { INTERNAL } from "@/lib/model/destination";
import type { Actor } from "@/lib/model/permissions";
import { logApiRead } from "@/lib/services/api-log";
import { submissionOf } from "@/lib/services/api-keys";
import { idBehind, pageOfCaseIds, pageOfIds } from "@/lib/services/api-lists";
import { issueToken, listOwnTokens, revokeToken } from "@/lib/services/api-tokens";
import { addWebhook, listWebhooks, retryDelivery, setWebhookState } from "@/lib/services/webhooks";
import { listOutAllegations, listOutCasesInOrder, listOutEvents, listOutPeople } from "@/lib/services/outgoing-by-id";
import { aToken, aWebhook, parkedDelivery, tokenIdOf, webhookIdOf } from "./programs";
import type { Records } from "./matrix-records";

/** The rows of the matrix about programs: their tokens, what they read, and webhooks. */
export const programs: Record<string, ["export" | "admin" | "list", (actor: Actor, its: Records) => unknown]> = {
  issueToken: ["export", (actor) => issueToken(actor, aToken)],
  listOwnTokens: ["export", (actor) => listOwnTokens(actor)],
  revokeToken: ["export", async (actor) => revokeToken(actor, { tokenId: await tokenIdOf(actor) })],
  logApiRead: ["export", (actor) => logApiRead({ actor, tokenId: "token" }, "GET /cases", 1)],
  submissionOf: ["export", (actor) => submissionOf({ actor, tokenId: "token" }, "key", "content")],
  pageOfCaseIds: ["export", (actor) => pageOfCaseIds(actor, {}, { limit: 10 }, INTERNAL)],
  pageOfIds: ["export", (actor) => pageOfIds(actor, "people", { limit: 10 })],
  idBehind: ["export", (actor, its) => idBehind(actor, "cases", its.caseId, INTERNAL)],
  listOutCasesInOrder: ["list", (actor, its) => listOutCasesInOrder(actor, [its.caseId], INTERNAL)],
  listOutPeople: ["list", (actor, its) => listOutPeople(actor, [its.personId], INTERNAL)],
  listOutAllegations: ["list", (actor, its) => listOutAllegations(actor, [its.allegationId], INTERNAL)],
  listOutEvents: ["list", (actor, its) => listOutEvents(actor, [its.eventId], INTERNAL)],
  addWebhook: ["admin", (actor) => addWebhook(actor, aWebhook)],
  listWebhooks: ["admin", (actor) => listWebhooks(actor)],
  setWebhookState: ["admin", async (actor) => setWebhookState(actor, { webhookId: await webhookIdOf(actor), state: "paused" })],
  retryDelivery: ["admin", async (actor) => retryDelivery(actor, { deliveryId: await parkedDelivery(await webhookIdOf(actor)) })],
};
