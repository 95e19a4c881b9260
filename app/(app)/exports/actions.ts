"use server";

import { everythingInput, exportInput, recipientEditInput, recipientInput } from "@/lib/model/export";
import { makeEverything } from "@/lib/services/export-everything";
import { makeExport } from "@/lib/services/export-register";
import { recordRecipient, updateRecipient } from "@/lib/services/recipients";
import { formAction } from "@/lib/web/form-action";

export const makeExportAction = formAction(exportInput, makeExport, ({ exportId }) => `/exports/${exportId}`);
export const makeEverythingAction = formAction(everythingInput, makeEverything, ({ archiveId }) => `/exports/everything?ready=${archiveId}`);
export const recordRecipientAction = formAction(recipientInput, recordRecipient, ({ recipientId }) => `/exports/recipients/${recipientId}`);
export const updateRecipientAction = formAction(recipientEditInput, updateRecipient, ({ recipientId }) => `/exports/recipients/${recipientId}`);
