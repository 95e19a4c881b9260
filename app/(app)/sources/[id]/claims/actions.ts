"use server";

import { claimEditInput, claimSubjectInput, claimWithdrawalInput, followInput, newClaimInput, takenClaimsInput } from "@/lib/model/claim";
import { attachClaims, followClaim, updateClaim, withdrawCitation } from "@/lib/services/claim-edits";
import { acceptClaims, recordClaim } from "@/lib/services/citations";
import { formAction } from "@/lib/web/form-action";
import { aboutPath, claimPath, readingPath } from "../../claim-paths";

export const acceptClaimsAction = formAction(takenClaimsInput, acceptClaims, ({ claimIds }, input) => readingPath(input, claimIds.length));
export const recordClaimAction = formAction(newClaimInput, recordClaim, ({ claimIds }, input) => readingPath(input, claimIds.length));
export const updateClaimAction = formAction(claimEditInput, updateClaim, claimPath);
export const withdrawClaimAction = formAction(claimWithdrawalInput, withdrawCitation, aboutPath);
export const attachClaimsAction = formAction(claimSubjectInput, attachClaims, ({ sourceId }) => `/sources/${sourceId}#claims`);
export const followClaimAction = formAction(followInput, followClaim, aboutPath);
