"use server";

import { filterRemovalInput, reportDiscardInput, reportDraftInput, reportIssueInput, reportTextInput, reportWithdrawalInput } from "@/lib/model/report-input";
import { discardReport, saveReportText, startReport } from "@/lib/services/reports/drafts";
import { removeFilter } from "@/lib/services/reports/filters";
import { issueReport, withdrawReport } from "@/lib/services/reports/issue";
import { formAction } from "@/lib/web/form-action";

export const startReportAction = formAction(reportDraftInput, startReport, ({ reportId }) => `/reports/${reportId}`);
export const saveReportTextAction = formAction(reportTextInput, saveReportText, ({ reportId, slot }) => `/reports/${reportId}?saved=${encodeURIComponent(slot)}#added-${encodeURIComponent(slot)}`);
export const discardReportAction = formAction(reportDiscardInput, discardReport, () => "/reports?saved=discarded");
export const issueReportAction = formAction(reportIssueInput, issueReport, ({ reportId }) => `/reports/${reportId}?saved=issued`);
export const withdrawReportAction = formAction(reportWithdrawalInput, withdrawReport, ({ reportId }) => `/reports/${reportId}`);
export const removeFilterAction = formAction(filterRemovalInput, removeFilter, () => "/reports/filters?saved=removed");
