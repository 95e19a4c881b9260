"use server";

import { webhookInput, webhookRetryInput, webhookStateInput } from "@/lib/model/api";
import { addWebhook, retryDelivery, setWebhookState } from "@/lib/services/webhooks";
import { answerAction } from "@/lib/web/answer-action";
import { formAction } from "@/lib/web/form-action";

export const addWebhookAction = answerAction(webhookInput, addWebhook);
export const setWebhookStateAction = formAction(webhookStateInput, setWebhookState, (_result, { state }) => `/admin/webhooks?saved=${state}`);
export const retryDeliveryAction = formAction(webhookRetryInput, retryDelivery, () => "/admin/webhooks?saved=retry");
