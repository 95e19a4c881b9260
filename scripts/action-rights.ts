import type { z } from "zod";
import * as account from "@/lib/model/account";
import { adjustmentEditInput, adjustmentInput } from "@/lib/model/adjustment";
import { allegationEditInput, allegationInput, allegationWithdrawalInput, reviewInput } from "@/lib/model/allegation";
import { responseEditInput, responseInput } from "@/lib/model/allegation-response";
import { calculatorInput } from "@/lib/model/calculator";
import { feedInput, feedRevokeInput } from "@/lib/model/calendar-feed";
import { caseInput, momentEditInput, momentInput, quickCaseInput } from "@/lib/model/case";
import { caseRightsInput } from "@/lib/model/case-rights";
import { caseLinkInput } from "@/lib/model/case-event";
import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { countEditInput, countInput, countWithdrawalInput } from "@/lib/model/count";
import { complaintEditInput, complaintInput } from "@/lib/model/complaint";
import { consentEditInput, consentInput, consentWithdrawalInput } from "@/lib/model/consent";
import { eventEditInput, eventInput } from "@/lib/model/event";
import { everythingInput, exportInput, recipientEditInput, recipientInput } from "@/lib/model/export";
import { importColumnsInput, importDetailsInput, importInput } from "@/lib/model/event-import";
import { importRowInput, importUndoInput } from "@/lib/model/import-undo";
import { institutionEditInput, institutionInput, mergeInput } from "@/lib/model/institution";
import { claimEditInput, claimSubjectInput, claimWithdrawalInput, followInput, newClaimInput, takenClaimsInput } from "@/lib/model/claim";
import { tokenInput, tokenRevocationInput, webhookInput, webhookRetryInput, webhookStateInput } from "@/lib/model/api";
import { inputOf, type InputContext } from "@/lib/model/fields";
import { orderEditInput, orderInput } from "@/lib/model/order";
import { describeInput, fileWithdrawalInput, linkInput } from "@/lib/model/file";
import { mailRetryInput, mailTestInput, noticePreferenceInput, noticeReadInput } from "@/lib/model/notice";
import { personEditInput, personInput } from "@/lib/model/person";
import { placeEditInput, placeInput } from "@/lib/model/place";
import { filterRemovalInput, letterheadInput, reportDiscardInput, reportDraftInput, reportIssueInput, reportTextInput, reportWithdrawalInput } from "@/lib/model/report-input";
import { releaseOverrideInput } from "@/lib/model/release-override";
import { applySheetInput, discardSheetInput, takeSheetInput } from "@/lib/model/sheet";
import { citationInput, newSourceInput, sourceEditInput } from "@/lib/model/source";
import { overrideInput, restoreInput } from "@/lib/release/rules/override-input";
import { statedReleaseEditInput, statedReleaseInput } from "@/lib/model/stated-release";
import { taskEditInput, taskFinishInput, taskInput, taskReopenInput } from "@/lib/model/task";
import type { Right } from "./route-rights";

type Input = (context: InputContext) => z.ZodType;

/** Server actions by their name: the right, and the form that they read. Each is a POST with the origin checked. */
export const actionRights: Record<string, { right: Right; input?: Input }> = {
  signInAction: { right: "public", input: account.signInInput },
  setupAction: { right: "public", input: account.setupInput },
  acceptInvitationAction: { right: "public", input: account.acceptInvitationInput },
  signOutAction: { right: "signed-in" },
  setLocaleAction: { right: "public" },
  setThemeAction: { right: "public" },
  updatePreferencesAction: { right: "account.write", input: account.preferencesInput },
  changePasswordAction: { right: "account.write", input: account.passwordChangeInput },
  issueTokenAction: { right: "token.manage", input: tokenInput },
  revokeTokenAction: { right: "token.manage", input: tokenRevocationInput },
  addWebhookAction: { right: "webhook.manage", input: webhookInput },
  setWebhookStateAction: { right: "webhook.manage", input: webhookStateInput },
  retryDeliveryAction: { right: "webhook.manage", input: webhookRetryInput },
  endSessionAction: { right: "signed-in", input: account.endSessionInput },
  inviteAction: { right: "user.manage", input: account.invitationInput },
  updateUserAction: { right: "user.manage", input: account.userInput },
  recordTeamAction: { right: "team.manage", input: account.teamInput },
  updateOrganisationAction: { right: "organisation.manage", input: account.organisationInput },
  calculateAction: { right: "calculator.use", input: calculatorInput },
  recordCaseAction: { right: "case.write", input: quickCaseInput },
  updateCaseAction: { right: "case.write", input: caseInput },
  markRightsAction: { right: "case.write", input: caseRightsInput },
  recordMomentAction: { right: "case.write", input: momentInput },
  updateMomentAction: { right: "case.write", input: momentEditInput },
  withdrawMomentAction: { right: "case.write", input: caseWithdrawalInput },
  recordOrderAction: { right: "order.write", input: orderInput },
  updateOrderAction: { right: "order.write", input: orderEditInput },
  withdrawOrderAction: { right: "order.write", input: caseWithdrawalInput },
  recordAdjustmentAction: { right: "case.write", input: adjustmentInput },
  updateAdjustmentAction: { right: "case.write", input: adjustmentEditInput },
  withdrawAdjustmentAction: { right: "case.write", input: caseWithdrawalInput },
  recordStatedReleaseAction: { right: "case.write", input: statedReleaseInput },
  updateStatedReleaseAction: { right: "case.write", input: statedReleaseEditInput },
  withdrawStatedReleaseAction: { right: "case.write", input: caseWithdrawalInput },
  recordReleaseOverrideAction: { right: "estimate.override", input: releaseOverrideInput },
  withdrawReleaseOverrideAction: { right: "estimate.override", input: caseWithdrawalInput },
  recordCitationAction: { right: "source.write", input: citationInput },
  acceptClaimsAction: { right: "source.write", input: takenClaimsInput },
  recordClaimAction: { right: "source.write", input: newClaimInput },
  updateClaimAction: { right: "source.write", input: claimEditInput },
  withdrawClaimAction: { right: "source.write", input: claimWithdrawalInput },
  attachClaimsAction: { right: "source.write", input: claimSubjectInput },
  followClaimAction: { right: "source.write", input: followInput },
  recordTaskAction: { right: "task.write", input: taskInput },
  updateTaskAction: { right: "task.write", input: taskEditInput },
  finishTaskAction: { right: "task.write", input: taskFinishInput },
  reopenTaskAction: { right: "task.write", input: taskReopenInput },
  makeFeedAction: { right: "calendar.read", input: feedInput },
  revokeFeedAction: { right: "calendar.read", input: feedRevokeInput },
  markReadAction: { right: "notice.read", input: noticeReadInput },
  setNoticePreferencesAction: { right: "notice.read", input: noticePreferenceInput },
  sendTestMailAction: { right: "notice.read", input: mailTestInput },
  retryMailAction: { right: "organisation.manage", input: mailRetryInput },
  recordAllegationAction: { right: "allegation.write", input: allegationInput },
  updateAllegationAction: { right: "allegation.write", input: allegationEditInput },
  withdrawAllegationAction: { right: "allegation.write", input: allegationWithdrawalInput },
  reviewAllegationAction: { right: "allegation.write", input: reviewInput },
  recordResponseAction: { right: "allegation.write", input: responseInput },
  updateResponseAction: { right: "allegation.write", input: responseEditInput },
  withdrawResponseAction: { right: "allegation.write", input: allegationWithdrawalInput },
  recordComplaintAction: { right: "allegation.write", input: complaintInput },
  updateComplaintAction: { right: "allegation.write", input: complaintEditInput },
  withdrawComplaintAction: { right: "allegation.write", input: allegationWithdrawalInput },
  recordPersonAction: { right: "person.write", input: personInput },
  updatePersonAction: { right: "person.write", input: personEditInput },
  recordConsentAction: { right: "consent.write", input: consentInput },
  updateConsentAction: { right: "consent.write", input: consentEditInput },
  withdrawConsentAction: { right: "consent.write", input: consentWithdrawalInput },
  recordEventAction: { right: "event.write", input: eventInput },
  updateEventAction: { right: "event.write", input: eventEditInput },
  startReportAction: { right: "report.make", input: reportDraftInput },
  saveReportTextAction: { right: "report.make", input: reportTextInput },
  discardReportAction: { right: "report.make", input: reportDiscardInput },
  issueReportAction: { right: "report.issue", input: reportIssueInput },
  withdrawReportAction: { right: "report.issue", input: reportWithdrawalInput },
  removeFilterAction: { right: "report.make", input: filterRemovalInput },
  updateContactAction: { right: "organisation.manage", input: letterheadInput },
  takeSheetAction: { right: "case.export", input: takeSheetInput },
  applySheetAction: { right: "case.write", input: applySheetInput },
  discardSheetAction: { right: "case.write", input: discardSheetInput },
  setImportColumnsAction: { right: "import.make", input: importColumnsInput },
  setImportDetailsAction: { right: "import.make", input: importDetailsInput },
  recordImportAction: { right: "import.make", input: importInput },
  discardImportAction: { right: "import.make", input: importInput },
  acceptRowAction: { right: "import.make", input: importRowInput },
  undoImportAction: { right: "import.make", input: importUndoInput },
  linkCasesAction: { right: "event.write", input: caseLinkInput },
  recordCountAction: { right: "event.write", input: countInput },
  updateCountAction: { right: "event.write", input: countEditInput },
  withdrawCountAction: { right: "event.write", input: countWithdrawalInput },
  recordInstitutionAction: { right: "institution.write", input: institutionInput },
  updateInstitutionAction: { right: "institution.write", input: institutionEditInput },
  mergeInstitutionsAction: { right: "institution.merge", input: mergeInput },
  makeExportAction: { right: "case.export", input: exportInput },
  makeEverythingAction: { right: "export.everything", input: everythingInput },
  recordRecipientAction: { right: "recipient.manage", input: recipientInput },
  updateRecipientAction: { right: "recipient.manage", input: recipientEditInput },
  recordPlaceAction: { right: "place.write", input: placeInput },
  updatePlaceAction: { right: "place.write", input: placeEditInput },
  mergePlacesAction: { right: "place.write", input: mergeInput },
  linkFileAction: { right: "file.write", input: linkInput },
  describeFileAction: { right: "file.write", input: describeInput },
  withdrawFileAction: { right: "file.write", input: fileWithdrawalInput },
  recordSourceAction: { right: "source.write", input: newSourceInput },
  updateSourceAction: { right: "source.write", input: sourceEditInput },
  overrideRuleAction: { right: "rule.override", input: overrideInput },
  restoreRuleAction: { right: "rule.override", input: restoreInput },
  startRecomputeAction: { right: "rule.override", input: inputOf({}) },
};
