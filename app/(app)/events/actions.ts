"use server";

import { caseLinkInput } from "@/lib/model/case-event";
import { countEditInput, countInput, countWithdrawalInput } from "@/lib/model/count";
import { eventEditInput, eventInput } from "@/lib/model/event";
import { linkCases } from "@/lib/services/case-events";
import { recordCount, updateCount, withdrawCount } from "@/lib/services/counts";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { formAction } from "@/lib/web/form-action";

export const recordEventAction = formAction(eventInput, recordEvent, ({ eventId }) => `/events/${eventId}`);
export const updateEventAction = formAction(eventEditInput, updateEvent, ({ eventId }) => `/events/${eventId}`);
export const linkCasesAction = formAction(caseLinkInput, linkCases, ({ eventId }) => `/events/${eventId}#cases`);
export const recordCountAction = formAction(countInput, recordCount, ({ eventId }) => `/events/${eventId}#counts`);
export const updateCountAction = formAction(countEditInput, updateCount, ({ eventId }) => `/events/${eventId}#counts`);
export const withdrawCountAction = formAction(countWithdrawalInput, withdrawCount, ({ eventId }) => `/events/${eventId}#counts`);
