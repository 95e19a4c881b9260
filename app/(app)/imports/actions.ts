"use server";

import { importColumnsInput, importDetailsInput, importInput } from "@/lib/model/event-import";
import { importRowInput, importUndoInput } from "@/lib/model/import-undo";
import { setImportDetails } from "@/lib/services/import-details";
import { recordImport } from "@/lib/services/import-record";
import { undoImport } from "@/lib/services/import-undo";
import { acceptRow, discardImport, setImportColumns } from "@/lib/services/imports";
import { formAction } from "@/lib/web/form-action";

export const setImportColumnsAction = formAction(importColumnsInput, setImportColumns, ({ importId }) => `/imports/${importId}/details`);
export const setImportDetailsAction = formAction(importDetailsInput, setImportDetails, ({ importId }) => `/imports/${importId}`);
export const recordImportAction = formAction(importInput, recordImport, ({ importId }) => `/imports/${importId}?recorded=1`);
export const discardImportAction = formAction(importInput, discardImport, () => "/imports");
export const acceptRowAction = formAction(importRowInput, acceptRow, ({ importId }) => `/imports/${importId}?show=aside`);
export const undoImportAction = formAction(importUndoInput, undoImport, ({ importId }) => `/imports/${importId}`);
