import type { z } from "zod";
import * as account from "@/lib/model/account";
import { adjustmentEditInput, adjustmentInput } from "@/lib/model/adjustment";
import { allegationEditInput, allegationInput } from "@/lib/model/allegation";
import { calculatorInput } from "@/lib/model/calculator";
import { caseInput, momentEditInput, momentInput, quickCaseInput } from "@/lib/model/case";
import { caseWithdrawalInput } from "@/lib/model/case-withdrawal";
import { claimEditInput, claimSubjectInput, claimWithdrawalInput, followInput, newClaimInput, takenClaimsInput } from "@/lib/model/claim";
import { eventEditInput, eventInput } from "@/lib/model/event";
import { inputOf, type InputContext } from "@/lib/model/fields";
import { orderEditInput, orderInput } from "@/lib/model/order";
import type { Permission } from "@/lib/model/permissions";
import { personEditInput, personInput } from "@/lib/model/person";
import { releaseOverrideInput } from "@/lib/model/release-override";
import { citationInput, newSourceInput, sourceEditInput } from "@/lib/model/source";
import { overrideInput, restoreInput } from "@/lib/release/rules/override-input";
import { statedReleaseEditInput, statedReleaseInput } from "@/lib/model/stated-release";
import { taskEditInput, taskFinishInput, taskInput, taskReopenInput } from "@/lib/model/task";

/** What somebody must hold: a permission, only to be signed in, or nothing at all. */
export type Right = Permission | "signed-in" | "public";
type Input = (context: InputContext) => z.ZodType;

/**
 * Pages and route handlers by their path, with the right that they ask for. `calculator.use` is also given to people who are not signed in
 * where the organisation opened the calculator.
 */
export const routeRights: Record<string, Right> = {
  "/": "case.read",
  "/cases": "case.read",
  "/cases/new": "case.write",
  "/cases/[id]": "case.read",
  "/cases/[id]/edit": "case.write",
  "/cases/[id]/history": "case.read",
  "/cases/[id]/print": "case.read",
  "/cases/[id]/estimates": "case.read",
  "/cases/[id]/estimates/[estimateId]": "case.read",
  "/cases/[id]/override": "estimate.override",
  "/cases/[id]/moments/new": "case.write",
  "/cases/[id]/moments/[momentId]": "case.write",
  "/cases/[id]/orders/new": "order.write",
  "/cases/[id]/orders/[orderId]": "order.write",
  "/cases/[id]/adjustments/new": "case.write",
  "/cases/[id]/adjustments/[adjustmentId]": "case.write",
  "/cases/[id]/stated/new": "case.write",
  "/cases/[id]/stated/[statedId]": "case.write",
  "/cases/[id]/citations/new": "source.write",
  "/over-detention": "case.read",
  "/cases/[id]/tasks/new": "task.write",
  "/cases/[id]/tasks/[taskId]": "task.read",
  "/tasks": "task.read",
  "/people": "person.read",
  "/people/new": "person.write",
  "/people/[id]": "person.read",
  "/people/[id]/edit": "person.write",
  "/events": "event.read",
  "/events/new": "event.write",
  "/events/[id]": "event.read",
  "/events/[id]/edit": "event.write",
  "/sources": "source.read",
  "/sources/new": "source.write",
  "/sources/[id]": "source.read",
  "/sources/[id]/edit": "source.write",
  "/sources/[id]/read": "source.write",
  "/sources/[id]/cite": "source.write",
  "/sources/[id]/claims/[claimId]": "source.write",
  "/allegations/new": "allegation.write",
  "/allegations/[id]": "case.read",
  "/allegations/[id]/edit": "allegation.write",
  "/calculator": "calculator.use",
  "/rules": "rule.read",
  "/rules/[ruleId]": "rule.read",
  "/rules/[ruleId]/override": "rule.override",
  "/rules/recompute": "rule.override",
  "/account": "account.write",
  "/admin": "user.manage",
  "/admin/invite": "user.manage",
  "/admin/users/[id]": "user.manage",
  "/admin/teams/new": "team.manage",
  "/admin/places/new": "organisation.manage",
  "/admin/organisation": "organisation.manage",
  "/audit": "audit.read",
  "/sign-in": "public",
  "/setup": "public",
  "/invite": "public",
  "/health": "public",
  "/api/auth/[...nextauth]": "public",
  "/api/export/cases": "case.export",
  "/api/export/over-detention": "case.export",
  "/api/v1/release": "calculator.use",
  "/_not-found": "public",
  "/_global-error": "public",
  "/icon.svg": "public",
};

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
  endSessionAction: { right: "signed-in", input: account.endSessionInput },
  inviteAction: { right: "user.manage", input: account.invitationInput },
  updateUserAction: { right: "user.manage", input: account.userInput },
  recordTeamAction: { right: "team.manage", input: account.teamInput },
  recordPlaceAction: { right: "organisation.manage", input: account.placeInput },
  updateOrganisationAction: { right: "organisation.manage", input: account.organisationInput },
  calculateAction: { right: "calculator.use", input: calculatorInput },
  recordCaseAction: { right: "case.write", input: quickCaseInput },
  updateCaseAction: { right: "case.write", input: caseInput },
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
  recordAllegationAction: { right: "allegation.write", input: allegationInput },
  updateAllegationAction: { right: "allegation.write", input: allegationEditInput },
  withdrawAllegationAction: { right: "allegation.write", input: caseWithdrawalInput },
  recordPersonAction: { right: "person.write", input: personInput },
  updatePersonAction: { right: "person.write", input: personEditInput },
  recordEventAction: { right: "event.write", input: eventInput },
  updateEventAction: { right: "event.write", input: eventEditInput },
  recordSourceAction: { right: "source.write", input: newSourceInput },
  updateSourceAction: { right: "source.write", input: sourceEditInput },
  overrideRuleAction: { right: "rule.override", input: overrideInput },
  restoreRuleAction: { right: "rule.override", input: restoreInput },
  startRecomputeAction: { right: "rule.override", input: inputOf({}) },
};
