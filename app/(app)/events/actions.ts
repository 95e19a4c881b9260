"use server";

import { eventEditInput, eventInput } from "@/lib/model/event";
import { recordEvent, updateEvent } from "@/lib/services/events";
import { formAction } from "@/lib/web/form-action";

export const recordEventAction = formAction(eventInput, recordEvent, ({ eventId }) => `/events/${eventId}`);
export const updateEventAction = formAction(eventEditInput, updateEvent, ({ eventId }) => `/events/${eventId}`);
