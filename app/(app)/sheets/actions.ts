"use server";

import { applySheetInput, discardSheetInput, takeSheetInput } from "@/lib/model/sheet";
import { applySheet } from "@/lib/services/sheet-apply";
import { discardSheet } from "@/lib/services/sheet-drafts";
import { takeSheet } from "@/lib/services/sheet-export";
import { formAction } from "@/lib/web/form-action";

export const takeSheetAction = formAction(takeSheetInput, takeSheet, ({ sheetId }) => `/sheets?taken=${sheetId}`);
export const applySheetAction = formAction(applySheetInput, applySheet, ({ sheetId, again }) => `/sheets/${sheetId}${again ? "?again=1" : ""}`);
export const discardSheetAction = formAction(discardSheetInput, discardSheet, ({ sheetId }) => `/sheets/${sheetId}`);
