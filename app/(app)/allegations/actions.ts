"use server";

import { allegationEditInput, allegationInput, allegationWithdrawalInput, reviewInput } from "@/lib/model/allegation";
import { responseEditInput, responseInput } from "@/lib/model/allegation-response";
import { complaintEditInput, complaintInput } from "@/lib/model/complaint";
import { recordResponse, updateResponse, withdrawResponse } from "@/lib/services/allegation-responses";
import { reviewAllegation } from "@/lib/services/allegation-reviews";
import { recordAllegation, updateAllegation, withdrawAllegation } from "@/lib/services/allegations";
import { recordComplaint, updateComplaint, withdrawComplaint } from "@/lib/services/complaints";
import { formAction } from "@/lib/web/form-action";

export const recordAllegationAction = formAction(allegationInput, recordAllegation, ({ allegationId }) => `/allegations/${allegationId}`);
export const updateAllegationAction = formAction(allegationEditInput, updateAllegation, ({ allegationId }) => `/allegations/${allegationId}`);
export const withdrawAllegationAction = formAction(allegationWithdrawalInput, withdrawAllegation, ({ allegationId }) => `/allegations/${allegationId}`);
export const reviewAllegationAction = formAction(reviewInput, reviewAllegation, ({ allegationId }) => `/allegations/${allegationId}#reviews`);
export const recordResponseAction = formAction(responseInput, recordResponse, ({ allegationId }) => `/allegations/${allegationId}#answers`);
export const updateResponseAction = formAction(responseEditInput, updateResponse, ({ allegationId }) => `/allegations/${allegationId}#answers`);
export const withdrawResponseAction = formAction(allegationWithdrawalInput, withdrawResponse, ({ allegationId }) => `/allegations/${allegationId}#answers`);
export const recordComplaintAction = formAction(complaintInput, recordComplaint, ({ allegationId }) => `/allegations/${allegationId}#complaints`);
export const updateComplaintAction = formAction(complaintEditInput, updateComplaint, ({ allegationId }) => `/allegations/${allegationId}#complaints`);
export const withdrawComplaintAction = formAction(allegationWithdrawalInput, withdrawComplaint, ({ allegationId }) => `/allegations/${allegationId}#complaints`);
