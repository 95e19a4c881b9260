"use server";

import { adjustmentEditInput, adjustmentInput } from "@/lib/model/adjustment";
import { caseInput, momentEditInput, momentInput, quickCaseInput } from "@/lib/model/case";
import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { orderEditInput, orderInput } from "@/lib/model/order";
import { statedReleaseEditInput, statedReleaseInput } from "@/lib/model/stated-release";
import { recordAdjustment, updateAdjustment, withdrawAdjustment } from "@/lib/services/adjustments";
import { recordCase, updateCase } from "@/lib/services/cases";
import { recordMoment, updateMoment, withdrawMoment } from "@/lib/services/moments";
import { recordOrder, updateOrder, withdrawOrder } from "@/lib/services/orders";
import { orderPreviewInput, previewOrder } from "@/lib/services/release-preview";
import { recordStatedRelease, updateStatedRelease, withdrawStatedRelease } from "@/lib/services/stated-releases";
import { formAction } from "@/lib/web/form-action";
import { previewAction } from "@/lib/web/preview-action";

export const recordCaseAction = formAction(quickCaseInput, recordCase, ({ caseIds }) => (caseIds.length === 1 ? `/cases/${caseIds[0]}` : `/cases/${caseIds[0]}?made=${caseIds.length}`));
export const updateCaseAction = formAction(caseInput, updateCase, ({ id }) => `/cases/${id}`);

export const recordMomentAction = formAction(momentInput, recordMoment, (_result, { caseIds }) => `/cases/${caseIds[0]}`);
export const updateMomentAction = formAction(momentEditInput, updateMoment, ({ caseIds }) => `/cases/${caseIds[0]}`);
export const withdrawMomentAction = formAction(caseWithdrawalInput, withdrawMoment, (_result, { caseId }) => `/cases/${caseId}`);

const saveOrder = formAction(orderInput, recordOrder, (_result, { caseIds }) => `/cases/${caseIds[0]}`);
const saveOrderAgain = formAction(orderEditInput, updateOrder, (_result, { caseIds }) => `/cases/${caseIds[0]}`);
export const recordOrderAction = previewAction(saveOrder, orderPreviewInput, previewOrder);
export const updateOrderAction = previewAction(saveOrderAgain, orderPreviewInput, previewOrder);
export const withdrawOrderAction = formAction(caseWithdrawalInput, withdrawOrder, (_result, { caseId }) => `/cases/${caseId}`);

export const recordStatedReleaseAction = formAction(statedReleaseInput, recordStatedRelease, (_result, { caseIds }) => `/cases/${caseIds[0]}`);
export const updateStatedReleaseAction = formAction(statedReleaseEditInput, updateStatedRelease, ({ caseIds }) => `/cases/${caseIds[0]}`);
export const withdrawStatedReleaseAction = formAction(caseWithdrawalInput, withdrawStatedRelease, (_result, { caseId }) => `/cases/${caseId}`);

export const recordAdjustmentAction = formAction(adjustmentInput, recordAdjustment, (_result, { caseIds }) => `/cases/${caseIds[0]}`);
export const updateAdjustmentAction = formAction(adjustmentEditInput, updateAdjustment, ({ caseIds }) => `/cases/${caseIds[0]}`);
export const withdrawAdjustmentAction = formAction(caseWithdrawalInput, withdrawAdjustment, (_result, { caseId }) => `/cases/${caseId}`);
